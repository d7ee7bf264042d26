import Ghirbal
import GhirbalDocument
import GhirbalIO
import Testing

/// Selectors, policies and shells from pipeline.yml to the record, on pages as a reader gives them.
@Suite struct SelectionTests {
  private static func clean(_ html: String, _ options: String = "{}") throws -> Pipeline.CleanPage {
    let configuration = try PipelineConfiguration(
      yaml: "reading: {format: html}\nstages:\n  - select_main_content: \(options)\n")
    return try Pipeline(configuration).clean(Page(path: "page.html", bytes: Array(html.utf8)))
  }

  private static let prose =
    "The ferry across the river runs again since Monday, and people came from both banks."

  /// Each page with `drop: [.x]`; what is left, block by block.
  static let inlineRows: [(label: String, html: String, left: [String])] = [
    ("around the whole line", "<p><span class=x>All</span></p><p>B</p>", ["B"]),
    ("around a part of the line", "<p>A <span class=x>part</span></p>", ["A part"]),
    ("around the first part", "<p><span class=x>part</span> of it</p>", ["part of it"]),
    ("with white space around it", "<p> <b class=x>All</b>\n</p><p>B</p>", ["B"]),
    ("the innermost decides", "<p class=x><b>All</b></p><p><i><b class=x>C</b></i></p>", []),
    (
      "around blocks and text between them",
      "<div><span class=x>a<p>b</p>c<p>d</p>e</span></div><p>f</p>", ["f"]
    ),
    (
      "around the end of a line only",
      "<div>a <span class=x>b<p>c</p>d</span> e</div>", ["a b", "d e"]
    ),
    ("lines parted by breaks", "<p><span class=x>a<br><br>b</span></p><p>c</p>", ["c"]),
    ("beside it", "<p><i class=x></i>A</p><p>B<i class=x></i></p>", ["A", "B"]),
  ]

  @Test(arguments: inlineRows)
  func anInlineElementDecidesOverWholeBlocks(_ label: String, _ html: String, _ left: [String])
    throws
  {
    let page = try Self.clean("<body>\(html)</body>", "{keep: [body], drop: [.x]}")
    #expect(
      page.document.liveBlocks.map { page.document.string(of: $0) } == left, "\(label)")
  }

  @Test func aRuleStandsInTheRecord() throws {
    let page = try Self.clean(
      "<p>\(Self.prose)</p><aside id='facts'>Fact</aside>",
      "{keep: ['ASIDE#facts'], drop: ['p:first-child']}")
    #expect(String(decoding: page.text, as: UTF8.self) == "Fact\n")
    #expect(
      page.record.ledger.entries.map { "\($0.change) \($0.reason) \($0.rule ?? "")" } == [
        "drop dropped_by_rule p:first-child", "pin selected_by_rule ASIDE#facts",
      ])
  }

  @Test func noLaterStageDropsWhatASelectorKept() throws {
    let html =
      "<!doctype html><article><p>\(Self.prose)</p><div><p>\(Self.prose)</p></div>"
      + "<p class=keep>Leave A Reply</p><p>Leave A Reply</p>"
    func lines(_ keep: String) throws -> [String] {
      let configuration = try PipelineConfiguration(
        yaml:
          "stages:\n  - select_main_content: {keep: [\(keep)]}\n  - drop_site_chrome\n"
          + "  - drop_duplicate_blocks\n  - repair_spacing\n")
      let page = try Pipeline(configuration).clean(
        Page(path: "page.html", bytes: Array(html.utf8)))
      return page.document.liveBlocks.map { page.document.string(of: $0) }
    }
    #expect(try lines("") == [Self.prose, Self.prose])
    #expect(try lines(".keep, div p") == [Self.prose, Self.prose, "Leave A Reply"])
  }

  @Test func aShellIsFlaggedAndEmpty() throws {
    let html = """
      <!doctype html><title>Shop</title><script src="/main.js"></script>
      <div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript>
      """
    let page = try Self.clean(html)
    #expect(page.record.flags == ["script_shell"])
    #expect(page.text.isEmpty && page.record.output == nil)
    #expect(page.record.ledger.entries.map(\.reason) == ["script_shell"])
    let filled = try Self.clean(
      html.replacing("root\">", with: "root\"><p>\(Self.prose) \(Self.prose) \(Self.prose)"))
    #expect(filled.record.flags.isEmpty && !filled.text.isEmpty)
  }

  // MARK: Comments

  private static let commented = """
    <!doctype html><title>The ferry</title><article><p>\(prose)</p>
    <div class=comments><p>At last, said <a href="https://example.org/">Ann</a>.</p></div>
    <p>\(prose.replacing("Monday", with: "Friday"))</p></article>
    """

  /// Each with the text below the line, or without one.
  static let commentRows: [(label: String, html: String, format: OutputFormat, below: String?)] = [
    ("plain text", commented, .text, "At last, said Ann.\n\n"),
    ("Markdown", commented, .markdown, "At last, said [Ann](https://example.org/).\n"),
    ("no comments", commented.replacing("comments", with: "aside"), .text, nil),
    ("a count of comments", commented.replacing("comments", with: "comments-count"), .text, nil),
    (
      "the posts of a discussion",
      commented.replacing(
        "<title>",
        with:
          "<script type='application/ld+json'>{\"@type\":\"DiscussionForumPosting\"}</script><title>"
      ),
      .text, nil
    ),
  ]

  @Test(arguments: commentRows)
  func separateCommentsStandBehindTheText(
    _ label: String, _ html: String, _ format: OutputFormat, _ below: String?
  ) throws {
    let configuration = try PipelineConfiguration(
      yaml: "format: \(format.rawValue)\nstages:\n"
        + "  - select_main_content: {comments: separate, min_confidence: 0, mode: recall}\n")
    let page = Page(path: "page.html", bytes: Array(html.utf8))
    let clean = try Pipeline(configuration).clean(page)
    let parts = String(decoding: clean.text, as: UTF8.self).split(
      separator: "\n\n---\n\n", omittingEmptySubsequences: false)
    #expect(parts.count == (below == nil ? 1 : 2), "\(label)")
    #expect(below == nil || parts.last.map(String.init) == below, "\(label)")
    #expect(below == nil || !parts[0].contains("At last"), "\(label)")
    let apart = clean.record.ledger.entries.filter { $0.reason == "separate_comment" }
    #expect(apart.compactMap(\.block?.index) == (below == nil ? [] : [1]), "\(label)")
    for row in clean.record.blocks where row.block == 1 && below != nil {
      let written = clean.text[row.outputUtf8[0]..<row.outputUtf8[1]]
      #expect(below?.hasPrefix(String(decoding: written, as: UTF8.self)) == true, "\(label)")
    }
    #expect(try Pipeline.replay(clean.record, on: page).text == clean.text, "\(label)")
  }

  @Test func aBadSelectorIsNamedWithItsLine() {
    let problem = #expect(throws: ConfigurationProblem.self) {
      try PipelineConfiguration(
        yaml:
          "stages:\n  - select_main_content:\n      comments: drop\n      drop:\n        - a[data-id]\n"
      )
    }
    #expect(problem?.line == 5)
    #expect(
      problem?.problem.hasPrefix(
        "drop of select_main_content cannot be \"a[data-id]\": at byte 2 the attribute data-id is")
        == true, "\(problem?.problem ?? "")")
  }

  @Test func anUnknownPolicyIsAnError() {
    let problem = #expect(throws: ConfigurationProblem.self) {
      try PipelineConfiguration(
        yaml: "stages:\n  - select_main_content:\n      comments: kep\n")
    }
    #expect(problem?.line == 3)
    #expect(
      problem?.problem
        == "unknown comments of select_main_content \"kep\"; did you mean keep? Known: auto, keep, drop, separate."
    )
  }
}
