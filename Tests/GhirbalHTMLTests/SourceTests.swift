import GhirbalDocument
import GhirbalHTML
import GhirbalText
import Testing

@Suite struct SourceTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let markup: String
    let sources: [String]
    var testDescription: String { markup }

    init(_ markup: String, _ sources: String...) {
      self.markup = markup
      self.sources = sources
    }
  }

  static let blocks = [
    Row("<p>one</p> <p> two </p>", "one", "two"),
    Row("<p>o<b>n</b>e</p>", "o<b>n</b>e"),
    Row("<p>&lt;one&gt;</p>", "&lt;one&gt;"),
    Row("<p>one<br>two", "one<br>two"),
    Row("<p>a</i>&amp;b</p>c", "a</i>&amp;b", "c"),
    Row("سلام<p>دنیا", "سلام", "دنیا"),
    Row("<pre>\n a\n</pre>b", " a", "b"),
    Row("<!-- x -->one<!-- y --> two", "one<!-- y --> two"),
    Row("<a>one</a><a>two</a>", "one</a><a>two"),
  ]

  @Test(arguments: blocks) func blocksKnowTheirBytes(_ row: Row) {
    #expect(MarkupSample(row.markup).sources == row.sources)
    #expect(MarkupSample(row.markup).document.blocks.allSatisfy { !$0.isApproximate })
  }

  static let elements = [
    Row("x<b>one</b>y", "<b>one</b>"),
    Row("<b class='>'>one</b ><i></i>", "<b class='>'>one</b >"),
    Row("<p><b>one</p>", "<b>one</p>"),
    Row("<!-- <b> --><b>one", "<b>one"),
    Row("&lt;b <B>one</B>", "<B>one</B>"),
  ]

  @Test(arguments: elements) func elementsKnowTheirBytes(_ row: Row) {
    let sample = MarkupSample(row.markup)
    let elements = sample.document.elements
    let sources = elements.elements(.b).map {
      String(decoding: sample.markup[elements.sourceBytes(of: $0)], as: UTF8.self)
    }
    #expect(sources == row.sources)
  }

  @Test func anElementThatTheNextOneClosesEndsBeforeIt() {
    let sample = MarkupSample("<ul><li>one<li class=x>two</ul>")
    let elements = sample.document.elements
    let sources = elements.elements(.li).map {
      String(decoding: sample.markup[elements.sourceBytes(of: $0)], as: UTF8.self)
    }
    #expect(sources == ["<li>one", "<li class=x>two</ul>"])
  }

  @Test func brTakesTheBytesOfTheLineBreak() {
    let sample = MarkupSample("one <br> two")
    #expect(sample.document.blocks[0].sourceMap.sourceRange(of: 0..<3) == 0..<3)
    #expect(sample.document.blocks[0].sourceMap.sourceRange(of: 4..<7) == 9..<12)
  }

  /// A page of windows-1256: each Arabic letter is two bytes of UTF-8 and one raw byte.
  @Test func positionsLeadBackThroughADecoding() {
    let markup = Array("<p>ab سلام &amp; دنیا</p><p>x".utf8)
    var runs: [DecodingRun] = []
    var offset = 0
    var raw = 0
    while offset < markup.count {
      let unit = markup[offset] < 0x80 ? 1 : 2
      if runs.last?.utf8Unit != unit {
        runs.append(
          DecodingRun(utf8Start: offset, sourceStart: raw, utf8Unit: unit, sourceUnit: 1))
      }
      offset += unit
      raw += 1
    }
    let (document, _) = HTMLReader.document(
      markup, source: DecodingMap(runs: runs, utf8Count: markup.count, sourceCount: raw))
    let block = document.blocks[0]
    #expect(document.string(of: block) == "ab سلام & دنیا")
    #expect(block.sourceBytes == 3..<21)
    let positions = ["a": (0..<1, 3..<4), "سل": (3..<7, 6..<8), "&": (12..<13, 11..<16)]
    for (label, (text, source)) in positions {
      #expect(block.sourceMap.sourceRange(of: text) == source, "\(label)")
    }
    #expect(document.blocks[1].sourceBytes == 28..<29)
  }

  @Test func positionsLeadBackOverAByteOrderMark() {
    let markup = Array("<p>one</p>".utf8)
    let source = DecodingMap(
      runs: [DecodingRun(utf8Start: 0, sourceStart: 3, utf8Unit: 1, sourceUnit: 1)],
      utf8Count: markup.count, sourceCount: markup.count + 3)
    let (document, _) = HTMLReader.document(markup, source: source)
    #expect(document.blocks[0].sourceBytes == 6..<9)
  }
}
