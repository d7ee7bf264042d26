/// The words that stand alone on a page, with how often: the nearest evidence for where words end.
///
/// Spellings fold: أ إ آ ٱ are ا, ى and ي are ی, ك is ک, ؤ is و, harakat, tatweel and non-joiners go,
/// ASCII letters are lower case; ة and ه stay apart. Words are added block by block, in any order,
/// with the same result. A word is kept as a 64-bit hash.
public struct PageWords: Sendable {
  private var words: [UInt64: UInt32] = [:]
  private var stems: Set<UInt64> = []

  /// No words.
  public init() {}

  /// The number of different words.
  public var count: Int { words.count }

  /// Adds the words of one block; Arabic words are also known without و, ال and وال before them.
  public mutating func add(_ text: Span<UInt8>) {
    var position = 0
    while let word = LetterRun.next(in: text, from: position) {
      position = word.utf8Range.upperBound
      words[PageWords.hash(text, word.utf8Range), default: 0] += 1
      guard word.script == .arabic else { continue }
      for prefix in PageWords.prefixes where word.utf8Range.count >= prefix.count + 6 {
        var matches = true
        for index in 0..<prefix.count where text[word.utf8Range.lowerBound + index] != prefix[index]
        {
          matches = false
        }
        if matches {
          stems.insert(
            PageWords.hash(
              text, word.utf8Range.lowerBound + prefix.count..<word.utf8Range.upperBound))
        }
      }
    }
  }

  /// How often the word in `range` of `text` stands alone.
  func count(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    words.isEmpty ? 0 : Int(words[PageWords.hash(text, range)] ?? 0)
  }

  /// Whether the word stands on the page with و, ال or وال before it.
  func hasStem(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    stems.isEmpty ? false : stems.contains(PageWords.hash(text, range))
  }

  private static let prefixes = ["و", "ال", "وال"].map { Array($0.utf8) }

  /// The folded letters of a word as one number.
  static func hash(_ word: [UInt8]) -> UInt64 { hash(word.span, 0..<word.count) }

  /// The folded letters of the word in `range` as one number.
  static func hash(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash = ScalarHash()
    var position = range.lowerBound
    while position < range.upperBound {
      let (scalar, width) = text.scalar(at: position)
      let folded = LetterFold.fold(scalar)
      if folded != 0 { hash.combine(folded) }
      position += width
    }
    return hash.value
  }
}

/// A 64-bit hash over scalars; the same on every machine and in every run.
struct ScalarHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func combine(_ scalar: UInt32) {
    value = (value ^ UInt64(scalar)) &* 0x9E37_79B9_7F4A_7C15
    value ^= value >> 29
  }
}
