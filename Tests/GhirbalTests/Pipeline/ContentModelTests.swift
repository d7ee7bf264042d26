import Ghirbal
import GhirbalDocument
import GhirbalIO
import Testing

/// The learned model in the pipeline, on pages as a reader gives them.
@Suite struct ContentModelTests {
  private static func clean(_ html: String, _ options: String = "{}") throws -> Pipeline.CleanPage {
    let configuration = try PipelineConfiguration(
      yaml: "reading: {format: html}\nstages:\n  - select_main_content: \(options)\n")
    return try Pipeline(configuration).clean(Page(path: "page.html", bytes: Array(html.utf8)))
  }

  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    let title: String
    let paragraphs: [String]
    let menu: [String]
    let footer: String
    var testDescription: String { label }

    var html: String {
      """
      <!doctype html><html><head><title>\(title)</title></head><body>
      <header><nav><ul>\(menu.map { "<li><a href=/\($0)>\($0)</a></li>" }.joined())</ul></nav></header>
      <main><article><h1>\(title)</h1>
      \(paragraphs.map { "<p>\($0)</p>" }.joined(separator: "\n"))</article></main>
      <aside class=sidebar><ul>\(menu.map { "<li><a href=/x/\($0)>\($0) \($0)</a></li>" }.joined())</ul></aside>
      <footer class=site-footer><p>\(footer)</p></footer></body></html>
      """
    }
  }

  /// The same page in scripts with and without capitals, spaces and Latin punctuation.
  static let rows = [
    Row(
      label: "English", title: "The last rope walk",
      paragraphs: [
        "Until 1961 every rope in Westhaven was made in one shed, four hundred paces long.",
        "The men walked backwards all day, paying out hemp from their belts, while a boy turned the wheel.",
        "When the last master died, the town bought the shed and opened it to visitors in summer.",
      ], menu: ["Home", "Town", "Sea", "Contact"],
      footer: "© Westhaven Gazette. All rights reserved."),
    Row(
      label: "Persian", title: "واپسین کارگاه ریسمان‌بافی",
      paragraphs: [
        "تا سال ۱۳۴۰ همهٔ ریسمان‌های بندر در یک کارگاه دراز بافته می‌شد، چهارصد گام درازا و شش گام پهنا.",
        "مردان سراسر روز پس‌پس می‌رفتند و الیاف را از کمربند خود می‌دادند، و پسری چرخ را می‌گرداند.",
        "پس از مرگ واپسین استاد، شهر کارگاه را خرید و تابستان‌ها آن را به روی بازدیدکنندگان گشود.",
      ], menu: ["خانه", "شهر", "دریا", "تماس"], footer: "© روزنامهٔ بندر. همهٔ حقوق محفوظ است."),
    Row(
      label: "Japanese", title: "最後の縄工場",
      paragraphs: [
        "一九六一年まで、港の縄はすべて長さ四百歩、幅六歩の一つの小屋で作られていた。",
        "男たちは一日じゅう後ろ向きに歩き、帯から麻を繰り出し、少年が車を回していた。",
        "最後の親方が亡くなったとき、町は小屋を買い取り、夏のあいだ見学者に開いた。",
      ], menu: ["ホーム", "町", "海", "連絡先"], footer: "© 港新聞。無断転載を禁じます。"),
  ]

  @Test(arguments: rows)
  func theTextStaysAndTheFrameGoes(_ row: Row) throws {
    let page = try Self.clean(row.html, "{title: keep}")
    let left = page.document.liveBlocks.map { page.document.string(of: $0) }
    #expect(left == [row.title] + row.paragraphs)
  }

  @Test(arguments: rows)
  func everyBlockHasItsVerdict(_ row: Row) throws {
    let page = try Self.clean(row.html)
    let judged = page.record.ledger.entries.compactMap(\.block)
    #expect(judged == page.raw.blocks.map(\.id))
    #expect(page.record.ledger.entries.allSatisfy { (0...1).contains($0.confidence) })
  }

  @Test(arguments: rows)
  func aLaxerModeKeepsNoLess(_ row: Row) throws {
    func kept(_ mode: String) throws -> Set<BlockID> {
      Set(try Self.clean(row.html, "{mode: \(mode)}").document.liveBlocks.map(\.id))
    }
    let (precision, balanced, recall) = try (kept("precision"), kept("balanced"), kept("recall"))
    #expect(precision.isSubset(of: balanced) && balanced.isSubset(of: recall))
    #expect(!precision.isEmpty)
  }

  @Test func noPageReachesACertaintyOfOne() throws {
    let page = try Self.clean(Self.rows[0].html, "{min_confidence: 1}")
    #expect(page.text.isEmpty)
  }

  @Test func theSameWordsSideBySideStay() throws {
    let verse = "Row, row, row your boat gently down the stream all day."
    let configuration = try PipelineConfiguration(
      yaml: "reading: {format: html}\nstages:\n  - drop_duplicate_blocks\n")
    func clean(_ html: String) throws -> String {
      let page = try Pipeline(configuration).clean(Page(path: "a.html", bytes: Array(html.utf8)))
      return page.document.liveBlocks.map { page.document.string(of: $0) }.joined(separator: "|")
    }
    let verses = "<p>\(verse)</p><p>\(verse)</p>"
    #expect(try clean("<body><div>\(verses)</div>") == "\(verse)|\(verse)")
    #expect(
      try clean("<body><div><p>\(verse)</p></div><aside><p>\(verse)</p></aside>")
        == "\(verse)|\(verse)")
  }
}
