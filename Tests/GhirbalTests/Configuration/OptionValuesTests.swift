import GhirbalDocument
import Testing
import Yams

@testable import Ghirbal

@Suite struct OptionValuesTests {
  private struct Sample: StageOptions {
    var maxShare = 0.5
    var minWords = 8
    var isStrict = true
    var phrases = ["a", "b: c"]
    var name = "plain"
    var keepsHTMLTags = false
    static let descriptions = [OptionDescription("minWords", .count(1...9), "words")]
  }

  private static let defaults = OptionValues(defaultsOf: Sample.self)

  @Test func namesAreInSnakeCaseInTheirOrder() {
    #expect(
      Self.defaults.names
        == ["max_share", "min_words", "is_strict", "phrases", "name", "keeps_html_tags"])
    #expect(OptionValues(defaultsOf: NoOptions.self).names == [])
  }

  @Test func defaultsAreWrittenAsAPersonWould() {
    let values = ["0.5", "8", "true", "[a, \"b: c\"]", "plain", "false"]
    #expect(Self.defaults.names.map { Self.defaults.yaml(of: $0) } == values)
    #expect(Self.defaults.yaml(of: "none") == nil)
  }

  @Test func defaultsDecodeToTheOptions() throws {
    #expect(try Self.defaults.decode(Sample.self, of: "sample") == Sample())
  }

  @Test func whatIsWrittenLiesOverTheDefaults() throws {
    let written = try #require(
      try Yams.compose(yaml: "min_words: 3\nphrases: ['x, y', \"q\\\"\"]\n")?.mapping)
    let values = try Self.defaults.overlaid(with: written, of: "sample")
    var wanted = Sample()
    wanted.minWords = 3
    wanted.phrases = ["x, y", "q\""]
    #expect(try values.decode(Sample.self, of: "sample") == wanted)
    #expect(values.names == Self.defaults.names)
  }

  @Test func itemsOnTheirOwnLinesStayWhole() throws {
    let items = ["p, a", "a[href]", "-x", "{b}", "c:", "d # e", "-1"]
    let lines = ["p, a", "a[href]", "-x", "'{b}'", "'c:'", "'d # e'", "'-1'"]
    let yaml = "phrases:\n" + lines.map { "  - \($0)\n" }.joined()
    let written = try #require(try Yams.compose(yaml: yaml)?.mapping)
    let values = try Self.defaults.overlaid(with: written, of: "sample")
    #expect(try values.decode(Sample.self, of: "sample").phrases == items)
  }

  static let snakeRows = [
    ("a", "a"), ("minWords", "min_words"), ("maxLinkDensity", "max_link_density"),
    ("keepsHTMLTags", "keeps_html_tags"), ("maxUTF8Count", "max_utf8_count"), ("", ""),
  ]

  @Test(arguments: snakeRows) func namesAreSnakeCased(_ camel: String, _ snake: String) {
    #expect(camel.snakeCased == snake)
  }

  static let nearestRows: [(String, String?)] = [
    ("output", "output"), ("outptu", "output"), ("ouput", "output"), ("outputs", "output"),
    ("inpt", "input"), ("xyz", nil), ("", nil), ("o", nil),
  ]

  @Test(arguments: nearestRows) func theNearestNameIsNear(_ name: String, _ nearest: String?) {
    #expect(ConfigurationProblem.nearest(to: name, among: ["input", "output"]) == nearest)
  }
}
