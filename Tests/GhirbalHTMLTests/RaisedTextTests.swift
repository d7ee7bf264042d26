import GhirbalDocument
import GhirbalHTML
import TestSupport
import Testing

@Suite struct RaisedTextTests {
  typealias Row = MarkupRow

  static let exponents = [
    Row("a power", "10<sup>6</sup> sacks", "10⁶ sacks"),
    Row(
      "a negative one", "10<sup>−3</sup>, 10<sup>-3</sup>, 10<sup>–12</sup>", "10⁻³, 10⁻³, 10⁻¹²"),
    Row("a unit", "25 km<sup>2</sup> and kg/m<sup>3</sup>", "25 km² and kg/m³"),
    Row("a unit in Persian", "۲۵ کیلومتر<sup>2</sup>", "۲۵ کیلومتر²"),
    Row("a unit with Persian digits", "۲۵ کیلومتر<sup>۲</sup>", "۲۵ کیلومتر^(۲)"),
    Row("a power in Persian", "۱۰<sup>۶</sup> کیسه", "۱۰^(۶) کیسه"),
    Row("a power in Arabic", "١٠<sup>٦</sup> كيس", "١٠^(٦) كيس"),
    Row("variables", "x<sup>2</sup>+y<sup>n</sup>", "x²+yⁿ"),
    Row("a variable without a sign", "2<sup>k</sup>", "2^(k)"),
    Row("an expression", "2<sup>n+1</sup> and e<sup>-x/2</sup>", "2ⁿ⁺¹ and e^(-x/2)"),
    Row("behind a bracket", "(a+b)<sup>2</sup>", "(a+b)²"),
    Row("one on another", "e<sup>x<sup>2</sup></sup>", "e^(x²)"),
    Row("a decimal", "2<sup>0.5</sup>", "2^(0.5)"),
    Row("behind a space", "25 km <sup>2</sup> of land", "25 km ² of land"),
    Row("a note that no link tells", "built in 1834<sup>1</sup>.", "built in 1834¹."),
    Row("two of them", "said Ada<sup>1,2</sup> and", "said Ada¹,² and"),
    Row("a range of them", "as known.<sup>3–5</sup> It", "as known.³–⁵ It"),
    Row("one in Persian", "پل چوبی<sup>۲</sup> است", "پل چوبی[۲] است"),
    Row("by style", "10<span style='vertical-align: super'>6</span>", "10⁶"),
    Row("by class", "10<span class=superscript>6</span>", "10⁶"),
    Row("in a link elsewhere", "10<sup><a href=/x>6</a></sup>", "10⁶"),
  ]

  static let indices = [
    Row("water", "H<sub>2</sub>O", "H₂O"),
    Row("sugar", "C<sub>6</sub>H<sub>12</sub>O<sub>6</sub>", "C₆H₁₂O₆"),
    Row("an ion", "SO<sub>4</sub><sup>2−</sup> and Na<sup>+</sup>", "SO₄²⁻ and Na⁺"),
    Row("nitrate", "NO<sub>3</sub><sup>-</sup>", "NO₃⁻"),
    Row("an isotope", "the <sup>14</sup>C method", "the ¹⁴C method"),
    Row("an isotope with both", "<sup>238</sup><sub>92</sub>U", "²³⁸₉₂U"),
    Row("variables", "x<sub>1</sub>, x<sub>n</sub>, a<sub>ij</sub>", "x₁, xₙ, aᵢⱼ"),
    Row("a logarithm", "log<sub>2</sub> n", "log₂ n"),
    Row("without a sign", "k<sub>B</sub> and PM<sub>2.5</sub>", "k_(B) and PM_(2.5)"),
    Row("in Persian", "ماده<sub>۲</sub>", "ماده_(۲)"),
  ]

  static let plain = [
    Row("ordinals", "21<sup>st</sup>, 2<sup>nd</sup>, 3<sup>rd</sup>", "21st, 2nd, 3rd"),
    Row("French ones", "1<sup>er</sup> et 2<sup>e</sup>, XIX<sup>e</sup>", "1er et 2e, XIXe"),
    Row("Spanish ones", "1<sup>o</sup>, 2<sup>a</sup>, 3<sup>ra</sup>", "1o, 2a, 3ra"),
    Row("abbreviations", "M<sup>me</sup>, N<sup>o</sup> 5, M<sup>c</sup>Gill", "Mme, No 5, McGill"),
    Row("marks", "Acme<sup>®</sup>, Acme<sup>TM</sup>, Acme<sup>*</sup>", "Acme®, AcmeTM, Acme*"),
    Row("a plus", "ages 18<sup>+</sup>, Canal<sup>+</sup>", "ages 18+, Canal+"),
    Row("a mixed number", "5<sup>½</sup> feet", "5½ feet"),
    Row(
      "small print", "word <sup>as the law of 1987 has it in its first part</sup>",
      "word as the law of 1987 has it in its first part"),
    Row("both at once", "<sub><sup>12 words</sup></sub>", "12 words"),
    Row("a note's own number", "<sup>1</sup> The mill burned.", "1 The mill burned."),
    Row("a word in Persian", "شماره<sup>الف</sup>", "شمارهالف"),
    Row("prose", "word<sub>below</sub>", "wordbelow"),
  ]

  static let money = [
    Row("cents", "only $12<sup>99</sup> today", "only $12.99 today"),
    Row("with the sign raised too", "<sup>$</sup>12<sup>99</sup>", "$12.99"),
    Row(
      "with the sign behind", "12<sup>99</sup> € and 1,250<sup>00</sup> USD",
      "12.99 € and 1,250.00 USD"),
    Row("with the sign in them", "12<sup>99 €</sup>", "12.99 €"),
    Row("with a space before", "£ 7 <sup>50</sup>", "£ 7.50"),
    Row("with their point", "$12<sup>.99</sup>", "$12.99"),
    Row("a note on a price", "$12.99<sup>2</sup>", "$12.99²"),
    Row("a power of dollars", "$10<sup>6</sup>", "$10⁶"),
    Row("no money", "12<sup>99</sup>", "12⁹⁹"),
    Row("a fraction", "1<sup>1</sup>/<sub>2</sub> cups", "1 1/2 cups"),
    Row("a fraction alone", "<sup>3</sup>⁄<sub>4</sub> cup", "3⁄4 cup"),
    Row("degrees", "at 20<sup>o</sup>C", "at 20°C"),
  ]

  static let notes = [
    Row("a link in a raised mark", "1834<sup><a href=#n1>1</a></sup>", "1834[1]"),
    Row("a raised mark in a link", "so.<a href=#fn1><sup>1</sup></a> It", "so.[1] It"),
    Row("in brackets already", "so.<sup><a href=#n>[1]</a></sup>", "so.[1]"),
    Row("in brackets outside", "so.<sup>[<a href=#n>1</a>]</sup>", "so.[1]"),
    Row("two", "so.<sup><a href=#a>1</a>,<a href=#b>2</a></sup>", "so.[1],[2]"),
    Row("named by a class", "word<sup class=reference>3</sup>", "word[3]"),
    Row("named by a role", "word<a href=#x role=doc-noteref>3</a>", "word[3]"),
    Row("named by GitHub", "word<sup><a href=#x data-footnote-ref>3</a></sup>", "word[3]"),
    Row("on a page that names itself", "so<sup><a href='/w/P#cite_note-2'>2</a></sup>", "so[2]"),
    Row("in Persian", "شد<sup><a href=#n1>۱</a></sup> و", "شد[۱] و"),
    Row("in Arabic", "بني<sup><a href=#n1>١</a></sup> ثم", "بني[١] ثم"),
    Row("a letter", "word<sup><a href=#a>b</a></sup>", "word[b]"),
    Row("a dagger", "word<sup><a href=#a>†</a></sup>", "word[†]"),
    Row("with its own bracket", "word<sup><a href=#a>1)</a></sup>", "word[1]"),
    Row("before the note", "<sup><a href=#r>22</a></sup>Known as", "[22] Known as"),
    Row("a link to a section", "see <a href=#s2>2</a> below", "see 2 below"),
    Row("words", "so<sup><a href=#x>citation needed</a></sup>", "socitation needed"),
  ]

  static let joints = [
    Row("bold in a number", "2<b>0</b>24", "2024"),
    Row("a price in pieces", "$12<span>.</span><span>99</span>", "$12.99"),
    Row("plain pieces", "<span>20</span><span>24</span>", "2024"),
    Row(
      "wheels of a counter", "<i class=d>2</i><i class=d>4</i> <u class=d>2</u><u class=d>4</u>",
      "24 24"),
    Row("day and month", "<span class=day>12</span><span class=month>05</span>", "12 05"),
    Row("counts in a row", "<span class=n>12</span><span class=n>34</span>", "12 34"),
    Row("Persian ones", "<span class=n>۱۲</span><span class=n>۳۴</span>", "۱۲ ۳۴"),
    Row("a link behind", "Page 1<a href=/2>2</a>", "Page 1 2"),
    Row("a date behind", "12<time>2024</time>", "12 2024"),
    Row("in code", "<code>1<span class=a>2</span><span class=b>3</span></code>", "123"),
    Row("letters", "<span class=a>un</span><span class=b>able</span>", "unable"),
  ]

  @Test(arguments: exponents + indices + plain + money + notes + joints)
  func saysItPlainly(_ row: Row) {
    let sample = MarkupSample("<p>\(row.markup)</p>")
    #expect(sample.contents == [row.text])
    #expect(sample.document.blocks.allSatisfy { !$0.isApproximate })
  }

  /// The numbers of a text: runs of digits of one height, and decimals.
  private static func numbers(_ text: String) -> [String] {
    var numbers: [String] = []
    var kind = 0
    for scalar in text.unicodeScalars {
      let isPlain = scalar.properties.numericType == .decimal
      let next =
        isPlain
        ? 1
        : "⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars.contains(scalar)
          ? 2 : "₀₁₂₃₄₅₆₇₈₉".unicodeScalars.contains(scalar) ? 3 : 0
      guard next > 0 else {
        kind = 0
        continue
      }
      let digit = String(scalar.properties.numericValue.map { Int($0) } ?? 0)
      if next == kind { numbers[numbers.count - 1] += digit } else { numbers.append(digit) }
      kind = next
    }
    return numbers
  }

  /// No two numbers of the page become one, and none changes: what the page shows in two places or
  /// heights, the text has as two numbers.
  @Test(arguments: exponents + indices + notes) func keepsTheNumbers(_ row: Row) {
    let shown = row.markup.replacing(/<\/?(sup|sub|span)[^>]*>/, with: "|").replacing(
      /<[^>]*>/, with: "")
    #expect(Self.numbers(MarkupSample("<p>\(row.markup)</p>").text) == Self.numbers(shown))
  }

  @Test func aRewrittenTextIsOnePieceOfItsElement() {
    let sample = MarkupSample(
      "<p>in 1834<sup class=x><a href=#n>1</a></sup> and 10<sup>6</sup></p>")
    let map = sample.document.blocks[0].sourceMap
    let sources = map.runs.map { run in
      String(decoding: sample.markup[Int(run.sourceStart)..<Int(run.sourceEnd)], as: UTF8.self)
    }
    #expect(
      sources == [
        "in 1834", "<sup class=x><a href=#n>1</a></sup>", " and 10", "<sup>6</sup>", "",
      ])
    #expect(map.runs.map { $0.textUnit == 0 } == [false, true, false, true, true])
  }

  @Test func marksAndLinksFollow() {
    let sample = MarkupSample(
      "<p><b>1834<sup><a href=#n>1</a></sup></b> x<sup>2</sup> 1<sup>st</sup></p>")
    let block = sample.document.blocks[0]
    #expect(block.links.map { sample.document.string(in: block, $0.utf8Range) } == ["[1]"])
    let marks = block.marks.map {
      sample.document.elements.tag(of: $0.element).name + ": "
        + sample.document.string(in: block, $0.utf8Range)
    }
    #expect(marks.sorted() == ["b: 1834[1]", "sup: st"])
    let told = MarkupSample("<p>1<sup>1</sup>/<sub>2</sub> so<sup><a href=#n>[1]</a></sup>")
    #expect(told.document.blocks[0].marks.isEmpty)
  }
}
