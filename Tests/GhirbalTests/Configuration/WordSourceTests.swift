import Foundation
import GhirbalDocument
import GhirbalIO
import TestSupport
import Testing

@testable import Ghirbal

/// Words of one's own, which word repair and `check` leave as they stand.
@Suite struct WordSourceTests {
  private static func configuration(
    _ words: String, _ yaml: String = "words: [names.txt]\n"
  ) throws -> PipelineConfiguration {
    try TemporaryFolder.with { folder in
      try AtomicFile.write(Array(words.utf8), to: folder + "/names.txt")
      return try PipelineConfiguration(yaml: yaml, file: folder + "/pipeline.yml")
    }
  }

  /// The text by word repair alone.
  private static func clean(
    _ text: String, _ configuration: PipelineConfiguration
  ) throws -> String {
    let pipeline = Pipeline(try configuration.restricted(to: ["repair_words"]))
    let page = Page(path: "a.txt", bytes: Array((text + "\n").utf8))
    return String(decoding: try pipeline.clean(page).text.dropLast(), as: UTF8.self)
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let label: String
    let text: String
    let words: String
    /// What comes out without and with the words.
    let repaired: String
    let spared: String
    var testDescription: String { label }
  }

  private static let persian = "او گفت که این کار را در روز نخست انجام داده است و همه "
  private static let english = "He said that all of this was done on the first day by "

  static let rows = [
    Row(
      label: "a word that looks as if it had lost a joiner", text: persian + "میگوید که آمد.",
      words: "# ours\n\n  میگوید  \r\n", repaired: persian + "می‌گوید که آمد.",
      spared: persian + "میگوید که آمد."),
    Row(
      label: "the same typed on another keyboard", text: persian + "میگوید که آمد.",
      words: "ميگويد\n", repaired: persian + "می‌گوید که آمد.",
      spared: persian + "میگوید که آمد."),
    Row(
      label: "a word that is part of another is not that word", text: persian + "میگویند که آمد.",
      words: "میگوی\n", repaired: persian + "می‌گویند که آمد.",
      spared: persian + "می‌گویند که آمد."),
    Row(
      label: "a word that does not stand there", text: persian + "میگوید که آمد.",
      words: "می‌گوید\n", repaired: persian + "می‌گوید که آمد.",
      spared: persian + "می‌گوید که آمد."),
    Row(
      label: "a word with a space", text: persian + "خانه ها را ساختند.", words: "خانه ها\n",
      repaired: persian + "خانه‌ها را ساختند.", spared: persian + "خانه ها را ساختند."),
    Row(
      label: "a joint of sentences that is a name",
      text: english + "the people of Yahoo!Japan there.",
      words: "Yahoo!Japan\n", repaired: english + "the people of Yahoo! Japan there.",
      spared: english + "the people of Yahoo!Japan there."),
    Row(
      label: "capitals make no difference", text: english + "the ferry.The captain slept.",
      words: "FERRY.the\n", repaired: english + "the ferry. The captain slept.",
      spared: english + "the ferry.The captain slept."),
  ]

  @Test(arguments: rows) func wordsStayAsTheyStand(_ row: Row) throws {
    #expect(try Self.clean(row.text, .standard) == row.repaired)
    let configuration = try Self.configuration(row.words)
    #expect(try Self.clean(row.text, configuration) == row.spared)
  }

  @Test func noCategoryThatIsOneIsTakenApart() throws {
    let text =
      "Categories: دانشهنر\n\nکارگاه سازهای آبی در موزه شهر آغاز به کار کرد\n\n"
      + "نوشین، که موزه ساز را می‌گرداند، امروز گفت دانش و هنر دو شاخه یک درختند و کودکان شهر هم آن را می‌دانند.\n"
    func categories(_ configuration: PipelineConfiguration) throws -> [String] {
      let page = Page(path: "a.txt", bytes: Array(text.utf8))
      return try Pipeline(configuration).clean(page).document.metadata[.category]
    }
    #expect(try categories(.standard) == ["دانش", "هنر"])
    #expect(try categories(Self.configuration("دانشهنر\n")) == ["دانشهنر"])
  }

  @Test func checkFindsNothingInThem() async throws {
    let text = Array((Self.persian + "میگوید که آمد.\n").utf8)
    for (configuration, count) in [
      (PipelineConfiguration.standard, 1), (try Self.configuration("میگوید\n"), 0),
    ] {
      let check = try Check(
        configuration, at: ConfigurationPlace(file: nil, folder: ""), select: ["GB3"], deselect: [])
      let outcome = try await check.files(["a.txt"], jobs: 1) { _ in text }
      #expect(outcome.files.flatMap(\.findings).count == count)
    }
  }

  @Test func theyAreAPartOfTheConfigurationsIdentity() throws {
    let one = try Self.configuration("a\n")
    #expect(one.sha256 != PipelineConfiguration.standard.sha256)
    #expect(one.sha256 != (try Self.configuration("b\n")).sha256)
    let again = try #require(PageWorker.configuration(of: PageWorker.greeting(one), []))
    #expect(again.sha256 == one.sha256)
  }

  @Test func whatIsNoWordIsNamedWithItsLine() {
    let problem = #expect(throws: ConfigurationProblem.self) {
      try Self.configuration("a\n" + String(repeating: "x", count: 201) + "\n")
    }
    #expect(problem?.line == 2)
    #expect(problem?.file.hasSuffix("/names.txt") ?? false)
    let outside = #expect(throws: ConfigurationProblem.self) {
      try Self.configuration("a\n", "words: [../names.txt]\n")
    }
    #expect(outside?.problem.contains("words lies outside") ?? false)
  }
}
