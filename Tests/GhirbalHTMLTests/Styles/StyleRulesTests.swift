import GhirbalDocument
import Testing

@testable import GhirbalHTML

/// Which elements the page's own style sheets hide.
@Suite struct StyleRulesTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    let css: String
    let markup: String
    /// The texts of the hidden blocks.
    let hidden: [String]
    var testDescription: String { label }

    init(_ label: String, _ css: String, _ markup: String, _ hidden: String...) {
      self.label = label
      self.css = css
      self.markup = markup
      self.hidden = hidden
    }
  }

  private static let body =
    "<p class='a x' id=i>one</p><div class=b><p class=a>two</p></div><h2 style='display:block'>three</h2>"

  static let rows = [
    Row("nothing", "p{color:red}", body),
    Row("a tag", "h4,p{display:none}", body + "a longer text that stays", "one", "two"),
    Row("a class", ".x { display : none }", body, "one"),
    Row("an id", "#i{visibility:hidden}", body, "one"),
    Row("tag and class", "p.x{display:none}", body, "one"),
    Row("another tag's class", "div.x{display:none}", body),
    Row("two classes", ".x.a{display:none}", body, "one"),
    Row("inside another", "div .a{display:none}", body, "two"),
    Row("a child", ".b > p{display:none}", body, "two"),
    Row("no child", "body > section > p{display:none}", body),
    Row("a list", ".q, .b p , .r{display:none}", body, "two"),
    Row("important", ".x{display:none!important}.x{display:block}", body, "one"),
    Row("shown later", ".a{display:none}.x{display:block}", body, "two"),
    Row("shown before", ".x{display:block}.a{display:none}", body, "one", "two"),
    Row("shown by a heavier one", "p.x{display:flex}.a{display:none}", body, "two"),
    Row("shown by another property", ".x{display:none}.x{visibility:visible}", body, "one"),
    Row("its own style", "h2{display:none}", body),
    Row("a state", ".x:hover{display:none}.a:not(.x){display:none}", body),
    Row("an attribute", "[id]{display:none}", body),
    Row("all elements", "*{display:none}", body),
    Row("a neighbour", "p + .b{display:none}", body),
    Row("pseudo-element", ".x::before{display:none}", body),
    Row("an at-rule", "@media print{.x{display:none}}", body),
    Row("behind an at-rule", "@media print{.y{a:b}} @import 'x;'; .x{display:none}", body, "one"),
    Row("in a comment", "/* .x{display:none} */ .b{color:red}", body),
    Row("behind comments", "/*}*/ .x{/*;*/display:none}<!-- -->", body, "one"),
    Row("in a string", "q{content:'}.x{display:none}'}", body),
    Row("the whole page", "body{display:none}html{visibility:hidden}", body),
    Row("most of the page", ".all{display:none}", "<div class=all>\(body)</div><p>q</p>"),
    Row("without scripts", ".no-js .x{display:none}", "<div class=no-js>\(body)</div>"),
    Row("braces that do not fit", "}}.x{display:none", body, "one"),
    Row("an empty block", ".x{}.y{display:}", body),
    Row("border none", ".x{border:none;list-style:none}", body),
    Row("Persian", ".پنهان{display:none}", "<p>متن بلندتر</p><p class=پنهان>پنهان</p>", "پنهان"),
  ]

  private static func hidden(_ document: Document) -> [String] {
    document.blocks.filter { $0.context.contains(.hidden) }.map { document.string(of: $0) }
  }

  @Test(arguments: rows) func hides(_ row: Row) {
    let page = "<html><head><style>\(row.css)</style></head><body>\(row.markup)</body></html>"
    #expect(Self.hidden(MarkupSample(page).document) == row.hidden)
  }

  static let places: [(label: String, page: String, hidden: [String])] = [
    ("behind what it hides", "<p>a b c</p><p class=x>d</p><style>.x{display:none}</style>", ["d"]),
    ("for screens", "<style media=screen>.x{display:none}</style><p>a b<p class=x>d", ["d"]),
    ("for paper", "<style media='print'>.x{display:none}</style><p>a b<p class=x>d", []),
    (
      "for small screens",
      "<style media='screen and (max-width:9px)'>.x{display:none}</style>"
        + "<p>a b<p class=x>d", []
    ),
    ("another language", "<style type='text/less'>.x{display:none}</style><p>a b<p class=x>d", []),
    (
      "for browsers without scripts",
      "<noscript><style>.x{display:none}</style></noscript><p>a b<p class=x>d", []
    ),
    ("in a script", "<script>'<style>.x{display:none}</style>'</script><p>a b<p class=x>d", []),
    ("in a comment", "<!--<style>.x{display:none}</style>--><p>a b<p class=x>d", []),
  ]

  @Test(arguments: places)
  func countsWhereItStands(_ label: String, _ page: String, _ hidden: [String]) {
    #expect(Self.hidden(MarkupSample(page).document) == hidden, "\(label)")
  }

  @Test func anInlineElementIsARun() {
    let block = MarkupSample("<style>.x{display:none}</style><p>shown <b class=x>no</b>")
      .document.blocks[0]
    #expect(block.unseen.map(\.kind) == [.hidden])
  }

  @Test func anInlineElementAroundBlocksHidesItsOwnText() {
    let sample = MarkupSample(
      "<style>.x{display:none}</style><div>shown text <span class=x>a<p>b</p></span></div>")
    #expect(sample.document.blocks.map(\.context) == [[], .hidden])
  }

  @Test func anInlineElementAroundThePageIsNone() {
    let sample = MarkupSample("<style>.x{display:none}</style><app class=x><p>a</p><p>b</p></app>c")
    #expect(sample.document.blocks.allSatisfy { $0.unseen.isEmpty && $0.context.isEmpty })
  }

  /// Rules without end, or all for the same element, take a time that grows with the page.
  @Test func hostileSheetsEnd() {
    let many = (0..<50_000).map { ".c\($0 % 7) .d .e .f .g{display:none}" }.joined()
    let nested = String(repeating: "<div class='c1 d e f'>", count: 3000)
    let elements = String(repeating: "<b class='g c2'>x</b>", count: 5000)
    let document = MarkupSample("<style>\(many)</style>\(nested)\(elements)").document
    #expect(!document.blocks.isEmpty)
    let rules = Array(many.utf8).withUnsafeBufferPointer {
      StyleSheetReader.rules(in: $0, [0..<$0.count])
    }
    #expect(rules.count == StyleSheetReader.maxRules)
  }
}
