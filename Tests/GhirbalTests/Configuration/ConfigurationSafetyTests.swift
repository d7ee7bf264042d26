import Foundation
import Ghirbal
import TestSupport
import Testing

/// What a configuration that somebody wrote with bad intent can do: be refused, soon, with its line.
@Suite struct ConfigurationSafetyTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    let yaml: String
    let line: Int?
    let says: String
    var testDescription: String { label }
  }

  private static func many(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  static let rows = [
    Row(
      label: "one alias", yaml: "input: &a x\noutput: *a\n", line: 1,
      says: "anchors (&name) and aliases (*name) are not read"),
    Row(
      label: "an anchor that nothing uses", yaml: "stages:\n  - &a lift_facts\n", line: 2,
      says: "anchors (&name) and aliases (*name) are not read"),
    Row(
      label: "aliases of lists of aliases, few as they are",
      yaml: "a: &a [\(many("x,", 9999))]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\n? *c\n: 1\n", line: 1,
      says: "anchors (&name) and aliases (*name) are not read"),
    Row(
      label: "many aliases", yaml: "a: &a x\nb: [\(many("*a, ", 99))]\n", line: 2,
      says: "more than 8 aliases"),
    Row(
      label: "a merge key", yaml: "input: a\n<<: {output: b}\n", line: 2, says: "unknown key \"<<\""
    ),
    Row(
      label: "lists in lists", yaml: "stages:\n - \(many("[", 50_000))", line: 2, says: "16 deep"),
    Row(
      label: "mappings in mappings", yaml: "stages: \(many("{a: ", 50_000))", line: 1,
      says: "16 deep"),
    Row(label: "items in items", yaml: many("- ", 50_000) + "a", line: 1, says: "16 deep"),
    Row(label: "keys in keys", yaml: many("? ", 50_000) + "a", line: 1, says: "16 deep"),
    Row(
      label: "a list in seventeen lists", yaml: "a: \(many("[", 16))\(many("]", 16))", line: 1,
      says: "16 deep"),
    Row(
      label: "a list in fifteen lists", yaml: "stages: \(many("[", 15))\(many("]", 15))", line: 1,
      says: "unknown stage"),
    Row(
      label: "a key twice", yaml: "input: a\ninput: b\n", line: 1, says: "a key stands there twice"),
    Row(
      label: "an option twice",
      yaml: "stages:\n  - repair_words: {level: full, level: conservative}\n", line: 2,
      says: "a key stands there twice: level"),
    Row(label: "NUL", yaml: "# a\ninput: a\u{0}b\n", line: 2, says: "the character U+0 may not"),
    Row(label: "ESC", yaml: "# \u{1B}[2J\n", line: 1, says: "the character U+1B may not"),
    Row(
      label: "a text that reads otherwise than it is", yaml: "input: a\noutput: x\u{202E}y\n",
      line: 2, says: "the character U+202E may not"),
    Row(
      label: "a key of a size that nobody types", yaml: "? \(many("x", 200_000))\n: 1\n", line: 1,
      says: "unknown key \"\(many("x", 80))…\""),
    Row(
      label: "a value of that size",
      yaml: "stages:\n  - repair_words: {level: \(many("x", 200_000))}\n", line: 2, says: "unknown"),
    Row(
      label: "many keys", yaml: (0..<20_000).map { "k\($0): 1\n" }.joined(), line: 1,
      says: "unknown key \"k0\""),
    Row(
      label: "a tag that makes an object", yaml: "input: !!python/object/apply:os.system [id]\n",
      line: 1, says: "input is a text"),
    Row(
      label: "no number", yaml: "stages:\n  - select_main_content: {min_confidence: .nan}\n",
      line: 2,
      says: "is a number in 0...1"),
    Row(
      label: "a number that no register holds",
      yaml: "reading:\n  max_page_bytes: 99999999999999999999\n", line: 2, says: "from 1 to"),
    Row(
      label: "selectors without end",
      yaml: "stages:\n  - select_main_content:\n      drop: [\(many("'b b b b', ", 4000))]\n",
      line: 3,
      says: "have at most 16384 bytes"),
    Row(
      label: "a selector without end",
      yaml: "stages:\n  - select_main_content:\n      keep: ['\(many("b ", 600))']\n", line: 3,
      says: "at byte 1000"),
  ]

  @Test(.timeLimit(.minutes(Patience.minutes)), arguments: rows) func isRefusedWithItsLine(
    _ row: Row
  ) throws {
    let problem = #expect(throws: ConfigurationProblem.self) {
      try PipelineConfiguration(yaml: row.yaml)
    }
    #expect(problem?.line == row.line)
    #expect(problem?.problem.contains(row.says) == true, "\(problem?.problem ?? "")")
    #expect(problem?.problem.utf8.count ?? 0 < 2000)
  }

  @Test(arguments: [
    ("Latin-1", Array("# ok\ninput: caf".utf8) + [0xE9, 0x0A], 2),
    ("UTF-16", [0xFF, 0xFE, 0x61, 0, 0x3A, 0], 1),
    ("half a character", Array("a: é\n\n".utf8) + [0xD8], 3),
  ])
  func bytesThatAreNoTextHaveALine(_ label: String, _ bytes: [UInt8], _ line: Int) {
    let problem = #expect(throws: ConfigurationProblem.self) {
      try PipelineConfiguration(bytes: bytes)
    }
    #expect(problem?.line == line)
    #expect(problem?.problem == "the file is not UTF-8.")
  }

  /// What looks like any of that and is none.
  @Test(arguments: [
    (
      "stars and ampersands in selectors and phrases",
      """
      stages:
        - select_main_content:
            drop: [\(many("'[class*=ad]', '* > p', 'ul *', ", 30))]
        - drop_site_chrome:
            also_drop: [Q&A, "Terms & Conditions", a & b, \((0..<20).map { "\"*a\($0)*\"" }.joined(separator: ", "))]
      """
    ),
    ("escapes", "input: \"a\\u202E\\0b\"\n"), ("a byte order mark", "\u{FEFF}input: a\n"),
    ("CRLF", "input: a\r\nstages: [lift_facts]\r\n"),
    ("joiners", "stages:\n  - drop_site_chrome: {also_drop: [می\u{200C}خواهم, a\u{200E}b]}\n"),
  ])
  func isRead(_ label: String, _ yaml: String) throws {
    let configuration = try PipelineConfiguration(yaml: yaml)
    // What `config show` prints means the same.
    #expect(try PipelineConfiguration(yaml: configuration.yaml).sha256 == configuration.sha256)
  }

  @Test func escapesInPhrasesKeepTheirMeaning() throws {
    let yaml = "stages:\n  - drop_site_chrome:\n      also_drop: [\"a\\u2028b\\0\\Nc\\e\"]\n"
    let configuration = try PipelineConfiguration(yaml: yaml)
    #expect(
      configuration.stages.first?.options.yaml(of: "also_drop")
        == "[\"a\\u2028b\\u0000\\u0085c\\u001B\"]")
    #expect(try PipelineConfiguration(yaml: configuration.yaml).sha256 == configuration.sha256)
  }
}
