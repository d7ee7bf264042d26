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
    // Columns live as long as the page's statistics.
    (values, tokenCounts, isComment) = withExtendedLifetime(page) {
      let container = ContainerFeatures(page)
      let comments = CommentFeatures(page)
      let values = [Float](unsafeUninitializedCapacity: page.count * Self.names.count) {
        buffer, count in
        guard let base = buffer.baseAddress else { return }
        var writer = FeatureWriter(base, blocks: page.count, width: Self.names.count)
        writer.write(TextFeatures(page))
        writer.write(PlaceFeatures(page))
        writer.write(RegionFeatures(page))
        writer.write(LevelFeatures(page))
        writer.write(RepetitionFeatures(page))
        writer.write(NeighbourFeatures(page))
        writer.write(container)
        writer.write(LandmarkFeatures(page, firstMainBlock: container.mainBlocks[0]))
        writer.write(TitleFeatures(page, firstMainBlock: container.mainBlocks[0]))
        writer.write(ImageFeatures(page))
        writer.write(RecordFeatures(page))
        writer.write(SectionFeatures(page))
        writer.write(comments)
        writer.write(PageFeatures(page, container))
        precondition(writer.column == Self.names.count, "as many values as names")
        count = buffer.count
      }
      return (values, page.texts.indices.map { page.texts[$0].tokens }, comments.flags)
    }
    isDiscussion = page.isDiscussion
    titleBlock = page.titleBlock >= 0 ? page.titleBlock : nil
  }
}

/// Writes groups of features side by side, each for all blocks before the next.
private struct FeatureWriter {
  private let values: UnsafeMutablePointer<Float>
  private let blocks: Int
  private let width: Int
  private(set) var column = 0

  init(_ values: UnsafeMutablePointer<Float>, blocks: Int, width: Int) {
    self.values = values
    self.blocks = blocks
    self.width = width
  }

  mutating func write<Group: FeatureGroup>(_ group: Group) {
    let count = Group.names.count
    precondition(column + count <= width, "as many values as names")
    for block in 0..<blocks {
      var row = FeatureRow(values + block * width + column)
      group.write(block, to: &row)
      precondition(row.count == count, "as many values as names")
    }
    column += count
  }
}
