import Foundation
import Testing

@testable import GhirbalIO

@Suite struct JSONTextTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    let string: String
    let json: String
    var testDescription: String { label }
  }

  static let rows = [
    Row(label: "plain text stays", string: "a b", json: #""a b""#),
    Row(label: "an empty string is two quotes", string: "", json: #""""#),
    Row(label: "quotes and backslashes are escaped", string: #"a"b\c"#, json: #""a\"b\\c""#),
    Row(label: "line ends and tabs have short escapes", string: "\n\t\r", json: #""\n\t\r""#),
    Row(label: "NUL is escaped", string: "a\u{0}b", json: #""a\u0000b""#),
    Row(label: "an escape sequence is escaped", string: "\u{1B}[31m", json: #""\u001b[31m""#),
    Row(label: "DEL is escaped", string: "\u{7F}", json: #""\u007f""#),
    Row(label: "the first C1 control is escaped", string: "\u{80}", json: #""\u0080""#),
    Row(label: "CSI is escaped", string: "a\u{9B}b", json: #""a\u009bb""#),
    Row(label: "the last C1 control is escaped", string: "\u{9F}", json: #""\u009f""#),
    Row(label: "a no-break space is no control", string: "\u{A0}", json: "\"\u{A0}\""),
    Row(label: "a copyright sign is no control", string: "©", json: "\"©\""),
    Row(
      label: "a lead byte of C1 in another letter stays", string: "\u{1080}", json: "\"\u{1080}\""),
    Row(label: "a slash stays", string: "a/b", json: #""a/b""#),
    Row(label: "Arabic and emoji stay", string: "کتاب 👍🏽", json: #""کتاب 👍🏽""#),
    Row(
      label: "ZWNJ and bidi controls stay", string: "\u{200C}\u{202B}", json: "\"\u{200C}\u{202B}\""
    ),
  ]

  @Test(arguments: rows) func escapes(_ row: Row) throws {
    var json = JSONText()
    json.value(row.string)
    #expect(String(decoding: json.utf8, as: UTF8.self) == row.json)
    let read = try JSONSerialization.jsonObject(with: Data(json.utf8), options: .fragmentsAllowed)
    #expect((read as? String).map { Array($0.utf8) } == Array(row.string.utf8))
  }

  @Test func everyScalarBelow0x800ReadsBackAsItWas() throws {
    let string = String(String.UnicodeScalarView((0..<0x800).compactMap(Unicode.Scalar.init)))
    var json = JSONText()
    json.value(string)
    let controls = json.utf8.filter { $0 < 0x20 || $0 == 0x7F }
    #expect(controls.isEmpty)
    let read = try JSONSerialization.jsonObject(with: Data(json.utf8), options: .fragmentsAllowed)
    #expect((read as? String).map { Array($0.utf8) } == Array(string.utf8))
  }

  @Test func membersAndElementsAreParted() {
    var json = JSONText()
    json.object {
      $0.member("a", 1)
      $0.member("b", ["x", "y"])
      $0.member("c", nil as String?)
      $0.member("d", 2..<5)
      $0.trueMember("e")
      $0.key("f")
      $0.value(0.123456)
      $0.key("g")
      $0.array { _ in }
      $0.key("h")
      $0.object { _ in }
    }
    #expect(
      String(decoding: json.utf8, as: UTF8.self)
        == #"{"a":1,"b":["x","y"],"c":null,"d":[2,5],"e":true,"f":0.123,"g":[],"h":{}}"#)
  }

  @Test func recordsOfJSONLinesAreOneALine() {
    var json = JSONText()
    for number in 1...2 {
      json.object { $0.member("n", number) }
      json.endRecord()
    }
    #expect(String(decoding: json.utf8, as: UTF8.self) == "{\"n\":1}\n{\"n\":2}\n")
  }
}
