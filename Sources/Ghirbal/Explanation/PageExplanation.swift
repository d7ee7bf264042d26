public import GhirbalContent
public import GhirbalDocument
import GhirbalIO
import GhirbalStages
import GhirbalText

/// What happened to a page, in the order in which a person asks: how much stays, why the rest goes,
/// which verdicts were close, and then the page itself.
public struct PageExplanation {
  public let page: Pipeline.CleanPage
  /// All blocks of the raw page, in its order.
  public let blocks: [ExplainedBlock]
  /// What was lifted out of the page's head.
  public let headEntries: [LedgerEntry]
  /// The model's view of the page as it saw it.
  public let judgement: any ModelExplanation

  public init(_ page: Pipeline.CleanPage, _ pipeline: Pipeline) {
    self.page = page
    let judged = pipeline.judged(page.raw)
    judgement =
      page.raw.format == .html
      ? ExplainedJudgement(judged) : ExplainedLines(judged, FlattenedText(judged).segments)
    let byBlock = Dictionary(grouping: page.record.ledger.entries) { $0.block }
    headEntries = byBlock[nil] ?? []
    blocks = page.raw.blocks.map { block in
      ExplainedBlock(block, byBlock[block.id] ?? [], page)
    }
  }

  public var keptBlockCount: Int { blocks.count { !$0.isDropped } }

  /// Words of the raw page, and of what of it stays; as the options of stages count them.
  public var wordCounts: (raw: Int, kept: Int) {
    blocks.reduce(into: (0, 0)) { counts, block in
      counts.raw += block.wordCount
      if !block.isDropped { counts.kept += block.wordCount }
    }
  }

  /// How often each stage did what for which reason, the most frequent first.
  public func counts(of change: LedgerEntry.Change) -> [(reason: String, count: Int)] {
    var counts: [String: Int] = [:]
    for entry in page.record.ledger.entries where entry.change == change {
      counts["\(entry.stage): \(entry.reason)", default: 0] += 1
    }
    return counts.map { ($0.key, $0.value) }
      .sorted { ($1.count, $0.reason) < ($0.count, $1.reason) }
  }

  /// Blocks that became one line to a person: those that were dropped side by side for one reason, or
  /// a single one.
  public var runs: [Range<Int>] {
    var runs: [Range<Int>] = []
    for (index, block) in blocks.enumerated() {
      if let last = runs.last, let reason = block.dropped?.why,
        blocks[last.lowerBound].dropped?.why == reason
      {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs
  }

  /// What moved the model's verdict on a block most, strongest first; each sentence once, and none that
  /// holds for the whole page.
  public func reasons(for block: ExplainedBlock, count: Int) -> [FeatureWeight] {
    var said: Set<String> = []
    return Array(
      judgement.reasons(for: block.id, count: count * 4)
        .filter { !$0.isOfPage && said.insert($0.sentence).inserted }.prefix(count))
  }

  /// What spoke against most blocks of a run, strongest first; empty where it was not the model that
  /// dropped them.
  public func sentences(against run: Range<Int>, count: Int) -> [String] {
    guard blocks[run.lowerBound].isModelDrop else { return [] }
    var weights: [String: Float] = [:]
    var counts: [String: Int] = [:]
    let asked = run.prefix(Self.maxAsked)
    for index in asked {
      for reason in reasons(for: blocks[index], count: Self.askedReasons) where reason.weight < 0 {
        weights[reason.sentence, default: 0] -= reason.weight
        counts[reason.sentence, default: 0] += 1
      }
    }
    return weights.filter { (counts[$0.key] ?? 0) * 2 > asked.count }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(count).map(\.key)
  }

  /// Of a long run the first blocks tell what it is.
  private static let maxAsked = 24
  private static let askedReasons = 6
}

/// A block of a raw page with what was done to it.
public struct ExplainedBlock {
  public let id: BlockID
  public let text: String
  public let wordCount: Int
  public let isDropped: Bool
  public let entries: [LedgerEntry]
  /// What was changed inside it.
  public let changes: [WordChange]

  init(_ block: Block, _ entries: [LedgerEntry], _ page: Pipeline.CleanPage) {
    id = block.id
    text = page.raw.string(of: block)
    wordCount = page.raw.withContent(of: block) { TextLength($0).wordCount }
    isDropped = page.document[block.id].isDropped
    self.entries = entries
    changes = WordChange.all(in: entries, of: block, page.raw)
  }

  /// The entry that dropped it; nil where it stays.
  public var dropped: LedgerEntry? { isDropped ? entries.last { $0.change == .drop } : nil }

  /// The content model's verdict; nil where it had none.
  public var verdict: LedgerEntry? {
    entries.last { $0.isOfContentModel && ($0.change == .drop || $0.change.standing != nil) }
  }

  /// Whether it was the content model that dropped it.
  public var isModelDrop: Bool { dropped?.isOfContentModel ?? false }

  /// How likely the content model holds it, or what it was judged with as a whole, to be main content,
  /// 0...1.
  public var probability: Double? {
    verdict.map { $0.change == .drop ? 1 - $0.confidence : $0.confidence }
  }
}

extension LedgerEntry {
  /// Stage and reason, as `ghirbal stages` names them.
  public var why: String { "\(stage): \(reason)" }

  /// Whether it says how the content model judged.
  public var isOfContentModel: Bool {
    stage == SelectMainContent.name.rawValue
      && SelectMainContent.Reason(rawValue: reason)?.isOfModel ?? false
  }
}
