import GhirbalDocument
import GhirbalText

/// The pieces of a line, found one kind after the other: what one took is not looked at again.
struct MetaCover {
  let line: FactLine
  let words: [Range<Int>]
  var pieces: [MetaLine.Piece?]
  var facts: [FactLine.Fact] = []
  private var furniture: [ChromeLexicon.Match] = []

  init(_ line: FactLine) {
    self.line = line
    words = line.wordRanges
    pieces = Array(repeating: nil, count: words.count)
  }

  private func word(_ index: Int) -> String { line.text.string(words[index]) }

  private mutating func cover(_ range: Range<Int>, as piece: MetaLine.Piece) {
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

  mutating func takeFurniture() {
    furniture = ChromeLexicon.builtIn.cover(in: line.text).filter {
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
      let end = self.end(from: start, next)
      guard start < end else { continue }
      let stretch = line.text.originalRange(of: start..<end)
      let links = line.block.links.map(\.utf8Range).filter {
        $0.lowerBound >= stretch.lowerBound && $0.upperBound <= stretch.upperBound
      }
      guard colon != nil || !links.isEmpty else { continue }
      let values = links.isEmpty ? line.pieces(of: stretch) : line.values(of: links, row)
      guard !values.isEmpty, values.count <= 12,
        values.allSatisfy({ line.reading.wordCount($0, of: line.index) <= 5 })
      else { continue }
      cover(label.utf8Range.lowerBound..<end, as: .value)
      facts += line.values(values, row, confidence: 0.9)
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
      let end = self.end(from: start, nil)
      guard start < end else { continue }
      let value = line.trimmedMarks(line.text.originalRange(of: start..<end))
      // What ends at a date, a bar or another piece is a name, though it be a single word.
      let isClosed = end < line.text.utf8.count || first > 0 && pieces[first - 1] != nil
      let names = NameReader.names(
        in: line.reading.value(value, of: line.index),
        isLabelled: colon != nil || FactLine.isUncased(row) || isClosed)
      guard !names.isEmpty, names.allSatisfy({ $0.utf8.count <= 60 }) else { continue }
      cover(label.utf8Range.lowerBound..<end, as: .author)
      facts += line.authors(names, in: value, rule: row.name, confidence: 0.85)
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
          line.reading.fact(
            .author, range, of: line.index, .byline, rule: "head_author", confidence: 0.95))
        break
      }
    }
  }

  /// "Updated", "Posted on": labels whose date or time was found.
  mutating func takeDateLabels() {
    for label in line.labels where isFree(label.utf8Range) {
      guard label.isOf(.published, .modified) else {
        continue
      }
      let inside = wordsInside(label.utf8Range)
      guard let last = inside.last, last + 1 < words.count else { continue }
      if pieces[last + 1] == .date || isTimeLike(last + 1) {
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
  private func end(from start: Int, _ limit: Int?) -> Int {
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
