/// The rows of this folder as tables that text is read against.
struct LanguageEvidence: Sendable {
  static let shared = LanguageEvidence()

  /// Which candidates a word or an ending speaks for.
  private var keys: [UInt64]
  private var masks: [UInt64]
  private let mask: Int
  /// Per two-byte scalar, where its weights stand in `letterWeights`; 0 for none.
  let letterRow: [UInt8]
  let letterWeights: [[(candidate: Int, weight: Double)]]

  private init() {
    let size = 8192
    keys = Array(repeating: 0, count: size)
    masks = Array(repeating: 0, count: size)
    mask = size - 1
    var letterRow = [UInt8](repeating: 0, count: 0x800)
    var letterWeights: [[(candidate: Int, weight: Double)]] = [[]]
    for row in DistinctiveLetters.rows {
      letterWeights.append(row.weights.map { ($0.0.rawValue, $0.1) })
      for scalar in row.letters.unicodeScalars where scalar.value < 0x800 {
        letterRow[Int(scalar.value)] = UInt8(letterWeights.count - 1)
      }
    }
    self.letterRow = letterRow
    self.letterWeights = letterWeights
    for row in FunctionWords.rows {
      for word in row.words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        insert(Self.hash(of: word), for: row.candidate)
      }
    }
    for row in FunctionWords.endings {
      let key = Self.endingKey(of: row.ending)
      for candidate in row.candidates { insert(key, for: candidate) }
    }
  }

  private mutating func insert(_ key: UInt64, for candidate: LanguageCandidate) {
    var slot = Self.slot(key) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    keys[slot] = key
    masks[slot] |= 1 << UInt64(candidate.rawValue)
  }

  /// The candidates, as bits, that `key` speaks for; 0 for a key in no row.
  @inline(__always)
  func candidates(for key: UInt64) -> UInt64 {
    var slot = Self.slot(key) & mask
    while keys[slot] != 0 {
      if keys[slot] == key { return masks[slot] }
      slot = (slot + 1) & mask
    }
    return 0
  }

  @inline(__always)
  private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key ^ key >> 29) &* 0x9E37_79B9_7F4A_7C15 >> 40)
  }

  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// FNV-1a, one scalar at a time.
  @inline(__always)
  static func extend(_ hash: UInt64, by value: UInt32) -> UInt64 {
    (hash ^ UInt64(value)) &* 0x100_0000_01B3
  }

  private static func hash(of word: Substring) -> UInt64 {
    word.unicodeScalars.reduce(seed) { extend($0, by: folded($1.value)) }
  }

  /// The key of an ending: its last four letters at most, packed, with its length.
  private static func endingKey(of ending: String) -> UInt64 {
    let packed = ending.unicodeScalars.reduce(0 as UInt64) { $0 << 12 | UInt64($1.value & 0xFFF) }
    return endingKey(packed, ending.unicodeScalars.count)
  }

  @inline(__always)
  static func endingKey(_ packed: UInt64, _ letters: Int) -> UInt64 {
    packed & (1 << UInt64(12 * letters) - 1) | UInt64(letters) << 60
  }

  /// A letter in lower case, with one spelling of yeh and kaf; Latin, Cyrillic and Arabic only.
  @inline(__always)
  static func folded(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE: value | 0x20
    case 0x130: 0x69
    case 0x100...0x137, 0x14A...0x177: value | 1
    case 0x139...0x148, 0x179...0x17E: value + (value & 1)
    case 0x18F: 0x259
    case 0x218...0x21B: value | 1
    case 0x400...0x40F: value + 0x50
    case 0x410...0x42F: value + 0x20
    case 0x490...0x4FF: value | 1
    case 0x643: 0x6A9
    case 0x649, 0x64A: 0x6CC
    default: value
    }
  }
}
