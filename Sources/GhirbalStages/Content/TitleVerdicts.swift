import GhirbalDocument
import GhirbalText

/// What becomes of a page's title in its text: it opens the text, or the text does without.
///
/// Pages say their title again (in a header and above the text): only one block is the title, headings
/// that repeat its words go.
struct TitleVerdicts {
  /// The block that says the title; nil where only the head does.
  let block: BlockID?
  private let verdict: ForcedVerdict?
  private let copies: Set<BlockID>

  init(_ document: Document, _ policy: TitlePolicy, opensWithTitle: Bool) {
    let named = document.derived(PageTitle.self).opening
    block = named.flatMap {
      document.shape(of: document[$0]).wordCount > Self.maxWords ? nil : $0
    }
    verdict =
      switch policy {
      case .auto: opensWithTitle ? Self.first : .droppedTitle
      case .keep: Self.first
      case .drop: .droppedTitle
      case .judged: nil
      }
    guard let block, verdict != nil else {
      copies = []
      return
    }
    let title = document.string(of: document[block]).foldedForMatching
    copies = Set(
      document.liveBlocks.lazy.filter { $0.kind.isHeading && $0.id != block }
        .filter { document.string(of: $0).foldedForMatching == title }.map(\.id))
  }

  /// A title of more words is all that some pages have to say, and is judged as their text.
  private static let maxWords = 30

  private static let first = ForcedVerdict(standing: .setFirst, reason: .title)

  /// Nil for what is no title, and where titles are judged.
  subscript(id: BlockID) -> ForcedVerdict? {
    if id == block { return verdict }
    return copies.contains(id) ? .droppedTitle : nil
  }
}
