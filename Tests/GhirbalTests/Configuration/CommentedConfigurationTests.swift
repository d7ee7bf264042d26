import Foundation
import Ghirbal
import GhirbalDocument
import TestSupport
import Testing

/// What `init` writes and `config show` prints, which follows from the declarations of keys and options.
@Suite struct CommentedConfigurationTests {
  private static let standard = PipelineConfiguration.standard

  @Test func whatInitWritesChangesNothing() throws {
    let written = try PipelineConfiguration(yaml: PipelineConfiguration.commented)
    #expect(written.yaml == Self.standard.yaml)
    let lines = PipelineConfiguration.commented.split(separator: "\n")
    #expect(lines.allSatisfy { $0.hasPrefix("#") })
  }

  /// Without the `#` of all lines but those of text.
  private static var uncommented: String {
    PipelineConfiguration.commented.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in
        let isText = line.hasPrefix("# ") && !line.hasPrefix("#  ")
        return line.hasPrefix("#") && !isText ? line.dropFirst() : line
      }
      .joined(separator: "\n")
  }

  @Test func whatItCommentsOutAreTheDefaults() throws {
    let written = try PipelineConfiguration(yaml: Self.uncommented)
    #expect(written.yaml == Self.standard.yaml)
    #expect(written.sha256 == Self.standard.sha256)
  }

  @Test func everyKeyAndOptionStandsInIt() {
    let lines = Self.uncommented.split(separator: "\n").map { $0.drop { $0 == " " } }
    for key in PipelineConfiguration.keyDescriptions {
      let name = key.path.split { ".[]".contains($0) }.last ?? ""
      #expect(
        lines.contains { $0.hasPrefix(name + ":") || $0.hasPrefix("# - \(name):") }, "\(key.path)")
    }
    for entry in StageCatalogue.entries {
      for name in [entry.name.rawValue] + entry.defaults.names {
        #expect(lines.contains { $0.hasPrefix(name + ":") }, "\(name)")
      }
    }
  }

  @Test func whatIsShownIsReadAgain() throws {
    let yaml =
      "format: markdown\nkeep_pages: {min_words: 9}\nstages: {repair_words: {level: full}}\n"
    let configuration = try PipelineConfiguration(yaml: yaml)
    let shown = configuration.describedYAML
    #expect(try PipelineConfiguration(yaml: shown).yaml == configuration.yaml)
    #expect(shown.contains("# the form of the clean text; text, markdown; default: text\n"))
    #expect(shown.contains("  # words that a kept text has; a number from 0 on; default: ~\n"))
    #expect(shown.contains("conservative, full; default: conservative\n      level: full\n"))
    #expect(shown.contains("# the folder of raw pages; a text\n"))
  }

  @Test(arguments: StageCatalogue.entries) func everyOptionSaysWhatItTakes(_ entry: StageEntry) {
    let named = entry.options.map { option in
      option.option.reduce("") { $0 + ($1.isUppercase ? "_" : "") + $1.lowercased() }
    }
    #expect(named == entry.defaults.names, "in their declared order")
    #expect(entry.options.allSatisfy { !$0.meaning.isEmpty && $0.meaning.last != "." })
  }

  struct BadRow: Sendable, CustomTestStringConvertible {
    let yaml: String
    let says: String
    var testDescription: String { yaml }
  }

  static let badRows = [
    BadRow(
      yaml: "repair_words: {level: ful}", says: "did you mean full? Known: conservative, full."),
    BadRow(yaml: "select_main_content: {min_confidence: 2}", says: "is a number in 0...1."),
    BadRow(yaml: "lift_facts: {max_words: 99}", says: "is a number from 1 to 60."),
    BadRow(yaml: "drop_duplicate_blocks: {min_words: 0}", says: "is a number from 1 on."),
  ]

  @Test(arguments: badRows) func whatAnOptionTakesIsSaid(_ row: BadRow) {
    let problem = #expect(throws: ConfigurationProblem.self) {
      try PipelineConfiguration(yaml: "stages:\n  \(row.yaml)\n")
    }
    #expect(problem?.problem.contains(row.says) ?? false, "\(String(describing: problem))")
    #expect(problem?.line == 2)
  }

  static let noteRows: [(yaml: String, notes: [String])] = [
    ("stages: {repair_words: false}", ["do not run: repair_words"]),
    ("format: text", []),
    (
      "stages: [repair_spacing, repair_words]",
      ["do not run: repair_mojibake, ", "repair_spacing runs before repair_words"]
    ),
    ("stages: [repair_words, repair_spacing]", ["do not run: repair_mojibake, "]),
  ]

  @Test(arguments: noteRows) func whatAListLeavesOutIsSaid(_ yaml: String, _ notes: [String]) throws
  {
    let configuration = try PipelineConfiguration(yaml: yaml + "\n")
    #expect(configuration.stageNotes.count == notes.count)
    for (note, wanted) in zip(configuration.stageNotes, notes) { #expect(note.contains(wanted)) }
    #expect(configuration.stagesAreListed == yaml.contains("["))
  }
}
