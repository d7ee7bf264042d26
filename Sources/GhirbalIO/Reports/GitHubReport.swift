extension CheckReport {
  /// The report as workflow commands of GitHub Actions, one a line, which show findings beside the lines
  /// of a pull request
  /// (https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions).
  public var github: [UInt8] {
    var text = ""
    for finding in findings {
      let command = finding.severity == .note ? "notice" : finding.severity.rawValue
      var properties = ["file=\(finding.path.commandProperty)"]
      if let place = finding.place {
        properties.append("line=\(place.start.line)")
        properties.append("endLine=\(place.end.line)")
        // Columns are taken within one line only.
        if place.start.line == place.end.line {
          properties.append("col=\(place.start.column)")
          properties.append("endColumn=\(place.end.column)")
        }
      }
      properties.append("title=\("\(finding.rule.id) \(finding.rule.name)".commandProperty)")
      text += "::\(command) \(properties.joined(separator: ","))::\(finding.message.commandData)\n"
    }
    return Array(text.utf8)
  }
}

extension String {
  /// This text as the message of a command: what would end or open a command is escaped.
  fileprivate var commandData: String { escaped { "%\r\n".unicodeScalars.contains($0) } }

  /// This text as a property, which a colon or a comma would end.
  fileprivate var commandProperty: String { escaped { "%\r\n:,".unicodeScalars.contains($0) } }

  /// Scalar by scalar: CR LF is one character to `String`. Other control characters are made visible,
  /// since a runner's log is read on terminals.
  private func escaped(where isEscaped: (Unicode.Scalar) -> Bool) -> String {
    unicodeScalars.map { scalar -> String in
      if isEscaped(scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return scalar.value < 16 ? "%0\(digits)" : "%\(digits)"
      }
      let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
      return isControl ? scalar.visible : String(scalar)
    }.joined()
  }
}
