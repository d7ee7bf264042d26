import GhirbalDocument
import GhirbalText

/// The meta lines of a page: which go, and which of them say something about the text itself.
///
/// In a list of texts or a forum each item has one; then they all go, and only the one above the
/// first paragraph is read.
struct MetaLines {
  private let reading: PageReading
  private let lines: [MetaLine?]
  private let timestamps: Set<Int>
  private let factLines: [FactLine?]
  /// Who the head and the meta lines say wrote the text.
  private let authors: [String]

  init(_ lines: [FactLine?], _ reading: PageReading, authors: [String]) {
    self.reading = reading
    let names = authors.map { Array($0.foldedForMatching.utf8) }
    self.lines = lines.indices.map { index in
      guard let line = lines[index], (2...60).contains(line.wordRanges.count),
        !Self.isMarkedHeading(reading.entries[index].block),
        !line.dates.isEmpty
          || line.labels.contains(where: { $0.isOf(.author) })
          || names.contains(where: { line.text.utf8.has($0) })
      else { return nil }
      return MetaLine(line, authors: authors)
    }
    timestamps = Self.timestamps(self.lines, lines, reading)
    factLines = lines
    self.authors = Array(
      (authors
        + self.lines.lazy.compactMap { $0 }.flatMap(\.facts).filter { $0.field == .author }
        .map(\.value)).prefix(Self.maxAuthors))
  }

  /// A text has few authors; a forum's thousands are not looked for in every line.
  private static let maxAuthors = 8

  /// Whether a line has a place and the author's name again, as some papers open a text.
  private func isPlaceAndAuthor(_ index: Int) -> Bool {
    guard !authors.isEmpty, let line = factLines[index], (3...9).contains(line.wordRanges.count),
      reading.entries[index].shape.ending == .none,
      !Self.isMarkedHeading(reading.entries[index].block)
    else { return false }
    return MetaLine(line, authors: authors).isPlaceAndAuthor
  }

  /// Whether nothing but dates, names and the like stands in a line.
  func isWhole(_ index: Int) -> Bool { lines[index]?.isWhole ?? false }

  /// Whether markup says that a block is a heading; short lines of flattened text pass for one.
  private static func isMarkedHeading(_ block: Block) -> Bool {
    block.kind.isHeading && block.kind != .heading(level: 0)
  }

  /// What is found in a line, and whether it goes; nil for a line of another kind.
  func facts(at index: Int, title: Int?, isNearTitle: Bool) -> FactLine.Facts? {
    if isNearTitle, isPlaceAndAuthor(index) {
      var facts = FactLine.Facts(coverBlock: true)
      facts.drop = (.metaLine, "place_and_author", 0.8)
      return facts
    }
    guard let line = lines[index] else { return nil }
    let entry = reading.entries[index]
    var facts = FactLine.Facts(coverBlock: true)
    if timestamps.contains(index) {
      facts.drop = (.metaLine, "timestamp", 0.8)
      return facts
    }
    guard !endsSentence(line, entry) else { return nil }
    if line.isWhole
      || line.isMostly(isNamed: namesMeta(entry.block))
        && (isNearTitle || namesMeta(entry.block))
    {
      facts.found = isNearTitle && isOwn(index, title) ? line.facts : []
    } else {
      return nil
    }
    facts.drop = (.metaLine, "meta_line", line.isWhole ? 0.9 : 0.8)
    return facts
  }

  /// A full stop ends a sentence unless it belongs to a shortened word that was recognised.
  private func endsSentence(_ line: MetaLine, _ entry: PageReading.Entry) -> Bool {
    switch entry.shape.ending {
    case .none: false
    case .stop: line.leftover.last?.upperBound == line.wordCount || line.pieces.count < 3
    default: true
    }
  }

  /// Whether a line speaks of the page's own text: below the title, with no other heading between.
  private func isOwn(_ index: Int, _ title: Int?) -> Bool {
    guard let title, title < index else { return false }
    let name = reading.folded(title).utf8
    return (title + 1..<index).allSatisfy {
      let block = reading.entries[$0].block
      // A subtitle, or the title again over the first of several posts.
      return !Self.isMarkedHeading(block) || block.kind == .heading(level: 2)
        || reading.folded($0).utf8 == name
    }
  }

  /// Whether an element names the block as what it is.
  private func namesMeta(_ block: Block) -> Bool {
    guard let element = block.element else { return false }
    return Self.metaWords.contain(element, reading.document.elements)
  }

  /// Words of class attributes around dates and names, in the languages of the makers.
  private static let metaWords = ClassNameWords(
    "mul",
    [
      "meta", "byline", "author", "date", "dateline", "info", "postmeta", "entrymeta", "signature",
      "firma", "autor", "autorzeile", "datum", "data", "fecha", "time", "timestamp", "posted",
      "published", "postinfo", "credits", "details",
    ])

  /// Dates with a time alone in their blocks, one above or below each item of a list: three at
  /// least, right under a heading.
  private static func timestamps(
    _ lines: [MetaLine?], _ factLines: [FactLine?], _ reading: PageReading
  ) -> Set<Int> {
    guard reading.document.format == .html else { return [] }
    let bare = lines.indices.filter { index in
      guard let line = lines[index], line.pieces == [.date], line.leftover.isEmpty, index > 0,
        let factLine = factLines[index], factLine.hasTime
      else { return false }
      let above = reading.entries[index - 1].block
      return above.kind.isHeading || above.linkDensity >= 0.9
    }
    return bare.count >= 3 ? Set(bare) : []
  }
}
