/// The documents of a corpus, as far as duplicates are told by: for each its id, for each text that no
/// document before had its trace.
///
/// What comes out depends on the documents alone, not on the order in which they came.
public struct DuplicateIndex: Sendable {
  private struct Document {
    let id: DocumentID
    /// The place of its text; nil for one without words, which is like no other.
    let text: Int32?
  }

  private var documents: [Document] = []
  /// The different texts with words.
  private var digests: [TextTrace.Digest] = []
  private var signatures: [TextSignature] = []
  private var places: [TextTrace.Digest: Int32] = [:]

  public init() {}

  public var documentCount: Int { documents.count }

  public mutating func insert(_ id: DocumentID, _ text: TextTrace) {
    guard let signature = text.signature else {
      documents.append(Document(id: id, text: nil))
      return
    }
    let place = places[text.digest] ?? Int32(digests.count)
    if place == digests.count {
      places[text.digest] = place
      digests.append(text.digest)
      signatures.append(signature)
    }
    documents.append(Document(id: id, text: place))
  }

  /// Each document with the one that stands for its group, sorted by id.
  ///
  /// A group are documents that lead to one another by pairs whose similarity is at least the wanted one
  /// (a connected component, as text-dedup and datatrove cut them); the first id by UTF-8 stands for it.
  /// So the ends of a chain may be less like each other than neighbours are: `similarity` says how much.
  ///
  /// - Parameter minSimilarity: 0.5...1.
  public func verdicts(minSimilarity: Double) -> [DuplicateVerdict] {
    let groups = DuplicateGroups(of: signatures, minSimilarity: minSimilarity)
    var first: [Int: Document] = [:]
    return documents.sorted(by: isBefore).map { document in
      guard let text = document.text.map(Int.init) else {
        return DuplicateVerdict(document.id)
      }
      guard let representative = first[groups.group(of: text)] else {
        first[groups.group(of: text)] = document
        return DuplicateVerdict(document.id)
      }
      let other = representative.text.map(Int.init) ?? text
      return DuplicateVerdict(
        document.id, of: representative.id,
        similarity: text == other ? 1 : signatures[text].similarity(to: signatures[other]),
        isExact: text == other,
        trace: TextTrace(digest: digests[text], signature: signatures[text]))
    }
  }

  /// Documents of one id are told apart by their texts, since their places depend on who came first.
  private func isBefore(_ one: Document, _ other: Document) -> Bool {
    guard one.id == other.id else { return one.id < other.id }
    switch (one.text, other.text) {
    case (_, nil): return false
    case (nil, _): return true
    case (let text?, let otherText?): return digests[Int(text)] < digests[Int(otherText)]
    }
  }
}
