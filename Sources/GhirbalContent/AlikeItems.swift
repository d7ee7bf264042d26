/// What is made alike on a page, and stays or goes alike: the body of each post, its signature, the card of who wrote it.
///
/// Block by block a model keeps the card of one user and drops that of the next, and a short answer where longer ones
/// stay.
struct AlikeItems {
  /// By item, the group of those that are made like it.
  private let groups: [Int]

  /// Fewer are alike by chance.
  private static let minCount = 3
  /// What the mean probability of a group, by words, must be for all of it to stay where some would stay and
  /// some would go. Between .3 and .5 word F1 of nine sets differs by .001 at most but for forum-a (.728 to .745) and
  /// andy-a (.932 from .45 on).
  private static let minMean = 0.4

  /// - Parameter paths: by block, a number that is the same for blocks in elements made alike.
  init(_ paths: [UInt64], _ items: JudgedItems) {
    var ofItems = [UInt64](repeating: 0, count: items.probabilities.count)
    for (item, path) in zip(items.ofBlocks, paths) { ofItems[item] = path }
    groups = Self.groups(ofItems)
  }

  /// Numbers for the groups, from 0 on, in the order of their first members.
  static func groups(_ paths: [UInt64]) -> [Int] {
    var places: [UInt64: Int] = [:]
    return paths.map { path in
      if let place = places[path] { return place }
      places[path] = places.count
      return places.count - 1
    }
  }

  /// Which items stay, where those alike share one verdict.
  func agreed(_ kept: [Bool], _ items: JudgedItems) -> [Bool] {
    struct Tally {
      var count = 0
      var kept = 0
      var words = 0.0
      var likely = 0.0
    }
    var tallies = [Tally](repeating: Tally(), count: (groups.max() ?? -1) + 1)
    for (item, group) in groups.enumerated() {
      let words = max(0.5, Double(items.tokenCounts[item]))
      tallies[group].count += 1
      tallies[group].kept += kept[item] ? 1 : 0
      tallies[group].words += words
      tallies[group].likely += words * Double(items.probabilities[item])
    }
    return kept.indices.map { item in
      let tally = tallies[groups[item]]
      guard tally.count >= Self.minCount else { return kept[item] }
      if tally.kept == 0 || tally.kept == tally.count { return kept[item] }
      return tally.likely >= Self.minMean * tally.words
    }
  }
}
