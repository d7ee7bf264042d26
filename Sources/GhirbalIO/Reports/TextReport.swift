extension CheckReport {
  /// The report for a person: a line a finding, as compilers write them.
  public var text: [UInt8] {
    Array(
      findings.map { finding in
        let place = finding.place.map { ":\($0.start.line):\($0.start.column)" } ?? ""
        return "\(finding.path.allVisible)\(place): \(finding.severity.rawValue): "
          + "\(finding.rule.id) \(finding.rule.name): \(finding.message)\n"
      }.joined().utf8)
  }

  /// One line for a person.
  public var summary: String {
    var parts = CheckRule.Severity.allCases.compactMap { severity -> String? in
      let count = count(of: severity)
      return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    if parts.isEmpty { parts = ["nothing found"] }
    if knownCount > 0 { parts.append("\(knownCount) known") }
    if ignoredCount > 0 { parts.append("\(ignoredCount) ignored") }
    return parts.joined(separator: ", ") + "; \(files.count) files, \(wordCount) words"
  }
}
