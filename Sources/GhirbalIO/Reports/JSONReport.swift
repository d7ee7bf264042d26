extension CheckReport {
  public static let schema = "ghirbal/check/1"

  /// The report as one JSON object; `docs/check.md` names its members.
  public var json: [UInt8] {
    var json = JSONText()
    json.object {
      $0.member("schema", Self.schema)
      $0.member("ghirbal", version)
      $0.key("summary")
      $0.object {
        $0.member("files", files.count)
        $0.member("words", wordCount)
        $0.member("findings", findings.count)
        for severity in CheckRule.Severity.allCases {
          $0.member("\(severity.rawValue)s", count(of: severity))
        }
        $0.member("known", knownCount)
        $0.member("ignored", ignoredCount)
      }
      $0.key("findings")
      $0.array { json in
        for finding in findings {
          json.breakLine()
          finding.write(to: &json)
        }
        if !findings.isEmpty { json.newLine() }
      }
    }
    json.newLine()
    return json.utf8
  }
}

extension CheckFinding {
  fileprivate func write(to json: inout JSONText) {
    json.object {
      $0.member("rule", rule.id)
      $0.member("name", rule.name)
      $0.member("severity", severity.rawValue)
      $0.member("path", path)
      if let place { $0.place(place) }
      $0.member("text", text)
      $0.member("message", message)
      $0.member("count", count)
      $0.key("confidence")
      $0.value(confidence)
      $0.key("fixes")
      $0.array { json in
        for fix in fixes {
          json.object {
            $0.place(fix.place)
            $0.member("text", fix.text)
          }
        }
      }
      $0.member("fingerprint", fingerprint)
      $0.member("help", rule.help)
    }
  }
}

extension JSONText {
  fileprivate mutating func place(_ place: TextPlace) {
    member("line", place.start.line)
    member("column_utf16", place.start.column)
    member("end_line", place.end.line)
    member("end_column_utf16", place.end.column)
    member("utf8", place.utf8Range)
  }
}
