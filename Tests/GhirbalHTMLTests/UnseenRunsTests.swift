import GhirbalDocument
import Testing

/// What of a block the page does not show, and what says so.
@Suite struct UnseenRunsTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    let markup: String
    /// The text, with `[` and `]` around each run.
    let text: String
    let kinds: [UnseenRun.Kind]
    var testDescription: String { label }

    init(_ label: String, _ markup: String, _ text: String, _ kinds: UnseenRun.Kind...) {
      self.label = label
      self.markup = markup
      self.text = text
      self.kinds = kinds
    }
  }

  static let rows = [
    Row("hidden", "<p>a <span hidden>b</span> c", "a [b] c", .hidden),
    Row("display none", "<p>a <b style='color:red;DISPLAY : NONE'>b</b>", "a [b]", .hidden),
    Row("visibility", "<p>a <b style='visibility:hidden !important'>b</b>", "a [b]", .hidden),
    Row("font size 0", "<p>a <b style='font-size:0.0px'>b</b>", "a [b]", .hidden),
    Row("a font size", "<p>a <b style='font-size:0.8em'>b</b>", "a b"),
    Row("display inline", "<p>a <b style='display:inline'>b</b>", "a b"),
    Row("a later declaration", "<p>a <b style='display:none;display:block'>b</b>", "a\nb"),
    Row(
      "a word that begins alike", "<p>a <b style='display:nonesuch-x;x:none'>b</b>", "a [b]",
      .hidden),
    Row("another property", "<p>a <b style='x-display:none;border:none'>b</b>", "a b"),
    Row("clear", "<p>a <b style='opacity:0'>b</b> c", "a [b] c", .outOfSight),
    Row("half clear", "<p>a <b style='opacity:0.5'>b</b> c", "a b c"),
    Row(
      "off the page", "<p>a <b style='position:absolute;left:-9999px'>b</b> c", "a [b] c",
      .outOfSight),
    Row("moved a little", "<p>a <b style='position:relative;left:-9px'>b</b> c", "a b c"),
    Row(
      "clipped", "<p>a <b style='position:absolute;clip:rect(0 0 0 0)'>b</b> c", "a [b] c",
      .screenReaderText),
    Row("a class", "<p>a <b class='x sr-only'>b</b> c", "a [b] c", .screenReaderText),
    Row(
      "with underscores", "<p>a <b class='Visually_Hidden'>b</b> c", "a [b] c", .screenReaderText),
    Row("a class that looks like it", "<p>a <b class='sr-only-focusable-x srs'>b</b> c", "a b c"),
    Row("aria-hidden", "<p>a <b aria-hidden=true>b</b> c", "a [b] c", .ariaHidden),
    Row("not aria-hidden", "<p>a <b aria-hidden=false>b</b> c", "a b c"),
    Row(
      "two beside each other", "<p>a<b class=sr-only>b</b><i aria-hidden=true>c</i>", "a[b][c]",
      .screenReaderText, .ariaHidden),
    Row(
      "hidden inside aria-hidden", "<p>a <i aria-hidden=true>b <b hidden>c</b> d</i>",
      "a [b ][c][ d]", .ariaHidden, .hidden, .ariaHidden),
    Row(
      "aria-hidden inside hidden", "<p>a <i hidden>b <b aria-hidden=true>c</b></i>", "a [b c]",
      .hidden),
    Row(
      "shown inside invisible",
      "<p>a <i style='visibility:hidden'>b <b style='visibility:visible'>c</b></i>", "a [b ]c",
      .hidden),
    Row(
      "shown inside no size", "<p>a <i style='font-size:0'>b<b style='font-size:1em'>c</b></i>",
      "a [b]c", .hidden),
    Row(
      "shown inside none", "<p>a <i hidden>b <b style='visibility:visible'>c</b></i>", "a [b c]",
      .hidden),
    Row("white space inside", "<p>a<i hidden> (b) </i>, c", "a[ (b) ], c", .hidden),
    Row("white space around", "<p>a <i hidden>b</i> c", "a [b] c", .hidden),
    Row("a line break inside", "<p>a <i hidden>b<br><br>c</i> d", "a [b c] d", .hidden),
    Row("links that touch over it", "<p><a>a</a><i hidden>(b)</i><a>c</a>", "a[(b)] c", .hidden),
    Row("letters that touch over it", "<p>a<i hidden>b</i>c", "a[b]c", .hidden),
    Row("Arabic", "<p>سلام <span hidden>مخفی</span> دنیا", "سلام [مخفی] دنیا", .hidden),
    Row(
      "two blocks", "<div>a <span hidden>b<p>c</p>d</span> e</div>", "a [b]|c|[d] e", .hidden,
      .hidden),
    Row("the whole of a block", "<p><i hidden>a</i> <b hidden>b</b></p>c", "a b|c"),
    Row("all but a sign", "<p><i hidden>a</i>.", "[a].", .hidden),
  ]

  @Test(arguments: rows) func readsRuns(_ row: Row) {
    let sample = MarkupSample(row.markup)
    let texts = sample.document.blocks.map { block in
      var utf8 = Array(sample.document.string(of: block).utf8)
      for run in block.unseen.reversed() {
        utf8.insert(UInt8(ascii: "]"), at: run.utf8Range.upperBound)
        utf8.insert(UInt8(ascii: "["), at: run.utf8Range.lowerBound)
      }
      return String(decoding: utf8, as: UTF8.self)
    }
    #expect(texts.joined(separator: "|") == row.text)
    #expect(sample.document.blocks.flatMap { $0.unseen.map(\.kind) } == row.kinds)
  }

  @Test func aBlockHiddenAsAWholeIsFlagged() {
    let blocks = MarkupSample("<p><i hidden>a</i></p><p>b<i hidden>c</i></p>").document.blocks
    #expect(blocks.map(\.context) == [.hidden, []])
  }

  @Test func whatStandsFirstDoesNotHideTheRest() {
    let sample = MarkupSample("<p><span aria-hidden=true>★</span> Five stars")
    #expect(sample.document.blocks.map(\.context) == [[]])
  }
}
