import GhirbalText

/// The words that sections of news sites are named with.
struct SectionNames: Sendable {
  /// Those of the configuration.
  private let own: Tables

  init(adding more: [String]) {
    own = Tables(
      Set(more.flatMap { $0.foldedForMatching.split(separator: " ").map(String.init) }))
  }

  /// Folded words, and those that have the article ال without it.
  private struct Tables {
    let words: WordTable
    let withoutArticle: WordTable

    init(_ all: Set<String>) {
      words = WordTable(all)
      let article = "ال"
      withoutArticle = WordTable(
        all.lazy.filter { $0.hasPrefix(article) }.map { String($0.dropFirst(article.count)) })
    }

    func contains(_ word: ArraySlice<UInt8>) -> Bool {
      words.contains(word) || withoutArticle.contains(word)
        || SectionNames.prefixes.contains {
          word.starts(with: $0) && words.contains(word.dropFirst($0.count))
        }
    }
  }

  /// Whether a folded word, with a joining و or the article ال before it or not, names a section.
  func contains(_ word: ArraySlice<UInt8>) -> Bool {
    Self.builtIn.contains(word) || own.contains(word)
  }

  func contains(_ word: String) -> Bool { contains(Array(word.utf8)[...]) }

  /// Whether all words of a line are names of sections and what joins them.
  func coverAll(_ line: [String]) -> Bool {
    !line.isEmpty && line.allSatisfy { contains($0) || Self.joining.contains($0) }
      && line.contains { contains($0) }
  }

  /// Words that join names of sections.
  static let joining = WordTable(BuiltInPhrases.words(.section, "joining"))
  private static let builtIn = Tables(BuiltInPhrases.words(.section, "name"))
  private static let prefixes = ["وال", "ال", "و"].map { Array($0.utf8) }
}
