import ArgumentParser
import Foundation
import Ghirbal
import GhirbalContent
import GhirbalDocument
import GhirbalIO
import GhirbalStages

struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Shows what happened to each block of a page, and why.")

  @Argument(help: "A raw page; - is standard input.", completion: .file())
  var path = "-"

  @Option(help: "auto, always or never.") var color = Terminal.Colour.auto
  @Flag(help: "Blocks that were dropped or changed only.") var changes = false
  @OptionGroup var source: ConfigurationOptions

  func run() async throws {
    try await reporting {
      let configuration = try source.load().configuration
      let pipeline = Pipeline(configuration)
      let bytes =
        path == "-"
        ? try AtomicFile.read(STDIN_FILENO, "standard input") : try AtomicFile.read(path)
      do {
        let page = try pipeline.clean(Page(path: path, bytes: bytes))
        var ruleUse = RuleUse(configuration)
        ruleUse.add(page.record.ledger)
        for warning in ruleUse.warnings { complain(warning) }
        try show(Explanation(page, pipeline, Terminal(color), changesOnly: changes).text)
      } catch let problem as PageProblem {
        complain("\(path): failed: \(problem.rawValue)")
        throw ExitCode.pagesFailed
      }
    }
  }
}

/// A page block by block, each with what was done to it.
private struct Explanation {
  private let page: Pipeline.CleanPage
  private let terminal: Terminal
  private let changesOnly: Bool
  /// The model's view of the page as it saw it.
  private let judgement: any ModelExplanation
  private static let shownReasons = 3
  /// How much of a block is shown; with what stands before it a line keeps within 80 columns.
  private static let shownWidth = 70
  /// What is left of 80 columns for an edit, behind its indentation.
  private static let editWidth = 71

  init(
    _ page: Pipeline.CleanPage, _ pipeline: Pipeline, _ terminal: Terminal, changesOnly: Bool
  ) {
    self.page = page
    self.terminal = terminal
    self.changesOnly = changesOnly
    let judged = pipeline.judged(page.raw)
    judgement =
      page.raw.format == .html
      ? ExplainedJudgement(judged) : ExplainedLines(judged, FlattenedText(judged).segments)
  }

  var text: String {
    let byBlock = Dictionary(grouping: page.record.ledger.entries) { $0.block }
    var lines = heading
    for entry in byBlock[nil] ?? [] { lines.append("  " + line(for: entry)) }
    for raw in page.raw.blocks {
      lines += explanation(of: raw, byBlock[raw.id] ?? [])
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var heading: [String] {
    let record = page.record
    let dropped = page.document.blocks.lazy.filter(\.isDropped).count
    let facts = [
      record.source.format, "\(record.source.encoding) (\(record.source.encodingEvidence))",
      [record.language, record.direction].compactMap(\.self).joined(separator: " "),
    ].filter { !$0.isEmpty }.joined(separator: ", ")
    return [
      terminal.styled(Terminal.isolated(record.source.path), .bold),
      "\(facts); \(page.document.blocks.count) blocks, \(dropped) dropped; "
        + "\(record.ledger.entries.count) edits" + (record.flags.isEmpty ? "" : "; ")
        + record.flags.joined(separator: ", "), "",
    ]
  }

  private func explanation(of raw: Block, _ entries: [LedgerEntry]) -> [String] {
    let isDropped = page.document[raw.id].isDropped
    let isChanged = entries.contains { $0.change == .replace }
    if changesOnly, !isDropped, !isChanged { return [] }
    let (mark, style): (String, Terminal.Style) =
      isDropped ? ("-", .red) : isChanged ? ("~", .yellow) : (" ", .plain)
    let number =
      String(repeating: " ", count: max(0, 4 - "\(raw.id.index)".count)) + "\(raw.id.index)"
    let shown = Terminal.isolated(page.raw.string(of: raw), width: Self.shownWidth)
    return [
      "\(terminal.styled("\(number) \(mark)", style)) \(terminal.styled(shown, isDropped ? .dim : .plain))"
    ]
      + entries.flatMap { ["         " + line(for: $0)] + weights(for: $0, of: raw) }
  }

  /// What the content model's verdict on a block rests on, where it was the model that judged.
  private func weights(for entry: LedgerEntry, of raw: Block) -> [String] {
    guard entry.stage == SelectMainContent.name.rawValue,
      SelectMainContent.Reason(rawValue: entry.reason)?.isOfModel ?? false
    else { return [] }
    let reasons = judgement.reasons(for: raw.id, count: Self.shownReasons).map {
      "\($0.name) \(Self.short($0.value)) (\($0.weight < 0 ? "−" : "+")\(Self.short(abs($0.weight))))"
    }
    guard let own = judgement.probability(of: raw.id) else { return [] }
    let whole = judgement.probabilityOfWhole(around: raw.id)
    let probability =
      "probability \(Self.short(own))" + (whole.map { ", of the whole \(Self.short($0))" } ?? "")
    return ([probability] + reasons).map { "           " + terminal.styled($0, .dim) }
  }

  private static func short(_ number: Float) -> String {
    number == number.rounded() && abs(number) < 1e6
      ? String(Int(number)) : String(format: "%.2f", Double(number))
  }

  private func line(for entry: LedgerEntry) -> String {
    let name = "\(entry.stage): \(entry.reason)"
    let rule = entry.rule.map { " (\($0.singleLine))" } ?? ""
    let why = terminal.styled(name, .cyan) + rule
    let left = Self.editWidth - name.count - rule.count
    switch entry.change {
    case .keep, .pin: return "\(why) kept"
    case .setApart: return "\(why) kept behind the text"
    case .setFirst: return "\(why) kept before the text"
    case .drop:
      let region = entry.region.map { page.record.ledger.regions[$0].heading }
      return why
        + (region.map { ", under \(Terminal.isolated($0, width: max(8, left - 9)))" } ?? "")
    case .replace:
      let width = max(8, (left - 6) / 2)
      let before = Terminal.isolated(context(entry), width: width)
      return "\(why) \(before) → \(Terminal.isolated(entry.after ?? "", width: width))"
    case .lift:
      let field = entry.field?.rawValue ?? ""
      let width = max(8, left - field.count - 5)
      return "\(why) \(field) = \(Terminal.isolated(entry.after ?? "", width: width))"
    }
  }

  /// What was replaced; an insertion shows as the empty place it was.
  private func context(_ entry: LedgerEntry) -> String { entry.before.isEmpty ? "∅" : entry.before }
}
