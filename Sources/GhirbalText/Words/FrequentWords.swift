internal import CGhirbalData

/// Words so frequent that they stand for themselves on any page: function words, words of news and
/// of page furniture.
enum FrequentWords {
  static func contains(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    hashes.contains(PageWords.hash(text, range))
  }

  /// Whether the English word begins many sentences and few names.
  static func beginsSentences(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    starters.contains(PageWords.hash(text, range))
  }

  /// Whether the English word joins other words, as "of" and "which" do.
  static func isFunctionWord(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    functionWords.contains(PageWords.hash(text, range))
  }

  private static let functionWords = words("function")
  private static let hashes = words("frequent").union(functionWords)
  private static let starters = words("opening")

  private static func words(_ kind: String) -> Set<UInt64> {
    var hashes: Set<UInt64> = []
    for row in TableRows(ghirbal_frequent_words()) where row[0].string == kind {
      hashes.formUnion(row.dropFirst(2).map { PageWords.hash(Array($0.utf8)) })
    }
    return hashes
  }
}
