import GhirbalDocument
import GhirbalText

/// Categories, tags and sources behind their labels.
extension FactLine {
  /// The labels of categories, tags or a source that the line starts with, each with its values: up to
  /// the next label with a colon where they have no line of their own ("دسته: باغ برچسب‌ها: گل").
  var labelledValues: [LabelledValues] {
    guard let first = labels.first else { return [] }
    let later = labels.dropFirst().filter { label in
      label.isOf(.category, .tag)
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
        ?? (links.isEmpty && !mayStandOpen(row) ? nil : label.utf8Range.upperBound)
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
        pieces: values(of: links.map(\.utf8Range), row), isLinked: true,
        link: links.first?.element, rest: rest)
    }
    guard !rest.isEmpty || !links.isEmpty else { return nil }
    return LabelledValues(
      row: row, pieces: pieces(of: rest).filter { !countsComments($0) }, isLinked: false,
      link: links.first?.element, rest: rest)
  }

  /// Whether values may follow a label without a colon and links: "Posted in News, Bridges" does, where each
  /// reads as a name of its own.
  private func mayStandOpen(_ row: FactLabel) -> Bool {
    guard row.kind != .source, row.phrase.utf8.contains(0x20), block.links.isEmpty,
      reading.entries[index].shape.ending == .none, let label = labels.first
    else { return false }
    let start = text.originalRange(of: label.utf8Range).upperBound
    let pieces = pieces(of: reading.trimmed(start..<block.content.count, of: index))
    return !pieces.isEmpty
      && pieces.allSatisfy { piece in
        let first = reading.value(piece, of: index).unicodeScalars.first
        return reading.wordCount(piece, of: index) <= Self.maxOpenWords
          && (row.kind == .tag || first.map { !$0.properties.isLowercase } ?? false)
      }
  }

  private static let maxOpenWords = 3

  /// The values that links are: of a list of tags each, and none that counts comments.
  func values(of links: [Range<Int>], _ row: FactLabel) -> [Range<Int>] {
    links.flatMap { link in
      let value = reading.value(link, of: index)
      let isList = row.kind == .tag && Self.isList(value, isOnly: links.count == 1)
      return isList ? pieces(of: link) : [bare(link)]
    }.filter { !$0.isEmpty && !countsComments($0) }
  }

  /// Whether a link holds several tags, or a comma behind its only one: "Ferries, and boats" is a name.
  private static func isList(_ value: String, isOnly: Bool) -> Bool {
    let commas = value.utf8.count { $0 == 0x2C } + value.unicodeScalars.count { $0 == "،" }
    return value.hasSuffix(",") || commas >= 2
      || isOnly && commas == 1 && !joining.contains { value.contains($0) }
  }

  private static let joining = [", and ", ", or ", ", & "]

  /// "4 Comments »", where a link to them stands among the values.
  private func countsComments(_ piece: Range<Int>) -> Bool {
    let value = reading.value(piece, of: index)
    guard value.first?.isNumber ?? false else { return false }
    let utf8 = Array(value.utf8)
    return ChromeLexicon.builtIn.cover(in: foldForMatching(utf8.span)).contains {
      $0.rows.contains { $0.kind == .commentCount }
    }
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

  /// A source that is a name: "Source: Reuters". A few words, and neither a sentence nor a reference.
  func namedSource(_ label: LabelledValues) -> Facts {
    let shape = reading.entries[index].shape
    let range = trimmedMarks(label.rest)
    let words = reading.wordCount(range, of: index)
    guard shape.ending == .none, label.link == nil, (1...Self.maxSourceWords).contains(words),
      !reading.value(range, of: index).utf8.contains(where: { (0x30...0x39).contains($0) }),
      !reading.hasCodeMarks(label.rest, of: index)
    else { return Facts() }
    return Facts(
      found: [
        reading.fact(
          .source, range, of: index, .sourceLine, rule: label.row.name, confidence: 0.85)
      ], coverBlock: true)
  }

  private static let maxSourceWords = 5

  /// Categories or tags behind their label.
  func values(_ pieces: [Range<Int>], _ row: FactLabel, confidence: Double) -> [Fact] {
    let isTag = row.kind == .tag
    return pieces.map {
      reading.fact(
        isTag ? .tag : .category, $0, of: index, isTag ? .tagLabel : .categoryLabel,
        rule: row.name, confidence: confidence)
    }
  }
}
