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

  // MARK: Label and values

  /// The labels of categories, tags or a source that the line starts with, each with its values: up to
  /// the next label with a colon where they have no line of their own ("دسته: باغ برچسب‌ها: گل").
  var labelledValues: [LabelledValues] {
    guard let first = labels.first else { return [] }
    let later = labels.dropFirst().filter { label in
      label.rows.contains { $0.kind == .category || $0.kind == .tag }
        && colonEnd(after: label.utf8Range.upperBound) != nil
    }
    let starts = [first] + later
    var found: [LabelledValues] = []
    for (index, label) in starts.enumerated() {
      let end =
        index + 1 < starts.count
        ? text.originalRange(of: starts[index + 1].utf8Range).lowerBound : block.content.count
      guard let values = labelledValues(label, isFirst: index == 0, end) else { return [] }
      found.append(values)
    }
    return found
  }

  private func labelledValues(
    _ label: FactLabelLexicon.Match, isFirst: Bool, _ end: Int
  ) -> LabelledValues? {
    guard !isFirst || label.utf8Range.lowerBound <= (wordRanges.first?.lowerBound ?? 0),
      let row = label.rows.first(where: { [.category, .tag, .source].contains($0.kind) }),
      dates.isEmpty
    else { return nil }
    let labelEnd = text.originalRange(of: label.utf8Range).upperBound
    let links = block.links.filter {
      $0.utf8Range.upperBound > labelEnd && $0.utf8Range.lowerBound < end
    }
    guard
      let valueStart = colonEnd(after: label.utf8Range.upperBound)
        ?? (links.isEmpty ? nil : label.utf8Range.upperBound)
    else {
      // "Source link" as a link itself.
      guard row.kind == .source, let link = block.links.first, wordRanges.count <= 6 else {
        return nil
      }
      return LabelledValues(
        row: row, pieces: [], isLinked: true, link: link.element, rest: labelEnd..<labelEnd)
    }
    let start = text.originalRange(of: valueStart..<valueStart).lowerBound
    let rest = reading.trimmed(min(start, end)..<end, of: index)
    let linked = links.reduce(0) { $0 + $1.utf8Range.count }
    if !links.isEmpty, linked * 10 >= rest.count * 6 {
      return LabelledValues(
        row: row,
        pieces: links.map { bare($0.utf8Range) }.filter { !$0.isEmpty }, isLinked: true,
        link: links.first?.element, rest: rest)
    }
    guard !rest.isEmpty || !links.isEmpty else { return nil }
    return LabelledValues(
      row: row, pieces: pieces(of: rest), isLinked: false, link: links.first?.element, rest: rest)
  }

  /// The offset behind the colon that follows a label; nil where none does.
  func colonEnd(after offset: Int) -> Int? {
    var offset = offset
    while offset < text.utf8.count, text.utf8[offset] == 0x20 || text.utf8[offset] == 0x29 {
      offset += 1
    }
    guard offset < text.utf8.count, text.utf8[offset] == 0x3A else { return nil }
    // No label opens an address: "source:// …".
    return offset + 2 < text.utf8.count && text.utf8[offset + 1] == 0x2F ? nil : offset + 1
  }

  /// A stretch of the content cut at commas, bars, bullets and hashes.
  func pieces(of rest: Range<Int>) -> [Range<Int>] {
    let start = block.content.lowerBound
    var pieces: [Range<Int>] = []
    var pieceStart = rest.lowerBound
    var position = rest.lowerBound
    func close(_ end: Int) {
      let piece = bare(pieceStart..<end)
      if !piece.isEmpty { pieces.append(piece) }
    }
    while position < rest.upperBound {
      let width = separatorWidth(start + position, before: start + rest.upperBound)
      if width > 0 {
        close(position)
        position += width
        pieceStart = position
      } else {
        position += 1
      }
    }
    close(rest.upperBound)
    return pieces
  }

  private func separatorWidth(_ offset: Int, before end: Int) -> Int {
    let utf8 = reading.document.utf8
    switch utf8[offset] {
    case 0x2C, 0x3B, 0x7C, 0x23, 0x09, 0x0A: return 1
    case 0xD8 where offset + 1 < end:
      // ، and ؛
      return utf8[offset + 1] == 0x8C || utf8[offset + 1] == 0x9B ? 2 : 0
    case 0xC2 where offset + 1 < end: return utf8[offset + 1] == 0xB7 ? 2 : 0
    case 0xE2 where offset + 2 < end:
      return utf8[offset + 1] == 0x80 && utf8[offset + 2] == 0xA2 ? 3 : 0
    case 0xE3 where offset + 2 < end:
      return utf8[offset + 1] == 0x80 && utf8[offset + 2] == 0x81 ? 3 : 0
    default: return 0
    }
  }

  /// A stretch without white space and hashes around it.
  func bare(_ utf8Range: Range<Int>) -> Range<Int> {
    var range = reading.trimmed(utf8Range, of: index)
    let start = block.content.lowerBound
    while !range.isEmpty, reading.document.utf8[start + range.lowerBound] == 0x23 {
      range = reading.trimmed(range.lowerBound + 1..<range.upperBound, of: index)
    }
    return range
  }

  // MARK: Source

  func source(_ label: LabelledValues) -> Facts {
    let value = reading.value(label.rest, of: index)
    if let link = label.link {
      let href = reading.document.elements.attribute(.href, of: link) ?? ""
      guard href.contains("://"), reading.wordCount(label.rest, of: index) <= 12 else {
        return Facts()
      }
      let range = label.rest.isEmpty ? 0..<block.content.count : label.rest
      return Facts(
        found: [
          Fact(
            field: .sourceURL, value: href, utf8Range: range, reason: .sourceLine,
            rule: label.row.name, confidence: 0.95)
        ], coverBlock: true)
    }
    guard value.hasPrefix("http://") || value.hasPrefix("https://") || value.hasPrefix("www."),
      reading.wordCount(label.rest, of: index) == 1
    else { return Facts() }
    return Facts(
      found: [
        Fact(
          field: .sourceURL, value: value, utf8Range: label.rest, reason: .sourceLine,
          rule: label.row.name, confidence: 0.95)
      ], coverBlock: true)
  }

  // MARK: People and dates

  /// A date alone, with weekday and time at most.
  var bareDate: Facts? {
    guard dates.count == 1, labels.isEmpty || openLabels.isEmpty, let date = dates.first,
      uncovered(by: [date.utf8Range]).isEmpty
    else { return nil }
    return Facts(found: [fact(date, .published, rule: "date", confidence: 0.85)], coverBlock: true)
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
    var position = value.lowerBound
    let facts = names.map { name -> Fact in
      let range = place(of: name, from: position, in: value)
      position = range.upperBound
      return Fact(
        field: .author, value: name, utf8Range: range, reason: .byline, rule: row.name,
        confidence: colon != nil ? 0.95 : 0.85)
    }
    return (label.utf8Range.lowerBound..<end, facts)
  }

  /// Scripts without capitals have labels that nothing but a name follows: «بقلم».
  static func isUncased(_ row: FactLabel) -> Bool {
    row.isOpen && row.language.traits.contains(.caseless)
  }

  /// Where a name stands; the whole value where its words are set apart by other blanks.
  func place(of name: String, from start: Int, in value: Range<Int>) -> Range<Int> {
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
      return !DateCompanions.contains(folded) && !isTime(word)
    }
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
