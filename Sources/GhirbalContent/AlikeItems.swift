/// What is made alike on a page, and stays or goes alike: the body of each post, its signature, the card of who wrote it.
///
/// Block by block a model keeps the card of one user and drops that of the next, and a short answer where longer ones
/// stay.
struct AlikeItems {
  /// By item, the group of those that are made like it.
  private let groups: [Int]
  /// By item, whether one of its blocks ends like a sentence.
  private var hasSentence: [Bool]

  /// Fewer are alike by chance.
  private static let minCount = 3
  /// What the mean probability of a group, by words, must be for all of it to stay where some would stay and
  /// some would go. Between .3 and .5 word F1 of nine sets differs by .001 at most but for forum-a (.728 to .745) and
  /// andy-a (.932 from .45 on).
  private static let minMean = 0.4
  /// The same for a few words without a sentence, such as who a user is, even where all would stay: with it the cards of
  /// users go; forum-a loses .001, no other set as much.
  private static let minMeanOfLabels = 0.7
  private static let maxWordsOfLabels = 25.0
  private static let maxShareOfSentences = 0.1

  /// - Parameters:
  ///   - alike: by block, a number from 0 on that is the same for blocks in elements made alike.
  ///   - endsSentence: by block, whether it ends like a sentence.
  init(_ alike: [Int], endsSentence: [Bool], _ items: JudgedItems) {
    var groups = [Int](repeating: 0, count: items.probabilities.count)
    hasSentence = [Bool](repeating: false, count: items.probabilities.count)
    for (block, item) in items.ofBlocks.enumerated() {
      groups[item] = alike[block]
      if endsSentence[block] { hasSentence[item] = true }
    }
    self.groups = groups
  }

  /// Which items stay, where those alike share one verdict.
  func agreed(_ kept: [Bool], _ items: JudgedItems) -> [Bool] {
    struct Tally {
      var count = 0
      var kept = 0
      var words = 0.0
      var likely = 0.0
      var sentences = 0

      var areLabels: Bool {
        words < AlikeItems.maxWordsOfLabels * Double(count)
          && Double(sentences) < AlikeItems.maxShareOfSentences * Double(count)
      }
    }
    var tallies = [Tally](repeating: Tally(), count: (groups.max() ?? -1) + 1)
    for (item, group) in groups.enumerated() {
      let words = max(0.5, Double(items.tokenCounts[item]))
      tallies[group].count += 1
      tallies[group].kept += kept[item] ? 1 : 0
      tallies[group].words += words
      tallies[group].likely += words * Double(items.probabilities[item])
      tallies[group].sentences += hasSentence[item] ? 1 : 0
    }
    return kept.indices.map { item in
      let tally = tallies[groups[item]]
      guard tally.count >= Self.minCount, tally.kept > 0 else { return kept[item] }
      if tally.areLabels { return tally.likely >= Self.minMeanOfLabels * tally.words }
      return tally.kept == tally.count || tally.likely >= Self.minMean * tally.words
    }
  }
}
