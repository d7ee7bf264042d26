/// What a site writes alone in its links, list items and headings: its tags, its sections, its names.
///
/// A word here is a tag of one word or of several. Where two of them stand together without a space they are taken
/// apart, and where the site writes one in one piece it stays so. Spellings fold as on a page (`PageWords`), but
/// capitals stay: Politik is a word of a site, Sportpolitik is not two of them.
public struct SiteWords: Sendable, Equatable {
  /// A word, and whether it is certain to be one: a person said so, or several pages have it.
  public struct Word: Sendable, Equatable {
    public let text: String
    public let isCertain: Bool

    public init(_ text: String, isCertain: Bool) {
      self.text = text
      self.isCertain = isCertain
    }
  }

  /// The words by the hash of their scalars, folded.
  private var hashes: Set<UInt64> = []
  /// The words in one piece that are certain.
  private var whole = OwnWords()

  /// UTF-8 bytes of a word; a longer one is none.
  public static let maxUTF8Count = 60

  /// None.
  public init() {}

  public init(_ words: some Sequence<Word>) {
    var certain: [String] = []
    for word in words {
      let line = SiteLine(Array(word.text.utf8).span)
      guard (1...Self.maxUTF8Count).contains(word.text.utf8.count) else { continue }
      hashes.insert(line.hash)
      if word.isCertain, !line.hasSpace { certain.append(word.text) }
    }
    whole = OwnWords(words: certain)
  }

  public var isEmpty: Bool { hashes.isEmpty }

  /// Whether a text is a word that the site certainly writes in one piece.
  public func isWhole(_ utf8: [UInt8]) -> Bool { whole.contains(utf8) }

  /// The repairs that leave every word in one piece as it is: none puts a space into one.
  func spared(_ repairs: [Replacement<WordFinding>], in text: Span<UInt8>)
    -> [Replacement<WordFinding>]
  {
    guard !whole.isEmpty, repairs.contains(where: \.putsSpace) else { return repairs }
    let spared = whole.spared(repairs.filter(\.putsSpace), in: text)
    return repairs.filter { !$0.putsSpace || spared.contains($0) }
  }

  /// Where words of the site end and begin that nothing parts, in a line of little else: UTF-8 offsets, ascending.
  ///
  /// - Parameters:
  ///   - language: that of the line; nil where nobody knows it.
  ///   - touching: offsets at which the page says that one link ends and another begins.
  ///   - isInText: whether a word stands in a sentence of the page, and so is one.
  /// - Complexity: linear in the line, which has 400 bytes at most; longer ones have no seams.
  public func seams(
    in text: Span<UInt8>, language: Language?, touching: [Int] = [],
    isInText: (Range<Int>) -> Bool = { _ in false }
  ) -> [Int] {
    guard !isEmpty, (2...SiteLine.maxUTF8Count).contains(text.count) else { return [] }
    let line = SiteLine(text)
    guard !line.endsSentence, !line.isEastAsian else { return [] }
    let reading = SiteReading(line, line.all, hashes)
    guard reading.hasSeams, reading.isMostlyWords else { return [] }
    let judge = SiteSeams(line, language, touching: Set(touching), words: hashes)
    return reading.chains.flatMap { judge.seams(of: $0, isInText: isInText) }
  }

  /// Whether the site's other words, with nothing between them, give this one: tags that ran together on many pages
  /// are no word of the site.
  ///
  /// A word that the lexicon of a language has is one all the same.
  public func isGlued(_ word: String) -> Bool {
    let line = SiteLine(Array(word.utf8).span)
    guard !line.isEastAsian else { return false }
    let others = hashes.subtracting([line.hash])
    let reading = SiteReading(line, line.all, others)
    guard reading.hasSeams, reading.isWhole else { return false }
    let judge = SiteSeams(line, nil, touching: [], words: others)
    return reading.chains.contains { chain in
      chain.seams.contains { judge.isSeam($0, of: chain, isParting: true) }
    }
  }
}

extension Replacement where Reason == WordFinding {
  /// Whether it puts a space between letters.
  fileprivate var putsSpace: Bool { reason == .missingSpace || reason == .sentenceJoint }
}
