public import GhirbalDocument

/// Takes out of shown blocks what a page holds in them and does not show.
///
/// The reader tells what speaks against a run of text (`Block.unseen`); what goes is decided here.
public struct DropUnseenText: Stage {
  public static let name: StageName = "drop_unseen_text"
  public static let summary = "Takes out what the page does not show: hidden text, second copies."

  public enum Reason: String, CaseIterable, Sendable {
    /// An inline element inside the block is not shown.
    case hidden
  }

  public typealias Options = NoOptions

  public init(_ options: NoOptions) {}

  public func edits(for document: Document) -> [Edit<Reason>] {
    guard document.format == .html else { return [] }
    return document.liveBlocks.flatMap { block -> [Edit<Reason>] in
      guard !block.unseen.isEmpty else { return [] }
      return edits(of: block, in: document)
    }
  }

  private func edits(of block: Block, in document: Document) -> [Edit<Reason>] {
    let going = UnseenJudgement(block, document).going
    let cuts = document.withContent(of: block) {
      TextCuts(going.map(\.utf8Range), of: $0, keepsSpace: block.kind == .preformatted)
    }
    return zip(cuts.utf8Ranges, going).map { .replace(block.id, $0, with: "", $1.reason) }
  }
}
