public import GhirbalDocument

/// The features of all blocks of a page: what the forest judges by and is trained on.
///
/// It takes 2.4 KB a block; a judgement computes rows some at a time instead.
public struct FeatureTable: Sendable {
  /// Row after row, a row for each block, a column for each name.
  public let values: [Float]
  public let rowCount: Int

  /// The columns' names.
  public static let names = FeatureRows.names

  /// Words as the decision counts them, by block.
  public let tokenCounts: [Int]
  /// Whether each block stands among readers' comments or reviews.
  public let isComment: [Bool]
  /// Whether the page is a discussion, whose comments are the content.
  public let isDiscussion: Bool
  /// The same number for blocks that are made alike.
  public let alike: [Int]
  /// Whether each block ends like a sentence.
  public let endsSentence: [Bool]

  /// - Precondition: each block of the document has an element.
  public init(_ document: Document) {
    let rows = FeatureRows(document)
    rowCount = rows?.count ?? 0
    values = rows?.values(of: 0..<rowCount) ?? []
    tokenCounts = rows?.tokenCounts ?? []
    isComment = rows?.isComment ?? []
    isDiscussion = rows?.isDiscussion ?? false
    endsSentence = rows?.endsSentence ?? []
    alike = rows?.alike(document.derived(Units.self)) ?? []
  }
}
