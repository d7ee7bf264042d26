import GhirbalDocument

/// Whether the block stands among comments, and what the page is beside them.
struct CommentFeatures: FeatureGroup {
  static let names = [
    "comment", "comment_other_before", "comment_other", "comment_words", "comment_share",
    "comment_after", "comment_before", "comment_main", "comment_main_inside",
  ]

  private let page: PageStatistics
  private let isComment: Column<Bool>
  private let otherBefore: Column<Float>
  private let commentBefore: Column<Float>
  private var first: Int
  private var mainWords: Float = 0

  init(_ page: PageStatistics) {
    self.page = page
    first = page.count
    isComment = page.memory.column(page.count, of: false)
    otherBefore = page.memory.column(page.count + 1, of: 0)
    commentBefore = page.memory.column(page.count + 1, of: 0)
    var sawGood = false
    for block in 0..<page.count {
      let owner = page.owners[block]
      let isComment =
        page.elements.allRegions[owner].contains(.comment)
        || page.elements.flags[owner].contains(.itemReview)
      self.isComment[block] = isComment
      if isComment, first == page.count { first = block }
      let good = page.isGood[block] ? page.texts[block].words : 0
      if isComment, good > 0, !sawGood {
        sawGood = true
        mainWords = otherBefore[block]
      }
      otherBefore[block + 1] = otherBefore[block] + (isComment ? 0 : good)
      commentBefore[block + 1] = commentBefore[block] + (isComment ? good : 0)
    }
    if !sawGood { mainWords = otherBefore[page.count] }
  }

  /// Whether each block stands among comments.
  var flags: [Bool] { isComment.indices.map { isComment[$0] } }

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
