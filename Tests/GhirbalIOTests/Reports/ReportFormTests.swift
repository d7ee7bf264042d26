import Foundation
import GhirbalIO
import Testing

/// Each form of a report, byte for byte, on findings that try to break out of it.
@Suite struct ReportFormTests {
  private static let rule = CheckRule("GB301", "glued_words", .error, "Words & \"quotes\"")
  private static let note = CheckRule("GB502", "surplus_space", .note, "Spaces")

  /// A path with everything that some form parts by, and a text with what steers terminals.
  private static let path = "a b/c,d:e%f'<g>.txt"
  private static let text = "x\u{1B}[31m 😀\u{202E}آ"

  private static var report: CheckReport {
    var report = CheckReport(version: "0.0.0", rules: [rule, note])
    let utf8 = Array("one\nx\u{1B}[31m 😀\u{202E}آ y\n".utf8)
    let places = TextPlaces(utf8)
    report.files = [path, "ok.txt", "z.txt"]
    report.findings = [
      CheckFinding(
        rule: rule, severity: .error, path: path, place: places.place(of: 10..<20), text: text,
        message: "Words: \(text.quoted()), 100%", count: 2, confidence: 0.9876,
        fixes: [.init(place: places.place(of: 15..<18), text: "")], fingerprint: "f1"),
      CheckFinding(
        rule: note, severity: .note, path: "z.txt", place: nil, text: "", message: "whole file",
        fingerprint: "f2"),
    ]
    report.wordCount = 7
    report.knownCount = 1
    return report
  }

  @Test func json() {
    #expect(
      String(decoding: Self.report.json, as: UTF8.self) == #"""
        {"schema":"ghirbal/check/1","ghirbal":"0.0.0","summary":{"files":3,"words":7,"findings":2,"errors":1,"warnings":0,"notes":1,"known":1,"ignored":0},"findings":[
        {"rule":"GB301","name":"glued_words","severity":"error","path":"a b/c,d:e%f'<g>.txt","line":2,"column_utf16":7,"end_line":2,"end_column_utf16":12,"utf8":[10,20],"text":"x\u001b[31m 😀\#u{202E}آ","message":"Words: “\#u{2068}x‹U+1B›[31m 😀‹U+202E›آ\#u{2069}”, 100%","count":2,"confidence":0.988,"fixes":[{"line":2,"column_utf16":10,"end_line":2,"end_column_utf16":11,"utf8":[15,18],"text":""}],"fingerprint":"f1","help":"docs/check.md#gb301-glued_words"},
        {"rule":"GB502","name":"surplus_space","severity":"note","path":"z.txt","text":"","message":"whole file","count":1,"confidence":1.0,"fixes":[],"fingerprint":"f2","help":"docs/check.md#gb502-surplus_space"}
        ]}

        """#)
  }

  @Test func sarif() {
    #expect(
      String(decoding: Self.report.sarif, as: UTF8.self) == #"""
        {"$schema":"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":{"name":"ghirbal","version":"0.0.0","rules":[
        {"id":"GB301","name":"glued_words","shortDescription":{"text":"Words & \"quotes\""},"help":{"text":"See docs/check.md#gb301-glued_words."},"defaultConfiguration":{"level":"error"}},
        {"id":"GB502","name":"surplus_space","shortDescription":{"text":"Spaces"},"help":{"text":"See docs/check.md#gb502-surplus_space."},"defaultConfiguration":{"level":"note"}}]}},"columnKind":"utf16CodeUnits","originalUriBaseIds":{"SRCROOT":{"description":{"text":"The folder that the check was started in."}}},"results":[
        {"ruleId":"GB301","ruleIndex":0,"level":"error","message":{"text":"Words: “\#u{2068}x‹U+1B›[31m 😀‹U+202E›آ\#u{2069}”, 100%"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"a%20b/c%2Cd%3Ae%25f%27%3Cg%3E.txt","uriBaseId":"SRCROOT"},"region":{"startLine":2,"startColumn":7,"endLine":2,"endColumn":12,"byteOffset":10,"byteLength":10,"snippet":{"text":"x\u001b[31m 😀\#u{202E}آ"}}}}],"partialFingerprints":{"ghirbalFinding/v1":"f1"},"fixes":[{"artifactChanges":[{"artifactLocation":{"uri":"a%20b/c%2Cd%3Ae%25f%27%3Cg%3E.txt","uriBaseId":"SRCROOT"},"replacements":[{"deletedRegion":{"startLine":2,"startColumn":10,"endLine":2,"endColumn":11,"byteOffset":15,"byteLength":3},"insertedContent":{"text":""}}]}]}]},
        {"ruleId":"GB502","ruleIndex":1,"level":"note","message":{"text":"whole file"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"z.txt","uriBaseId":"SRCROOT"}}}],"partialFingerprints":{"ghirbalFinding/v1":"f2"}}
        ]}]}

        """#)
  }

  @Test func junit() {
    let message = "Words: “\u{2068}x‹U+1B›[31m 😀‹U+202E›آ\u{2069}”, 100%"
    #expect(
      String(decoding: Self.report.junit, as: UTF8.self) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="ghirbal check" tests="3" failures="1" errors="0">
        <testsuite name="ghirbal check" tests="3" failures="1" errors="0" skipped="0">
        <testcase classname="a b/c,d:e%f&apos;&lt;g&gt;.txt" name="GB301 glued_words:2:7"><failure type="error" message="\(message)">a b/c,d:e%f&apos;&lt;g&gt;.txt:2:7: \(message)</failure></testcase>
        <testcase classname="z.txt" name="GB502 surplus_space"><system-out>whole file</system-out></testcase>
        <testcase classname="ok.txt" name="check"/>
        </testsuite>
        </testsuites>

        """)
  }

  @Test func github() {
    #expect(
      String(decoding: Self.report.github, as: UTF8.self) == """
        ::error file=a b/c%2Cd%3Ae%25f'<g>.txt,line=2,endLine=2,col=7,endColumn=12,title=GB301 glued_words::Words: “\u{2068}x‹U+1B›[31m 😀‹U+202E›آ\u{2069}”, 100%25
        ::notice file=z.txt,title=GB502 surplus_space::whole file

        """)
  }

  /// A message is free of line ends already; a caller's own is escaped all the same.
  @Test func aMessageCannotStartACommand() {
    var report = CheckReport(version: "0", rules: [Self.rule])
    report.findings = [
      CheckFinding(
        rule: Self.rule, severity: .error, path: "a\n::set-output name=x::y", place: nil, text: "",
        message: "a\r\n::add-mask::b")
    ]
    #expect(
      String(decoding: report.github, as: UTF8.self) == """
        ::error file=a%0A%3A%3Aset-output name=x%3A%3Ay,title=GB301 glued_words::a%0D%0A::add-mask::b

        """)
  }

  // MARK: XML

  struct XMLRow: CustomTestStringConvertible, Sendable {
    let label: String
    let path: String
    var testDescription: String { label }
  }

  static let xmlRows = [
    XMLRow(label: "marks", path: "<&>\"'"),
    XMLRow(label: "the end of a CDATA section", path: "]]>"),
    XMLRow(
      label: "all controls",
      path: String(String.UnicodeScalarView((0..<0xA0).compactMap(Unicode.Scalar.init)))),
    XMLRow(label: "no characters", path: "\u{FFFE}\u{FFFF}"),
    XMLRow(label: "beyond the basic plane", path: "😀\u{10FFFF}"),
    XMLRow(label: "right to left", path: "کتاب\u{202E}"),
  ]

  /// Foundation's parser (libxml2) is not ours.
  @Test(arguments: xmlRows) func junitIsXML(_ row: XMLRow) throws {
    var report = CheckReport(version: "0", rules: [Self.rule])
    report.files = [row.path]
    report.findings = [
      CheckFinding(
        rule: Self.rule, severity: .error, path: row.path, place: nil, text: row.path,
        message: row.path)
    ]
    let cases = try XMLCases(report.junit)
    #expect(cases.messages.count == 1)
    let kept = row.path.unicodeScalars.filter {
      $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) && $0.value < 0xFFFE
    }
    for scalar in kept { #expect(cases.messages[0].unicodeScalars.contains(scalar)) }
  }

  // MARK: Baseline

  @Test func aBaselineReadsBack() throws {
    let rows: [CheckBaseline.Row: Int] = [
      .init(rule: "GB301", path: "b.txt", text: "x\u{1B}\"y"): 2,
      .init(rule: "GB201", path: "b.txt", text: ""): 1,
      .init(rule: "GB999", path: "a.txt", text: "کتاب"): 3,
    ]
    let baseline = CheckBaseline(rows)
    #expect(
      String(decoding: baseline.json, as: UTF8.self) == #"""
        {"schema":"ghirbal/check-baseline/1","known":[
        {"rule":"GB999","path":"a.txt","text":"کتاب","count":3},
        {"rule":"GB201","path":"b.txt","text":"","count":1},
        {"rule":"GB301","path":"b.txt","text":"x\u001b\"y","count":2}
        ]}

        """#)
    #expect(try CheckBaseline(json: baseline.json) == baseline)
    #expect(
      CheckBaseline([:]).json
        == Array("{\"schema\":\"ghirbal/check-baseline/1\",\"known\":[]}\n".utf8))
  }

  @Test(arguments: ["", "[]", "{}", "{\"schema\":\"other/1\",\"known\":[]}", "{\"schema\":1}"])
  func anotherFileIsNoBaseline(_ text: String) {
    #expect(throws: RecordProblem.self) { try CheckBaseline(json: Array(text.utf8)) }
  }
}
