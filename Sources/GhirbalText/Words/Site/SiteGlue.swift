/// Takes words of a site apart that stand together without a space, in the lines of a page's blocks.
public struct SiteGlue {
  private let words: SiteWords
  private let sentences: () -> PageWords

  /// - Parameter sentences: the words of the page's sentences: what stands there in one piece is one word.
  public init(_ words: SiteWords, sentences: @escaping () -> PageWords) {
    self.words = words
    self.sentences = sentences
  }

  /// A space for each seam in the lines of a text.
  ///
  /// - Parameters:
  ///   - language: that of the text; nil where nobody knows it.
  ///   - touching: offsets at which the page says that one link ends and another begins, ascending.
  public func repairs(
    in text: Span<UInt8>, language: Language?, touching: [Int]
  ) -> [Replacement<WordFinding>] {
    guard !words.isEmpty else { return [] }
    var repairs: [Replacement<WordFinding>] = []
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count, text[end] != 0x0A { end += 1 }
      let line = text.extracting(start..<end)
      let seams = words.seams(
        in: line, language: language, touching: touching.map { $0 - start },
        isInText: { sentences().count(line, $0) > 0 })
      repairs += seams.map {
        Replacement(
          start + $0..<start + $0, with: " ", .siteWords, rule: Self.rule, confidence: 0.99)
      }
      start = end + 1
    }
    return repairs
  }

  private static let rule = "site_profile"
}
