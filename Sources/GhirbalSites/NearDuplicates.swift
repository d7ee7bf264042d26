/// Tells pages of a site that are nearly the same: an article twice, its print view, a page that somebody
/// repeats with a line changed. They count as one, so that no text is taken for the site's since one page
/// of it has many copies.
enum NearDuplicates {
  /// What makes pages nearly the same.
  private struct Likeness {
    /// A text on more of the pages, 0...1, is the site's; what pages have in common besides makes them alike.
    let maxOwnShare: Double
    /// How much of what either has of its own stands on both, 0...1.
    let minSharedShare: Double
  }

  /// What many copies repeat stands on many pages, so it is looked for up to most of them; but pages of a
  /// section have its menu in common, beside which their own texts may be short.
  private static let likenesses = [
    Likeness(maxOwnShare: 0.3, minSharedShare: 0.8),
    Likeness(maxOwnShare: 0.9, minSharedShare: 0.9),
  ]
  /// A page has nothing of its own where so few bytes are, and so small a share of all.
  private static let minOwnCount = 300
  private static let minOwnShare = 0.1

  /// Of pages that are nearly the same the first.
  static func first(of pages: [PageTrace]) -> [PageTrace] {
    likenesses.reduce(pages) { once($0, $1) }
  }

  private static func once(_ pages: [PageTrace], _ likeness: Likeness) -> [PageTrace] {
    guard pages.count > 2 else { return pages }
    let own = ownTexts(of: pages, likeness.maxOwnShare)
    let sizes = own.map { $0.values.reduce(0) { $0 + Int($1) } }
    var groups = Array(pages.indices)
    func root(_ page: Int) -> Int {
      var page = page
      while groups[page] != page { page = groups[page] }
      return page
    }
    func join(_ one: Int, _ other: Int) {
      let (one, other) = (root(one), root(other))
      groups[max(one, other)] = min(one, other)
    }
    let empty = pages.indices.filter { page in
      let size = pages[page].entries.reduce(0) { $0 + Int($1.size) }
      return sizes[page] < minOwnCount && Double(sizes[page]) < minOwnShare * Double(size)
    }
    for page in empty.dropFirst() { join(empty[0], page) }
    for ((one, other), shared) in sharedSizes(own) {
      let union = sizes[one] + sizes[other] - shared
      if Double(shared) >= likeness.minSharedShare * Double(union) { join(one, other) }
    }
    return pages.indices.filter { groups[$0] == $0 }.map { pages[$0] }
  }

  /// By page, the sizes of the texts that not too many pages have.
  private static func ownTexts(
    of pages: [PageTrace], _ maxOwnShare: Double
  ) -> [[UInt64: UInt32]] {
    var counts: [UInt64: Int] = [:]
    for page in pages {
      for key in Set(page.entries.lazy.map(\.key)) { counts[key, default: 0] += 1 }
    }
    let limit = max(2, Int(maxOwnShare * Double(pages.count)))
    return pages.map { page in
      var own: [UInt64: UInt32] = [:]
      for entry in page.entries where counts[entry.key, default: 0] <= limit {
        own[entry.key] = entry.size
      }
      return own
    }
  }

  /// How many bytes of their own texts two pages share, where they share any.
  private static func sharedSizes(_ own: [[UInt64: UInt32]]) -> [((Int, Int), Int)] {
    var pagesOfText: [UInt64: [Int]] = [:]
    for (page, texts) in own.enumerated() {
      for key in texts.keys { pagesOfText[key, default: []].append(page) }
    }
    var shared: [Int: Int] = [:]
    for (key, pages) in pagesOfText where pages.count > 1 {
      for (place, one) in pages.enumerated() {
        for other in pages[(place + 1)...] {
          shared[one * own.count + other, default: 0] += Int(own[one][key] ?? 0)
        }
      }
    }
    return shared.map { (($0.key / own.count, $0.key % own.count), $0.value) }
  }
}
