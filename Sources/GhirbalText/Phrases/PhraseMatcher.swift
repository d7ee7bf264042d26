/// Finds many phrases in folded text at once, at word boundaries.
///
/// The automaton of Aho and Corasick ("Efficient string matching", CACM 18(6), 1975,
/// doi:10.1145/360825.360855). States are numbered from the root down, level by level, so that the
/// children of each stand in a row; the first states, where a text mostly is, have dense rows over
/// classes of bytes, the others their children's labels and the way back. Time is linear in the text
/// plus the matches; a place can end as many matches as there are phrases that end one another, which
/// the phrases bound and not the text.
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
  /// The next state, at state × classCount + class, for the states below `denseCount`.
  private let dense: [UInt32]
  private let denseCount: Int
  /// The first child of each state, and behind the last one's the number of states.
  private let children: [UInt32]
  /// The class of the byte that leads to each state.
  private let labels: [UInt8]
  /// The state of each state's longest proper suffix.
  private let suffixes: [UInt32]
  /// The phrase that ends at each state; -1 for none.
  private let endings: [Int32]
  /// The state of the next shorter phrase that ends at the same place; 0 for none.
  private let shorter: [UInt32]
  private let utf8Counts: [Int]

  /// How many states have a row of their own: those of a phrase's first bytes.
  private static let maxDenseCount = 1024

  /// Builds the automaton; phrases are folded first, and empty ones never match.
  public init(_ phrases: [String]) {
    self.init(folded: phrases.map { Array($0.foldedForMatching.utf8) })
  }

  /// Builds the automaton of phrases that are folded already; empty ones never match.
  public init(folded: [[UInt8]]) {
    var classes = [UInt8](repeating: 0, count: 256)
    var classCount = 1
    for byte in folded.joined() where classes[Int(byte)] == 0 {
      // At most 245 byte values occur in UTF-8, so the classes fit a byte.
      classes[Int(byte)] = UInt8(classCount)
      classCount += 1
    }
    // In this order what begins alike stands together, and of phrases that fold alike the first one
    // comes first.
    let order = folded.indices.filter { !folded[$0].isEmpty }.sorted { a, b in
      folded[a] == folded[b] ? a < b : folded[a].lexicographicallyPrecedes(folded[b])
    }
    /// By state: the phrases of `order` that begin with it, and how long it is.
    var spans: [(phrases: Range<Int>, depth: Int)] = [(order.indices, 0)]
    var children: [UInt32] = []
    var labels: [UInt8] = [0]
    var endings: [Int32] = []
    var state = 0
    while state < spans.count {
      let (phrases, depth) = spans[state]
      children.append(UInt32(spans.count))
      var start = phrases.lowerBound
      while start < phrases.upperBound, folded[order[start]].count == depth { start += 1 }
      endings.append(start > phrases.lowerBound ? Int32(order[phrases.lowerBound]) : -1)
      while start < phrases.upperBound {
        let byte = folded[order[start]][depth]
        var end = start
        while end < phrases.upperBound, folded[order[end]][depth] == byte { end += 1 }
        spans.append((start..<end, depth + 1))
        labels.append(classes[Int(byte)])
        start = end
      }
      state += 1
    }
    children.append(UInt32(spans.count))
    self.classes = classes
    self.classCount = classCount
    self.children = children
    self.labels = labels
    self.endings = endings
    self.utf8Counts = folded.map(\.count)
    denseCount = min(endings.count, Self.maxDenseCount)
    (dense, suffixes, shorter) = Self.closed(
      children, labels, endings, classCount, denseCount: denseCount)
  }

  /// Finds each state's longest proper suffix and fills the dense rows, from the root down: a suffix
  /// is shorter, so its number is lower.
  private static func closed(
    _ children: [UInt32], _ labels: [UInt8], _ endings: [Int32], _ classCount: Int, denseCount: Int
  ) -> (dense: [UInt32], suffixes: [UInt32], shorter: [UInt32]) {
    var dense = [UInt32](repeating: 0, count: denseCount * classCount)
    var suffixes = [UInt32](repeating: 0, count: endings.count)
    var shorter = suffixes
    for state in endings.indices {
      let suffix = Int(suffixes[state])
      if state > 0 { shorter[state] = endings[suffix] >= 0 ? UInt32(suffix) : shorter[suffix] }
      if state < denseCount, state > 0 {
        for label in 0..<classCount {
          dense[state * classCount + label] = dense[suffix * classCount + label]
        }
      }
      for child in Int(children[state])..<Int(children[state + 1]) {
        let label = Int(labels[child])
        if state > 0 {
          suffixes[child] = UInt32(
            step(from: suffix, label, dense, children, labels, suffixes, classCount, denseCount))
        }
        if state < denseCount { dense[state * classCount + label] = UInt32(child) }
      }
    }
    return (dense, suffixes, shorter)
  }

  /// The state behind a state and a class of bytes.
  @inline(__always)
  private static func step(
    from state: Int, _ label: Int, _ dense: [UInt32], _ children: [UInt32], _ labels: [UInt8],
    _ suffixes: [UInt32], _ classCount: Int, _ denseCount: Int
  ) -> Int {
    var state = state
    while state >= denseCount {
      for child in Int(children[state])..<Int(children[state + 1]) where labels[child] == label {
        return child
      }
      state = Int(suffixes[state])
    }
    return Int(dense[state * classCount + label])
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
      state = Self.step(
        from: state, Int(classes[Int(folded[position])]), dense, children, labels, suffixes,
        classCount, denseCount)
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

  /// Of the matches in a text those that do not overlap: from the left, the longest at each place.
  public static func cover(_ found: [Match]) -> [Match] {
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
    return !isWordScalar(last) || !isWordScalar(first) || isUnspacedScalar(last)
      || isUnspacedScalar(first)
  }
}
