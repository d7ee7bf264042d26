extension CheckReport {
  /// The report in the XML that JUnit's Ant task writes and every CI service reads: a test case for each
  /// finding, and a passed one for each file without any.
  ///
  /// A note is a passed case with its message as output. There is no clock and no host in it.
  public var junit: [UInt8] {
    let failures = findings.count { $0.severity > .note }
    let withFindings = Set(findings.map(\.path))
    let passed = files.filter { !withFindings.contains($0) }
    let tests = findings.count + passed.count
    var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    let counts = "tests=\"\(tests)\" failures=\"\(failures)\" errors=\"0\""
    xml += "<testsuites name=\"ghirbal check\" \(counts)>\n"
    xml += "<testsuite name=\"ghirbal check\" \(counts) skipped=\"0\">\n"
    for finding in findings {
      let place = finding.place.map { ":\($0.start.line):\($0.start.column)" } ?? ""
      xml += "<testcase classname=\"\(finding.path.xmlEscaped)\" "
      xml += "name=\"\(finding.rule.id) \(finding.rule.name)\(place)\">"
      let message = finding.message.xmlEscaped
      if finding.severity > .note {
        xml += "<failure type=\"\(finding.severity.rawValue)\" message=\"\(message)\">"
        xml += "\(finding.path.xmlEscaped)\(place): \(message)</failure>"
      } else {
        xml += "<system-out>\(message)</system-out>"
      }
      xml += "</testcase>\n"
    }
    for path in passed { xml += "<testcase classname=\"\(path.xmlEscaped)\" name=\"check\"/>\n" }
    xml += "</testsuite>\n</testsuites>\n"
    return Array(xml.utf8)
  }
}

extension String {
  /// This text for an attribute or an element of XML 1.0 (section 2.2): its marks escaped; characters
  /// that XML does not take, and line ends that an attribute would lose, made visible.
  var xmlEscaped: String {
    var escaped = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&apos;"
      case "\u{0}"..<" ", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": escaped += scalar.visible
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
