internal import CGhirbalData

/// The function words, endings and distinctive letters of languages, as tables that text is read against.
struct LanguageEvidence: @unchecked Sendable {
  static let shared = LanguageEvidence()

  // Sendable: the table is filled once and lives as long as the process.
  /// Which candidates a word or an ending speaks for, as 48 bits, below a tag of 16 bits.
  private let table: UnsafePointer<UInt64>
  let letters: LanguageLetters
  /// The weights of row `n` of `distinctive-letters.txt` stand at `rowStarts[n - 1]..<rowStarts[n]`.
  let rowStarts: [Int]
  let rowWeights: [(candidate: Int, weight: Double)]

  let arabicLetters: ArabicScriptLetters

  /// Twice as many as there are words, so that a word in no row is told by one look or two.
  private static let slotBits: UInt64 = 12

  private init() {
    let letterRows = Array(TableRows(ghirbal_distinctive_letters()))
    precondition(
      LanguageCandidate.allCases.count <= 48 && letterRows.count < 64,
      "the counts of LanguageReading hold all candidates and rows")
    var rows = [UInt8](repeating: 0, count: 0x800)
    var rowStarts = [0]
    var rowWeights: [(candidate: Int, weight: Double)] = []
    for (index, row) in letterRows.enumerated() {
      for field in stride(from: 0, to: row.count - 1, by: 2) {
        guard let weight = Double(row[field + 1].string) else {
          preconditionFailure("a language of a row of letters has a weight")
        }
        rowWeights.append((Self.candidate(row[field].string).rawValue, weight))
      }
      rowStarts.append(rowWeights.count)
      for scalar in row[row.count - 1].string.unicodeScalars where scalar.value < 0x800 {
        rows[Int(scalar.value)] = UInt8(index + 1)
      }
    }
    letters = LanguageLetters(rows: rows)
    arabicLetters = ArabicScriptLetters(rows: rows)
    self.rowStarts = rowStarts
    self.rowWeights = rowWeights
    let table = UnsafeMutablePointer<UInt64>.allocate(capacity: 1 << Int(Self.slotBits))
    table.initialize(repeating: 0, count: 1 << Int(Self.slotBits))
    func insert(_ key: UInt64, for candidate: LanguageCandidate) {
      var slot = Self.slot(key)
      while table[slot] != 0, table[slot] >> 48 != Self.tag(key) { slot = Self.slot(behind: slot) }
      table[slot] |= Self.tag(key) << 48 | 1 << UInt64(candidate.rawValue)
    }
    for row in TableRows(ghirbal_function_words()) {
      for tag in row[0].string.split(separator: ",") {
        let candidate = Self.candidate(String(tag))
        for field in row.dropFirst() {
          for key in Self.keys(of: field.string) { insert(key, for: candidate) }
        }
      }
    }
    self.table = UnsafePointer(table)
  }

  /// The candidates, as bits, that `key` speaks for; 0 for a key in no row.
  @inline(__always)
  func candidates(for key: UInt64) -> UInt64 {
    var slot = Self.slot(key)
    let tag = Self.tag(key)
    while true {
      let entry = table[slot]
      if entry == 0 { return 0 }
      if entry >> 48 == tag { return entry & (1 << 48 - 1) }
      slot = Self.slot(behind: slot)
    }
  }

  @inline(__always)
  private static func slot(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key >> (64 - slotBits)) }

  @inline(__always)
  private static func slot(behind slot: Int) -> Int { (slot + 1) & (1 << Int(slotBits) - 1) }

  @inline(__always)
  private static func tag(_ key: UInt64) -> UInt64 { key >> 12 & 0xFFFF }

  /// One letter more of a word.
  @inline(__always)
  static func extend(_ hash: UInt64, by value: UInt32) -> UInt64 {
    hash << 11 ^ hash >> 53 ^ UInt64(value)
  }

  @inline(__always)
  static func wordKey(_ hash: UInt64, _ letters: Int) -> UInt64 {
    mixed(hash ^ UInt64(letters) &* 0x9E37_79B9_7F4A_7C15)
  }

  /// The key of an ending of `letters` letters, from the last letters of a word.
  @inline(__always)
  static func endingKey(_ packed: UInt64, _ letters: Int) -> UInt64 {
    mixed(packed & (1 << UInt64(12 * letters) - 1) ^ UInt64(letters) << 60 ^ 0x5555)
  }

  @inline(__always)
  static func mixed(_ value: UInt64) -> UInt64 {
    let product = (value ^ value >> 31) &* 0xD6E8_FEB8_6659_FD93
    return (product ^ product >> 32) &* 0xD6E8_FEB8_6659_FD93
  }

  private static func candidate(_ tag: String) -> LanguageCandidate {
    guard let candidate = LanguageCandidate(tag: tag) else {
      preconditionFailure("\(tag) is the tag of a candidate")
    }
    return candidate
  }

  /// The keys under which a word is looked up, or an ending, which has a hyphen before it.
  private static func keys(of word: String) -> [UInt64] {
    guard word.first == "-" else {
      let (hash, count) = hash(of: word)
      return [ASCIIWord(word).map(\.key) ?? wordKey(hash, count)]
    }
    let ending = String(word.dropFirst())
    let (packed, count) = packed(ending)
    return [endingKey(packed, count)] + (ASCIIWord(ending).map { [$0.endingKey(count)] } ?? [])
  }

  private static func hash(of word: String) -> (UInt64, Int) {
    (
      word.unicodeScalars.reduce(0) { extend($0, by: folded($1.value)) }, word.unicodeScalars.count
    )
  }

  private static func packed(_ ending: String) -> (UInt64, Int) {
    (
      ending.unicodeScalars.reduce(0 as UInt64) { $0 << 12 | UInt64($1.value & 0xFFF) },
      ending.unicodeScalars.count
    )
  }

  /// A letter in lower case, with one spelling of yeh and kaf; Latin, Cyrillic and Arabic only.
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
