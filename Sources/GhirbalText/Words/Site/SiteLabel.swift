/// What a word of a site looks like where it stands alone: up to four words in letters, and no sentence.
public enum SiteLabel {
  private static let maxWords = 4
  private static let minLetters = 2

  /// The label that a text is from end to end, white space as single blanks and a count behind it gone
  /// ("Politics (12)"); nil where it is none.
  public static func label(_ text: Span<UInt8>) -> String? {
    var utf8: [UInt8] = []
    var words = 0
    var position = 0
    while position < text.count {
      let (scalar, width) = text.scalar(at: position)
      if scalar <= 0x20 || scalar == 0xA0 {
        if let last = utf8.last, last != 0x20 { utf8.append(0x20) }
      } else {
        if utf8.last ?? 0x20 == 0x20 { words += 1 }
        // One more than counts, since the last may be a number of pages.
        guard words <= maxWords + 1, utf8.count <= 2 * SiteWords.maxUTF8Count else { return nil }
        for index in position..<position + width { utf8.append(text[index]) }
      }
      position += width
    }
    if utf8.last == 0x20 { utf8.removeLast() }
    if let space = utf8.lastIndex(of: 0x20), isCount(utf8[(space + 1)...]) {
      utf8.removeSubrange(space...)
      words -= 1
    }
    guard (1...maxWords).contains(words), utf8.count <= SiteWords.maxUTF8Count, isOne(utf8) else {
      return nil
    }
    return String(decoding: utf8, as: UTF8.self)
  }

  /// (12)
  private static func isCount(_ word: ArraySlice<UInt8>) -> Bool {
    word.count > 2 && word.first == 0x28 && word.last == 0x29
      && word.dropFirst().dropLast().allSatisfy { $0.isASCIIDigit }
  }

  /// The labels of a line: itself, or what stands between its separators where all of that is short, behind a label
  /// of its own ("Tags: ferry, harbour").
  public static func labels(ofLine text: Span<UInt8>) -> [String] {
    guard text.count <= SiteLine.maxUTF8Count else { return [] }
    if let label = label(text) { return [label] }
    var labels: [String] = []
    var start = 0
    var position = 0
    while position < text.count {
      let (scalar, width) = text.scalar(at: position)
      if separators.contains(scalar) {
        guard let label = label(text.extracting(start..<position)) else { return [] }
        labels.append(label)
        start = position + width
      } else if labels.isEmpty, start == 0, scalar == 0x3A {
        start = position + width
      }
      position += width
    }
    guard !labels.isEmpty, let last = label(text.extracting(start..<text.count)) else { return [] }
    return labels + [last]
  }

  private static let separators: Set<UInt32> = scalars("|¦•·›»→,،;؛/\t")

  private static func isOne(_ utf8: [UInt8]) -> Bool {
    let line = SiteLine(utf8.span)
    guard !line.isEastAsian, !line.endsSentence, let first = line.kinds.first else { return false }
    guard first == .letter || first == .digit || openers.contains(line.folded[0]) else {
      return false
    }
    // A label that goes on, or a sign for show: "Related -", "Next »".
    guard let last = line.kinds.last,
      last == .letter || last == .digit || closers.contains(line.folded[line.folded.count - 1])
    else { return false }
    let signs = line.all.filter { line.kinds[$0] == .sign }.map { line.folded[$0] }
    let letters = line.kinds.count { $0 == .letter }
    return letters >= minLetters && 2 * letters >= line.folded.count
      && !signs.contains { stops.contains($0) || actsOnLines($0) }
  }

  /// Whether a sign would end a line of a profile, turn it around, or act on a terminal.
  private static func actsOnLines(_ scalar: UInt32) -> Bool {
    scalar &- 0x7F <= 0x20 || scalar &- 0x200E <= 1 || scalar &- 0x2028 <= 6
      || scalar &- 0x2060 <= 9 || scalar == 0xFEFF
  }

  private static let openers: Set<UInt32> = scalars("#[(")
  private static let closers: Set<UInt32> = scalars("+#])%")

  /// What parts sentences, clauses and the labels of a line.
  private static let stops: Set<UInt32> = scalars(",;:!?،؛؟|»›•=@…\"")

  private static func scalars(_ signs: String) -> Set<UInt32> {
    Set(signs.unicodeScalars.map(\.value))
  }
}
