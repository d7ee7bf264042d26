import GhirbalDocument
import GhirbalHTML
import TestSupport
import Testing

@Suite struct FormulaTests {
  typealias Row = MarkupRow

  private static let mathML = "<mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup>"
  private static let tex = "<annotation encoding='application/x-tex'>E = mc^2</annotation>"

  static let copies = [
    Row(
      "KaTeX",
      "is <span class=katex><span class=katex-mathml><math><semantics><mrow>\(mathML)</mrow>\(tex)</semantics>"
        + "</math></span><span class=katex-html aria-hidden=true>E=mc<span>2</span></span></span>, and",
      "is E = mc^2, and"),
    Row(
      "MathJax 3",
      "so: <mjx-container class=MathJax><mjx-math aria-hidden=true></mjx-math><mjx-assistive-mml><math>"
        + "\(mathML)</math></mjx-assistive-mml></mjx-container> here", "so: E=mc² here"),
    Row(
      "MathJax 2 before it ran",
      "have <span class=MathJax_Preview>E=mc2</span><script type='math/tex'>E=mc^2</script> instead",
      "have E=mc^2 instead"),
    Row(
      "MathJax 2 after it ran",
      "have <span class=MathJax_Preview></span><span class=MathJax><nobr><span class=math>E=mc2</span></nobr>"
        + "</span><script type='math/tex'>E=mc^2 \\text{, of course}</script>, as",
      "have E=mc^2 \\text{, of course}, as"),
    Row(
      "MathJax 2 without its result", "have <script type='math/tex'>E=mc^2</script>.",
      "have E=mc^2."),
    Row(
      "two scripts", "<script type='math/tex'>a</script><script type='math/tex'>b</script>", "ab"),
    Row(
      "MediaWiki",
      "so: <span class=mwe-math-element><span style='display:none'><math alttext='{\\displaystyle E=mc^{2}}'>"
        + "\(mathML)</math></span><img class=mwe-math-fallback-image-inline alt='{\\displaystyle E=mc^{2}}'>"
        + "</span> here", "so: E=mc^{2} here"),
    Row("MediaWiki's image", "so <img class=tex alt='x^2'>.", "so x^2."),
    Row("another image", "so <img class=photo alt='x^2'>.", "so ."),
    Row("LaTeXML", "<math alttext='\\alpha_{1}'><mi>α</mi></math>", "\\alpha_{1}"),
    Row("spoken text is no TeX", "<math alttext='alpha one'><mi>α</mi></math>", "α"),
    Row(
      "white space inside", "if <b class=MathJax>\n <math><mi>k</mi></math>\n</b>heads",
      "if k heads"),
    Row("between other text", "10<math><mi>x</mi></math>.", "10x."),
    Row("no formula", "<span class=katexology>E=mc2</span>", "E=mc2"),
  ]

  static let lines = [
    Row("powers and indices", "<msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup>", "x₁²"),
    Row("longer ones", "<msup><mi>e</mi><mrow><mo>−</mo><mi>x</mi></mrow></msup>", "e^(−x)"),
    Row(
      "a fraction", "<mfrac><mi>a</mi><mrow><mi>b</mi><mo>+</mo><mn>1</mn></mrow></mfrac>",
      "a/(b+1)"),
    Row("a fraction of numbers", "<mn>2</mn><mfrac><mn>1</mn><mn>2</mn></mfrac>", "2 1/2"),
    Row("a root", "<msqrt><mi>x</mi><mo>+</mo><mn>1</mn></msqrt>", "√(x+1)"),
    Row("a simple root", "<msqrt><mn>2</mn></msqrt>", "√2"),
    Row("another root", "<mroot><mi>x</mi><mn>3</mn></mroot>", "x^(1/3)"),
    Row(
      "a sum",
      "<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>N</mi></munderover>",
      "∑ᵢ₌₁^(N)"),
    Row("a function", "<mi>sin</mi><mo>&#x2061;</mo><mi>x</mi>", "sin x"),
    Row("words", "<mi>x</mi><mtext> if </mtext><mi>y</mi>", "x if y"),
    Row("a prime", "<msup><mi>f</mi><mo>′</mo></msup>", "f′"),
    Row(
      "a table",
      "<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr><mtr><mtd><mn>3</mn></mtd></mtr></mtable>",
      "1, 2; 3"),
    Row("what is not seen", "<mn>1</mn><mphantom><mn>2</mn></mphantom>", "1"),
    Row("Persian digits", "<msup><mn>۱۰</mn><mn>۶</mn></msup>", "۱۰^(۶)"),
  ]

  @Test(arguments: copies) func standsOnce(_ row: Row) {
    let sample = MarkupSample("<p>\(row.markup)</p>")
    #expect(sample.contents == [row.text])
    #expect(sample.document.blocks.allSatisfy { !$0.isApproximate })
  }

  @Test(arguments: lines) func isOneLine(_ row: Row) {
    #expect(MarkupSample("<math>\(row.markup)</math>").contents == [row.text])
  }

  @Test func isOnePieceOfItsElementAndMarked() {
    let sample = MarkupSample("<p>a <math><mi>x</mi></math> b")
    let document = sample.document
    let block = document.blocks[0]
    #expect(block.marks.map { document.string(in: block, $0.utf8Range) } == ["x"])
    #expect(document.elements.formulas == [block.marks[0].element: .text])
    let source = block.sourceMap.sourceRange(of: 2..<3)
    #expect(String(decoding: sample.markup[source], as: UTF8.self) == "<math><mi>x</mi></math>")
  }

  @Test func aFormulaSetApartIsReplacedByItsSource() {
    let sample = MarkupSample(
      "<p>a</p><div class=MathJax_Display><span class=MathJax>E=mc2</span></div>"
        + "<script type='math/tex; mode=display'>E=mc^2</script><p>b</p>")
    #expect(sample.contents == ["a", "E=mc^2", "b"])
  }

  @Test func aFormulaThatIsNeverClosedEndsBeforeTheNextBlock() {
    let sample = MarkupSample("<p>a <math><mi>x</mi><b>c<p>d <b>e</b></p><div>f</div>")
    #expect(sample.contents == ["a xc", "d e", "f"])
  }
}
