internal import CGhirbalData

/// Words of Persian, Arabic and English with their frequency, found by hash.
///
/// Open addressing over 32-bit entries: 16 bits of the hash, 11 of marks, 5 of frequency. A word that is
/// not in it is taken for one in about 20,000 lookups. Nothing is decoded or allocated.
/// `Training/words/README.md` names the sources and their licences.
struct WordLexicon: @unchecked Sendable {
  // Sendable: the entries are never written.
  private let entries: UnsafePointer<UInt32>
  private let mask: Int
  private let shift: UInt64

  static let shared = WordLexicon(
    UnsafeRawBufferPointer(
      start: ghirbal_word_lexicon(), count: ghirbal_word_lexicon_size))

  /// Reads a table whose bytes outlive it: 4-byte little-endian entries, a power of two of them.
  init(_ bytes: UnsafeRawBufferPointer) {
    let entries = bytes.bindMemory(to: UInt32.self)
    precondition(
      entries.count > 1 && entries.count & (entries.count - 1) == 0,
      "the table is whole: a power of two of entries")
    guard let start = entries.baseAddress else { preconditionFailure("the table has bytes") }
    self.entries = start
    mask = entries.count - 1
    shift = UInt64(64 - entries.count.trailingZeroBitCount)
  }

  /// What is known of a word; no bits where nothing is.
  struct Entry {
    var bits: UInt32 = 0

    @inline(__always) var isKnown: Bool { bits != 0 }
    /// 0: not known by itself. 1...31: log10 of its share of running text, in quarters, above -9.
    @inline(__always) var frequency: Int { Int(bits & 31) }
    /// Verb, noun, adjective, other, has a form with non-joiners, has one without: six bits.
    @inline(__always) var kinds: UInt32 { bits >> 5 & 0x3F }
    @inline(__always) func has(_ mark: UInt32) -> Bool { bits & mark != 0 }
  }

  /// Some source writes the word with non-joiners.
  static let compound: UInt32 = 1 << 9
  /// Is the first, or a later, part of eight or more compounds.
  static let firstPart: UInt32 = 1 << 12
  static let laterPart: UInt32 = 1 << 13
  /// The model leaves the word as it is, in every setting.
  static let settled: UInt32 = 1 << 14

  @inline(__always)
  func entry(_ hash: UInt64) -> Entry {
    let key = hash &* 0x9E37_79B9_7F4A_7C15
    var slot = Int(truncatingIfNeeded: key >> shift)
    let tag = UInt32(truncatingIfNeeded: key & 0xFFFF)
    while true {
      let entry = UInt32(littleEndian: entries[slot])
      if entry == 0 { return Entry() }
      // An entry without bits would be no entry; bit 15 keeps such a one from being taken for none.
      if entry >> 16 == tag { return Entry(bits: entry & 0xFFFF | 1 << 31) }
      slot = (slot + 1) & mask
    }
  }
}

extension WordLexicon {
  /// The word in `range` of a text; nothing known where a letter is not the language's.
  func entry(_ text: Span<UInt8>, _ range: Range<Int>, in language: BoundaryLanguage) -> Entry {
    var hash = WordHash.start(language)
    var position = range.lowerBound
    while position < range.upperBound {
      let (scalar, width) = text.scalar(at: position)
      position += width
      if scalar == 0x200C { continue }
      var code = LetterCode.none
      if language == .english {
        if scalar < 0x80, scalar.isASCIILetter { code = UInt8(scalar | 0x20) - 0x60 }
      } else if scalar &- 0x600 < 0x100 {
        let codes = language == .persian ? LetterCode.persian : LetterCode.arabic
        code = codes[Int(scalar - 0x600)]
        if code == LetterCode.mark { continue }
      }
      guard code < LetterCode.none else { return Entry() }
      hash = WordHash.step(hash, LetterCode.lexical(code, isArabic: language == .arabic))
    }
    return entry(hash)
  }
}
