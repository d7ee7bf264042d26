import Foundation
import Ghirbal
import GhirbalDocument
import GhirbalIO
import TestSupport
import Testing

/// `clean --only STAGE -`: one stage alone between standard input and standard output.
@Suite(.serialized) struct FilterTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    let only: [String]
    var configuration: String?
    let input: String
    let output: String
    var testDescription: String { label }
  }

  static let rows = [
    Row(
      label: "words, with nothing else touched", only: ["repair_words"],
      input: "او  میگوید که نمیداند .\r\n\r\n\r\n", output: "او  می‌گوید که نمی‌داند .\r\n\r\n\r\n"),
    Row(
      label: "a text without a line end keeps none", only: ["fold_blank_lines"], input: "",
      output: ""),
    Row(
      label: "NUL goes through", only: ["repair_words"],
      input: "او میگوید\u{0}\u{0}که\u{0}نمیداند\u{0}",
      output: "او می‌گوید\u{0}\u{0}که\u{0}نمی‌داند\u{0}"),
    Row(
      label: "nothing but NUL", only: ["repair_spacing"], input: "\u{0}\u{0}\u{0}\u{0}",
      output: "\u{0}\u{0}\u{0}\u{0}"),
    Row(
      label: "two stages with a comma", only: ["repair_words,repair_spacing"],
      input: "او  میگوید .", output: "او می‌گوید."),
    Row(
      label: "two stages in two options, in the order they run",
      only: ["repair_spacing", "repair_words"],
      input: "او  میگوید .", output: "او می‌گوید."),
    Row(
      label: "the options of the configuration", only: ["normalise_unicode"],
      configuration: "stages:\n  - normalise_unicode: {digits: true}\n",
      input: "سال ۱۴۰۲ و ١٢", output: "سال 1402 و 12"),
    Row(
      label: "a stage that the configuration has not", only: ["repair_words"],
      configuration: "stages: [fold_blank_lines]\n", input: "او میگوید", output: "او می‌گوید"),
    Row(
      label: "markup is read as such", only: ["repair_words"],
      input: "<!doctype html><p>او میگوید</p>", output: "او می‌گوید\n"),
  ]

  @Test(arguments: rows) func aStageAloneIsAFilter(_ row: Row) throws {
    try TemporaryFolder.with { folder in
      if let yaml = row.configuration {
        try AtomicFile.write(Array(yaml.utf8), to: folder + "/pipeline.yml")
      }
      let process = try GhirbalProcess(
        ["clean"] + row.only.flatMap { ["--only", $0] } + ["-"], in: folder,
        input: Array(row.input.utf8))
      #expect(process.status == 0 && process.errors.isEmpty, "\(process.errors)")
      #expect(process.text == row.output)
    }
  }

  /// What any stage may be fed: none fails, and none changes plain prose.
  @Test(arguments: StageCatalogue.entries.map(\.name.rawValue))
  func everyStageAloneTakesAnyText(_ stage: String) throws {
    let prose = "The ferry across the river runs again since Monday, and people came to see it.\n"
    try TemporaryFolder.with { folder in
      for text in [prose, "", "\u{0}", prose + "\u{0}\u{FEFF}\u{202E}\u{1B}[31m\r\r\n"] {
        let process = try GhirbalProcess(
          ["clean", "--only", stage, "-"], in: folder, input: Array(text.utf8))
        #expect(process.status == 0 && process.errors.isEmpty, "\(process.errors)")
        if text == prose { #expect(process.text == text) }
      }
    }
  }

  @Test(arguments: [
    ("repair_wrds", "did you mean repair_words?"),
    ("repair_words,normalize_unicode", "did you mean normalise_unicode?"),
    ("repair_words,", "unknown stage \"\""), ("", "unknown stage \"\""),
  ])
  func anUnknownStageIsWrongUse(_ only: String, _ says: String) throws {
    try TemporaryFolder.with { folder in
      let process = try GhirbalProcess(["clean", "--only", only, "-"], in: folder)
      #expect(process.status == 64)
      #expect(process.output.isEmpty && process.errors.contains(says), "\(process.errors)")
    }
  }
}
