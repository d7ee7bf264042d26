import GhirbalText

/// A tag, a section, a name: what a site writes alone in links, list items and headings.
public struct SiteWord: Sendable, Equatable {
  public let text: String
  /// On how many pages it stands alone.
  public let pageCount: Int
}

extension SiteWord {
  /// Words of a site; of more those on most pages.
  static let maxCount = 1000

  /// What pages write alone, that on most pages first, without what is others that ran together.
  static func learnt(of pages: [PageTrace], byHand: SiteProfile.ByHand) -> [SiteWord] {
    var counts: [String: Int] = [:]
    for page in pages { for label in page.labels.texts { counts[label, default: 0] += 1 } }
    for text in byHand.words + byHand.refusedWords { counts[text] = nil }
    let words = counts.map { SiteWord(text: $0.key, pageCount: $0.value) }
      .sorted { ($1.pageCount, $0.text) < ($0.pageCount, $1.text) }
      .prefix(maxCount)
    let all = SiteWords(Array(words), byHand)
    return words.filter { !all.isGlued($0.text) }
  }
}

extension SiteWords {
  /// A word on one page parts others, and is in one piece by chance perhaps.
  private static let minCertainPages = 2

  init(_ words: [SiteWord], _ byHand: SiteProfile.ByHand) {
    let refused = Set(byHand.refusedWords)
    self.init(
      words.lazy.filter { !refused.contains($0.text) }
        .map { Word($0.text, isCertain: $0.pageCount >= Self.minCertainPages) }
        + byHand.words.map { Word($0, isCertain: true) })
  }
}
