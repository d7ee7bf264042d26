import Foundation
import GhirbalDocument
import GhirbalText
import TestSupport
import Testing

@testable import GhirbalStages

/// The lines of `phrases/`, in the form of the rows themselves: what each row drops, or lifts from, and
/// what only looks like it. `script/phrases` sees that no row is without either.
@Suite struct PhraseLinesTests {
  struct Line: Sendable, CustomTestStringConvertible {
    enum Outcome: String, CaseIterable { case drops, leaves }

    let row: PhraseRow
    let text: String

    var outcome: Outcome? { row.words.last.flatMap(Outcome.init(rawValue:)) }
    /// The beginning of the row's name in the ledger.
    var rule: String { "\(row.language.tag)/\(row.words[0]): " }
    var testDescription: String {
      "\(row.language.tag): \(row.group.rawValue) \(row.words.joined(separator: " ")): \(text)"
    }
  }

  static let lines: [Line] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "phrases")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.sorted().flatMap { name -> [Line] in
      guard let text = try? Data(contentsOf: folder.appending(path: name)),
        let file = try? PhraseFile(Array(text).span)
      else { return [] }
      return file.rows.flatMap { row in row.phrases.map { Line(row: row, text: $0) } }
    }
  }()

  private static func lines(_ groups: PhraseRow.Group...) -> [Line] {
    lines.filter { groups.contains($0.row.group) }
  }

  private static let above = """
    The council met on Monday and agreed to repair the old bridge before winter.
    Work will begin in May, and the ferry will run twice a day until it ends.
    """
  private static let below = "Nobody has asked the ferryman yet what he thinks of all that."

  @Test func everyFileHasLines() {
    #expect(Set(Self.lines.map(\.row.language.tag)).count == 31)
    #expect(Self.lines.allSatisfy { $0.outcome != nil })
  }

  /// However a row writes it, a phrase is a line of it once.
  @Test func noRowSaysAPhraseTwice() {
    // Names are compared as they are written.
    for group in PhraseRow.Group.allCases where group != .name {
      for row in BuiltInPhrases.read(group, { $0 }) {
        let folded = row.phrases.map(\.foldedForMatching)
        let twice = Dictionary(grouping: folded) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
        #expect(twice == [], "\(row.language.tag): \(group) \(row.words)")
        #expect(!folded.contains(""), "\(row.language.tag): \(group) \(row.words)")
      }
    }
  }

  /// A line below a text goes, told by its row; the look-alike inside the text stays.
  @Test(arguments: lines(.chrome, .relative))
  func chrome(_ line: Line) {
    let stage = DropSiteChrome(DropSiteChrome.Options())
    if line.outcome == .leaves {
      let text = "\(Self.above)\n\(line.text)\n\(Self.below)"
      #expect(StageSample(text, through: stage).ledger.entries.map(\.before) == [])
    } else {
      let ledger = StageSample(Self.above + "\n" + line.text, through: stage).ledger
      #expect(ledger.entries.map(\.before) == [line.text])
      // What tells these is no row alone.
      let rules = [line.rule, "relative_date", "end_line"]
      #expect(
        ledger.entries.allSatisfy { entry in
          rules.contains { entry.rule?.hasPrefix($0) ?? false }
        })
    }
  }

  /// A window over the page goes by the words in it. The look-alike stays in the text, and in such a
  /// window too where it does not say what a phrase says alone.
  @Test(arguments: lines(.nag)) func nag(_ line: Line) {
    let told = NagLexicon.builtIn.evidence(in: FoldedText(Array(line.text.utf8).span)).told
    if line.outcome == .drops {
      let rules = Self.ledger(window: line.text).entries.compactMap(\.rule)
      #expect(rules.contains { $0.hasPrefix(line.rule) }, "\(rules)")
    } else {
      #expect(Self.ledger(text: line.text).entries.map(\.before) == [])
      if told.isEmpty { #expect(Self.ledger(window: line.text).entries.map(\.before) == []) }
    }
  }

  private static func ledger(text: String = "", window: String = "") -> Ledger {
    let paragraphs = (above.split(separator: "\n").map(String.init) + [text, below]).map {
      "<p>\($0)</p>"
    }.joined()
    let page =
      "<main><h1>The bridge</h1>\(paragraphs)</main><div role=\"dialog\"><p>\(window)</p></div>"
    return StageSample(Document(markup: page), through: DropSiteChrome(DropSiteChrome.Options()))
      .ledger
  }

  /// A fact is lifted from a line above or below the text; the look-alike inside it says none.
  @Test(arguments: lines(.label)) func label(_ line: Line) {
    let stage = LiftFacts(LiftFacts.Options())
    if line.outcome == .leaves {
      let text = "\(Self.above)\n\(line.text)\n\(Self.below)"
      let rules = StageSample(text, through: stage).ledger.entries.compactMap(\.rule)
      #expect(!rules.contains { $0.hasPrefix(line.rule) })
    } else {
      let isAbove = ["author", "published", "modified"].contains(line.row.words[0])
      let text = Self.above.replacing("\n", with: "\n\n")
      let page = isAbove ? [line.text, text] : [text, line.text]
      let raw = (["The bridge"] + page).joined(separator: "\n\n")
      let rules = StageSample(raw, through: stage).ledger.entries.compactMap(\.rule)
      #expect(rules.contains { $0.hasPrefix(line.rule) }, "\(rules)")
    }
  }
}
