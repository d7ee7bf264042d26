import GhirbalText

/// The words of one page, and which stand side by side: what tells where two words were glued.
struct PageVocabulary {
  /// Words and pairs by their hashes: 64 bits, so that two words of one page never share one in
  /// practice.
  private struct Counts {
    var words: [UInt64: Int] = [:]
    var stems: [UInt64: Int] = [:]
    var pairs: [UInt64: Int] = [:]

    mutating func add(_ text: FoldedText) {
      var last: UInt64?
      for range in text.words {
        let word = text.utf8[range]
        let hash = PageVocabulary.hash(word)
        words[hash, default: 0] += 1
        if let stem = PageVocabulary.stem(of: word) {
          stems[PageVocabulary.hash(stem), default: 0] += 1
        }
        if let last { pairs[PageVocabulary.pair(last, hash), default: 0] += 1 }
        last = hash
      }
    }
  }

  private var page = Counts()
  /// The words of the block that is judged, which are no evidence for it.
  private var own = Counts()
  private let sections: SectionNames

  /// Takes in all words of the page's live blocks.
  init(_ reading: PageReading, _ sections: SectionNames) {
    self.sections = sections
    for index in reading.entries.indices { page.add(reading.folded(index)) }
  }

  /// This vocabulary without the words of one block. Complexity: linear in the block.
  func without(_ text: FoldedText) -> PageVocabulary {
    var rest = self
    rest.own = Counts()
    rest.own.add(text)
    return rest
  }

  /// Whether the page has the word as it stands.
  func contains(_ word: String) -> Bool { contains(Self.hash(word.utf8)) }

  /// Whether the page has the word, under a prefix or without one, or a section is named so.
  func knows(_ word: String) -> Bool {
    let utf8 = Array(word.utf8)[...]
    return hasWordOrStem(Self.hash(utf8)) || sections.contains(utf8)
      || Self.stem(of: utf8).map { hasWordOrStem(Self.hash($0)) } ?? false
  }

  /// Whether two words stand side by side on the page, under prefixes or without.
  func knowsPair(_ first: String, _ second: String) -> Bool {
    for left in Self.forms(of: first) {
      for right in Self.forms(of: second) {
        let pair = Self.pair(left, right)
        if page.pairs[pair, default: 0] > own.pairs[pair, default: 0] { return true }
      }
    }
    return false
  }

  private func contains(_ hash: UInt64) -> Bool {
    page.words[hash, default: 0] > own.words[hash, default: 0]
  }

  private func hasWordOrStem(_ hash: UInt64) -> Bool {
    contains(hash) || page.stems[hash, default: 0] > own.stems[hash, default: 0]
  }

  /// The hashes of a word as it stands and without its prefix.
  private static func forms(of word: String) -> [UInt64] {
    let utf8 = Array(word.utf8)[...]
    return [hash(utf8)] + (stem(of: utf8).map { [hash($0)] } ?? [])
  }

  /// What is left of an Arabic word without a joining و and the article; nil where it has no such
  /// prefix, or less than three letters are left.
  private static func stem(of word: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    for prefix in prefixes where word.starts(with: prefix) {
      let stem = word.dropFirst(prefix.count)
      if stem.count(where: { $0 & 0xC0 != 0x80 }) >= 3 { return stem }
    }
    return nil
  }

  private static let prefixes = ["وال", "ال", "و", "بال", "لل"].map { Array($0.utf8) }

  /// FNV-1a.
  private static func hash(_ word: some Sequence<UInt8>) -> UInt64 {
    word.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  private static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
    (first.byteSwapped ^ second) &* 0xD6E8_FEB8_6659_FD93
  }
}
