/// How well each place inside a word would part it into known words.
///
/// Sums of log probabilities (quarters of log10) along the best ways to read the letters as words of
/// the lexicon; only a piece at an end may be unknown. Quadratic in the letters, which are at most 62,
/// with pieces of at most 18 letters inside.
struct WordLattice: ~Copyable {
  private typealias Row<Element> = InlineArray<64, Element>

  /// The word that ends, or begins, at a place on the best way to there.
  struct Piece {
    var entry = WordLexicon.Entry()
    var hash: UInt64 = 0
    var count = 0
  }

  private(set) var best = InlineArray<64, Int32>(repeating: 0)
  private(set) var left = InlineArray<64, Piece>(repeating: Piece())
  private(set) var right = InlineArray<64, Piece>(repeating: Piece())
  /// All letters before, and from, a place as one word.
  private(set) var prefix = InlineArray<64, Piece>(repeating: Piece())
  private(set) var suffix = InlineArray<64, Piece>(repeating: Piece())
  private(set) var whole = Piece()

  static let maxPieceCount = 18

  /// Log probability of an unknown piece: that of a rare word, falling with its length.
  @inline(__always)
  private static func cost(_ entry: WordLexicon.Entry, _ count: Int) -> Int32 {
    entry.frequency == 0 ? -(34 + 5 * Int32(count)) : Int32(entry.frequency) - 36
  }

  /// How much better than the unparted word the best reading is that parts it before letter `index`.
  @inline(__always)
  func margin(_ index: Int) -> Int32 { best[index] - WordLattice.cost(whole.entry, whole.count) }

  /// Whether a word that the lexicon lacks would begin or end at letter `index`.
  @inline(__always)
  func leavesUnknown(_ index: Int) -> Bool {
    left[index].entry.frequency == 0 || right[index].entry.frequency == 0
  }

  init(_ word: borrowing LetterSequence, _ language: BoundaryLanguage, in lexicon: WordLexicon) {
    let count = word.count
    let start = WordHash.start(language)
    var before = Row<Int32>(repeating: -30000)
    var after = Row<Int32>(repeating: -30000)
    before[0] = 0
    after[count] = 0
    // Forwards: `first` begins a piece whose start is already reached.
    for first in 0..<count {
      var hash = start
      let limit = first == 0 ? count : min(count, first + WordLattice.maxPieceCount)
      // Pieces longer than the limit matter only as suffixes of the whole word.
      for end in first + 1...count {
        hash = WordHash.step(hash, word.lexical[end - 1])
        guard end <= limit || end == count else { continue }
        let piece = Piece(entry: lexicon.entry(hash), hash: hash, count: end - first)
        if first == 0 { prefix[end] = piece }
        if end == count { suffix[first] = piece }
        if first == 0, end == count {
          whole = piece
          continue
        }
        guard piece.count <= WordLattice.maxPieceCount else { continue }
        if piece.entry.frequency > 0 || first == 0 {
          let sum = before[first] + WordLattice.cost(piece.entry, piece.count)
          if sum > before[end] {
            before[end] = sum
            left[end] = piece
          }
        }
      }
    }
    // Backwards: `last` ends a piece whose end is already reached.
    for first in stride(from: count - 1, through: 0, by: -1) {
      var hash = start
      for end in first + 1...min(count, first + WordLattice.maxPieceCount) {
        hash = WordHash.step(hash, word.lexical[end - 1])
        if first == 0, end == count { continue }
        let piece = Piece(entry: lexicon.entry(hash), hash: hash, count: end - first)
        if piece.entry.frequency > 0 || end == count {
          let sum = after[end] + WordLattice.cost(piece.entry, piece.count)
          if sum > after[first] {
            after[first] = sum
            right[first] = piece
          }
        }
      }
    }
    for index in 0..<count { best[index] = before[index] + after[index] }
  }
}
