import GhirbalDocument
import GhirbalIO

/// Turns the faults of a text into findings, but for those that somebody ignores.
struct FindingFilter: Sendable {
  let options: CheckOptions
  /// Which rules are on, with their severities.
  let severities: [CheckRule: CheckRule.Severity]

  /// What a file is called, and where it came from.
  struct Names {
    var path: String
    var projectPath: String
    /// Other names that a pattern may have meant: of a result within the output, of its page.
    var others: [String] = []
    var url: String?

    var all: [String] { [projectPath] + others }
  }

  /// A comment that ignores, with the stretch of the text that it is for.
  struct Covering {
    var ignore: InlineIgnore
    /// The file that the comment stands in.
    var path: String
    var place: TextPlace
    var utf8Range: Range<Int>
    var isUsed = false
  }

  func file(
    _ faults: [TextFault], of text: CheckedText, _ names: Names, ignores: [Covering],
    wordCount: Int
  ) -> CheckedFile {
    var file = CheckedFile(path: names.path, projectPath: names.projectPath, wordCount: wordCount)
    var ignores = ignores
    let places = TextPlaces(text.file)
    for fault in faults {
      guard let severity = severities[fault.row.rule] else { continue }
      if isIgnored(fault.row.rule, fault.utf8Range, text.file, names, &ignores, &file) {
        file.ignoredCount += 1
        continue
      }
      file.findings.append(
        CheckFinding(
          rule: fault.row.rule, severity: severity, path: names.path,
          place: places.place(of: fault.utf8Range), text: fault.excerpt, message: fault.message,
          line: QuotedLine(
            fault.utf8Range, in: text.file, line: places.lineRange(of: fault.utf8Range.lowerBound)),
          count: fault.count, confidence: fault.confidence,
          fixes: fault.replacements.map {
            CheckFinding.Fix(place: places.place(of: $0.utf8Range), text: $0.text)
          }))
    }
    addBudget(names, text, wordCount, &ignores, &file)
    addUnused(ignores, &file)
    return file
  }

  /// Asks every ignore, so that none that covers something is called unused.
  private func isIgnored(
    _ rule: CheckRule, _ utf8Range: Range<Int>?, _ bytes: [UInt8], _ names: Names,
    _ inline: inout [Covering], _ file: inout CheckedFile
  ) -> Bool {
    var isIgnored = false
    for index in inline.indices where inline[index].ignore.covers(rule) {
      let covered = inline[index].utf8Range
      let isInside =
        utf8Range.map {
          $0.lowerBound <= covered.upperBound && $0.upperBound >= covered.lowerBound
        } ?? true
      guard inline[index].ignore.isForFile || (utf8Range != nil && isInside) else { continue }
      inline[index].isUsed = true
      isIgnored = true
    }
    for (index, ignore) in options.ignores.enumerated()
    where ignore.rules.contains(rule) && ignore.scope.contains(names.all, url: names.url) {
      if let phrase = ignore.phrase {
        guard let utf8Range, Self.stands(Array(phrase.utf8), at: utf8Range, in: bytes) else {
          continue
        }
      }
      file.usedIgnores.insert(index)
      isIgnored = true
    }
    return isIgnored
  }

  /// Whether some text stands so that it touches a place.
  private static func stands(_ text: [UInt8], at place: Range<Int>, in bytes: [UInt8]) -> Bool {
    let first = max(0, place.lowerBound - text.count)
    let last = min(place.upperBound, bytes.count - text.count)
    guard first <= last else { return false }
    return (first...last).contains { bytes[$0..<$0 + text.count].elementsEqual(text) }
  }

  private func addBudget(
    _ names: Names, _ text: CheckedText, _ wordCount: Int, _ inline: inout [Covering],
    _ file: inout CheckedFile
  ) {
    let rule = CheckRules.fewWords
    guard let severity = severities[rule] else { return }
    let wanted = options.budgets.filter { $0.scope.contains(names.all, url: names.url) }
      .compactMap(\.minWords).max()
    guard let wanted, wordCount < wanted else { return }
    guard !isIgnored(rule, nil, text.file, names, &inline, &file) else {
      file.ignoredCount += 1
      return
    }
    file.findings.append(
      CheckFinding(
        rule: rule, severity: severity, path: names.path, place: nil, text: "",
        message: "\(rule.title): \(wordCount) of \(wanted)"))
  }

  private func addUnused(_ ignores: [Covering], _ file: inout CheckedFile) {
    guard let severity = severities[CheckRules.unusedIgnore] else { return }
    for covering in ignores {
      let message: String
      if let unknown = covering.ignore.unknown {
        message = "An ignore of a rule that there is not: \(unknown.quoted())"
      } else if !covering.isUsed, areOn(covering.ignore.rules) {
        message = CheckRules.unusedIgnore.title
      } else {
        continue
      }
      file.findings.append(
        CheckFinding(
          rule: CheckRules.unusedIgnore, severity: severity, path: covering.path,
          place: covering.place, text: covering.ignore.rules.sorted().joined(separator: " "),
          message: message))
    }
  }

  /// Whether rules were looked for, so that an ignore of them can be called unused.
  private func areOn(_ ids: Set<String>) -> Bool {
    let on = Set(severities.keys.map(\.id))
    return ids.isEmpty ? on.count == CheckRules.all.count : ids.isSubset(of: on)
  }
}

extension FindingFilter {
  /// The comments of a text file, each for its line or for the next one.
  static func coverings(in bytes: [UInt8], path: String) -> [Covering] {
    let ignores = InlineIgnore.all(in: bytes[...])
    guard !ignores.isEmpty else { return [] }
    let places = TextPlaces(bytes)
    return ignores.map { ignore in
      let line = places.lineRange(of: ignore.utf8Range.lowerBound)
      let besides =
        bytes[line.lowerBound..<ignore.utf8Range.lowerBound]
        + bytes[min(ignore.utf8Range.upperBound, line.upperBound)..<line.upperBound]
      var covered = line
      if besides.allSatisfy({ $0 <= 0x20 }) {
        let next = bytes[min(ignore.utf8Range.upperBound, bytes.count)...].firstIndex { $0 > 0x20 }
        covered = next.map { places.lineRange(of: $0) } ?? line
      }
      return Covering(
        ignore: ignore, path: path, place: places.place(of: ignore.utf8Range), utf8Range: covered)
    }
  }

  /// The comments of a raw HTML page, each for the block that follows it.
  static func coverings(
    of raw: [UInt8], path: String, blocks: [WrittenBlock], _ text: CheckedText
  ) -> [Covering] {
    let ignores = InlineIgnore.all(in: raw[...])
    guard !ignores.isEmpty else { return [] }
    let places = TextPlaces(raw)
    return ignores.map { ignore in
      let next = blocks.indices.first { blocks[$0].sourceBytes[1] > ignore.utf8Range.lowerBound }
      return Covering(
        ignore: ignore, path: path, place: places.place(of: ignore.utf8Range),
        utf8Range: next.map { text.ranges[$0] } ?? text.file.count..<text.file.count)
    }
  }
}
