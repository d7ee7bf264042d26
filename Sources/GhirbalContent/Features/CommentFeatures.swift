import GhirbalDocument

/// Whether the block stands among comments, and what the page is beside them.
struct CommentFeatures: FeatureGroup {
  static let names = [
    "comment", "comment_other_before", "comment_other", "comment_words", "comment_share",
    "comment_after", "comment_before", "comment_main", "comment_main_inside",
  ]

  private let page: PageStatistics
  private(set) var isComment: [Bool] = []
  private var otherBefore: [Float] = [0]
  private var commentBefore: [Float] = [0]
  private var first: Int
  private var mainWords: Float = 0

  init(_ page: PageStatistics) {
    self.page = page
    first = page.count
    var sawGood = false
    for block in 0..<page.count {
      let owner = page.owners[block]
      let isComment =
        page.elements.allRegions[owner].contains(.comment)
        || page.elements.flags[owner].contains(.itemReview)
      self.isComment.append(isComment)
      if isComment, first == page.count { first = block }
      let good = page.isGood[block] ? page.texts[block].words : 0
      if isComment, good > 0, !sawGood {
        sawGood = true
        mainWords = otherBefore[block]
      }
      otherBefore.append(otherBefore[block] + (isComment ? 0 : good))
      commentBefore.append(commentBefore[block] + (isComment ? good : 0))
    }
    if !sawGood { mainWords = otherBefore[page.count] }
  }

  func write(_ block: Int, to row: inout FeatureRow) {
    let comments = commentBefore[page.count]
    let others = otherBefore[page.count]
    row.append(isComment[block])
    row.append(otherBefore[block])
    row.append(others)
    row.append(comments)
    row.append(comments / max(1, comments + others))
    row.append(block >= first)
    row.append(commentBefore[block])
    row.append(mainWords)
    row.append(isComment[block] ? mainWords : 0)
  }
}
