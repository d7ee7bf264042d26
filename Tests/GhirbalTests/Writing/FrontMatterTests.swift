import Ghirbal
import GhirbalDocument
import GhirbalIO
import TestSupport
import Testing

/// What is known about a page, before its text.
@Suite struct FrontMatterTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var metadata: [MetadataField: [String]] = [:]
    var url: String?
    var language: String?
    /// The lines between the two fences that are not as on a page of which nothing is known.
    let lines: [String]
  }

  private static let unknown = [
    "title: null", "authors: []", "date: null", "url: null", "tags: []", "language: null",
  ]

  static let rows = [
    Row(testDescription: "nothing is known", lines: []),
    Row(
      testDescription: "all is known",
      metadata: [
        .title: ["Ropes"], .author: ["Ann Lee", "Mara"], .published: ["2024-05-03"],
        .tag: ["sea", "hemp"],
      ], url: "https://a.b/c", language: "en",
      lines: [
        #"title: "Ropes""#, #"authors: ["Ann Lee", "Mara"]"#, #"date: "2024-05-03""#,
        #"url: "https://a.b/c""#, #"tags: ["sea", "hemp"]"#, #"language: "en""#,
      ]),
    Row(
      testDescription: "quotes, colons and backslashes", metadata: [.title: [#"He: "a\b" # c"#]],
      lines: [#"title: "He: \"a\\b\" # c""#]),
    Row(
      testDescription: "words that YAML takes for other things",
      metadata: [.title: ["no"], .tag: ["1e3", "null", "- a", "{b}"]],
      lines: [#"title: "no""#, #"tags: ["1e3", "null", "- a", "{b}"]"#]),
    Row(
      testDescription: "what ends a line or cannot be printed",
      metadata: [.title: ["a\nb\u{85}c\u{2028}d\u{7}e\u{FEFF}"]],
      lines: [#"title: "a\u000Ab\u0085c\u2028d\u0007e\uFEFF""#]),
    Row(
      testDescription: "Persian with a zero width non-joiner",
      metadata: [.title: ["می‌رود"]], language: "fa",
      lines: ["title: \"می‌رود\"", #"language: "fa""#]),
    Row(
      testDescription: "the address that the page calls its own, where nobody knows another",
      metadata: [.canonicalURL: ["https://own.example/"]],
      lines: [#"url: "https://own.example/""#]),
    Row(
      testDescription: "the day of a change is none of publication",
      metadata: [.modified: ["2024-05-03"]], lines: []),
  ]

  @Test(arguments: rows) func quotesAndOrders(_ row: Row) {
    let front = FrontMatter(Metadata(row.metadata), url: row.url, language: row.language).utf8
    let wanted = Self.unknown.map { line in
      let key = line.prefix { $0 != ":" } + ":"
      return row.lines.first { $0.hasPrefix(key) } ?? line
    }
    #expect(
      String(decoding: front, as: UTF8.self)
        == (["---"] + wanted + ["---", "", ""]).joined(
          separator: "\n"))
  }

  static let formats = ["text", "markdown"]

  @Test(arguments: formats) func standsBeforeTheTextAndInTheRecord(_ format: String) throws {
    let page = try WrittenPage(
      markup: "<p>a</p>", "format: \(format)\nwriting: {front_matter: true}\n",
      url: "https://a.b/c")
    #expect(page.text.hasPrefix("---\ntitle: null\n"))
    #expect(page.text.hasSuffix("---\n\na\n"))
    #expect(page.clean.record.output?.frontMatter == true)
    try page.checkRecord()
    let block = try #require(page.clean.record.blocks.first)
    #expect(page.clean.text[block.outputUtf8[0]..<block.outputUtf8[1]].elementsEqual("a".utf8))
  }

  @Test(arguments: formats) func flattenedTextComesBack(_ format: String) throws {
    let page = try WrittenPage(
      "---\nA line\n\n\nAnother line \n",
      "format: \(format)\nreading: {format: text}\nwriting: {front_matter: true}\n")
    #expect(try page.restored() == page.page.bytes)
  }

  @Test func aPageWithoutTextHasNone() throws {
    let page = try WrittenPage(markup: "<script>a</script>", "writing: {front_matter: true}\n")
    #expect(page.text.isEmpty && page.clean.record.output == nil)
  }

  @Test func noneUnlessAskedFor() throws {
    let page = try WrittenPage(markup: "<p>a</p>")
    #expect(page.text == "a\n")
    #expect(!String(decoding: page.clean.record.json, as: UTF8.self).contains("front_matter"))
  }

  /// Which lines of a file hold no prose since they are front matter, whoever wrote it.
  static let files: [(label: String, text: String, isFrontMatter: Bool)] = [
    ("Hugo's", "---\ntitle: a\ndraft: true\n---\n\nText\n", true),
    ("a line above it", "\n---\ntitle: a\n---\n", false),
    ("a rule and prose", "---\n\nText: more\n\n---\n", false),
    ("no end", "---\ntitle: a\n\nText\n", false),
  ]

  @Test(arguments: files.indices) func isToldFromProse(_ index: Int) {
    let (label, text, isFrontMatter) = Self.files[index]
    let lines = OutputFormat.text.linesWithoutProse(Array(text.utf8))
    #expect(lines.isEmpty != isFrontMatter, "\(label)")
  }
}
