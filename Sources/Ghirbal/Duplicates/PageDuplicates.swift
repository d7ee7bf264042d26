import GhirbalIO

/// Which pages of a run say what another one of them says: the same answer in whatever order they come.
struct PageDuplicates {
  /// What is known of such a page.
  struct Found: Sendable {
    let duplicate: Manifest.Duplicate
    let trace: TextTrace
  }

  /// The least similarity of texts that are nearly the same, as that of `ghirbal duplicates`.
  static let minSimilarity = 0.8

  /// By the UTF-8 of paths: to `String` two spellings of one letter are equal, and to files they are not.
  private(set) var found: [[UInt8]: Found] = [:]

  init() {}

  /// - Parameter index: of the pages that have a text, by their paths.
  init(_ index: DuplicateIndex) {
    for verdict in index.verdicts(minSimilarity: Self.minSimilarity) {
      guard let trace = verdict.trace else { continue }
      found[Array(verdict.id.text.utf8)] = Found(
        duplicate: Manifest.Duplicate(
          of: verdict.representative.text, similarity: verdict.similarity, isExact: verdict.isExact),
        trace: trace)
    }
  }

  subscript(path: String) -> Found? { found[Array(path.utf8)] }
}
