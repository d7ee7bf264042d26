import GhirbalDocument
import TestSupport
import Testing

@Suite struct SelectorListTests {
  private static let page = SelectorSample([
    (-1, .html, [(.lang, "fa")]),
    (0, .body, [(.class, "home  page")]),
    (1, .article, [(.id, "Top"), (.class, "post featured"), (.lang, "en-GB")]),
    (2, .h1, [(.class, "\n post-title\t")]),
    (2, .p, [(.class, "lead")]),
    (2, .p, [(.role, "")]),
    (5, .a, [(.href, "https://A.example/Map.PDF"), (.rel, "NoFollow noopener")]),
    (1, .div, [(.class, "post-body"), (.id, "1st")]),
    (7, .p, []),
    (7, .ul, [(.class, "خبر")]),
    (9, .li, [(.class, "x")]),
    (9, .other, []),
    (9, .li, [(.class, "X")]),
    (9, .li, [(.itemprop, "comment")]),
    (1, .p, [(.class, "post"), (.title, "say \"hi\"")]),
    (14, .span, []),
  ])

  static let rows: [(selector: String, elements: [Int])] = [
    ("li", [10, 12, 13]),
    ("LI", [10, 12, 13]),
    ("*", Array(0...15)),
    ("p.post", [14]),
    // A class is a whole word of the attribute, in its own case.
    (".post", [2, 14]),
    (".post-body", [7]),
    (".x", [10]),
    (".X", [12]),
    (".page", [1]),
    (".post-title", [3]),
    (".featured.post", [2]),
    (".خبر", [9]),
    (".body", []),
    ("#Top", [2]),
    ("#top", []),
    (#"#\31 st"#, [7]),
    (#"#\000031st"#, [7]),
    (#".\70ost"#, [2, 14]),
    (#".p\ost"#, [2, 14]),
    ("[href]", [6]),
    ("[HREF]", [6]),
    ("[role]", [5]),
    ("[role='']", [5]),
    ("[href='https://A.example/Map.PDF']", [6]),
    ("[href='https://A.example/map.pdf']", []),
    ("[href='https://A.example/map.pdf' i]", [6]),
    ("[href$='.pdf'i]", [6]),
    ("[href$='.pdf']", []),
    ("[href$='']", []),
    ("[href^='https:']", [6]),
    ("[href^='ttps:']", []),
    ("[href*=example]", [6]),
    ("[href*='https://A.example/Map.PDF?']", []),
    ("[class~=post]", [2, 14]),
    ("[class~='post featured']", []),
    ("[class~='']", []),
    ("[class*=post]", [2, 3, 7, 14]),
    ("[lang|=en]", [2]),
    ("[lang|=EN]", [2]),
    ("[lang|=EN s]", []),
    ("[lang|=e]", []),
    // Values of `rel` match in any case, as the HTML standard has it.
    ("[rel~=nofollow]", [6]),
    ("[rel~=nofollow s]", []),
    ("[ title = \"say \\\"hi\\\"\" ]", [14]),
    ("[title='say \\22hi\"']", [14]),
    ("body p", [4, 5, 8, 14]),
    ("body>p", [14]),
    ("body  >\n p", [14]),
    ("html p a", [6]),
    ("html > a", []),
    ("article p, div p", [4, 5, 8]),
    ("h1 + p", [4]),
    ("h1 ~ p", [4, 5]),
    ("p ~ h1", []),
    ("article + div > p", [8]),
    ("article ~ p", [14]),
    (".x + li", []),
    (".x ~ li", [12, 13]),
    ("li:first-child", [10]),
    ("li:last-child", [13]),
    ("p:first-child", [8]),
    ("p:first-child:last-child, span:first-child:last-child", [15]),
    ("html:first-child", [0]),
    ("li:nth-child(odd)", [10, 12]),
    ("li:nth-child(EVEN)", [13]),
    ("li:nth-child(2)", []),
    ("li:nth-child( n + 3 )", [12, 13]),
    ("li:nth-child(-n+3)", [10, 12]),
    ("li:nth-child(3n-2)", [10, 13]),
    ("li:nth-child(0)", []),
    ("li:not(.x)", [12, 13]),
    ("li:not(.x, .X)", [13]),
    ("li:not(.x):not(.X)", [13]),
    ("p:not(article p)", [8, 14]),
    ("p:not(article > :not(.lead))", [4, 8, 14]),
    (":is(article, div) > :is(p, h1)", [3, 4, 5, 8]),
    ("body :is(.post p)", [4, 5]),
    (":IS(ul > .x) ~ li:not(:last-child)", [12]),
    (" li , a ", [6, 10, 12, 13]),
  ]

  @Test(arguments: rows) func matchesTheElements(_ selector: String, _ elements: [Int]) throws {
    #expect(
      try SelectorList(selector).matches(in: Self.page.elements).map(\.index) == elements)
  }

  static let badRows: [(selector: String, utf8Offset: Int, cause: SelectorProblem.Cause)] = [
    ("", 0, .missingSelector),
    ("  ", 2, .missingSelector),
    ("a,", 2, .missingSelector),
    (",a", 0, .missingSelector),
    ("a,,b", 2, .missingSelector),
    ("li:not()", 7, .missingSelector),
    ("> p", 0, .unexpected(">")),
    ("p >", 3, .unexpected(nil)),
    ("p > > a", 4, .unexpected(">")),
    ("p)", 1, .unexpected(")")),
    (":is(p", 5, .unexpected(nil)),
    (":is p", 3, .unexpected(" ")),
    ("p.", 2, .missingName),
    (".1a", 1, .digitFirst),
    ("#1a", 1, .digitFirst),
    ("[1]", 1, .digitFirst),
    ("a:", 2, .missingName),
    ("p[lang", 6, .unexpected(nil)),
    ("[lang=]", 6, .missingName),
    ("[lang=de_DE]x", 12, .unexpected("x")),
    ("[lang!=de]", 5, .unexpected("!")),
    ("[lang='de]", 10, .unexpected(nil)),
    ("[lang='d\ne']", 8, .unexpected("\n")),
    ("[lang=de x]", 9, .unexpected("x")),
    ("p/* */", 1, .unexpected("/")),
    ("svg|a", 3, .unexpected("|")),
    ("p\\", 2, .unexpected(nil)),
    ("my-card", 0, .unknownElement("my-card")),
    ("div other", 4, .unknownElement("other")),
    ("a[data-id]", 2, .unknownAttribute("data-id")),
    ("a[data-testid][onclick='x']", 15, .unknownAttribute("onclick")),
    ("a[none]", 2, .unknownAttribute("none")),
    ("a:hover", 2, .unknownPseudoClass("hover")),
    ("div:has(p)", 4, .unknownPseudoClass("has")),
    ("p::before", 2, .unknownPseudoClass(":before")),
    ("li:nth-child(x)", 13, .badPattern("x")),
    ("li:nth-child()", 13, .badPattern("")),
    ("li:nth-child(2n+1 of .x)", 13, .badPattern("2n+1 of .x")),
    ("li:nth-child(n+-1)", 13, .badPattern("n+-1")),
    ("li:nth-child(99999999999999999999)", 13, .badPattern("99999999999999999999")),
    (String(repeating: "a", count: 1001), 1000, .tooLong),
    (
      Array(repeating: "p", count: 65).joined(separator: ","), 129, .tooManyCompounds
    ),
  ]

  @Test(arguments: badRows)
  func whatIsWrongIsNamedWithItsPlace(
    _ selector: String, _ utf8Offset: Int, _ cause: SelectorProblem.Cause
  ) {
    let problem = #expect(throws: SelectorProblem.self) { try SelectorList(selector) }
    #expect(problem == SelectorProblem(utf8Offset, cause))
    #expect(problem?.problem.isEmpty == false)
  }

  @Test func theLimitsThemselvesAreAllowed() throws {
    #expect(throws: Never.self) {
      try SelectorList(Array(repeating: "p", count: 64).joined(separator: ","))
    }
    #expect(throws: Never.self) { try SelectorList("." + String(repeating: "a", count: 999)) }
    let nested = String(repeating: ":is(", count: 63) + "p" + String(repeating: ")", count: 63)
    #expect(try SelectorList(nested).matches(in: Self.page.elements).map(\.index) == [4, 5, 8, 14])
  }

  @Test func anUnknownAttributeIsNamedWithTheKnown() {
    let problem = SelectorProblem(2, .unknownAttribute("data-id")).problem
    #expect(problem.contains("data-id") && problem.contains("data-testid"))
  }

  @Test func theEmptyPageHasNoMatches() throws {
    #expect(try SelectorList("*:last-child + p").matches(in: ElementArena()).isEmpty)
  }

  @Test(.timeLimit(.minutes(Patience.minutes))) func aDeepPageTakesLinearTime() throws {
    let depth = 200_000
    let page = SelectorSample(
      (0..<depth).map { ($0 - 1, $0 % 2 == 0 ? .div : .p, []) })
    let list = try SelectorList("div p div p, div > p > div ~ p, p:nth-child(2n) div:last-child")
    #expect(list.matches(in: page.elements).count == depth / 2 - 1)
  }
}
