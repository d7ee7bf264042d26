import GhirbalText

/// The words that sections of news sites are named with.
struct SectionNames: Sendable {
  /// Folded words.
  private let words: Set<String>

  init(adding more: [String]) {
    words = Self.builtIn.union(
      more.flatMap { $0.foldedForMatching.split(separator: " ").map(String.init) })
  }

  /// Whether a folded word, with a joining و or the article ال before it or not, names a section.
  func contains(_ word: String) -> Bool {
    if words.contains(word) { return true }
    for prefix in ["وال", "ال", "و"] where word.hasPrefix(prefix) {
      if words.contains(String(word.dropFirst(prefix.count))) { return true }
    }
    return words.contains("ال" + word)
  }

  /// Whether all words of a line are names of sections and what joins them.
  func coverAll(_ line: [String]) -> Bool {
    !line.isEmpty && line.allSatisfy { contains($0) || Self.joining.contains($0) }
      && line.contains { contains($0) }
  }

  private static let joining = BuiltInPhrases.words(.section, "joining")
  private static let builtIn = BuiltInPhrases.words(.section, "name")
}
