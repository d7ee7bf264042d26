public import GhirbalDocument

/// The features of all segments of a flattened text: what the forest of lines judges by and is trained
/// on.
public struct LineTable: Sendable {
  /// Row after row, a row for each segment, a column for each name.
  public let values: [Float]
  /// The columns' names.
  public static let names = LineRows.names
  /// Words as the decision counts them, by segment.
  public let tokenCounts: [Int]

  /// - Precondition: the segments are of the document, in order.
  public init(_ document: Document, _ segments: [TextSegment]) {
    let rows = LineRows(document, segments)
    values = rows?.values(of: 0..<segments.count) ?? []
    tokenCounts = rows?.tokenCounts ?? []
  }
}
