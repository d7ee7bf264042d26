extension CheckReport {
  /// The report as a log of the Static Analysis Results Interchange Format, version 2.1.0
  /// (https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html).
  ///
  /// Columns count UTF-16 code units, which the log says (section 3.14.17); regions have their bytes
  /// too (section 3.30). A rule's `helpUri` is left out, since only its place in this project is known.
  public var sarif: [UInt8] {
    var json = JSONText()
    json.object {
      $0.member(
        "$schema",
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
      )
      $0.member("version", "2.1.0")
      $0.key("runs")
      $0.array {
        $0.object {
          writeTool(to: &$0)
          $0.member("columnKind", "utf16CodeUnits")
          $0.key("originalUriBaseIds")
          $0.object {
            $0.key("SRCROOT")
            $0.object {
              $0.key("description")
              $0.object { $0.member("text", "The folder that the check was started in.") }
            }
          }
          $0.key("results")
          $0.array { json in
            for finding in findings {
              json.breakLine()
              write(finding, to: &json)
            }
            if !findings.isEmpty { json.newLine() }
          }
        }
      }
    }
    json.newLine()
    return json.utf8
  }

  private func writeTool(to json: inout JSONText) {
    json.key("tool")
    json.object {
      $0.key("driver")
      $0.object {
        $0.member("name", "ghirbal")
        $0.member("version", version)
        $0.key("rules")
        $0.array { json in
          for rule in rules {
            json.breakLine()
            json.object {
              $0.member("id", rule.id)
              $0.member("name", rule.name)
              $0.key("shortDescription")
              $0.object { $0.member("text", rule.title) }
              $0.key("help")
              $0.object { $0.member("text", "See \(rule.help).") }
              $0.key("defaultConfiguration")
              $0.object { $0.member("level", rule.severity.rawValue) }
            }
          }
        }
      }
    }
  }

  private func write(_ finding: CheckFinding, to json: inout JSONText) {
    json.object {
      $0.member("ruleId", finding.rule.id)
      if let index = rules.firstIndex(of: finding.rule) { $0.member("ruleIndex", index) }
      $0.member("level", finding.severity.rawValue)
      $0.key("message")
      $0.object { $0.member("text", finding.message) }
      $0.key("locations")
      $0.array {
        $0.object {
          $0.key("physicalLocation")
          $0.object {
            $0.artifact(finding.path)
            if let place = finding.place {
              $0.key("region")
              $0.region(place, snippet: finding.text)
            }
          }
        }
      }
      $0.key("partialFingerprints")
      $0.object { $0.member("ghirbalFinding/v1", finding.fingerprint) }
      if !finding.fixes.isEmpty { writeFix(finding, to: &$0) }
    }
  }

  private func writeFix(_ finding: CheckFinding, to json: inout JSONText) {
    json.key("fixes")
    json.array {
      $0.object {
        $0.key("artifactChanges")
        $0.array {
          $0.object {
            $0.artifact(finding.path)
            $0.key("replacements")
            $0.array { json in
              for fix in finding.fixes {
                json.object {
                  $0.key("deletedRegion")
                  $0.region(fix.place, snippet: nil)
                  $0.key("insertedContent")
                  $0.object { $0.member("text", fix.text) }
                }
              }
            }
          }
        }
      }
    }
  }
}

extension JSONText {
  /// A file by a URI relative to the working directory; an absolute path has no base.
  fileprivate mutating func artifact(_ path: String) {
    key("artifactLocation")
    object {
      if path.hasPrefix("/") {
        $0.member("uri", "file://" + path.percentEncodedPath)
      } else {
        $0.member("uri", path.percentEncodedPath)
        $0.member("uriBaseId", "SRCROOT")
      }
    }
  }

  fileprivate mutating func region(_ place: TextPlace, snippet: String?) {
    object {
      $0.member("startLine", place.start.line)
      $0.member("startColumn", place.start.column)
      $0.member("endLine", place.end.line)
      $0.member("endColumn", place.end.column)
      $0.member("byteOffset", place.utf8Range.lowerBound)
      $0.member("byteLength", place.utf8Range.count)
      if let snippet, !snippet.isEmpty {
        $0.key("snippet")
        $0.object { $0.member("text", snippet) }
      }
    }
  }
}

extension String {
  /// This path as the path of a URI (RFC 3986, section 3.3): all but unreserved characters and slashes
  /// percent-encoded.
  var percentEncodedPath: String {
    var encoded = ""
    for byte in utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        encoded += byte < 16 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return encoded
  }
}
