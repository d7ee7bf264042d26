/// Tells identifiers such as `getElementById` from words that lost the space before a capital.
enum CamelCase {
  /// Words that begin identifiers, and words of running text that do not.
  private static let identifierWords = hashes(
    """
    get set is has on to use make create add remove inner outer my new max min num can should do \
    text file data user item list map key value index node page app web no source target base json xml \
    html css http url uri id db sql api ui js str int bool char float var let func fn i e x y z
    """)
  private static let runningWords = hashes(
    """
    the and by his her their its our was were that than then when where which while after before said \
    but between against under during through because who whom whose there these those says about \
    into over near since until also only both
    """)

  private static func hashes(_ words: String) -> Set<UInt64> {
    Set(
      words.split(separator: " ").map { word in
        word.utf8.reduce(WordHash.start(.english)) { WordHash.step($0, $1 &- 0x60) }
      })
  }

  /// Whether the letters are an identifier, so that no space goes before letter `index`.
  ///
  /// Between titles (`Recent PostsSource link`) a capital begins the next one, but for identifiers that
  /// begin as many do; in other short lines only behind a word in small letters. Elsewhere it begins a word only where that is a proper noun or the word before
  /// it begins no identifier: `visitedParis`, `theSenate`.
  static func isIdentifier(
    _ letters: LetterSequence, _ index: Int, _ lattice: borrowing WordLattice, _ line: LineKind
  ) -> Bool {
    let inner = letters.capitals & ~1
    if inner == 0 { return false }
    var first = WordHash.start(.english)
    for place in 0..<inner.trailingZeroBitCount {
      first = WordHash.step(first, letters.lexical[place])
    }
    if line == .titles || line == .phrases && !letters.isCapital(0) {
      return !letters.isCapital(0) && identifierWords.contains(first)
    }
    if inner != 1 << UInt64(index) { return true }
    return !lattice.suffix[index].entry.has(WordLexicon.properNoun)
      && !runningWords.contains(first)
  }
}
