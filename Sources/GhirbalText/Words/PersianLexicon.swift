internal import CGhirbalData

/// The Persian word list, as a minimal acyclic automaton over letter codes.
///
/// A state is a bitmap of its letters, what the word that ends there is, and one edge a letter, so
/// a step is a bit test and a popcount. Nothing is decoded or allocated.
/// Source: lilak (Apache-2.0); `Training/lexicon/README.md` describes the format.
struct PersianLexicon: @unchecked Sendable {
  // Sendable: the bytes are constants of the binary.
  private let words: UnsafeRawPointer

  static let shared = PersianLexicon()

  private init() {
    words = UnsafeRawPointer(ghirbal_persian_lexicon())
    precondition(
      word(0) == 0x3157_4C47 && Int(word(3)) * 4 == ghirbal_persian_lexicon_size,
      "the embedded lexicon is whole and of this version")
  }

  /// A state of the automaton.
  struct State { fileprivate var place: Int }

  /// What a word can be.
  struct Entry: OptionSet {
    let rawValue: UInt16
    static let verb = Entry(rawValue: 1 << 0)
    static let noun = Entry(rawValue: 1 << 1)
    static let adjective = Entry(rawValue: 1 << 2)
    static let adverb = Entry(rawValue: 1 << 3)
    /// Pronouns, prepositions, conjunctions, numerals and the like.
    static let closed = Entry(rawValue: 1 << 4)
    /// Ends in a ه or و that writes a vowel.
    static let silentEnd = Entry(rawValue: 1 << 5)
    /// Is the last part of several compounds.
    static let secondPart = Entry(rawValue: 1 << 6)
    /// Is the first part of several compounds.
    static let firstPart = Entry(rawValue: 1 << 7)
    /// Is wrong with a space in it, though its parts are words.
    static let oneWord = Entry(rawValue: 1 << 8)
    /// Ends two or more longer words, so that letters before it need not be a word of their own.
    static let endsWords = Entry(rawValue: 1 << 9)
    static let nominal: Entry = [.noun, .adjective]
  }

  @inline(__always) var root: State { State(place: 4) }

  /// The state after `code`, where some word goes on so.
  @inline(__always)
  func step(_ state: State, _ code: UInt8) -> State? {
    let low = word(state.place)
    let high = word(state.place + 1)
    let bitmap = UInt64(high & 0xFF) << 32 | UInt64(low)
    guard code < 40, bitmap & (1 << UInt64(code)) != 0 else { return nil }
    let edge = (bitmap & ((1 << UInt64(code)) - 1)).nonzeroBitCount
    return State(place: Int(word(state.place + 2 + edge)))
  }

  /// The word that ends in this state, if one does.
  @inline(__always)
  func entry(_ state: State) -> Entry? {
    let high = word(state.place + 1)
    return high & 0x100 == 0 ? nil : Entry(rawValue: UInt16(truncatingIfNeeded: high >> 16))
  }

  /// The entry spelled exactly so, non-joiners included.
  func entry(_ letters: borrowing PersianWord, _ range: Range<Int>) -> Entry? {
    var state = root
    for index in range {
      guard let next = step(state, letters[index]) else { return nil }
      state = next
    }
    return entry(state)
  }

  /// The entry of a word written in a row or a test.
  func entry(_ word: String) -> Entry? {
    var letters = PersianWord()
    for code in PersianLetter.codes(of: word) where code != PersianLetter.mark {
      letters.append(code, utf8Offset: 0)
    }
    return letters.overflowed ? nil : entry(letters, 0..<letters.count)
  }

  @inline(__always)
  private func word(_ index: Int) -> UInt32 {
    UInt32(littleEndian: words.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self))
  }
}
