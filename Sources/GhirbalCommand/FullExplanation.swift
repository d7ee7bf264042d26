import Foundation
import Ghirbal
import GhirbalContent
import GhirbalDocument
import GhirbalIO
import GhirbalText

/// A page block by block, each with all that was done to it and the features that moved the model.
struct FullExplanation {
  private let explanation: PageExplanation
  private let page: Pipeline.CleanPage
  private let terminal: Terminal
  private let changesOnly: Bool
  private static let shownReasons = 3
  /// How much of a block is shown; with what stands before it a line keeps within 80 columns.
  private static let shownWidth = 70
  /// What is left of 80 columns for an edit, behind its indentation.
  private static let editWidth = 71

  init(_ explanation: PageExplanation, _ terminal: Terminal, changesOnly: Bool) {
    self.explanation = explanation
    page = explanation.page
    self.terminal = terminal
    self.changesOnly = changesOnly
  }

  var text: String {
    var lines = heading
    for entry in explanation.headEntries { lines.append("  " + line(for: entry)) }
    for block in explanation.blocks { lines += self.lines(for: block) }
    return lines.joined(separator: "\n") + "\n"
  }

  private var heading: [String] {
    let ledger = page.record.ledger
    let dropped = page.document.blocks.lazy.filter(\.isDropped).count
    return [
      terminal.styled(terminal.shown(page.record.source.path), .bold),
      (["\(page.facts); \(page.document.blocks.count.counted("block")), \(dropped) dropped"]
        + [ledger.entries.count.counted("edit")] + page.record.flags).joined(separator: "; "), "",
    ]
  }

  private func lines(for block: ExplainedBlock) -> [String] {
    let isChanged = block.entries.contains { $0.change == .replace }
    if changesOnly, !block.isDropped, !isChanged { return [] }
    let (mark, style): (String, Terminal.Style) =
      block.isDropped ? ("-", .red) : isChanged ? ("~", .yellow) : (" ", .plain)
    let number = String(block.id.index).padded(toWidth: 4)
    let shown = terminal.shown(block.text, width: Self.shownWidth)
    return [
      "\(terminal.styled("\(number) \(mark)", style)) "
        + terminal.styled(shown, block.isDropped ? .dim : .plain)
    ] + block.entries.flatMap { ["         " + line(for: $0)] + weights(for: $0, of: block) }
  }

  /// What the content model's verdict on a block rests on, where it was the model that judged.
  private func weights(for entry: LedgerEntry, of block: ExplainedBlock) -> [String] {
    guard entry.isOfContentModel else { return [] }
    let judgement = explanation.judgement
    let reasons = judgement.reasons(for: block.id, count: Self.shownReasons).map {
      "\($0.name) \(Self.short($0.value)) (\($0.weight < 0 ? "−" : "+")\(Self.short(abs($0.weight))))"
    }
    guard let own = judgement.probability(of: block.id) else { return [] }
    let whole = judgement.probabilityOfWhole(around: block.id)
    let probability =
      "probability \(Self.short(own))" + (whole.map { ", of the whole \(Self.short($0))" } ?? "")
    return ([probability] + reasons).map { "           " + terminal.styled($0, .dim) }
  }

  private static func short(_ number: Float) -> String {
    number == number.rounded() && abs(number) < 1e6
      ? String(Int(number)) : String(format: "%.2f", Double(number))
  }

  private func line(for entry: LedgerEntry) -> String {
    let name = entry.why
    let rule = entry.rule.map { " (\($0.singleLine))" } ?? ""
    let why = terminal.styled(name, .cyan) + rule
    let left = Self.editWidth - name.count - rule.columns
    switch entry.change {
    case .keep, .pin, .setApart, .setFirst: return "\(why) \(entry.change.place ?? "kept")"
    case .drop:
      let region = entry.region.map { page.record.ledger.regions[$0].heading }
      return why
        + (region.map { ", under \(terminal.shown($0, width: max(8, left - 9)))" } ?? "")
    case .replace:
      let width = max(8, (left - 6) / 2)
      let before = terminal.shown(context(entry), width: width)
      return "\(why) \(before) → \(terminal.shown(entry.after ?? "", width: width))"
    case .lift:
      let field = entry.field?.rawValue ?? ""
      let width = max(8, left - field.count - 5)
      return "\(why) \(field) = \(terminal.shown(entry.after ?? "", width: width))"
    }
  }

  /// What was replaced; an insertion shows as the empty place it was.
  private func context(_ entry: LedgerEntry) -> String { entry.before.isEmpty ? "∅" : entry.before }
}

extension Pipeline.CleanPage {
  /// How the page was read, on one line.
  var facts: String {
    [
      record.source.format, "\(record.source.encoding) (\(record.source.encodingEvidence))",
      [record.language, record.direction].compactMap(\.self).joined(separator: " "),
    ].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

extension String {
  /// The text at the right of a field.
  func padded(toWidth width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
