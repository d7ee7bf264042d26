import GhirbalDocument
import GhirbalText

/// One short block read as facts: labels, dates, names and what stands between them.
struct FactLine {
  struct Fact {
    let field: MetadataField
    let value: String
    /// UTF-8 offsets in the block's content.
    let utf8Range: Range<Int>
    let reason: LiftFacts.Reason
    let rule: String
    let confidence: Double
  }

  struct Facts {
    var found: [Fact] = []
    /// Whether the block holds nothing but these facts.
    var coverBlock = false
    /// Why the block goes, where that is not what its first fact says.
    var drop: (reason: LiftFacts.Reason, rule: String, confidence: Double)?

    var isEmpty: Bool { found.isEmpty }

    /// Why the block may go; nil where it holds more than these facts.
    var whyCovered: (reason: LiftFacts.Reason, rule: String, confidence: Double)? {
      guard coverBlock else { return nil }
      return drop ?? found.first.map { ($0.reason, $0.rule, $0.confidence) }
    }
  }

  /// What stands behind a label at the start of the line.
  struct LabelledValues {
    let row: FactLabel
    /// UTF-8 offsets in the block's content, without white space and marks around.
    let pieces: [Range<Int>]
    /// Whether each piece is a link of the block.
    let isLinked: Bool
    /// The element of the first link behind the label.
    let link: ElementID?
    /// All that stands behind the label.
    let rest: Range<Int>
  }

  let reading: PageReading
  let index: Int
  let text: FoldedText
  let labels: [FactLabelLexicon.Match]
  let dates: [DateReader.Finding]
  let wordRanges: [Range<Int>]

  init(_ reading: PageReading, _ index: Int, _ order: DateReader.Order) {
    self.reading = reading
    self.index = index
    text = reading.folded(index)
    labels = FactLabelLexicon.builtIn.cover(of: text)
    dates = DateReader(text, order).dates
    wordRanges = text.words
  }

  /// The folded words.
  var words: [String] { wordRanges.map { text.string($0) } }

  var block: Block { reading.entries[index].block }

  // MARK: People and dates

  /// A date alone, with weekday and time at most.
  var bareDate: Facts? {
    guard dates.count == 1, labels.isEmpty || openLabels.isEmpty, let date = dates.first,
      uncovered(by: [date.utf8Range]).isEmpty
    else { return nil }
    return Facts(found: [fact(date, .published, rule: "date", confidence: 0.85)], coverBlock: true)
  }

  /// Whether the line is a date as programs write it into feeds and mails, with time and zone:
  /// `Thu, 27 Oct 2016 13:29:46 GMT`.
  var isStamp: Bool {
    guard let last = wordRanges.last, let date = dates.first,
      date.utf8Range.upperBound < last.lowerBound
    else { return false }
    return bareDate != nil && (text.string(last) == "gmt" || isZone(last))
      && wordRanges.count { isTime($0) && isOutsideDates($0) } >= 3
  }

  /// Whether the line reads "By Jane Doe", wherever it stands.
  var isByline: Bool { byline(before: text.utf8.count) != nil }

  /// Dates behind their labels, with what they cover.
  var labelledDateFacts: [(range: Range<Int>, fact: Fact)] { labelledDates }

  /// Whether the line holds a time of day.
  var hasTime: Bool { wordRanges.contains { isTime($0) && isOutsideDates($0) } }

  private func isOutsideDates(_ word: Range<Int>) -> Bool {
    !dates.contains { $0.utf8Range.overlaps(word) }
  }

  /// Whether a label says what the line's date is.
  var hasLabelledDate: Bool { !labelledDates.isEmpty }

  /// Names behind "By" and its like, and dates behind their labels.
  func people(isNearText: Bool, isNearTitle: Bool) -> Facts {
    let labelled = labelledDates
    let firstDate = labelled.map(\.range.lowerBound).min() ?? dates.first?.utf8Range.lowerBound
    let author = byline(before: firstDate ?? text.utf8.count)
    if let author {
      guard isNearText else { return Facts() }
      let covered = [author.folded] + labelled.map(\.range) + dates.map(\.utf8Range)
      guard uncovered(by: covered).isEmpty else { return Facts() }
      var facts = author.facts
      facts += labelled.map(\.fact)
      if labelled.isEmpty, let date = dates.first {
        facts.append(fact(date, .published, rule: "date", confidence: 0.85))
      }
      return Facts(found: facts, coverBlock: true)
    }
    // "Date: 12 March 2024" in a text may be any date; by the title it is the text's.
    let isGeneric = openLabels.contains { label, _ in
      Self.genericLabels.contains(text.string(label.utf8Range))
    }
    guard !labelled.isEmpty, isNearTitle || !isGeneric else { return Facts() }
    let covered = labelled.map(\.range) + (isNearText ? dates.map(\.utf8Range) : [])
    guard uncovered(by: covered).isEmpty else { return Facts() }
    return Facts(found: labelled.map(\.fact), coverBlock: true)
  }

  private static let genericLabels: Set<String> = [
    "date", "datum", "fecha", "tarih", "дата", "تاریخ", "التاريخ", "تاريخ", "תאריך", "tanggal",
    "بەروار", "stand", "le", "vom",
  ].reduce(into: []) { $0.insert($1.foldedForMatching) }

  /// Labels of dates that a date follows.
  private var labelledDates: [(range: Range<Int>, fact: Fact)] {
    openLabels.compactMap { label, row in
      guard
        let date = dates.first(where: { $0.utf8Range.lowerBound >= label.utf8Range.upperBound }),
        uncovered(in: label.utf8Range.upperBound..<date.utf8Range.lowerBound, by: []).isEmpty
      else { return nil }
      let fact = fact(
        date, row.kind == .modified ? .modified : .published, rule: row.name, confidence: 0.95)
      return (label.utf8Range.lowerBound..<date.utf8Range.upperBound, fact)
    }
  }

  /// The labels of dates that stand here as labels: with a colon, or such as need none.
  private var openLabels: [(FactLabelLexicon.Match, FactLabel)] {
    labels.compactMap { label in
      let rows = label.rows.filter { $0.kind == .published || $0.kind == .modified }
      let hasColon = colonEnd(after: label.utf8Range.upperBound) != nil
      return rows.first { $0.isOpen || hasColon }.map { (label, $0) }
    }
  }

  func fact(
    _ date: DateReader.Finding, _ field: MetadataField, rule: String, confidence: Double
  ) -> Fact {
    Fact(
      field: field, value: date.date.iso8601, utf8Range: text.originalRange(of: date.utf8Range),
      reason: field == .modified ? .modificationDate : .publicationDate, rule: rule,
      confidence: confidence)
  }

  /// Names at the line's start behind their label, up to an offset of the folded text.
  private func byline(before end: Int) -> (folded: Range<Int>, facts: [Fact])? {
    guard let label = labels.first,
      label.utf8Range.lowerBound <= (wordRanges.first?.lowerBound ?? 0),
      label.utf8Range.upperBound < end
    else { return nil }
    let colon = colonEnd(after: label.utf8Range.upperBound)
    guard
      let row = label.rows.first(where: {
        $0.kind == .author && ($0.isOpen || colon != nil)
      })
    else { return nil }
    let start = colon ?? label.utf8Range.upperBound
    guard start < end else { return nil }
    let original = text.originalRange(of: start..<end)
    let value = trimmedMarks(original)
    let names = NameReader.names(
      in: reading.value(value, of: index), isLabelled: colon != nil || Self.isUncased(row))
    guard !names.isEmpty else { return nil }
    let facts = authors(names, in: value, rule: row.name, confidence: colon != nil ? 0.95 : 0.85)
    return (label.utf8Range.lowerBound..<end, facts)
  }

  /// Names as authors, in the order in which they stand in a stretch of the content.
  func authors(
    _ names: [String], in value: Range<Int>, rule: String, confidence: Double
  ) -> [Fact] {
    var position = value.lowerBound
    return names.map { name in
      let range = place(of: name, from: position, in: value)
      position = range.upperBound
      return Fact(
        field: .author, value: name, utf8Range: range, reason: .byline, rule: rule,
        confidence: confidence)
    }
  }

  /// Scripts without capitals have labels that nothing but a name follows: «بقلم».
  static func isUncased(_ row: FactLabel) -> Bool {
    row.isOpen && row.language.traits.contains(.caseless)
  }

  /// Where a name stands; the whole value where its words are set apart by other blanks.
  private func place(of name: String, from start: Int, in value: Range<Int>) -> Range<Int> {
    let utf8 = Array(name.utf8)
    let offset = block.content.lowerBound
    var position = start
    while position + utf8.count <= value.upperBound {
      let end = position + utf8.count
      if reading.document.utf8[offset + position..<offset + end].elementsEqual(utf8) {
        return position..<end
      }
      position += 1
    }
    return value
  }

  /// A stretch without white space and separators at its ends.
  func trimmedMarks(_ utf8Range: Range<Int>) -> Range<Int> {
    var range = reading.trimmed(utf8Range, of: index)
    let start = block.content.lowerBound
    while let last = range.isEmpty ? nil : reading.document.utf8[start + range.upperBound - 1] {
      guard last == 0x2C || last == 0x7C || last == 0x2D || last == 0x28 || last == 0x2F else {
        break
      }
      range = reading.trimmed(range.lowerBound..<range.upperBound - 1, of: index)
    }
    // A dash or middle dot of two or three bytes.
    for mark in ["–", "—", "·", "•", "،"] {
      let utf8 = Array(mark.utf8)
      if range.count > utf8.count,
        reading.document.utf8[
          start + range.upperBound - utf8.count..<start + range.upperBound
        ].elementsEqual(utf8)
      {
        return reading.trimmed(range.lowerBound..<range.upperBound - utf8.count, of: index)
      }
    }
    return range
  }

  // MARK: What is left

  private func uncovered(by ranges: [Range<Int>]) -> [Range<Int>] {
    uncovered(in: 0..<text.utf8.count, by: ranges)
  }

  /// The words of a stretch that are neither in `ranges` nor what goes with dates.
  private func uncovered(in stretch: Range<Int>, by ranges: [Range<Int>]) -> [Range<Int>] {
    wordRanges.filter { word in
      guard word.lowerBound >= stretch.lowerBound, word.upperBound <= stretch.upperBound,
        !ranges.contains(where: {
          $0.lowerBound <= word.lowerBound && word.lowerBound < $0.upperBound
        })
      else { return false }
      let folded = text.string(word)
      return !DateCompanions.contains(folded) && !isTime(word) && !isZone(word)
    }
  }

  /// How far a clock is from UTC, behind a time: `+0500`.
  private func isZone(_ word: Range<Int>) -> Bool {
    guard word.count == 4, word.lowerBound >= 2,
      text.utf8[word].allSatisfy({ (0x30...0x39).contains($0) })
    else { return false }
    let sign = text.utf8[word.lowerBound - 1]
    return (sign == 0x2B || sign == 0x2D) && text.utf8[word.lowerBound - 2] == 0x20
      && wordRanges.contains { $0.upperBound <= word.lowerBound && isTime($0) }
  }

  /// A number of a time: with a colon on one side, or glued to "h" or "am".
  func isTime(_ word: Range<Int>) -> Bool {
    let utf8 = text.utf8
    let digits = utf8[word].prefix { (0x30...0x39).contains($0) }
    guard (1...2).contains(digits.count) else { return false }
    let unit = text.string(word.lowerBound + digits.count..<word.upperBound)
    let after = word.upperBound < utf8.count ? utf8[word.upperBound] : 0
    let before = word.lowerBound > 0 ? utf8[word.lowerBound - 1] : 0
    if unit.isEmpty { return after == 0x3A || before == 0x3A || after == 0x2E || before == 0x2E }
    return ["am", "pm", "h", "uhr"].contains(unit) || unit.hasPrefix("時")
      || unit.hasPrefix("h") && unit.dropFirst().allSatisfy(\.isNumber)
  }
}
