import GhirbalIO

/// Which document stands for another one.
public struct DuplicateVerdict: Sendable {
  public let id: DocumentID
  /// The document that stands for the group.
  public let representative: DocumentID
  /// The share of shingles of either text that stand in both, as their signatures estimate it: 0...1.
  public let similarity: Double
  /// Whether the texts differ in white space at most.
  public let isExact: Bool
  /// Whether the document stands for itself, and not for another one, be it of the same id.
  public let isRepresentative: Bool

  /// What its text is compared by; nil for a document that stands for itself.
  let trace: TextTrace?

  /// A document that stands for itself.
  init(_ id: DocumentID) {
    self.id = id
    representative = id
    similarity = 1
    isExact = true
    isRepresentative = true
    trace = nil
  }

  init(
    _ id: DocumentID, of representative: DocumentID, similarity: Double, isExact: Bool,
    trace: TextTrace
  ) {
    self.id = id
    self.representative = representative
    self.similarity = similarity
    self.isExact = isExact
    isRepresentative = false
    self.trace = trace
  }

  /// A line of JSON, with its line feed: {"id", "of", "similarity", "exact"}.
  public var line: [UInt8] {
    var json = JSONText()
    json.object {
      $0.key("id")
      $0.literal(id.json)
      $0.key("of")
      $0.literal(representative.json)
      $0.key("similarity")
      $0.value(similarity)
      $0.member("exact", isExact)
    }
    json.newLine()
    return json.utf8
  }
}
