import Ghirbal
import GhirbalDocument
import GhirbalIO
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
  @Test(arguments: 0..<60) func holdsForNastyPages(_ seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let pieces = [
      "<b>", "</b>", "<i>", "</i>", "<code>", "</code>", "<a href='a_(b'>", "</a>", "<s>", "</s>",
      "<ul>", "</ul>", "<ol start=7>", "<li>", "<blockquote>", "</blockquote>", "<p>", "<br>",
      "<pre>",
      "</pre>", "<table>", "<tr>", "<td>", "<th colspan=3>", "</table>", "<h2>", "<sub>", "*", "_",
      "`", "``", "\\", "[", "](", "]", ")", "!", "#", "- ", "1. ", "|", "~~", "&amp;lt;", "&lt;",
      " ",
      " ", "a", "b", "word", "«", "»", "، ", "کتاب", "字", "\n", "\u{200C}", "\u{A0}",
    ]
    var markup = "<!doctype html><body>"
    for _ in 0..<400 { markup += pieces[random.below(pieces.count)] }
    var configuration = try PipelineConfiguration.standard.restricted(to: [])
    configuration.writing.format = .markdown
    let page = Page(path: "a.html", bytes: Array(markup.utf8))
    let clean = try Pipeline(configuration).clean(page)
    try Self.checkLetters(clean)
    try Laws.replayGivesTheCleanPage(page, clean)
  }

  private static func checkLetters(_ clean: Pipeline.CleanPage) throws {
    for row in clean.record.blocks {
      let block = clean.document.blocks[row.block]
      let written = clean.text[row.outputUtf8[0]..<row.outputUtf8[1]]
      let read =
        block.kind == .preformatted
        ? Array(written).filter { $0 > 0x20 && $0 != UInt8(ascii: ">") } : letters(written)
      let content = clean.document.utf8[block.content].filter { byte in
        byte > 0x20 && !(block.kind == .preformatted && byte == UInt8(ascii: ">"))
          && (block.kind == .preformatted || !ambiguous.contains(byte))
      }
      #expect(read == content, "block \(row.block): \(String(decoding: written, as: UTF8.self))")
    }
  }

  /// Signs that are text or markup by what is around them; they are not compared.
  private static let ambiguous: Set<UInt8> = Set("[]!~>`\\".utf8)

  /// The letters of a block's Markdown: without marks, addresses and white space.
  private static func letters(_ markdown: ArraySlice<UInt8>) -> [UInt8] {
    var letters: [UInt8] = []
    var index = markdown.startIndex
    var code: Int?
    func add(_ byte: UInt8) {
      if byte > 0x20, !ambiguous.contains(byte) { letters.append(byte) }
    }
    while index < markdown.endIndex {
      let byte = markdown[index]
      if byte == UInt8(ascii: "`") {
        let run = markdown[index...].prefix { $0 == UInt8(ascii: "`") }.count
        if code == nil { code = run } else if code == run { code = nil }
        index += run
        continue
      }
      if code != nil {
        add(byte)
        index += 1
        continue
      }
      if byte == UInt8(ascii: "\\"), index + 1 < markdown.endIndex {
        add(markdown[index + 1])
        index += 2
        continue
      }
      if byte == UInt8(ascii: "*") {
        index += 1
        continue
      }
      if let tag = tags.first(where: { markdown[index...].starts(with: $0.utf8) }) {
        index += tag.utf8.count
        continue
      }
      if markdown[index...].starts(with: "](".utf8) {
        index += 2
        while markdown[index] != UInt8(ascii: ")") {
          index += markdown[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        index += 1
        continue
      }
      add(byte)
      index += 1
    }
    return letters
  }

  private static let tags = ["<sub>", "</sub>", "<sup>", "</sup>", "<br>"]
}
