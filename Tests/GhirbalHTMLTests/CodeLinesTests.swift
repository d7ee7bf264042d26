import GhirbalDocument
import GhirbalHTML
import TestSupport
import Testing

@Suite struct CodeLinesTests {
  typealias Row = MarkupRow

  static let rows = [
    Row("lines", "<pre><code>a {\n  b\n\n}\n</code></pre>", "a {\n  b\n\n}"),
    Row("a div a line", "<pre><div>a {</div><div>  b</div><div>}</div></pre>", "a {\n  b\n}"),
    Row("with line ends between", "<pre><div>a</div>\n<div>  b</div>\n</pre>", "a\n  b"),
    Row("set out", "<pre>\n  <div>a</div>\n  <div>  b</div>\n</pre>", "  a\n  b"),
    Row("with line ends inside", "<pre><div>a\n</div><div>  b\n</div></pre>", "a\n  b"),
    Row(
      "an empty line",
      "<pre><div class=line>a</div><div class=line></div><div class=line>b</div></pre>", "a\n\nb"),
    Row("an empty line inside", "<pre><div>a</div><div>\n</div><div>b</div></pre>", "a\n\nb"),
    Row("an empty div", "<pre>a<div></div>b</pre>", "a\nb"),
    Row(
      "nested", "<pre><div class=code><div>a</div><div>b</div></div><div>c</div></pre>", "a\nb\nc"),
    Row(
      "spans in lines",
      "<pre><code><span class=line>a</span>\n<span class=line></span>\n<span class=line>b</span></code></pre>",
      "a\n\nb"),
    Row(
      "line ends inside nested spans",
      "<pre><code><span class=line><span class=cl>a\n</span></span><span class=line><span class=cl>\n</span></span><span class=line><span class=cl>b\n</span></span></code></pre>",
      "a\n\nb"),
    Row(
      "nested spans without line ends, one of them empty",
      "<pre><code><span class=line><span class=cl>a</span></span><span class=line><span class=cl></span></span><span class=line><span class=cl>b</span></span></code></pre>",
      "a\n\nb"),
    Row(
      "spans without line ends",
      "<pre><code><span class=line>a</span><span class=line>  b</span></code></pre>",
      "a\n  b"),
    Row(
      "spans laid out as lines",
      "<pre><code><span style='display:block'>a</span><span style='display:block'>  b</span></code></pre>",
      "a\n  b"),
    Row("spans in a line", "<pre><span class=k>let</span> <span class=n>x</span></pre>", "let x"),
    Row("line breaks", "<pre>a<br>  b<br><br>c</pre>", "a\n  b\n\nc"),
    Row(
      "a list", "<pre><ol>\n<li>a</li>\n<li>  b</li>\n<li></li>\n<li>c</li></ol></pre>",
      "a\n  b\n\nc"),
    Row(
      "a table in code",
      "<pre><code><table class=hljs-ln><tbody>\n<tr>\n<td class=hljs-ln-numbers><div data-line-number=1></div></td>"
        + "<td class=hljs-ln-code>a:</td></tr><tr><td class=hljs-ln-numbers><div></div></td><td></td></tr>"
        + "<tr><td></td><td>    b</td></tr></tbody></table></code></pre>", "a:\n\n    b"),
    Row(
      "a table that is code",
      "<table class='highlight js-file-line-container'><tr><td class=blob-num data-line-number=1></td>"
        + "<td class=blob-code>a:</td></tr>\n<tr><td class=blob-num></td><td class=blob-code>    b</td></tr></table>",
      "a:\n    b"),
    Row(
      "another table", "<table class=highlight><tr><td>a <td>  b<tr><td>c<td>d</table>",
      "a\tb\nc\td"),
    Row("a paragraph is none of it", "<pre>a<p>b</p></pre>", "a\n\nb"),
  ]

  @Test(arguments: rows) func keepsLines(_ row: Row) {
    #expect(MarkupSample(row.markup).text == row.text + "\n")
  }

  @Test func codeIsOneBlock() {
    let sample = MarkupSample("<pre><div>a</div><div>b</div></pre><p>c")
    #expect(sample.outline == ["preformatted: a\nb", "paragraph: c"])
  }
}
