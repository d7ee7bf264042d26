import GhirbalContent
import GhirbalDocument
import GhirbalText

/// What a page is called: of what its head and its headings say, the likeliest.
///
/// One answer for all stages of what is called the title; which heading the model of the main content
/// looks at is a feature of it and no more. In flattened text lines tell (`LineTitle`).
struct PageTitle: DerivedFromText {
  /// The block that says the title; nil where only the head does, and in flattened text.
  private(set) var block: BlockID?
  /// The title where no block says it.
  private(set) var inHead: (text: String, element: ElementID, rule: String)?
  /// The heading at the top of the text, which says the title or the likeliest of what headings do; nil where none
  /// may.
  private(set) var heading: BlockID?
  /// The block that a text opens with: the one that says the title, or the heading that says half of it in other words.
  private(set) var opening: BlockID?
  /// How likely the title is right, 0...1.
  private(set) var likelihood = 0.0
  /// The likeliest of what was passed over.
  private(set) var others: [PassedOver] = []

  /// Headings that are less likely the title do not tell where the text begins.
  private static let minHeading: Float = 0.1
  /// More are of no use to a reader.
  private static let maxOthers = 3

  init(_ document: Document, last: PageTitle?) {
    guard document.format == .html else { return }
    // What stages do to other blocks makes no other title likelier.
    if let last, last.likelihood > 0, [last.block, last.heading].allSatisfy(document.isLive) {
      self = last
      return
    }
    let candidates = TitleCandidates(document)
    let likely = FactForest.titles.probabilities(
      TitleRows(candidates, document).values, featureCount: TitleRows.names.count)
    let ranked = likely.indices.sorted { (likely[$1], $0) < (likely[$0], $1) }
    guard let best = ranked.first else { return }
    let chosen = candidates.all[best]
    likelihood = Double(likely[best])
    block = chosen.block
    if block == nil, let (element, rule) = chosen.inHead {
      inHead = (chosen.text, element, rule)
    }
    heading =
      chosen.headings.first?.block
      ?? ranked.first { likely[$0] >= Self.minHeading && !candidates.all[$0].headings.isEmpty }
      .flatMap { candidates.all[$0].headings.first?.block }
    opening =
      block ?? heading.flatMap { Self.says(chosen.key, document[$0], of: document) ? $0 : nil }
    others = ranked.dropFirst().prefix(Self.maxOthers).map {
      PassedOver(
        value: candidates.all[$0].text, rule: candidates.all[$0].rule,
        confidence: Double(likely[$0]))
    }
  }

  private static func says(_ key: String, _ heading: Block, of document: Document) -> Bool {
    let words = Set(key.split(separator: " "))
    let said = document.string(of: heading).titleKey.split(separator: " ")
    return words.intersection(said).count * 2 >= words.count
  }
}

extension Document {
  /// Whether a block is there still, if there is one.
  fileprivate func isLive(_ block: BlockID?) -> Bool {
    block.map { !self[$0].isDropped } ?? true
  }
}
