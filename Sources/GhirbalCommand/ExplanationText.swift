import Foundation
import Ghirbal
import GhirbalContent
import GhirbalDocument
import GhirbalIO
import GhirbalText

/// A page as a person asks about it: the sums, the close calls, then the text with what went folded.
///
/// It names no feature of the model and keeps within 80 columns.
struct ExplanationText {
  private let explanation: PageExplanation
  private let page: Pipeline.CleanPage
  private let terminal: Terminal
  private let changesOnly: Bool
  private let calls: CloseCalls

  private static let width = 80
  /// How many close calls are shown, and how many sentences to each.
  private static let shownCalls = 10
  private static let shownReasons = 3
  /// How many reasons of a kind the sums name; the rest is one line.
  private static let shownSums = 6
  /// How many changed words of a block are shown.
  private static let shownChanges = 20
  /// Where the text of a block begins.
  private static let indent = 12

  init(_ explanation: PageExplanation, _ terminal: Terminal, changesOnly: Bool) {
    self.explanation = explanation
    page = explanation.page
    self.terminal = terminal
    self.changesOnly = changesOnly
    calls = CloseCalls(explanation.blocks, count: Self.shownCalls)
  }

  var text: String {
    (summary + closeCalls + pageLines).joined(separator: "\n") + "\n"
  }

  // MARK: The sums

  private var summary: [String] {
    let (all, kept) = explanation.wordCounts
    let blocks = explanation.blocks.count
    let droppedCount = blocks - explanation.keptBlockCount
    var lines = [
      terminal.styled(
        terminal.shown(page.record.source.path, width: Self.width), .bold),
      page.facts, "",
      "kept     \(explanation.keptBlockCount) of \(blocks.counted("block")), "
        + "\(kept) of \(all.counted("word"))",
    ]
    if droppedCount > 0 {
      lines.append("dropped  \(droppedCount.counted("block")), \((all - kept).counted("word"))")
      lines += sums(explanation.counts(of: .drop))
    }
    let changed = explanation.counts(of: .replace)
    if !changed.isEmpty {
      lines.append("changed  \(changed.reduce(0) { $0 + $1.count }.counted("place"))")
      lines += sums(changed)
    }
    lines += facts
    if !page.record.flags.isEmpty {
      lines.append("flags    " + page.record.flags.joined(separator: ", "))
    }
    return lines
  }

  private func sums(_ counts: [(reason: String, count: Int)]) -> [String] {
    let shown = counts.count > Self.shownSums + 1 ? Array(counts.prefix(Self.shownSums)) : counts
    let rest = counts.dropFirst(shown.count)
    var lines = shown.map { String($0.count).padded(toWidth: 14) + "  " + $0.reason }
    if !rest.isEmpty {
      lines.append(
        String(rest.reduce(0) { $0 + $1.count }).padded(toWidth: 14)
          + "  for \(rest.count) other reasons")
    }
    return lines
  }

  /// What was found out about the page, and below a fact what other sources say of it.
  private var facts: [String] {
    var values: [(field: String, value: String)] = []
    var told: Set<[String]> = []
    for entry in page.record.ledger.entries where entry.change == .lift {
      guard let field = entry.field else { continue }
      // Of the values of a field that has one the first holds.
      let value = entry.after ?? ""
      guard told.insert(field.isList ? [field.rawValue, value] : [field.rawValue]).inserted else {
        continue
      }
      values.append((field.rawValue, value))
      for other in entry.others {
        let share = Int((other.confidence * 100).rounded())
        values.append(("", "not \(other.value) (\(other.rule), \(share)% likely)"))
      }
    }
    let width = values.map(\.field.count).max() ?? 0
    return values.enumerated().map { index, fact in
      let label = index == 0 ? "found    " : "         "
      let name = fact.field + String(repeating: " ", count: width - fact.field.count)
      return label + name + "  "
        + terminal.shown(fact.value, width: Self.width - label.count - width - 2)
    }
  }

  // MARK: Close calls

  private var closeCalls: [String] {
    guard !calls.calls.isEmpty else { return [] }
    let heading =
      calls.calls.count == 1 ? "Closest call" : "The \(calls.calls.count) closest calls"
    var lines = ["", terminal.styled(heading, .bold)]
    if let dividing = calls.dividing {
      lines.append(
        "Here the content model keeps what is more than \(Self.percent(dividing)) likely to be content."
      )
    }
    lines.append("+ speaks for a block, − against it.")
    for call in calls.calls { lines += self.lines(for: call) }
    return lines
  }

  private func lines(for call: CloseCalls.Call) -> [String] {
    let first = explanation.blocks[call.blocks.lowerBound]
    let verdict = call.isKept ? "kept at" : "dropped at"
    let label = "\(Self.number(call.blocks).padded(toWidth: 9))  "
    let fate = "\(verdict) \(Self.percent(call.probability))"
    let more = call.blocks.count > 1 ? " (\(call.blocks.count.counted("block")))" : ""
    let head =
      label + terminal.styled(fate, call.isKept ? .green : .red) + more + "  "
      + terminal.shown(
        first.text, width: max(8, Self.width - label.count - fate.count - more.count - 2))
    return [head]
      + explanation.reasons(for: first, count: Self.shownReasons).map { reason in
        String(repeating: " ", count: Self.indent + 1)
          + terminal.styled(
            "\(reason.weight < 0 ? "−" : "+") \(terminal.shown(reason.sentence, width: 65))", .dim)
      }
  }

  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))%" }

  // MARK: The page

  private var pageLines: [String] {
    let lines = explanation.runs.flatMap { run -> [String] in
      explanation.blocks[run.lowerBound].isDropped
        ? droppedLines(run) : keptLines(explanation.blocks[run.lowerBound])
    }
    guard !lines.isEmpty else { return [] }
    return ["", terminal.styled(changesOnly ? "What went or changed" : "The page", .bold)] + lines
  }

  /// Blocks side by side that went for one reason.
  private func droppedLines(_ run: Range<Int>) -> [String] {
    let blocks = explanation.blocks[run]
    guard let entry = blocks[run.lowerBound].dropped else { return [] }
    let label = "\(Self.number(run).padded(toWidth: 9)) "
    let count = run.count > 1 ? " (\(run.count.counted("block")))" : ""
    let why = entry.reason + count
    let room = Self.width - label.count - 2 - why.columns - 2
    var lines = [
      terminal.styled(label + "-", .red) + " " + terminal.styled(why, .cyan) + "  "
        + terminal.styled(
          terminal.shown(Self.sample(of: blocks, width: room), width: max(8, room)), .dim)
    ]
    let under = blocks.lazy.compactMap(\.dropped?.region).first
    if let under {
      let heading = page.record.ledger.regions[under].heading
      lines.append(note("under " + terminal.shown(heading, width: 60)))
    } else if run.count == 1, let rule = entry.rule, rule != entry.reason,
      !entry.isOfContentModel
    {
      lines.append(note("by " + terminal.shown(rule, width: 64)))
    }
    let sentences = explanation.sentences(against: run, count: 2)
    let each = run.count > 1 ? "mostly: " : ""
    lines += sentences.map { note(each + terminal.shown($0, width: 60)) }
    return lines
  }

  private func note(_ text: String) -> String {
    String(repeating: " ", count: Self.indent) + terminal.styled(text, .dim)
  }

  /// The beginnings of some blocks.
  private static func sample(of blocks: ArraySlice<ExplainedBlock>, width: Int) -> String {
    var sample = ""
    for block in blocks {
      if !sample.isEmpty { sample += " · " }
      sample.unicodeScalars += block.text.unicodeScalars.prefix(width + 1)
      if sample.unicodeScalars.count > width { break }
    }
    return sample
  }

  private func keptLines(_ block: ExplainedBlock) -> [String] {
    // Line ends are in the sums alone.
    let isChanged = !block.changes.isEmpty
    if changesOnly, !isChanged { return [] }
    let label = "\(Self.number(block.id.index..<block.id.index + 1).padded(toWidth: 9)) "
    let place = block.entries.lazy.compactMap(\.change.place).first
    let mark = isChanged ? "~" : place == nil ? " " : ">"
    let line =
      terminal.styled(label + mark, isChanged ? .yellow : .plain) + " "
      + terminal.shown(block.text, width: Self.width - Self.indent)
    return [line] + (place.map { [note($0)] } ?? []) + changeLines(block)
  }

  private func changeLines(_ block: ExplainedBlock) -> [String] {
    let counts = Dictionary(block.changes.map { ($0, 1) }, uniquingKeysWith: +)
    var told: Set<WordChange> = []
    let changes = block.changes.filter { told.insert($0).inserted }
    let rest = changes.count - Self.shownChanges
    return changes.prefix(Self.shownChanges).map { change in
      let count = counts[change] ?? 1
      let again = count > 1 ? " (\(count) times)" : ""
      let points = Self.codePoints(change)
      let room =
        Self.width - Self.indent - change.reason.count - 2 - 3 - again.count - points.count
      return String(repeating: " ", count: Self.indent) + terminal.styled(change.reason, .cyan)
        + "  " + shown(change.before, max(8, room / 2)) + " → "
        + shown(change.after, max(8, room / 2)) + points + again
    } + (rest > 0 ? [note("and \(rest.counted("other change")) (--all)")] : [])
  }

  /// Words with every character that nobody sees by its name, and spaces where they would not be seen;
  /// nothing as the empty place it is.
  private func shown(_ words: String, _ width: Int) -> String {
    guard !words.isEmpty else { return "∅" }
    let scalars = Array(words.unicodeScalars)
    var shown = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      let isAlone =
        index > 0 && index + 1 < scalars.count && scalars[index - 1] != " "
        && scalars[index + 1] != " "
      shown.append(scalar == " " && !isAlone ? "␣" : scalar)
    }
    return terminal.shown(String(shown), width: width, namesJoiners: true)
  }

  /// The numbers of characters that look alike: ` (U+0643 → U+06A9)`.
  private static func codePoints(_ change: WordChange) -> String {
    guard let before = change.replaced, let after = change.replacement,
      before.unicodeScalars.count <= 3, after.unicodeScalars.count <= 3
    else { return "" }
    // Canonically equal texts look the same; a letter for a letter looks alike.
    let areLetters = [before, after].allSatisfy { text in
      text.unicodeScalars.count == 1
        && text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic && !$0.isASCII }
    }
    guard before == after || areLetters else { return "" }
    func numbers(_ text: String) -> String {
      text.unicodeScalars.map { String(format: "U+%04X", $0.value) }.joined(separator: " ")
    }
    return " (\(numbers(before)) → \(numbers(after)))"
  }

  private static func number(_ run: Range<Int>) -> String {
    run.count == 1 ? "\(run.lowerBound)" : "\(run.lowerBound)–\(run.upperBound - 1)"
  }
}

extension LedgerEntry.Change {
  /// Where a block stands in the text, if it is not where the page has it.
  var place: String? {
    switch self {
    case .setFirst: "kept before the text"
    case .setApart: "kept behind the text"
    case .keep, .pin, .drop, .replace, .lift: nil
    }
  }
}
