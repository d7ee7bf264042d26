/// A short line as scalars, folded as the words of a site are compared.
struct SiteLine {
  /// What each scalar is for the borders of words.
  enum Kind {
    case letter, digit, sign, space
  }

  private(set) var folded: [UInt32] = []
  private(set) var kinds: [Kind] = []
  private(set) var isCapital: [Bool] = []
  /// UTF-8 offsets of the scalars, and the end behind them. Marks belong to the letter before.
  private(set) var offsets: [Int] = []
  /// Whether a letter of a script that writes no spaces stands in it.
  private(set) var isEastAsian = false

  /// Bytes of a line of tags; what is longer is text.
  static let maxUTF8Count = 400

  init(_ text: Span<UInt8>) {
    var position = 0
    while position < text.count {
      let (scalar, width) = text.scalar(at: position)
      let place = position
      position += width
      // A mark, or a non-joiner inside of a word.
      if LetterRun.isMark(scalar), !folded.isEmpty { continue }
      let kind = Self.kind(scalar)
      if kind == .space {
        if kinds.last == .space { continue }
        folded.append(0x20)
      } else {
        let letter = scalar < 0x80 ? scalar : LetterFold.fold(scalar)
        // A tatweel.
        if letter == 0 { continue }
        folded.append(letter)
      }
      if scalar >= 0x1100, Unicode.Scalar(scalar)?.properties.isAlphabetic == true {
        isEastAsian = true
      }
      kinds.append(kind)
      isCapital.append(kind == .letter && Unicode.Scalar(scalar)?.properties.isUppercase == true)
      offsets.append(place)
    }
    offsets.append(text.count)
  }

  var all: Range<Int> { 0..<folded.count }
  var hasSpace: Bool { kinds.contains(.space) }

  /// The hash of the whole line as one word.
  var hash: UInt64 {
    var hash = ScalarHash()
    for scalar in folded { hash.combine(scalar) }
    return hash.value
  }

  /// Whether it ends as a sentence does.
  var endsSentence: Bool {
    guard let last = folded.last else { return false }
    return [0x2E, 0x21, 0x3F, 0x61F, 0x6D4, 0x2026].contains(last)
  }

  func isOfWord(_ place: Int) -> Bool { kinds[place] == .letter || kinds[place] == .digit }

  /// Whether a word may begin or end before a place.
  func isBorder(_ place: Int) -> Bool {
    place == 0 || place == folded.count || !isOfWord(place - 1) || !isOfWord(place)
  }

  /// Where what stands at a border ends: a run of letters and digits, or one sign.
  func end(ofRunAt place: Int) -> Int {
    var end = place + 1
    if isOfWord(place) { while end < folded.count, isOfWord(end) { end += 1 } }
    return end
  }

  /// The letters and digits around a place inside of a word.
  func word(around place: Int) -> Range<Int> {
    var start = place
    while start > 0, isOfWord(start - 1) { start -= 1 }
    return start..<end(ofRunAt: start)
  }

  func utf8Range(_ range: Range<Int>) -> Range<Int> {
    offsets[range.lowerBound]..<offsets[range.upperBound]
  }

  private static func kind(_ scalar: UInt32) -> Kind {
    if scalar <= 0x20 || scalar == 0xA0 { return .space }
    if scalar &- 0x30 < 10 || scalar &- 0x660 < 10 || scalar &- 0x6F0 < 10 { return .digit }
    if LetterRun.script(of: scalar) != nil { return .letter }
    guard scalar >= 0x700 else { return .sign }
    return Unicode.Scalar(scalar)?.properties.isAlphabetic == true ? .letter : .sign
  }
}
