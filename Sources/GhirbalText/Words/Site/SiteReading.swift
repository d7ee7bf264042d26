/// The best way to read a line as words of the site: with the fewest letters that are in none, then with the fewest
/// seams, then with the fewest words (Viterbi).
struct SiteReading {
  /// Words of the site one right behind the other.
  struct Chain {
    /// Ascending, each begins where the one before ends.
    var words: [Range<Int>]

    var seams: [Int] { words.dropFirst().map(\.lowerBound) }
    var range: Range<Int> { words[0].lowerBound..<words[words.count - 1].upperBound }
  }

  /// The chains of two words and more, in the order of the line.
  private(set) var chains: [Chain] = []
  /// Whether another way has as few seams and words.
  private(set) var isAmbiguous = false
  private var readCount = 0
  private var letterCount = 0

  var hasSeams: Bool { !chains.isEmpty }
  /// Whether nothing stands outside of the site's words.
  var isWhole: Bool { readCount == letterCount }
  /// Whether at least half of the letters are in words of the site; what a line begins with up to a colon is its label.
  var isMostlyWords: Bool { 2 * readCount >= letterCount }

  private static let letter = 1_000_000
  private static let seam = 1000

  init(_ line: SiteLine, _ range: Range<Int>, _ words: Set<UInt64>) {
    let none = Int.max / 2
    let start = range.lowerBound
    var costs = [Int](repeating: none, count: range.count + 1)
    var ways = [Int](repeating: 0, count: range.count + 1)
    var from = [Int](repeating: -1, count: range.count + 1)
    var isWord = [Bool](repeating: false, count: range.count + 1)
    (costs[0], ways[0]) = (0, 1)
    func reach(_ place: Int, _ cost: Int, _ origin: Int, _ word: Bool) {
      let index = place - start
      if cost < costs[index] {
        (costs[index], from[index], isWord[index]) = (cost, origin, word)
        ways[index] = ways[origin - start]
      } else if cost == costs[index] {
        ways[index] = min(2, ways[index] + ways[origin - start])
      }
    }
    for place in range where costs[place - start] < none {
      let cost = costs[place - start]
      let isBorder = line.isBorder(place)
      if isBorder {
        let end = min(line.end(ofRunAt: place), range.upperBound)
        reach(end, cost + Self.letter * (line.isOfWord(place) ? end - place : 0), place, false)
      }
      guard line.kinds[place] != .space else { continue }
      var hash = ScalarHash()
      for end in (place + 1)...max(place + 1, min(range.upperBound, place + SiteWords.maxUTF8Count))
      {
        hash.combine(line.folded[end - 1])
        let isInside = end < range.upperBound && !line.isBorder(end)
        guard words.contains(hash.value), !isInside || line.isOfWord(place) else { continue }
        // One letter is no word of a site that another could touch.
        if isInside || !isBorder, end - place < 2 { continue }
        reach(end, cost + 1 + (isInside ? Self.seam : 0), place, true)
      }
    }
    var place = range.upperBound
    var chain: [Range<Int>] = []
    isAmbiguous = ways[range.count] > 1
    let label = line.labelEnd
    while place > start {
      let origin = from[place - start]
      guard origin >= 0 else { return }
      let count = (origin..<place).count { line.isOfWord($0) }
      if isWord[place - start] {
        readCount += count
        letterCount += count
        // A stop, a stroke or a comma between two words parts them already.
        if line.isBorder(place), !line.isJoint(place) { close(&chain) }
        chain.append(origin..<place)
      } else {
        if place > label { letterCount += count }
        close(&chain)
      }
      place = origin
    }
    close(&chain)
    chains.reverse()
  }

  private mutating func close(_ chain: inout [Range<Int>]) {
    if chain.count > 1 { chains.append(Chain(words: chain.reversed())) }
    chain.removeAll()
  }
}

extension SiteLine {
  /// Whether a word ends and another begins at a border without a space between them.
  fileprivate func isJoint(_ place: Int) -> Bool {
    place > 0 && place < folded.count && kinds[place - 1] != .space && kinds[place] != .space
  }

  /// Where the label ends that the line begins with ("Tags:"), or 0.
  fileprivate var labelEnd: Int {
    let colon = folded.prefix(Self.maxLabelCount).firstIndex { $0 == 0x3A || $0 == 0xFF1A }
    return colon.map { $0 + 1 } ?? 0
  }

  private static let maxLabelCount = 24
}
