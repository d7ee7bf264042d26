import GhirbalText

/// The words of one page, and which stand side by side: what tells where two words were glued.
struct PageVocabulary {
  private struct Counts {
    var words: [String: Int] = [:]
    var pairs: [UInt64: Int] = [:]

    mutating func add(_ text: FoldedText) {
      var last: String?
      for range in text.words {
        let word = text.string(range)
        words[word, default: 0] += 1
        for stem in PageVocabulary.stems(of: word) { words["*" + stem, default: 0] += 1 }
        if let last { pairs[PageVocabulary.key(last, word), default: 0] += 1 }
        last = word
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

  func count(of word: String) -> Int {
    page.words[word, default: 0] - own.words[word, default: 0]
  }

  /// Whether the page has the word as it stands.
  func contains(_ word: String) -> Bool { count(of: word) > 0 }

  /// Whether the page has the word, under a prefix or without one, or a section is named so.
  func knows(_ word: String) -> Bool {
    contains(word) || count(of: "*" + word) > 0 || sections.contains(word)
      || Self.stems(of: word).contains { contains($0) || count(of: "*" + $0) > 0 }
  }

  /// Whether two words stand side by side on the page, under prefixes or without.
  func knowsPair(_ first: String, _ second: String) -> Bool {
    for left in [first] + Self.stems(of: first) {
      for right in [second] + Self.stems(of: second)
      where page.pairs[Self.key(left, right), default: 0]
        > own.pairs[Self.key(left, right), default: 0]
      {
        return true
      }
    }
    return false
  }

  /// What is left of an Arabic word without a joining و and the article.
  private static func stems(of word: String) -> [String] {
    for prefix in ["وال", "ال", "و", "بال", "لل"] where word.hasPrefix(prefix) {
      let stem = word.dropFirst(prefix.count)
      if stem.unicodeScalars.count >= 3 { return [String(stem)] }
    }
    return []
  }

  /// FNV-1a over both words: 64 bits, so that two pairs of one page never share a key in practice.
  private static func key(_ first: String, _ second: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for word in [first, second] {
      for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      hash = (hash ^ 0x20) &* 0x100_0000_01B3
    }
    return hash
  }
}
