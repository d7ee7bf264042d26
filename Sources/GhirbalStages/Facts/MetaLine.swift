import GhirbalDocument
import GhirbalText

/// A short block taken apart into dates, names, labels with their values, and page furniture.
///
/// Sites set all of these in one line ("By Jane Doe, Reporter 13 April 2024 Updated 3:05 pm 4 min
/// read 27 comments"), each in a `span` of its own, so that no single pattern covers the block.
struct MetaLine {
  enum Piece: Equatable {
    case date
    /// A date of the lunar calendar, which stands beside the other.
    case lunarDate
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
    var cover = Cover(line)
    cover.takeDates()
    cover.takeLunarDates()
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
    // Two dates in a sentence are two pieces as well, so they prove less.
    if Set(pieces).isSubset(of: [.date, .lunarDate]) { return false }
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

  /// A place, two dates and an agency in brackets: how some agencies open a text.
  var dateline: Range<Int>? {
    guard pieces.contains(.lunarDate), pieces.contains(.date), leftover.count == 2,
      let first = leftover.first, let last = leftover.last, first.lowerBound == 0,
      first.count <= 4, last.upperBound == wordCount, last.count <= 4,
      line.mark(before: last.lowerBound) == 0x28, line.mark(after: last.upperBound - 1) == 0x29
    else { return nil }
    return line.original(first)
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

  // MARK: Cover

  private struct Cover {
    let line: FactLine
    let words: [Range<Int>]
    var pieces: [Piece?]
    var facts: [FactLine.Fact] = []
    private var furniture: [ChromeLexicon.Match] = []

    init(_ line: FactLine) {
      self.line = line
      words = line.wordRanges
      pieces = Array(repeating: nil, count: words.count)
    }

    private func word(_ index: Int) -> String { line.text.string(words[index]) }

    private mutating func cover(_ range: Range<Int>, as piece: Piece) {
      for index in words.indices
      where range.lowerBound <= words[index].lowerBound
        && words[index].upperBound
          <= range.upperBound
      {
        pieces[index] = piece
      }
    }

    private func wordsInside(_ range: Range<Int>) -> [Int] {
      words.indices.filter {
        words[$0].lowerBound >= range.lowerBound && words[$0].upperBound <= range.upperBound
      }
    }

    private func isFree(_ range: Range<Int>) -> Bool {
      wordsInside(range).allSatisfy { pieces[$0] == nil }
    }

    mutating func takeDates() {
      // A word of a date may be longer than the date: "2019م", "13.4.2024г".
      for date in line.dates {
        for index in words.indices
        where words[index].lowerBound < date.utf8Range.upperBound
          && words[index].upperBound > date.utf8Range.lowerBound
        {
          pieces[index] = .date
        }
      }
      // The first date without a label is when the text appeared.
      let labelled = line.labelledDateFacts
      facts += labelled.map(\.fact)
      if !labelled.contains(where: { $0.fact.field == .published }),
        let date = line.dates.first(where: { date in
          !labelled.contains { $0.range.overlaps(date.utf8Range) }
        })
      {
        facts.append(line.fact(date, .published, rule: "meta_line", confidence: 0.85))
      }
    }

    /// 22 صفر 1444هـ.
    mutating func takeLunarDates() {
      for start in words.indices where pieces[start] == nil {
        guard let day = Int(word(start)), (1...30).contains(day) else { continue }
        for count in [2, 1] where start + count + 1 < words.count {
          let month = (start + 1...start + count).map(word).joined(separator: " ")
          let year = word(start + count + 1).prefix { $0.isASCII && $0.isNumber }
          guard LunarMonths.contains(month), year.count == 4 else { continue }
          for index in start...start + count + 1 { pieces[index] = .lunarDate }
          break
        }
      }
    }

    mutating func takeFurniture() {
      furniture = ChromeLexicon.builtIn.cover(of: line.text).filter {
        isFree($0.utf8Range) && $0.rows.contains { MetaLine.furnitureKinds.contains($0.kind) }
      }
      for match in furniture { cover(match.utf8Range, as: .furniture) }
      for index in words.indices where pieces[index] == nil {
        if word(index).utf8.count <= 2, pieces.contains(.furniture),
          index > 0 && pieces[index - 1] == .furniture,
          ChromeValues.isNeutral(word(index), beside: furniture.map(\.row.kind))
        {
          pieces[index] = .furniture
        }
      }
    }

    /// Numbers and words such as "min" on either side of furniture, and what is left of them.
    mutating func takeNumbersBesideFurniture() {
      guard !furniture.isEmpty else { return }
      let kinds = furniture.map(\.row.kind)
      func belongs(_ index: Int) -> Bool {
        word(index).utf8.allSatisfy { (0x30...0x39).contains($0) }
          || ChromeValues.isNeutral(word(index), beside: kinds)
      }
      for index in words.indices.dropFirst()
      where pieces[index] == nil && pieces[index - 1] == .furniture && belongs(index) {
        pieces[index] = .furniture
      }
      for index in words.indices.dropLast().reversed()
      where pieces[index] == nil && pieces[index + 1] == .furniture && belongs(index) {
        pieces[index] = .furniture
      }
    }

    /// Categories and tags behind their labels, up to the next bar or piece.
    mutating func takeValues() {
      for (place, label) in line.labels.enumerated() where isFree(label.utf8Range) {
        guard let row = label.rows.first(where: { $0.kind == .category || $0.kind == .tag })
        else { continue }
        let colon = line.colonEnd(after: label.utf8Range.upperBound)
        let next = place + 1 < line.labels.count ? line.labels[place + 1].utf8Range.lowerBound : nil
        let start = colon ?? label.utf8Range.upperBound
        let end = self.end(from: start, atCommas: false, next)
        guard start < end else { continue }
        let stretch = line.text.originalRange(of: start..<end)
        let links = line.block.links.map(\.utf8Range).filter {
          $0.lowerBound >= stretch.lowerBound && $0.upperBound <= stretch.upperBound
        }
        guard colon != nil || !links.isEmpty else { continue }
        let values = links.isEmpty ? line.pieces(of: stretch) : links.map(line.bare)
        guard !values.isEmpty, values.count <= 12,
          values.allSatisfy({ line.reading.wordCount($0, of: line.index) <= 5 })
        else { continue }
        cover(label.utf8Range.lowerBound..<end, as: .value)
        for value in values {
          facts.append(
            FactLine.Fact(
              field: row.kind == .tag ? .tag : .category,
              value: line.reading.value(value, of: line.index), utf8Range: value,
              reason: row.kind == .tag ? .tagLabel : .categoryLabel, rule: row.name,
              confidence: 0.9))
        }
      }
    }

    mutating func takeBylines() {
      for label in line.labels where isFree(label.utf8Range) {
        let first = wordsInside(label.utf8Range).first ?? 0
        let colon = line.colonEnd(after: label.utf8Range.upperBound)
        guard
          let row = label.rows.first(where: { $0.kind == .author && ($0.isOpen || colon != nil) }),
          first == 0 || pieces[first - 1] != nil || line.mark(before: first) != 0
        else { continue }
        let start = colon ?? label.utf8Range.upperBound
        let end = self.end(from: start, atCommas: false, nil)
        guard start < end else { continue }
        let value = line.trimmedMarks(line.text.originalRange(of: start..<end))
        // What ends at a date, a bar or another piece is a name, though it be a single word.
        let isClosed = end < line.text.utf8.count || first > 0 && pieces[first - 1] != nil
        let names = NameReader.names(
          in: line.reading.value(value, of: line.index),
          isLabelled: colon != nil || FactLine.isUncased(row) || isClosed)
        guard !names.isEmpty, names.allSatisfy({ $0.utf8.count <= 60 }) else { continue }
        cover(label.utf8Range.lowerBound..<end, as: .author)
        var position = value.lowerBound
        for name in names {
          let range = line.place(of: name, from: position, in: value)
          position = range.upperBound
          facts.append(
            FactLine.Fact(
              field: .author, value: name, utf8Range: range, reason: .byline, rule: row.name,
              confidence: 0.85))
        }
      }
    }

    /// Names that the head gives as authors need no label.
    mutating func takeKnownAuthors(_ authors: [String]) {
      for author in authors {
        let name = author.foldedForMatching.split(separator: " ").map(String.init)
        guard name.count >= 2, words.count >= name.count else { continue }
        for start in 0...words.count - name.count
        where (0..<name.count).allSatisfy({
          word(start + $0) == name[$0] && pieces[start + $0] == nil
        }) {
          for index in start..<start + name.count { pieces[index] = .author }
          let range = line.original(start..<start + name.count)
          facts.append(
            FactLine.Fact(
              field: .author, value: line.reading.value(range, of: line.index), utf8Range: range,
              reason: .byline, rule: "head_author", confidence: 0.95))
          break
        }
      }
    }

    /// "Updated", "Posted on": labels whose date or time was found.
    mutating func takeDateLabels() {
      for label in line.labels where isFree(label.utf8Range) {
        guard label.rows.contains(where: { $0.kind == .published || $0.kind == .modified }) else {
          continue
        }
        let inside = wordsInside(label.utf8Range)
        guard let last = inside.last, last + 1 < words.count else { continue }
        if pieces[last + 1] == .date || pieces[last + 1] == .lunarDate || isTimeLike(last + 1) {
          for index in inside { pieces[index] = .date }
        }
      }
    }

    private func isTimeLike(_ index: Int) -> Bool {
      line.isTime(words[index]) || DateCompanions.contains(word(index))
    }

    mutating func takeCompanions() {
      let hasDate = pieces.contains(.date)
      for index in words.indices where pieces[index] == nil {
        if hasDate, isTimeLike(index) { pieces[index] = .companion }
      }
      // An office behind a name.
      for index in words.indices.dropFirst()
      where pieces[index] == nil && pieces[index - 1] == .author
        && NameReader.isOffice(word(index))
      {
        pieces[index] = .author
      }
    }

    /// Where a value ends: at a bar, a dash between spaces, a line end, or the next piece.
    private func end(from start: Int, atCommas: Bool, _ limit: Int?) -> Int {
      let utf8 = line.text.utf8
      var end = limit ?? utf8.count
      for index in words.indices
      where pieces[index] != nil && words[index].lowerBound >= start
        && words[index].lowerBound < end
      {
        end = words[index].lowerBound
        break
      }
      var offset = start
      while offset < end {
        if line.isBar(at: offset) { return offset }
        offset += 1
      }
      return end
    }
  }
}

extension FactLine {
  /// The original stretch from a run's first word to its last.
  func original(_ words: Range<Int>) -> Range<Int> {
    text.originalRange(
      of: wordRanges[words.lowerBound].lowerBound..<wordRanges[words.upperBound - 1].upperBound)
  }

  /// The mark right before a word of the line; 0 where only spaces stand there.
  func mark(before word: Int) -> UInt8 {
    let start = word > 0 ? wordRanges[word - 1].upperBound : 0
    return text.utf8[start..<wordRanges[word].lowerBound].last { $0 != 0x20 } ?? 0
  }

  /// The mark right behind a word of the line; 0 where only spaces stand there.
  func mark(after word: Int) -> UInt8 {
    let end = word + 1 < wordRanges.count ? wordRanges[word + 1].lowerBound : text.utf8.count
    return text.utf8[wordRanges[word].upperBound..<end].first { $0 != 0x20 } ?? 0
  }

  /// Whether a mark that parts one piece of a line from the next stands at a folded offset.
  func isBar(at offset: Int) -> Bool {
    let utf8 = text.utf8
    switch utf8[offset] {
    case 0x7C: return true
    // A hyphen or dash, which fold to one, between spaces.
    case 0x2D:
      return offset > 0 && utf8[offset - 1] == 0x20 && offset + 1 < utf8.count
        && utf8[offset + 1] == 0x20
    // · » «
    case 0xC2:
      return offset + 1 < utf8.count
        && (utf8[offset + 1] == 0xB7 || utf8[offset + 1] == 0xBB || utf8[offset + 1] == 0xAB)
    // • › – —
    case 0xE2:
      return offset + 2 < utf8.count && utf8[offset + 1] == 0x80
        && (utf8[offset + 2] == 0xA2 || utf8[offset + 2] == 0xBA || utf8[offset + 2] == 0x93
          || utf8[offset + 2] == 0x94)
    default: return false
    }
  }
}

/// The months of the lunar calendar.
enum LunarMonths {
  static func contains(_ words: String) -> Bool { names.contains(words) }

  private static let names: Set<String> = [
    "محرم", "صفر", "ربيع الأول", "ربيع الثاني", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة",
    "جمادى الثانية", "رجب", "شعبان", "رمضان", "شوال", "ذو القعدة", "ذي القعدة", "ذو الحجة",
    "ذي الحجة", "ربيع الاولى", "المحرم", "رمضان المبارك", "محرم الحرام",
    "ربیع‌الاول", "ربیع‌الثانی", "جمادی‌الاول", "جمادی‌الثانی", "ذی‌القعده", "ذی‌الحجه",
  ].reduce(into: []) { $0.insert($1.foldedForMatching) }
}
