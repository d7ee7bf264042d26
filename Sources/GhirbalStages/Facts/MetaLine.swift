import GhirbalDocument
import GhirbalText

/// A short block taken apart into dates, names, labels with their values, and page furniture.
///
/// Sites set all of these in one line ("By Jane Doe, Reporter 13 April 2024 Updated 3:05 pm 4 min
/// read 27 comments"), each in a `span` of its own, so that no single pattern covers the block.
struct MetaLine {
  enum Piece: Equatable {
    case date
    case author
    case value
    case furniture
    /// A word that goes with any of these: a weekday, "at", a time, an office.
    case companion
  }

  let facts: [FactLine.Fact]
  /// The pieces found, companions aside.
  let pieces: [Piece]
  let wordCount: Int
  /// Runs of words that nothing covers, as ranges of the line's words.
  let leftover: [Range<Int>]
  private let line: FactLine
  private let isCovered: [Bool]

  var leftoverCount: Int { leftover.reduce(0) { $0 + $1.count } }
  var hasDate: Bool { pieces.contains(.date) }

  init(_ line: FactLine, authors: [String]) {
    var cover = MetaCover(line)
    cover.takeDates()
    cover.takeFurniture()
    cover.takeValues()
    cover.takeBylines()
    cover.takeKnownAuthors(authors)
    cover.takeDateLabels()
    cover.takeCompanions()
    cover.takeNumbersBesideFurniture()
    self.line = line
    facts = cover.facts.sorted { $0.utf8Range.lowerBound < $1.utf8Range.lowerBound }
    isCovered = cover.pieces.map { $0 != nil }
    wordCount = cover.pieces.count
    var kinds: [Piece] = []
    for piece in cover.pieces {
      if let piece, piece != .companion, !kinds.contains(piece) { kinds.append(piece) }
    }
    pieces = kinds
    leftover = cover.pieces.indices.reduce(into: []) { runs, index in
      guard cover.pieces[index] == nil else { return }
      if let last = runs.last, last.upperBound == index {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
  }

  /// Whether the line holds nothing but such pieces: two kinds of them at least, one of which is a
  /// date or a name.
  var isWhole: Bool {
    leftover.isEmpty && pieces.count >= 2 && (hasDate || pieces.contains(.author))
  }

  /// Whether such pieces are most of the line, and what is left reads as names and short notes.
  ///
  /// Two fifths: "Jane Doe, Wrenmouth, 3 May 2024 | 3 min" has as much; a sentence with a date and
  /// a number in it has more.
  ///
  /// - Parameter isNamed: whether markup calls the block a byline, so that no marks need to part
  ///   its pieces.
  func isMostly(isNamed: Bool) -> Bool {
    guard pieces.count >= 2, hasDate, leftoverCount <= 6, leftoverCount * 5 <= wordCount * 2,
      leftover.count <= 3
    else { return false }
    return leftover.allSatisfy { $0.count <= 4 && isNameLike($0) && (isNamed || isParted($0)) }
  }

  /// Whether the line is a place and somebody known as an author: "Wrenmouth - Jane Doe".
  var isPlaceAndAuthor: Bool {
    guard pieces == [.author], leftover.count == 1, let place = leftover.first, place.count <= 4,
      place.lowerBound == 0 || place.upperBound == wordCount
    else { return false }
    let seam = place.lowerBound == 0 ? place.upperBound : place.lowerBound
    return isNameLike(place) && line.mark(before: seam) != 0
  }

  /// Whether words read as a name or heading: each with a capital, a digit, or joining capitals.
  private func isNameLike(_ words: Range<Int>) -> Bool {
    let value = line.reading.value(line.original(words), of: line.index)
    for word in value.split(whereSeparator: { $0.isWhitespace }) {
      guard let first = word.unicodeScalars.first(where: { $0.properties.isAlphabetic }) else {
        continue
      }
      if first.properties.isLowercase, !NameReader.isParticle(word.lowercased()) { return false }
    }
    return true
  }

  /// Whether a mark parts the words from what stands beside them, or they begin or end the line.
  private func isParted(_ words: Range<Int>) -> Bool {
    words.lowerBound == 0 || words.upperBound == wordCount
      || line.mark(before: words.lowerBound) != 0 || line.mark(after: words.upperBound - 1) != 0
  }

  /// What sites count and offer beside dates and names.
  static let furnitureKinds: Set<ChromeReason> = [
    .readingTime, .viewCount, .commentCount, .pageTool, .shareBar, .shortLink, .newsCode,
    .replyForm, .relativeDate,
  ]
}
