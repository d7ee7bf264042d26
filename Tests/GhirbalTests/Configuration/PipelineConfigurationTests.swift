import Foundation
import Ghirbal
import GhirbalDocument
import Testing

@Suite struct PipelineConfigurationTests {
  struct BadRow: CustomTestStringConvertible, Sendable {
    let label: String
    let yaml: String
    let line: Int?
    /// Pieces of the sentence that the person reads.
    let says: [String]
    var testDescription: String { label }
  }

  static let badRows = [
    BadRow(
      label: "an unknown key names the nearest", yaml: "input: a\noutptu: b\n", line: 2,
      says: ["unknown key \"outptu\"", "did you mean output?", "input, output, include"]),
    BadRow(
      label: "a key like no other names none", yaml: "xyzzyxyzzy: 1\n", line: 1,
      says: ["unknown key \"xyzzyxyzzy\".", "Known: input"]),
    BadRow(
      label: "an unknown option of reading", yaml: "reading:\n  encodign: utf-8\n", line: 2,
      says: ["unknown option of reading \"encodign\"", "did you mean encoding?"]),
    BadRow(
      label: "an unknown stage names the nearest",
      yaml: "stages:\n  - repair_mojibake\n  - repair_spacng\n", line: 3,
      says: ["unknown stage \"repair_spacng\"", "did you mean repair_spacing?"]),
    BadRow(
      label: "an unknown option of a stage names the nearest",
      yaml: "stages:\n  - select_main_content:\n      min_confidnce: 0.4\n", line: 3,
      says: [
        "unknown option of select_main_content \"min_confidnce\"",
        "did you mean min_confidence?",
      ]),
    BadRow(
      label: "the Swift name of an option is not its name here",
      yaml: "stages:\n  - select_main_content:\n      minConfidence: 0.4\n", line: 3,
      says: ["did you mean min_confidence?"]),
    BadRow(
      label: "an option of a stage that has none",
      yaml: "stages:\n  - repair_spacing:\n      min_words: 3\n", line: 3,
      says: ["unknown option of repair_spacing \"min_words\"", "There are none."]),
    BadRow(
      label: "a text where a number is wanted",
      yaml: "stages:\n  - select_main_content:\n      min_confidence: high\n", line: 3,
      says: ["min_confidence of select_main_content cannot be high", "0.2"]),
    BadRow(
      label: "a share where a count is wanted",
      yaml: "stages:\n  - drop_duplicate_blocks:\n      min_words: 2.5\n", line: 3,
      says: ["min_words of drop_duplicate_blocks cannot be 2.5", "20"]),
    BadRow(
      label: "a list where a number is wanted",
      yaml: "stages:\n  - drop_duplicate_blocks:\n      min_words: [1, 2]\n", line: 3,
      says: ["min_words of drop_duplicate_blocks cannot be [1, 2]"]),
    BadRow(
      label: "a mapping where a number is wanted",
      yaml: "stages:\n  - drop_duplicate_blocks:\n      min_words: {a: 1}\n", line: 3,
      says: ["min_words of drop_duplicate_blocks cannot be {a: 1}"]),
    BadRow(
      label: "nothing where a number is wanted",
      yaml: "stages:\n  - drop_duplicate_blocks:\n      min_words:\n", line: 3,
      says: ["min_words of drop_duplicate_blocks cannot be"]),
    BadRow(
      label: "a number in quotes is a text",
      yaml: "stages:\n  - drop_duplicate_blocks:\n      min_words: \"8\"\n", line: 3,
      says: ["min_words of drop_duplicate_blocks cannot be \"8\""]),
    BadRow(
      label: "a number too large for any count",
      yaml: "stages:\n  - drop_duplicate_blocks:\n      min_words: 99999999999999999999\n", line: 3,
      says: ["min_words of drop_duplicate_blocks cannot be"]),
    BadRow(
      label: "a share above 1",
      yaml: "stages:\n  - select_main_content:\n      min_confidence: 1.5\n", line: 3,
      says: ["min_confidence of select_main_content is a number in 0...1."]),
    BadRow(
      label: "a share that is no number",
      yaml: "stages:\n  - select_main_content:\n      min_confidence: .nan\n", line: 3,
      says: ["min_confidence of select_main_content is a number in 0...1."]),
    BadRow(
      label: "a count below 1",
      yaml: "stages:\n  - repair_mojibake\n  - drop_duplicate_blocks:\n      min_words: 0\n",
      line: 4, says: ["min_words of drop_duplicate_blocks is a number from 1 on."]),
    BadRow(
      label: "the second of two options is wrong",
      yaml:
        "stages:\n  - select_main_content:\n      mode: recall\n      min_confidence: 3\n",
      line: 4, says: ["min_confidence of select_main_content"]),
    BadRow(
      label: "a stage that stands there twice",
      yaml: "stages:\n  - repair_spacing\n  - fold_blank_lines\n  - repair_spacing\n", line: 4,
      says: ["the stage repair_spacing stands in the list twice."]),
    BadRow(
      label: "a key that stands there twice", yaml: "input: a\ninput: b\n", line: 1,
      says: ["a key stands there twice: input."]),
    BadRow(
      label: "an option that stands there twice",
      yaml: "stages:\n  - drop_duplicate_blocks:\n      min_words: 3\n      min_words: 4\n",
      line: 3,
      says: ["a key stands there twice: min_words."]),
    BadRow(
      label: "stages as a word", yaml: "stages: all\n", line: 1,
      says: ["stages is a list of all stages that run, or a mapping of what differs"]),
    BadRow(
      label: "a change to an unknown stage", yaml: "stages:\n  repair_wrods: false\n", line: 2,
      says: ["unknown stage \"repair_wrods\"", "did you mean repair_words?"]),
    BadRow(
      label: "a change that is a word", yaml: "stages:\n  repair_words: full\n", line: 2,
      says: ["the options of repair_words are a mapping."]),
    BadRow(
      label: "a change to an unknown option", yaml: "stages:\n  repair_words: {levl: full}\n",
      line: 2, says: ["unknown option of repair_words", "did you mean level?"]),
    BadRow(
      label: "two stages in one item",
      yaml: "stages:\n  - repair_spacing:\n    fold_blank_lines:\n", line: 2,
      says: ["a stage is its name, or its name with its options."]),
    BadRow(
      label: "options that are no mapping", yaml: "stages:\n  - repair_spacing: fast\n", line: 2,
      says: ["the options of repair_spacing are a mapping."]),
    BadRow(
      label: "a number as a stage", yaml: "stages:\n  - 7\n", line: 2,
      says: ["unknown stage \"7\""]),
    BadRow(
      label: "a list as a stage", yaml: "stages:\n  - [a]\n", line: 2, says: ["unknown stage"]),
    BadRow(label: "a list as the whole", yaml: "- a\n", line: 1, says: ["a mapping of options"]),
    BadRow(label: "a word as the whole", yaml: "hello\n", line: 1, says: ["a mapping of options"]),
    BadRow(
      label: "reading as a word", yaml: "reading: fast\n", line: 1,
      says: ["reading is a mapping of options."]),
    BadRow(
      label: "an unknown format", yaml: "format: markdwn\n", line: 1,
      says: ["unknown format \"markdwn\"", "did you mean markdown?"]),
    BadRow(
      label: "an unknown page format", yaml: "reading:\n  format: htm\n", line: 2,
      says: ["unknown format \"htm\"", "did you mean html?"]),
    BadRow(
      label: "an unknown encoding", yaml: "reading:\n  encoding: utf-9\n", line: 2,
      says: ["unknown encoding label \"utf-9\""]),
    BadRow(
      label: "an unknown reading of ruby", yaml: "reading:\n  ruby: annotate\n", line: 2,
      says: ["unknown ruby \"annotate\"", "did you mean annotated?"]),
    BadRow(
      label: "an unknown reading of addresses", yaml: "reading:\n  protected_addresses: decoded\n",
      line: 2, says: ["unknown protected_addresses \"decoded\"", "did you mean decode?"]),
    BadRow(
      label: "pages of no size", yaml: "reading:\n  max_page_bytes: 0\n", line: 2,
      says: ["max_page_bytes is a number from 1 to"]),
    BadRow(
      label: "blocks of no size", yaml: "reading:\n  max_block_bytes: 0\n", line: 2,
      says: ["max_block_bytes is a number from 1 to"]),
    BadRow(
      label: "pages of any size", yaml: "reading:\n  max_page_bytes: 9999999999\n", line: 2,
      says: ["max_page_bytes is a number from 1 to"]),
    BadRow(
      label: "limits as a number", yaml: "limits: 3\n", line: 1,
      says: ["limits is a mapping of options."]),
    BadRow(
      label: "an unknown limit", yaml: "limits:\n  max_page_second: 3\n", line: 2,
      says: ["unknown option of limits", "did you mean max_page_seconds?"]),
    BadRow(
      label: "no time at all", yaml: "limits:\n  max_page_seconds: 0\n", line: 2,
      says: ["max_page_seconds is a number from 1 to 86400."]),
    BadRow(
      label: "less memory than a process takes", yaml: "limits:\n  max_page_memory_bytes: 1000\n",
      line: 2, says: ["max_page_memory_bytes is a number from 268435456 to"]),
    BadRow(
      label: "a folder as a list", yaml: "input: [a]\n", line: 1, says: ["input is a text."]),
    BadRow(
      label: "a folder of no name", yaml: "output: ''\n", line: 1, says: ["output is a text."]),
    BadRow(
      label: "a bracket that is not closed", yaml: "input: a\noutput: [b\n", line: 3,
      says: ["this is not YAML"]),
    BadRow(
      label: "a tab as indentation", yaml: "reading:\n\tformat: text\n", line: 2,
      says: ["this is not YAML"]),
    BadRow(
      label: "a control character", yaml: "input: a\noutput: \u{1}\n", line: 2,
      says: ["this is not YAML: the character U+1 may not stand there"]),
    BadRow(
      label: "an alias of nothing", yaml: "input: a\noutput: *nothing\n", line: 2,
      says: ["this is not YAML"]),
    BadRow(
      label: "two documents", yaml: "input: a\n---\ninput: b\n", line: 2,
      says: ["this is not YAML"]),
    BadRow(
      label: "aliases that multiply", yaml: billionLaughs, line: 2,
      says: ["the file has more than 8 aliases (*name)"]),
    BadRow(
      label: "a file that is too large",
      yaml: "# " + String(repeating: "x", count: PipelineConfiguration.maxUTF8Count) + "\n",
      line: nil, says: ["the file is larger than 262144 bytes."]),
  ]

  private static let billionLaughs: String = {
    var yaml = "a0: &a0 lol\n"
    for level in 1...9 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      yaml += "a\(level): &a\(level) [\(aliases)]\n"
    }
    return yaml
  }()

  @Test(arguments: badRows) func whatIsWrongIsNamedWithItsLine(_ row: BadRow) throws {
    let problem = #expect(throws: ConfigurationProblem.self) {
      try PipelineConfiguration(yaml: row.yaml, file: "some/pipeline.yml")
    }
    guard let problem else { return }
    #expect(problem.line == row.line, "\(problem)")
    for piece in row.says { #expect(problem.problem.contains(piece), "\(problem)") }
    #expect(problem.description.hasPrefix("some/pipeline.yml:"))
  }

  @Test func aMappingChangesTheDefaultPipelineAndKeepsTheRest() throws {
    let standard = PipelineConfiguration.standard.stages
    let changed = try PipelineConfiguration(
      yaml: "stages:\n  repair_words: {level: full}\n  repair_mojibake: false\n"
    ).stages
    #expect(changed.map(\.name) == standard.map(\.name).filter { $0 != "repair_mojibake" })
    for (stage, before) in zip(changed, standard.dropFirst()) {
      if stage.name == "repair_words" {
        #expect(stage.options.yaml(of: "level") == "full")
      } else {
        #expect(stage.options == before.options, "\(stage.name.rawValue)")
      }
    }
  }

  @Test func aListLeavesStagesOutAndSaysWhich() throws {
    #expect(PipelineConfiguration.standard.leftOutStages.isEmpty)
    let configuration = try PipelineConfiguration(yaml: "stages: [lift_facts, repair_words]\n")
    #expect(configuration.stages.count == 2)
    #expect(configuration.leftOutStages.contains("repair_spacing"))
    #expect(!configuration.leftOutStages.contains("lift_facts"))
  }

  static let sameAsStandard = [
    ("an empty file", ""), ("white space", " \n\n"), ("a comment", "# nothing\n"),
    ("an empty mapping", "{}\n"), ("a byte order mark", "\u{FEFF}"),
    ("an empty document", "---\n"), ("null", "~\n"),
  ]

  @Test(arguments: sameAsStandard)
  func nothingSaidMeansTheDefaults(_ label: String, _ yaml: String) throws {
    let configuration = try PipelineConfiguration(yaml: yaml)
    #expect(configuration.sha256 == PipelineConfiguration.standard.sha256, "\(label)")
    #expect(configuration.input == "corpus-raw")
    #expect(configuration.output == "corpus-clean")
    #expect(configuration.stages.map(\.name) == StageCatalogue.entries.map(\.name))
  }

  static let configurations = [
    ("the standard", ""),
    ("no stages", "stages: []\n"),
    ("one stage", "stages:\n  - fold_blank_lines\n"),
    ("other options", "stages:\n  - select_main_content:\n      min_confidence: 0.25\n"),
    ("options in one line", "stages: [{drop_duplicate_blocks: {min_words: 20}}]\n"),
    ("an integer for a share", "stages:\n  - select_main_content:\n      min_confidence: 1\n"),
    ("an exponent", "stages:\n  - select_main_content:\n      min_confidence: 2.5e-1\n"),
    ("a stage with no options written", "stages:\n  - select_main_content:\n"),
    ("another reading", "reading:\n  format: text\n  encoding: windows-1256\n"),
    ("other limits", "limits:\n  max_page_seconds: 7\n  max_page_memory_bytes: 300000000\n"),
    ("odd folder names", "input: 'a: b # c'\noutput: \"- x\\\"y\"\n"),
    ("folders that look like values", "input: 'true'\noutput: '12'\n"),
    ("a folder with a line end", "input: \"a\\nb\"\n"),
  ]

  @Test(arguments: configurations)
  func writtenOutItReadsBackAsTheSame(_ label: String, _ yaml: String) throws {
    let configuration = try PipelineConfiguration(yaml: yaml)
    let again = try PipelineConfiguration(yaml: configuration.yaml)
    #expect(again.sha256 == configuration.sha256, "\(label)")
    #expect(again.yaml == configuration.yaml)
    #expect(again.limits == configuration.limits)
    #expect(again.input == configuration.input)
    #expect(again.output == configuration.output)
  }

  @Test func stagesAreRestrictedInTheirOrder() throws {
    let some = try PipelineConfiguration.standard
      .restricted(to: ["fold_blank_lines", "repair_mojibake"])
    #expect(some.stages.map(\.name.rawValue) == ["repair_mojibake", "fold_blank_lines"])
    let added = try PipelineConfiguration(yaml: "stages: [fold_blank_lines, repair_spacing]\n")
      .restricted(to: ["fold_blank_lines", "repair_spacing", "repair_words", "lift_facts"])
    #expect(
      added.stages.map(\.name.rawValue)
        == ["lift_facts", "repair_words", "fold_blank_lines", "repair_spacing"])
    let problem = #expect(throws: ConfigurationProblem.self) {
      try PipelineConfiguration.standard.restricted(to: ["fold_lines"])
    }
    #expect(problem?.problem.contains("unknown stage \"fold_lines\"") == true)
  }
}
