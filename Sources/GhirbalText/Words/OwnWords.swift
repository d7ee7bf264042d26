/// Words of a person's own that are right as they stand: names that look like glued words, terms.
///
/// Compared letter for letter, but for ASCII capitals and for Arabic yeh and kaf, which keyboards write in
/// two ways. A word counts where it stands alone, not inside of another.
public struct OwnWords: Sendable, Equatable {
  /// In the form they are compared in.
  private var words: Set<[UInt8]> = []
  /// Bytes of the longest.
  private var longest = 0

  /// The bytes of a word; a longer one is none.
  public static let maxUTF8Count = 200

  /// None.
  public init() {}

  /// The words of a text, each on a line of its own; a line with # at the margin is a comment.
  public init(_ text: String) throws(OwnWordProblem) {
    for (index, line) in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    where line.first != UInt8(ascii: "#") {
      let start = line.drop { $0 <= 0x20 }
      let end = start.lastIndex { $0 > 0x20 }.map(start.index(after:)) ?? start.startIndex
      let word = Array(start[..<end])
      guard !word.isEmpty else { continue }
      guard word.count <= Self.maxUTF8Count else {
        throw OwnWordProblem(
          line: index + 1, problem: "a word has at most \(Self.maxUTF8Count) bytes.")
      }
      let key = Self.folded(word)
      words.insert(key)
      longest = max(longest, key.count)
    }
  }

  /// Words that are no longer than `maxUTF8Count`.
  init(words: some Sequence<String>) {
    self.words = Set(words.map { Self.folded(Array($0.utf8)) })
    longest = self.words.map(\.count).max() ?? 0
  }

  /// All words of several.
  public init(_ all: [OwnWords]) {
    words = all.reduce(into: []) { $0.formUnion($1.words) }
    longest = all.map(\.longest).max() ?? 0
  }

  public var isEmpty: Bool { words.isEmpty }

  /// Whether a text is such a word from end to end.
  public func contains(_ utf8: [UInt8]) -> Bool {
    !words.isEmpty && words.contains(Self.folded(utf8))
  }

  /// The repairs that leave every such word of the text as it stands; takes time for each repair only.
  public func spared(
    _ repairs: [Replacement<WordFinding>], in text: Span<UInt8>
  ) -> [Replacement<WordFinding>] {
    guard !words.isEmpty, !repairs.isEmpty else { return repairs }
    let bytes = (0..<text.count).map { text[$0] }
    return repairs.filter { !touches($0, bytes) }
  }

  private func touches(_ repair: Replacement<WordFinding>, _ bytes: [UInt8]) -> Bool {
    let range = repair.utf8Range
    // Where a space goes, the words beside it become parts of another one.
    let reach = repair.reason == .splitWord ? 1 : 0
    let first = max(0, range.lowerBound - longest)
    let last = min(bytes.count, range.upperBound + longest)
    let borders = (first...last).filter { Self.isBorder($0, bytes) }
    for start in borders where start < range.upperBound + reach {
      for end in borders
      where end > range.lowerBound - reach && end > start && end - start <= longest {
        let isInside = !range.isEmpty || (start < range.lowerBound && range.lowerBound < end)
        if isInside, words.contains(Self.folded(bytes[start..<end])) { return true }
      }
    }
    return false
  }

  /// Whether a word may begin or end at a place: not between two characters of words.
  private static func isBorder(_ place: Int, _ bytes: [UInt8]) -> Bool {
    guard place > 0, place < bytes.count else { return true }
    guard bytes[place] & 0xC0 != 0x80 else { return false }
    var before = place - 1
    while before > 0, bytes[before] & 0xC0 == 0x80 { before -= 1 }
    return !(isOfWord(bytes[before..<place]) && isOfWord(bytes[place...].prefix(4)))
  }

  private static func isOfWord(_ utf8: ArraySlice<UInt8>) -> Bool {
    if let byte = utf8.first, byte < 0x80 {
      return (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }
    guard let scalar = String(decoding: utf8, as: UTF8.self).unicodeScalars.first else {
      return false
    }
    let properties = scalar.properties
    return scalar == "\u{200C}" || properties.isAlphabetic || properties.numericType != nil
      || properties.generalCategory == .nonspacingMark
  }

  /// Of the same length, so that places stay.
  private static func folded(_ utf8: some Collection<UInt8>) -> [UInt8] {
    var result = Array(utf8)
    for index in result.indices {
      let byte = result[index]
      if byte &- 0x41 < 26 { result[index] = byte | 0x20 }
      guard byte == 0xD9, index + 1 < result.count else { continue }
      switch result[index + 1] {
      // U+064A and U+0643 as U+06CC and U+06A9.
      case 0x8A: (result[index], result[index + 1]) = (0xDB, 0x8C)
      case 0x83: (result[index], result[index + 1]) = (0xDA, 0xA9)
      default: break
      }
    }
    return result
  }
}

/// What is wrong in a file of words.
public struct OwnWordProblem: Error, Equatable {
  /// Counted from 1.
  public let line: Int
  /// As a sentence.
  public let problem: String
}
