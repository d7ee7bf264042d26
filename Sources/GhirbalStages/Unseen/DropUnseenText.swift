public import GhirbalDocument

/// Takes out what a page holds and does not show, as far as no reader misses it.
///
/// The reader tells what speaks against a run of text (`Block.unseen`) and which elements are hidden
/// (`ElementArena.unshown`); what goes is decided here. A hidden part of the page that may be a tab or
/// a fold is left to the stages after this one.
public struct DropUnseenText: Stage {
  public static let name: StageName = "drop_unseen_text"
  public static let summary = "Takes out what the page does not show: hidden text, second copies."
  public static let judges = StageSubject.page

  public enum Reason: String, CaseIterable, Sendable {
    /// Inside a shown block, and not shown.
    case hidden
    /// Not shown, or not read aloud, and the same stands beside it or, for a hidden block, elsewhere.
    case secondCopy = "second_copy"
    /// Hidden facts about the page for machines: microdata, microformats.
    case microdata
    /// For browsers that cannot show what stands there: inside `iframe`, `video`, `object`.
    case fallbackText = "fallback_text"
    /// The number of a line of code.
    case lineNumber = "line_number"
    /// A button that copies code, a link that edits a section or goes back from a note.
    case control
    /// A sign that links a heading to itself or a note to its mark: "¶", "↩".
    case placeLink = "place_link"

    /// Whether a block with nothing else goes as a whole.
    var takesBlocks: Bool { self == .lineNumber || self == .control || self == .placeLink }
  }

  public typealias Options = NoOptions

  public init(_ options: NoOptions) {}

  public func edits(for document: Document) -> [Edit<Reason>] {
    guard document.format == .html else { return [] }
    let hidden = HiddenBlocks(document).reasons
    var edits: [Edit<Reason>] = []
    for index in document.blocks.indices where !document.blocks[index].isDropped {
      if let reason = hidden[BlockID(index)] {
        edits.append(.drop(BlockID(index), reason))
      } else if !document.blocks[index].unseen.isEmpty || !document.blocks[index].links.isEmpty {
        edits += self.edits(of: document.blocks[index], in: document)
      }
    }
    return edits
  }

  private func edits(of block: Block, in document: Document) -> [Edit<Reason>] {
    let going = UnseenJudgement(block, document).going
    if going.isEmpty { return [] }
    let cuts = document.withContent(of: block) {
      TextCuts(going.map(\.utf8Range), of: $0, keepsSpace: block.kind == .preformatted)
    }
    if cuts.utf8Ranges.isEmpty, going.allSatisfy(\.reason.takesBlocks), let first = going.first {
      return [.drop(block.id, first.reason)]
    }
    return zip(cuts.utf8Ranges, going).map { .replace(block.id, $0, with: "", $1.reason) }
  }
}
