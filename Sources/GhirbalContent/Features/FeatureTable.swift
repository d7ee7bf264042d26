public import GhirbalDocument

/// The features of all blocks of a page: what the forest judges by and is trained on.
public struct FeatureTable: Sendable {
  /// Row after row, a row for each block, a column for each name.
  public let values: [Float]
  public let rowCount: Int

  /// The columns' names.
  public static let names: [String] =
    TextFeatures.names + PlaceFeatures.names + RegionFeatures.names + LevelFeatures.names
    + RepetitionFeatures.names + NeighbourFeatures.names + ContainerFeatures.names
    + LandmarkFeatures.names + TitleFeatures.names + ImageFeatures.names + RecordFeatures.names
    + SectionFeatures.names + CommentFeatures.names + PageFeatures.names

  /// Words as the decision counts them, by block.
  public let tokenCounts: [Int]
  /// Whether each block stands among readers' comments or reviews.
  public let isComment: [Bool]
  /// Whether the page is a discussion, whose comments are the content.
  public let isDiscussion: Bool
  /// The heading, or line, that says the page's title.
  public let titleBlock: Int?

  /// - Precondition: each block of the document has an element.
  public init(_ document: Document) {
    rowCount = document.blocks.count
    guard rowCount > 0 else {
      values = []
      tokenCounts = []
      isComment = []
      isDiscussion = false
      titleBlock = nil
      return
    }
    let page = PageStatistics(document)
    tokenCounts = page.texts.map(\.tokens)
    let container = ContainerFeatures(page)
    let comments = CommentFeatures(page)
    isComment = comments.isComment
    isDiscussion = page.isDiscussion
    titleBlock = page.titleBlock >= 0 ? page.titleBlock : nil
    let groups: [any FeatureGroup] = [
      TextFeatures(page), PlaceFeatures(page), RegionFeatures(page), LevelFeatures(page),
      RepetitionFeatures(page), NeighbourFeatures(page), container,
      LandmarkFeatures(page, mainBlocks: container.mainBlocks), TitleFeatures(page, mainBlocks: container.mainBlocks), ImageFeatures(page),
      RecordFeatures(page), SectionFeatures(page), comments, PageFeatures(page, container),
    ]
    let width = Self.names.count
    values = [Float](unsafeUninitializedCapacity: rowCount * width) { buffer, count in
      buffer.initialize(repeating: 0)
      for block in 0..<page.count {
        var row = FeatureRow(.init(rebasing: buffer[block * width..<(block + 1) * width]))
        for group in groups { group.write(block, to: &row) }
        precondition(row.count == width, "as many values as names")
      }
      count = buffer.count
    }
  }
}
