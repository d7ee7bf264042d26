import Ghirbal
import GhirbalDocument
import GhirbalIO
import TestSupport
import Testing

/// Markdown says what the plain text says, on every page of the sample corpus.
@Suite struct MarkdownLawTests {
  private static func cleaned(
    _ page: Page, images: ImageReading = .none
  ) throws -> Pipeline.CleanPage {
    var configuration = PipelineConfiguration.standard
    configuration.writing.format = .markdown
    configuration.reading.markup.images = images
    return try Pipeline(configuration).clean(page)
  }

  @Test(arguments: Corpus.paths) func theLettersAreThoseOfTheText(_ path: String) throws {
    try Self.checkLetters(Self.cleaned(Corpus.page(path)))
  }

  @Test(arguments: Corpus.paths) func verifiesAndRestores(_ path: String) throws {
    let page = try Corpus.page(path)
    let clean = try Self.cleaned(page)
    try Laws.replayGivesTheCleanPage(page, clean)
    try Laws.textIsRestored(page, clean)
    try Laws.recordSurvivesJSON(clean)
  }

  @Test(arguments: Corpus.paths) func holdsWithAlternativeTexts(_ path: String) throws {
    let page = try Corpus.page(path)
    let clean = try Self.cleaned(page, images: .alt)
    try Self.checkLetters(clean)
    try Laws.replayGivesTheCleanPage(page, clean)
  }

  /// No bytes make the writer stop or lose a letter.
  @Test(arguments: 0..<120) func holdsForNastyPages(_ seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let pieces = [
      "<b>", "</b>", "<i>", "</i>", "<code>", "</code>", "<a href='a_(b'>", "</a>", "<s>", "</s>",
      "<ul>", "</ul>", "<ol start=7>", "<li>", "<blockquote>", "</blockquote>", "<p>", "<br>",
      "<pre>",
      "</pre>", "<table>", "<tr>", "<td>", "<th colspan=3>", "</table>", "<h2>", "<sub>", "*", "_",
      "`", "``", "\\", "[", "](", "]", ")", "!", "?", "#", "- ", "1. ", "|", "~~", "&amp;lt;",
      "&lt;",
      " ",
      " ", "a", "b", "word", "«", "»", "، ", "کتاب", "字", "\n", "\u{200C}", "\u{A0}",
    ]
    var markup = "<!doctype html><body>"
    markup += random.text(of: pieces, count: 400)
    var configuration = try PipelineConfiguration.standard.restricted(to: [])
    configuration.writing.format = .markdown
    let page = Page(path: "a.html", bytes: Array(markup.utf8))
    let clean = try Pipeline(configuration).clean(page)
    try Self.checkLetters(clean)
    try Laws.replayGivesTheCleanPage(page, clean)
  }

  /// What a reader of Markdown makes of each block is the block's text.
  private static func checkLetters(_ clean: Pipeline.CleanPage) throws {
    for row in clean.record.blocks {
      let block = clean.document.blocks[row.block]
      let written = clean.text[row.outputUtf8[0]..<row.outputUtf8[1]]
      let content = clean.document.utf8[block.content]
      let isCode = block.kind == .preformatted
      let lines = written.split(separator: 0x0A, omittingEmptySubsequences: false)
        .enumerated().map { number, line in
          // Lines after the first start with what their lists and quotations do.
          number == 0 && !isCode ? line : line.drop { $0 == 0x20 || $0 == UInt8(ascii: ">") }
        }
      let joined = Array(lines.joined(separator: [0x0A]))
      let read = isCode ? joined : InlineMarkdown(joined).text
      // The mark of a footnote has its brackets from Markdown.
      let hasNotes = written.contains(UInt8(ascii: "^"))
      func letters(_ utf8: some Collection<UInt8>) -> [UInt8] {
        (hasNotes ? withASCIIDigits(utf8) : Array(utf8)).filter {
          $0 > 0x20 && !(isCode && $0 == UInt8(ascii: ">")) && !isBracket($0)
        }
      }
      func isBracket(_ byte: UInt8) -> Bool {
        hasNotes && (byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]"))
      }
      // A label is a number in ASCII, whatever digits the page's mark has.
      func withASCIIDigits(_ utf8: some Collection<UInt8>) -> [UInt8] {
        let scalars = String(decoding: utf8, as: UTF8.self).unicodeScalars.map { scalar in
          scalar.properties.generalCategory == .decimalNumber
            ? scalar.properties.numericValue.map { Unicode.Scalar(UInt8(0x30 + $0)) } ?? scalar
            : scalar
        }
        return Array(String(String.UnicodeScalarView(scalars)).utf8)
      }
      #expect(
        letters(read) == letters(content),
        "block \(row.block): \(String(decoding: written, as: UTF8.self))")
    }
  }
}

/// The reader that the law is told by, on examples of the specification.
@Suite struct InlineMarkdownTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let markdown: String
    let text: String
    var testDescription: String { markdown }
    init(_ markdown: String, _ text: String) {
      self.markdown = markdown
      self.text = text
    }
  }

  static let rows = [
    Row("*foo bar*", "foo bar"), Row("a * foo bar*", "a * foo bar*"),
    Row("foo*bar*", "foobar"), Row("_foo bar_", "foo bar"), Row("foo_bar_", "foo_bar_"),
    Row("пристаням_стремятся_", "пристаням_стремятся_"), Row("foo-_(bar)_", "foo-(bar)"),
    Row("_(bar)_.", "(bar)."), Row("*(*foo)", "*(*foo)"), Row("**foo bar**", "foo bar"),
    Row("__foo__bar", "__foo__bar"), Row("*foo **bar** baz*", "foo bar baz"),
    Row("*foo**bar*", "foo**bar"), Row("***foo** bar*", "foo bar"), Row("foo ***", "foo ***"),
    Row("**foo*", "*foo"), Row("*foo****", "foo***"), Row("`` foo ` bar ``", " foo ` bar "),
    Row("`foo``", "`foo``"), Row("*foo`*`", "*foo*"), Row("[link](/uri)", "link"),
    Row("[link](/my uri)", "[link](/my uri)"), Row("[link [foo [bar]]](/uri)", "link [foo [bar]]"),
    Row("[link] bar](/uri)", "[link] bar](/uri)"), Row("[link [bar](/uri)", "[link bar"),
    Row("[foo [bar](/uri)](/uri)", "[foo bar](/uri)"), Row("*[foo*](/uri)", "*foo*"),
    Row("![foo](/url)", "foo"), Row("\\*a\\b", "*a\\b"), Row("~~Hi~~ ~you~", "Hi you"),
    Row("a~~b", "a~~b"), Row("a<br>b < c", "ab < c"), Row("x[^1]", "x1"),
  ]

  @Test(arguments: rows) func reads(_ row: Row) {
    #expect(String(decoding: InlineMarkdown(row.markdown.utf8).text, as: UTF8.self) == row.text)
  }
}
