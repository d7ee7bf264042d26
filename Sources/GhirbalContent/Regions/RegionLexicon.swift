/// Finds the regions that an attribute names, in one pass over its bytes (Aho and Corasick 1975).
struct RegionLexicon: Sendable {
  /// The next state by state and letter, and the regions named by all words that end in a state.
  private let steps: [UInt16]
  private let regions: [UInt64]

  static let shared = RegionLexicon(RegionWords.rows)

  /// 0 for a word's edge, 1...26 for letters, 27 for any digit.
  private static let symbolCount = 28

  init(_ rows: [(region: Region, words: [String])]) {
    var steps = [Int](repeating: -1, count: Self.symbolCount)
    var regions: [UInt64] = [0]
    for (region, words) in rows {
      for word in words {
        var state = 0
        for byte in word.utf8 {
          let place = state * Self.symbolCount + Int(Self.symbols[Int(byte)])
          if steps[place] < 0 {
            steps[place] = regions.count
            steps.append(contentsOf: repeatElement(-1, count: Self.symbolCount))
            regions.append(0)
          }
          state = steps[place]
        }
        regions[state] |= RegionSet(region).rawValue
      }
    }
    // Breadth first, so that a state's fallback is complete before the state is.
    var fallbacks = [Int](repeating: 0, count: regions.count)
    var queue: [Int] = [0]
    var head = 0
    while head < queue.count {
      let state = queue[head]
      head += 1
      regions[state] |= regions[fallbacks[state]]
      for symbol in 0..<Self.symbolCount {
        let place = state * Self.symbolCount + symbol
        let fallback = state == 0 ? 0 : steps[fallbacks[state] * Self.symbolCount + symbol]
        if steps[place] < 0 {
          steps[place] = fallback
        } else {
          fallbacks[steps[place]] = fallback
          queue.append(steps[place])
        }
      }
    }
    precondition(regions.count <= 1 << 16, "a state fits into 16 bits")
    self.steps = steps.map { UInt16($0) }
    self.regions = regions
  }

  /// The regions that `bytes[range]` names; `bytes` hold attribute values in UTF-8.
  func regions(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> RegionSet {
    var found: UInt64 = 0
    let symbols = Self.symbols.span
    let regions = regions.span
    let steps = steps.span
    var state = Int(steps[0])
    var last: UInt8 = 0
    for index in range {
      let byte = bytes[index]
      let symbol = symbols[Int(byte)]
      // A word ends at what is no letter, and where a capital follows a small one: `relatedPosts`.
      let isCapital = byte >= 0x41 && byte <= 0x5A
      if symbol == 0 ? last != 0 : isCapital && last >= 0x61 {
        state = Int(steps[state &* Self.symbolCount])
        found |= regions[state]
      }
      if symbol != 0 {
        state = Int(steps[state &* Self.symbolCount &+ Int(symbol)])
        found |= regions[state]
      }
      last = symbol == 0 ? 0 : byte
    }
    if last != 0 { found |= regions[Int(steps[state &* Self.symbolCount])] }
    return RegionSet(rawValue: found)
  }

  private static let symbols: [UInt8] = (0..<256).map { byte in
    switch byte {
    case 0x61...0x7A: UInt8(byte - 0x60)
    case 0x41...0x5A: UInt8(byte - 0x40)
    case 0x30...0x39: 27
    default: 0
    }
  }
}
