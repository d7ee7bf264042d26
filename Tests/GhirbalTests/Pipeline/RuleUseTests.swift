import Ghirbal
import GhirbalDocument
import GhirbalIO
import Testing

@Suite struct RuleUseTests {
  private static let configuration = """
    stages:
      - select_main_content:
          keep: [.lead, p > .lead]
          drop: [.lead, aside]
    """

  static let rows: [(label: String, pages: [String], unused: [String])] = [
    ("no page", [], ["keep .lead", "keep p > .lead", "drop .lead", "drop aside"]),
    ("one page", ["<aside>A</aside>"], ["keep .lead", "keep p > .lead", "drop .lead"]),
    (
      "drop wins, so keep did nothing", ["<aside>A</aside>", "<p class=lead>B"],
      ["keep .lead", "keep p > .lead"]
    ),
    (
      "an element without text", ["<aside></aside>"],
      ["keep .lead", "keep p > .lead", "drop .lead", "drop aside"]
    ),
  ]

  @Test(arguments: rows)
  func whatDecidedOverNothingIsNamed(_ label: String, _ pages: [String], _ unused: [String])
    throws
  {
    let configuration = try PipelineConfiguration(yaml: Self.configuration)
    var ruleUse = RuleUse(configuration)
    for html in pages {
      let page = Page(path: "page.html", bytes: Array("<!doctype html>\(html)".utf8))
      ruleUse.add(try Pipeline(configuration).clean(page).record.ledger)
    }
    let warnings = unused.map { row in
      let parts = row.split(separator: " ", maxSplits: 1)
      return "warning: \(parts[0]) of select_main_content: \"\(parts[1])\" matched no text"
        + " on any page"
    }
    #expect(ruleUse.warnings == warnings, "\(label)")
  }
}
