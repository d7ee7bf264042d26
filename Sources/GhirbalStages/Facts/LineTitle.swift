import GhirbalDocument
import GhirbalText

/// Which line of a flattened text is its title, where no markup tells.
///
/// In the text of a page menus stand above the title, so the first short line is rather one of them.
/// What tells the title is, in this order: the mark of a heading of the first rank; the page's head, if
/// the first line has it, which says the title and the site; and that the text goes on about its words.
/// A text with next to nothing above its first paragraph has its title there, whatever it says.
struct LineTitle {
  private let reading: PageReading
  /// Where the text begins: its first paragraph that another one follows soon.
  private let start: Int
  /// Longer words of the text's paragraphs.
  private var words: WordTable

  /// Share bars, bylines and standfirsts of a page stand between.
  private static let span = 20
  private static let maxProseGap = 4
  /// Entries above the first paragraph that are neither facts nor chrome.
  private static let maxLinesOfText = 4
  private static let wordCounts = 3...20
  /// Words of fewer characters stand in any text.
  private static let minScalars = 4
  private static let minSharedWords = 2
  /// So many words prove as much as more.
  private static let maxSharedWords = 6.0
  /// What an entry further above the text counts less, and what the mark of a heading adds.
  private static let costOfEntry = 0.1
  private static let worthOfMark = 0.5

  /// nil for a text without paragraphs.
  init?(_ reading: PageReading) {
    let prose = reading.entries.indices.filter { reading.entries[$0].isProse }
    guard let first = prose.first else { return nil }
    self.reading = reading
    start =
      zip(prose, prose.dropFirst()).first { $1 - $0 <= Self.maxProseGap }?.0 ?? first
    words = WordTable()
    for index in prose {
      let text = reading.folded(index)
      for word in Self.longWords(of: text) { words.add(text.utf8[word]) }
    }
  }

  /// The entries where the title may stand.
  var head: Range<Int> { max(0, start - Self.span)..<start }

  /// Whether an entry reads as a title: a few words without a full stop, or one of a heading of the
  /// first rank.
  func readsAsTitle(_ index: Int) -> Bool {
    let shape = reading.entries[index].shape
    return shape.isTitleLike && shape.ending != .ellipsis
      || shape.wordCount > 0 && HeadingForm(reading, index).level == 1
  }

  /// The title among `lines`, entries of the head in order that read as titles.
  ///
  /// - Parameters:
  ///   - isChrome: whether phrases say that an entry is a page's.
  ///   - isFact: whether an entry is a fact, and so no line of a menu.
  func title(among lines: [Int], isChrome: (Int) -> Bool, isFact: (Int) -> Bool) -> Int? {
    let forms = lines.map { HeadingForm(reading, $0) }
    if let marked = forms.lastIndex(where: { $0.level == 1 }) { return lines[marked] }
    if let named = inPageHead(lines) { return named }
    let isShortHead =
      start <= Self.span
      && head.count { !isChrome($0) && !isFact($0) } <= Self.maxLinesOfText
    if isShortHead, !head.contains(where: isChrome) { return lines.first }
    var best: (line: Int, score: Double)?
    for (line, form) in zip(lines, forms) where !form.isItem {
      guard let score = score(line, form), score > best?.score ?? 0 else { continue }
      best = (line, score)
    }
    return best?.line ?? (isShortHead ? lines.first : nil)
  }

  /// The longest line that the first one holds as well.
  private func inPageHead(_ lines: [Int]) -> Int? {
    guard let first = reading.entries.first, first.shape.wordCount <= 60 else { return nil }
    let head = Self.letters(reading.folded(0))
    return lines.filter { line in
      guard line > 0 else { return false }
      let own = Self.letters(reading.folded(line))
      return own.count >= 12 && head.contains(own)
    }.max { reading.entries[$0].shape.scalarCount < reading.entries[$1].shape.scalarCount }
  }

  private static func letters(_ text: FoldedText) -> String {
    text.words.map(text.string).joined(separator: " ")
  }

  /// How surely the text is about the words of a line; nil where it does not show it.
  private func score(_ line: Int, _ form: HeadingForm) -> Double? {
    let shape = reading.entries[line].shape
    let text = reading.folded(line)
    guard Self.wordCounts.contains(shape.wordCount), !LineForm.opensQuotation(text) else {
      return nil
    }
    let long = Self.longWords(of: text)
    let shared = long.count { words.contains(text.utf8[$0]) }
    guard shared >= Self.minSharedWords, shared * 2 >= long.count else { return nil }
    return Double(shared) / Double(long.count) * min(Double(shared), Self.maxSharedWords)
      + (form.level > 0 ? Self.worthOfMark : 0) - Double(start - line) * Self.costOfEntry
      + Double(Self.span) * Self.costOfEntry
  }

  private static func longWords(of text: FoldedText) -> [Range<Int>] {
    text.words.filter { word in
      text.utf8[word].count { $0 & 0xC0 != 0x80 } >= minScalars
    }
  }
}

/// The marks that Markdown sets around a heading, or an item of a list, in flattened text.
struct HeadingForm {
  /// 1...6 with the marks of such a heading, or 0.
  private(set) var level = 0
  /// Whether the line is an item of a list or a row of a table.
  private(set) var isItem = false
  /// What of the entry's content is between the marks: of a link its text.
  private(set) var utf8Range: Range<Int>

  init(_ reading: PageReading, _ index: Int) {
    let block = reading.entries[index].block
    let text = reading.document.utf8[block.content]
    let whole = reading.trimmed(0..<block.content.count, of: index)
    utf8Range = whole
    var rest = text.dropFirst(whole.lowerBound).prefix(whole.count)
    let marks = rest.prefix { $0 == 0x23 }.count
    if (1...6).contains(marks), rest.dropFirst(marks).first == 0x20 {
      level = marks
      rest = rest.dropFirst(marks)
      while rest.last == 0x23 { rest = rest.dropLast() }
    } else if let first = rest.first {
      let digits = rest.prefix { (0x30...0x39).contains($0) }.count
      let behind = rest.dropFirst(digits)
      isItem =
        [0x2A, 0x2B, 0x2D].contains(first) && rest.dropFirst().first == 0x20
        || rest.starts(with: [0xE2, 0x80, 0xA2])
        || (1...3).contains(digits) && (behind.first == 0x2E || behind.first == 0x29)
          && behind.dropFirst().first == 0x20
        || rest.count(where: { $0 == 0x7C }) > 1
    }
    rest = Self.unmarked(rest)
    if rest.first == 0x5B, rest.last == 0x29, let end = rest.firstIndex(of: 0x5D),
      rest[end...].dropFirst().first == 0x28
    {
      rest = Self.unmarked(rest[..<end].dropFirst())
    }
    if !rest.isEmpty {
      utf8Range = rest.startIndex - text.startIndex..<rest.endIndex - text.startIndex
    }
  }

  /// Text without blanks and signs of emphasis at its ends.
  private static func unmarked(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text.drop { $0 <= 0x20 || $0 == 0x2A || $0 == 0x5F }
    while let last = text.last, last <= 0x20 || last == 0x2A || last == 0x5F { text.removeLast() }
    return text
  }
}
