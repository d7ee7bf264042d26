import GhirbalText

extension CheckReport {
  /// The report for a person: a line a finding, as compilers write them, and below it the line of the
  /// text with a caret under the place.
  public var text: [UInt8] {
    Array(
      findings.map { finding in
        let place = finding.place.map { ":\($0.start.line):\($0.start.column)" } ?? ""
        let message =
          "\(finding.path.allVisible)\(place): \(finding.severity.rawValue): "
          + "\(finding.rule.id) \(finding.rule.name): \(finding.message)\n"
        guard let line = finding.line else { return message }
        return message + Self.indent + line.text + "\n" + Self.indent + line.caret + "\n"
      }.joined().utf8)
  }

  private static let indent = "    "

  /// How often each rule was found, a line each, in the order of the ids.
  public var ruleCounts: [String] {
    rules.compactMap { rule in
      let found = findings.filter { $0.rule == rule }
      return found.isEmpty ? nil : "\(rule.id) \(rule.name): \(found.count)"
    }
  }

  /// One line for a person.
  public var summary: String {
    var parts = CheckRule.Severity.allCases.compactMap { severity -> String? in
      let count = count(of: severity)
      return count == 0 ? nil : count.counted(severity.rawValue)
    }
    if parts.isEmpty { parts = ["nothing found"] }
    if knownCount > 0 { parts.append("\(knownCount) known") }
    if ignoredCount > 0 { parts.append("\(ignoredCount) ignored") }
    return parts.joined(separator: ", ") + "; \(files.count.counted("file")), "
      + wordCount.counted("word")
  }
}
