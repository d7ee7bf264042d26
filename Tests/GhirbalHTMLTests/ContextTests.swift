import GhirbalDocument
import Testing

@Suite struct ContextTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let markup: String
    let context: BlockContext
    var testDescription: String { markup }

    init(_ markup: String, _ context: BlockContext) {
      self.markup = markup
      self.context = context
    }
  }

  /// The context of the block that reads "x".
  static let rows = [
    Row("<p>x", []),
    Row("<nav><p>x</nav>", .navigation),
    Row("<header>x", .pageHeader),
    Row("<article><header>x", .article),
    Row("<footer>x", .pageFooter),
    Row("<article><footer>x", .article),
    Row("<aside>x", .aside),
    Row("<main>x", .main),
    Row("<main></main>x", []),
    Row("<form>x", .form),
    Row("<form>y<form>x</form></form>", .form),
    Row("<dialog>x", .dialog),
    Row("<button>x</button>", .button),
    Row("<select><option>x</select>", .button),
    Row("<template><p>x</template>", .hidden),
    Row("<noscript><p>x</noscript>", .noscript),
    Row("<iframe>x</iframe>", .hidden),
    Row("<div hidden>x", .hidden),
    Row("<div hidden=''><p>x", .hidden),
    Row("<div aria-hidden=true>x", .hidden),
    Row("<div aria-hidden=false>x", []),
    Row("<div style='color:red; DISPLAY : NONE'>x", .hidden),
    Row("<div style='visibility:hidden'>x", .hidden),
    Row("<div style='display:block'>x", []),
    Row("<div style='display:none'>y</div><p>x", []),
    Row("<div aria-modal=true>x", .dialog),
    Row("<div role=navigation>x", .navigation),
    Row("<div role=BANNER>x", .pageHeader),
    Row("<div role=contentinfo>x", .pageFooter),
    Row("<div role=complementary>x", .aside),
    Row("<div role=main>x", .main),
    Row("<div role=article>x", .article),
    Row("<div role=presentation>x", []),
    Row("<ul><li>x</ul>", .list),
    Row("<table><tr><td>x", .table),
    Row("<figure>x", .figure),
    Row("<blockquote>x", .quotation),
    Row("<code>x</code>", .code),
    Row("<pre><code>x</code></pre>", []),
    Row("<body><nav><ul><li><a>x", [.navigation, .list]),
  ]

  @Test(arguments: rows) func flagsWhatTextStandsIn(_ row: Row) throws {
    let sample = MarkupSample(row.markup)
    let block = try #require(sample.document.blocks.first { sample.document.string(of: $0) == "x" })
    #expect(block.context == row.context)
  }
}
