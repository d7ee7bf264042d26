/// Tells pages of a site that are nearly the same: an article twice, its print view, a page that somebody
/// repeats with a line changed. They count as one, so that no text is taken for the site's since one page
/// of it has many copies.
enum NearDuplicates {
  /// A text on more of the pages is the site's; what pages have in common besides makes them alike.
  private static let maxOwnShare = 0.3
  /// Pages are nearly the same where so much of what either has of its own stands on both.
  private static let minSharedShare = 0.8
  /// A page has nothing of its own where less than this share of its bytes is.
  private static let minOwnShare = 0.02

  /// Of pages that are nearly the same the first.
  static func first(of pages: [PageTrace]) -> [PageTrace] {
    var result = pages
    // What many near copies repeat looks like the site's until they count as one.
    for _ in 0..<2 {
      let before = result.count
      result = once(result)
      if result.count == before { break }
    }
    return result
  }

  private static func once(_ pages: [PageTrace]) -> [PageTrace] {
    guard pages.count > 2 else { return pages }
    let own = ownTexts(of: pages)
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
      return Double(sizes[page]) < minOwnShare * Double(size)
    }
    for page in empty.dropFirst() { join(empty[0], page) }
    for ((one, other), shared) in sharedSizes(own) {
      let union = sizes[one] + sizes[other] - shared
      if Double(shared) >= minSharedShare * Double(union) { join(one, other) }
    }
    return pages.indices.filter { groups[$0] == $0 }.map { pages[$0] }
  }

  /// By page, the sizes of the texts that few pages have.
  private static func ownTexts(of pages: [PageTrace]) -> [[UInt64: UInt32]] {
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
