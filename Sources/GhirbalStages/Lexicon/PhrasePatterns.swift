import GhirbalText

/// Phrases that a person wrote, each of which takes a whole block: as it stands, with `*` for any one
/// word, or with `…` at its end for whatever follows.
///
/// Phrases of both signs are one tree of words. A block is read against it once, with all branches that
/// are open; linear in the block, with as many branches at most as phrases have words.
struct PhrasePatterns: Sendable {
  private struct Node {
    var children: [[UInt8]: Int] = [:]
    var anyWord: Int?
    /// The phrase that ends here, and the one that whatever follows may stand behind.
    var ending: Int?
    var opening: Int?
  }

  /// Bytes of all phrases with signs together.
  static let maxUTF8Count = 16 * 1024

  private let phrases: [String]
  /// The phrases without signs, which may hold marks; the others never match.
  private let literals: PhraseMatcher
  private var nodes = [Node()]

  init(_ phrases: [String]) {
    self.phrases = phrases
    literals = PhraseMatcher(phrases.map { Self.hasSigns($0) ? "" : $0 })
    for (index, phrase) in phrases.enumerated() where Self.hasSigns(phrase) {
      let (words, isOpen) = Self.words(of: phrase)
      var node = 0
      for word in words { node = child(of: node, word) }
      if isOpen {
        nodes[node].opening = nodes[node].opening ?? index
      } else {
        nodes[node].ending = nodes[node].ending ?? index
      }
    }
  }

  /// What is wrong with phrases, behind "also_drop"; nil where nothing is.
  static func problem(of phrases: [String]) -> String? {
    let signed = phrases.filter(hasSigns)
    if let phrase = signed.first(where: { !words(of: $0).words.contains { $0 != nil } }) {
      return "has a phrase without a word of its own: \"\(phrase)\""
    }
    guard signed.reduce(0, { $0 + $1.utf8.count }) <= maxUTF8Count else {
      return "has phrases with * or … of more than \(maxUTF8Count) bytes together"
    }
    return nil
  }

  /// The phrase that all words of a text are.
  func phrase(of text: FoldedText) -> String? {
    if phrases.isEmpty { return nil }
    let words = text.words
    let whole = literals.matches(in: text.utf8.span).first { match in
      words.allSatisfy { match.utf8Range.contains($0.lowerBound) }
    }
    return (whole.map(\.phrase) ?? pattern(of: words, text)).map { phrases[$0] }
  }

  private func pattern(of words: [Range<Int>], _ text: FoldedText) -> Int? {
    guard nodes.count > 1 else { return nil }
    var open = [0]
    for word in words {
      var next: [Int] = []
      let utf8 = Array(text.utf8[word])
      for node in open {
        if let child = nodes[node].children[utf8] { next.append(child) }
        if let child = nodes[node].anyWord { next.append(child) }
      }
      if let found = next.lazy.compactMap({ nodes[$0].opening }).first { return found }
      guard !next.isEmpty else { return nil }
      open = next
    }
    return open.lazy.compactMap { nodes[$0].ending }.first
  }

  private mutating func child(of node: Int, _ word: [UInt8]?) -> Int {
    let known = word.map { nodes[node].children[$0] } ?? nodes[node].anyWord
    if let known { return known }
    nodes.append(Node())
    if let word {
      nodes[node].children[word] = nodes.count - 1
    } else {
      nodes[node].anyWord = nodes.count - 1
    }
    return nodes.count - 1
  }

  private static func hasSigns(_ phrase: String) -> Bool {
    phrase.hasSuffix("…") || phrase.hasSuffix("...") || phrase.split(separator: " ").contains("*")
  }

  /// The folded words, nil for any one, and whether more may follow.
  private static func words(of phrase: String) -> (words: [[UInt8]?], isOpen: Bool) {
    var words: [[UInt8]?] = []
    for token in phrase.split(separator: " ") {
      if token == "*" {
        words.append(nil)
      } else {
        let folded = FoldedText(Array(token.utf8).span)
        words += folded.words.map { Array(folded.utf8[$0]) }
      }
    }
    return (words, phrase.hasSuffix("…") || phrase.hasSuffix("..."))
  }
}
