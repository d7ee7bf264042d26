import GhirbalDocument
import GhirbalText

/// What a page writes alone: in its links, list items and headings; in flattened text on lines and between the
/// separators of a line.
struct PageLabels: Equatable {
  /// Ascending, each once.
  let texts: [String]

  /// Labels of a page; the first ones count.
  static let maxCount = 300

  init(_ texts: some Sequence<String>) { self.texts = Set(texts).sorted() }

  /// - Parameter blocks: blocks of the document, in order.
  init(_ blocks: [Block], of document: Document) {
    var found: Set<String> = []
    for block in blocks where !block.context.contains(.code) && block.kind != .preformatted {
      document.withContent(of: block) { text in
        for label in Self.labels(of: block, text, document.format) where found.count < Self.maxCount
        {
          found.insert(label)
        }
      }
    }
    self.init(found)
  }

  private static func labels(
    of block: Block, _ text: Span<UInt8>, _ format: PageFormat
  ) -> [String] {
    guard format == .html else { return SiteLabel.labels(ofLine: text) }
    let links = block.links.compactMap { SiteLabel.label(text.extracting($0.utf8Range)) }
    // A block of several links is what they say together.
    let isAlone = block.kind == .listItem || block.kind.isHeading
    return isAlone && block.links.count < 2 ? links + SiteLabel.labels(ofLine: text) : links
  }
}
