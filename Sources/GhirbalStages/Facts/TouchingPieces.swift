import GhirbalDocument
import GhirbalText

/// A short block of inline elements that touch in the markup though a style sheet sets them apart:
/// a number, a date, a count of views. Read as one line, their digits run together.
struct TouchingPieces {
  /// UTF-8 offsets in the block's content.
  private let ranges: [Range<Int>]
  private let line: FactLine
  private let order: DateReader.Order

  private static let maxCount = 12

  /// Nil where the block is anything else.
  init?(_ line: FactLine, _ order: DateReader.Order) {
    let document = line.reading.document
    let block = line.block
    guard document.format == .html, let parent = block.element else { return nil }
    let elements = document.elements
    var ranges: [Range<Int>] = []
    var index = parent.index + 1
    while index < elements.count, elements.parents[index] >= Int32(parent.index) {
      let element = ElementID(index)
      index += 1
      guard elements.parent(of: element) == parent,
        let range = document.utf8Range(of: element, in: block), !range.isEmpty
      else { continue }
      guard ranges.count < Self.maxCount, range.lowerBound >= ranges.last?.upperBound ?? 0 else {
        return nil
      }
      ranges.append(range)
    }
    guard ranges.count >= 2,
      zip(ranges, ranges.dropFirst()).contains(where: { $0.upperBound == $1.lowerBound })
    else { return nil }
    let ends = [0..<0] + ranges + [block.content.count..<block.content.count]
    let start = block.content.lowerBound
    for (one, next) in zip(ends, ends.dropFirst()) {
      let between = document.utf8[start + one.upperBound..<start + next.lowerBound]
      guard between.allSatisfy(Self.isMark) else { return nil }
    }
    self.ranges = ranges
    self.line = line
    self.order = order
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "|") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ",")
  }

  /// What the pieces say, where each is a date, a name behind its label, or what sites count and offer
  /// beside; nil where one is not, or none is a date.
  var facts: FactLine.Facts? {
    var found: [FactLine.Fact] = []
    var hasDate = false
    for range in ranges {
      guard let piece = read(range) else { return nil }
      found += piece.facts
      hasDate = hasDate || piece.hasDate
    }
    guard hasDate else { return nil }
    var facts = FactLine.Facts(found: found, coverBlock: true)
    facts.drop = (.metaLine, "touching_pieces", 0.85)
    return facts
  }

  private func read(_ range: Range<Int>) -> (facts: [FactLine.Fact], hasDate: Bool)? {
    let start = line.block.content.lowerBound
    let document = line.reading.document
    let text = foldForMatching(
      document.utf8.span.extracting(
        start + range.lowerBound..<start + range.upperBound))
    func original(_ folded: Range<Int>) -> Range<Int> {
      let inside = text.originalRange(of: folded)
      return range.lowerBound + inside.lowerBound..<range.lowerBound + inside.upperBound
    }
    let labels = FactLabelLexicon.builtIn.cover(of: text)
    if let names = names(range) { return (names, false) }
    let dates = DateReader(text, order).dates
    let furniture = ChromeLexicon.builtIn.cover(in: text).filter {
      $0.rows.contains { MetaLine.furnitureKinds.contains($0.kind) }
    }
    let dateLabels = labels.filter { $0.isOf(.published, .modified) }
    let kinds = furniture.map(\.row.kind)
    let isCovered = text.words.allSatisfy { word in
      let folded = text.string(word)
      return dates.contains { $0.utf8Range.overlaps(word) }
        || furniture.contains { $0.utf8Range.overlaps(word) }
        || dateLabels.contains { $0.utf8Range.overlaps(word) }
        || text.utf8[word].allSatisfy { (0x30...0x39).contains($0) }
        || DateCompanions.contains(folded) || ChromeValues.isNeutral(folded, beside: kinds)
    }
    guard isCovered else { return nil }
    guard let date = dates.first else { return ([], false) }
    let isModified =
      dateLabels.first.map { !$0.isOf(.published) } ?? false
    return (
      [
        FactLine.Fact(
          field: isModified ? .modified : .published, value: date.date.iso8601,
          utf8Range: original(date.utf8Range),
          reason: isModified ? .modificationDate : .publicationDate, rule: "touching_pieces",
          confidence: 0.85)
      ], true
    )
  }

  /// The names behind a label with a colon; nil where none stands there.
  private func names(_ range: Range<Int>) -> [FactLine.Fact]? {
    let value = line.reading.value(range, of: line.index)
    let bare = AuthorNames.withoutLabel(value)
    guard bare != value, AuthorNames.isLabelled(value) else { return nil }
    let names = NameReader.names(in: bare, isLabelled: true)
    guard !names.isEmpty else { return nil }
    return line.authors(names, in: range, rule: "touching_pieces", confidence: 0.85)
  }
}
