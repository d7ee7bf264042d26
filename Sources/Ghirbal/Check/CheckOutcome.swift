public import GhirbalIO

/// What came of a check, before the baseline is asked.
public struct CheckOutcome: Sendable {
  var files: [CheckedFile]
  /// Whether the whole project was looked at.
  let coversAll: Bool
  /// The output folder of the project, as pipeline.yml names it.
  let output: String
  /// Files that could not be read.
  public var problems: [FileProblem] = []

  init(files: [CheckedFile], coversAll: Bool, output: String) {
    self.files = files
    self.coversAll = coversAll
    self.output = output
  }

  /// A report without what the baseline knows; what of the baseline nothing needs is in it.
  public func report(
    _ check: Check, baseline: CheckBaseline?, baselinePath: String
  ) -> CheckReport {
    var report = CheckReport(version: Ghirbal.version, rules: CheckRules.all)
    var left: [CheckBaseline.Row: Int] = [:]
    for (row, count) in baseline?.rows ?? [] { left[row, default: 0] += count }
    var ordinals: [CheckBaseline.Row: Int] = [:]
    for file in files {
      report.wordCount += file.wordCount
      report.ignoredCount += file.ignoredCount
      for finding in file.findings {
        let row = row(finding, file)
        if let count = left[row], count > 0, Self.canBeKnown(finding.rule) {
          left[row] = count - 1
          report.knownCount += 1
          continue
        }
        ordinals[row, default: 0] += 1
        var finding = finding
        let parts = [row.rule, row.path, row.text, String(ordinals[row] ?? 0)]
        finding.fingerprint = String(Array(parts.joined(separator: "\0").utf8).sha256.prefix(32))
        report.findings.append(finding)
      }
    }
    if let baseline { report.findings += check.stale(baseline, left, of: self, path: baselinePath) }
    report.files = Set(files.map(\.path)).sorted { Self.precedes($0, $1) }
    let order = Dictionary(
      uniqueKeysWithValues: Set(report.findings.map(\.path)).sorted { Self.precedes($0, $1) }
        .enumerated().map { ($0.element, $0.offset) })
    report.findings = report.findings.enumerated().sorted { a, b in
      let (x, y) = (a.element, b.element)
      return (
        order[x.path] ?? 0, x.place?.utf8Range.lowerBound ?? -1, x.rule.id, a.offset
      ) < (order[y.path] ?? 0, y.place?.utf8Range.lowerBound ?? -1, y.rule.id, b.offset)
    }.map(\.element)
    return report
  }

  /// The baseline that knows all that was found; of files that were not looked at it keeps what the
  /// old one knows.
  public func baseline(updating old: CheckBaseline?, _ check: Check) -> CheckBaseline {
    var counts: [CheckBaseline.Row: Int] = [:]
    for (row, count) in old?.rows ?? [] where !check.looks(at: row, of: self) {
      counts[row, default: 0] += count
    }
    for file in files {
      for finding in file.findings where Self.canBeKnown(finding.rule) {
        counts[row(finding, file), default: 0] += 1
      }
    }
    return CheckBaseline(counts)
  }

  private func row(_ finding: CheckFinding, _ file: CheckedFile) -> CheckBaseline.Row {
    CheckBaseline.Row(rule: finding.rule.id, path: file.projectPath, text: finding.text)
  }

  /// Whether a finding may wait: an output that is out of date may not, and neither may an ignore.
  private static func canBeKnown(_ rule: CheckRule) -> Bool {
    !rule.id.hasPrefix("GB1") && !rule.id.hasPrefix("GB9")
  }

  private static func precedes(_ a: String, _ b: String) -> Bool {
    a.utf8.lexicographicallyPrecedes(b.utf8)
  }
}

extension Check {
  /// Whether a check would have found again what a row of the baseline knows.
  func looks(at row: CheckBaseline.Row, of outcome: CheckOutcome) -> Bool {
    guard let rule = CheckRules.rule(row.rule), isOn(rule) else { return false }
    if outcome.files.contains(where: { $0.projectPath == row.path }) { return true }
    return outcome.coversAll && row.path.hasPrefix(outcome.output + "/")
  }

  /// The rows of a baseline of which some are left over.
  fileprivate func stale(
    _ baseline: CheckBaseline, _ left: [CheckBaseline.Row: Int], of outcome: CheckOutcome,
    path: String
  ) -> [CheckFinding] {
    guard let severity = severity(of: CheckRules.staleBaseline) else { return [] }
    var left = left
    let places = TextPlaces(baseline.json)
    return baseline.rows.enumerated().compactMap { index, entry in
      guard let count = left.removeValue(forKey: entry.row), count > 0,
        looks(at: entry.row, of: outcome)
      else { return nil }
      let what = entry.row.text.isEmpty ? "" : " \(entry.row.text.quoted())"
      return CheckFinding(
        rule: CheckRules.staleBaseline, severity: severity, path: path,
        place: places.place(ofLine: CheckBaseline.line(ofRow: index)), text: entry.row.text,
        message: "\(CheckRules.staleBaseline.title): \(entry.row.rule)\(what) in "
          + entry.row.path.allVisible + (count > 1 ? ", \(count) times" : ""),
        count: count,
        fingerprint: String(
          Array("GB902\0\(entry.row.rule)\0\(entry.row.path)\0\(entry.row.text)".utf8).sha256
            .prefix(32)))
    }
  }
}
