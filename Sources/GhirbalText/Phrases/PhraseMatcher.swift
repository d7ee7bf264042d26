/// Finds many phrases in folded text at once, at word boundaries.
///
/// The automaton of Aho and Corasick ("Efficient string matching", CACM 18(6), 1975,
/// doi:10.1145/360825.360855), unrolled into a dense table over classes of bytes: one step for each
/// byte of text. Time is linear in the text plus the matches; a place can end as many matches as
/// there are phrases that end one another, which the phrases bound and not the text.
public struct PhraseMatcher: Sendable {
  /// A place where a phrase stands.
  public struct Match: Sendable, Equatable {
    /// The phrase's index in the list the matcher was made from; of phrases that fold alike the
    /// first one's.
    public let phrase: Int
    /// UTF-8 offsets in the folded text.
    public let utf8Range: Range<Int>

    public init(phrase: Int, utf8Range: Range<Int>) {
      self.phrase = phrase
      self.utf8Range = utf8Range
    }
  }

  /// The class of each byte; 0 for bytes in no phrase.
  private let classes: [UInt8]
  private let classCount: Int
  /// The next state, at state × classCount + class.
  private let next: [UInt32]
  /// The phrase that ends at each state; -1 for none.
  private let endings: [Int32]
  /// The state of the next shorter phrase that ends at the same place; 0 for none.
  private let shorter: [UInt32]
  private let utf8Counts: [Int]

  /// Builds the automaton; phrases are folded first, and empty ones never match.
  public init(_ phrases: [String]) {
    let folded = phrases.map { Array($0.foldedForMatching.utf8) }
    var classes = [UInt8](repeating: 0, count: 256)
    var classCount = 1
    for byte in folded.joined() where classes[Int(byte)] == 0 {
      // At most 245 byte values occur in UTF-8, so the classes fit a byte.
      classes[Int(byte)] = UInt8(classCount)
      classCount += 1
    }
    var trie = [UInt32](repeating: 0, count: classCount)
    var endings: [Int32] = [-1]
    for (index, phrase) in folded.enumerated() where !phrase.isEmpty {
      var state = 0
      for byte in phrase {
        let slot = state * classCount + Int(classes[Int(byte)])
        if trie[slot] == 0 {
          trie[slot] = UInt32(endings.count)
          endings.append(-1)
          trie.append(contentsOf: repeatElement(0, count: classCount))
        }
        state = Int(trie[slot])
      }
      if endings[state] < 0 { endings[state] = Int32(index) }
    }
    self.classes = classes
    self.classCount = classCount
    self.endings = endings
    self.utf8Counts = folded.map(\.count)
    (next, shorter) = Self.closed(trie, classCount, endings)
  }

  /// Fills the missing steps of a trie from each state's longest proper suffix, breadth first.
  private static func closed(
    _ trie: [UInt32], _ classCount: Int, _ endings: [Int32]
  ) -> (next: [UInt32], shorter: [UInt32]) {
    var next = trie
    var suffix = [UInt32](repeating: 0, count: endings.count)
    var shorter = suffix
    var queue: [Int] = []
    queue.reserveCapacity(endings.count)
    for class_ in 0..<classCount where next[class_] != 0 { queue.append(Int(next[class_])) }
    var position = 0
    while position < queue.count {
      let state = queue[position]
      position += 1
      let fallback = Int(suffix[state])
      shorter[state] = endings[fallback] >= 0 ? UInt32(fallback) : shorter[fallback]
      for class_ in 0..<classCount {
        let slot = state * classCount + class_
        let fallbackNext = next[fallback * classCount + class_]
        if next[slot] == 0 {
          next[slot] = fallbackNext
        } else {
          suffix[Int(next[slot])] = fallbackNext
          queue.append(Int(next[slot]))
        }
      }
    }
    return (next, shorter)
  }

  /// All matches that start and end at word boundaries, by end, longer ones first.
  ///
  /// A boundary is asked for only where the phrase itself begins or ends with a letter or digit, and
  /// never between characters of scripts that set no spaces.
  public func matches(in folded: Span<UInt8>) -> [Match] {
    var matches: [Match] = []
    guard endings.count > 1 else { return matches }
    var state = 0
    for position in 0..<folded.count {
      state = Int(next[state * classCount + Int(classes[Int(folded[position])])])
      var ending = endings[state] >= 0 ? state : Int(shorter[state])
      while ending != 0 {
        let phrase = Int(endings[ending])
        let utf8Range = position + 1 - utf8Counts[phrase]..<position + 1
        if Self.isBoundary(folded, at: utf8Range.lowerBound),
          Self.isBoundary(folded, at: utf8Range.upperBound)
        {
          matches.append(Match(phrase: phrase, utf8Range: utf8Range))
        }
        ending = Int(shorter[ending])
      }
    }
    return matches
  }

  /// Matches that do not overlap: from the left, the longest at each place.
  public func cover(of folded: Span<UInt8>) -> [Match] {
    let found = matches(in: folded)
    guard found.count > 1 else { return found }
    let all = found.sorted {
      $0.utf8Range.lowerBound != $1.utf8Range.lowerBound
        ? $0.utf8Range.lowerBound < $1.utf8Range.lowerBound
        : $0.utf8Range.upperBound > $1.utf8Range.upperBound
    }
    var cover: [Match] = []
    var end = 0
    for match in all where match.utf8Range.lowerBound >= end {
      cover.append(match)
      end = match.utf8Range.upperBound
    }
    return cover
  }

  private static func isBoundary(_ text: Span<UInt8>, at offset: Int) -> Bool {
    guard offset > 0, offset < text.count else { return true }
    var before = offset - 1
    while before > 0, text[before] & 0xC0 == 0x80 { before -= 1 }
    let last = text.scalar(at: &before)
    var after = offset
    let first = text.scalar(at: &after)
    return !isWordScalar(last) || !isWordScalar(first) || isUnspaced(last) || isUnspaced(first)
  }

  /// Whether a scalar's script sets no spaces between words: Thai, Lao, Khmer, kana, Han.
  private static func isUnspaced(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0E00...0x0EFF, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x9FFF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }
}
