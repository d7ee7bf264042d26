import GhirbalDocument

/// What the features of a flattened text's segments are computed from, for as many at a time as are
/// wanted.
struct LineRows {
  private let page: LineStatistics
  private let shape: LineShapeFeatures
  private let place: LinePlaceFeatures
  private let neighbour: LineNeighbourFeatures
  private let repetition: LineRepetitionFeatures
  private let phrase: LinePhraseFeatures
  private let whole: LinePageFeatures

  /// Nil where there is no segment.
  init?(_ document: Document, _ segments: [TextSegment]) {
    guard !segments.isEmpty else { return nil }
    page = LineStatistics(document, segments)
    shape = LineShapeFeatures(page)
    place = LinePlaceFeatures(page)
    neighbour = LineNeighbourFeatures(page)
    repetition = LineRepetitionFeatures(page)
    phrase = LinePhraseFeatures(page)
    whole = LinePageFeatures(page)
  }

  static let names: [String] =
    LineShapeFeatures.names + LinePlaceFeatures.names + LineNeighbourFeatures.names
    + LineRepetitionFeatures.names + LinePhraseFeatures.names + LinePageFeatures.names

  /// How many segments there are, one at least.
  var count: Int { page.count }

  /// Words as the decision counts them, by segment.
  var tokenCounts: [Int] {
    withExtendedLifetime(page) { page.texts.indices.map { page.texts[$0].tokens } }
  }

  /// What stays or goes together.
  var units: SegmentUnits { withExtendedLifetime(page) { SegmentUnits(page) } }

  /// What is the same in all rows: the values of `LinePageFeatures`.
  var wholeValues: [Float] { whole.values }

  /// Whether each segment reads as prose.
  var isProse: [Bool] {
    withExtendedLifetime(page) { page.indices.map { page.isProse[$0] } }
  }

  /// The rows of some segments, end to end, a value for each name.
  func values(of lines: Range<Int>) -> [Float] {
    withExtendedLifetime(page) {
      FeatureWriter.values(of: lines, width: Self.names.count) { writer in
        writer.write(shape)
        writer.write(place)
        writer.write(neighbour)
        writer.write(repetition)
        writer.write(phrase)
        writer.write(whole)
      }
    }
  }
}
