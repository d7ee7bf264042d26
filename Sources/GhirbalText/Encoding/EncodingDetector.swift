/// Guesses the encoding of bytes that say nothing, or nothing true, about it.
///
/// Each candidate (a language in an encoding) says how surprising each byte above ASCII is, in tenths of a
/// bit: by the rank of its letter, by its case, and by what stands beside it. The candidate least
/// surprised wins. Costs are integers, so that every machine decides alike.
struct EncodingDetector {
  /// How a source fares as UTF-8.
  struct UTF8Count: Equatable {
    var multiByteCount = 0
    var invalidCount = 0

    /// Whether it is UTF-8, perhaps torn in a few places: a cut-off end, a stray byte in a template.
    ///
    /// Legacy text forms a valid sequence by chance only, and never sixteen for each invalid one.
    var isPlausible: Bool { invalidCount == 0 || invalidCount * 16 <= multiByteCount }
  }

  /// The high bytes that are looked at: about three printed pages.
  private static let maxHighBytes = 8000

  private let language: String?
  let utf8: UTF8Count

  init(_ bytes: Span<UInt8>, language: String? = nil) {
    self.language = language?.split(separator: "-").first?.lowercased()
    utf8 = Self.countUTF8(bytes)
  }

  private static func countUTF8(_ bytes: Span<UInt8>) -> UTF8Count {
    var count = UTF8Count()
    var position = 0
    while position < bytes.count {
      let valid = UTF8Text.validCount(bytes, from: position)
      count.multiByteCount += UTF8Text.leadCount(bytes.extracting(position..<position + valid))
      position += valid
      if position == bytes.count { break }
      position -= UTF8Text.sequenceCount(bytes, at: position)
      count.invalidCount += 1
    }
    return count
  }

  /// UTF-16 by its zero bytes: spaces and markup have one each, always on the same side.
  ///
  /// On that side most bytes are low, 0x06 for Arabic, unless the text is CJK, and then it is no UTF-8.
  func utf16(_ bytes: Span<UInt8>) -> TextEncoding? {
    let unitCount = min(bytes.count, 4096) / 2
    var zeros = (first: 0, second: 0)
    var low = (first: 0, second: 0)
    for unit in 0..<unitCount {
      let first = bytes[unit * 2]
      let second = bytes[unit * 2 + 1]
      if first == 0 { zeros.first += 1 }
      if second == 0 { zeros.second += 1 }
      if first < 0x20, !first.isASCIISpace { low.first += 1 }
      if second < 0x20, !second.isASCIISpace { low.second += 1 }
    }
    // Arabic without markup still has a space in every sixth unit. Chinese without markup has too few
    // to be told from a text with a stray zero byte, and needs its mark.
    let enough = max(3, unitCount / 12)
    func isWide(_ zeros: Int, _ others: Int, _ low: Int) -> Bool {
      zeros >= enough && others * 8 <= zeros
        && (low * 4 >= unitCount * 3 || utf8.invalidCount * 8 > unitCount)
    }
    if isWide(zeros.second, zeros.first, low.second) { return .utf16LE }
    if isWide(zeros.first, zeros.second, low.first) { return .utf16BE }
    return nil
  }

  /// ISO-2022-JP by an escape sequence to JIS X 0208 that decodes, with no byte above ASCII.
  static func isISO2022JP(_ bytes: Span<UInt8>) -> Bool {
    guard let escape = bytes.indices.first(where: { bytes[$0] == 0x1B }),
      let state = ISO2022JP.state(bytes, escapeAt: escape), state != .ascii
    else { return false }
    let end = min(bytes.count, escape + 4096)
    return TextEncoding(.iso2022JP).decode(bytes.extracting(escape..<end)).replaced.count <= 1
  }

  /// Whether the bytes are no text in the encoding that was declared.
  ///
  /// Windows-1252 decodes anything, and is declared by every second template: it is left when another
  /// script explains the bytes far better. Any other is left only for bytes it has no characters for.
  func contradict(_ bytes: Span<UInt8>, _ declared: TextEncoding) -> Bool {
    let sample = Self.sample(bytes)
    guard !sample.isEmpty else { return false }
    var highCount = 0
    var touchingCount = 0
    for index in sample.indices where sample[index] >= 0x80 {
      highCount += 1
      if index > 0, sample[index - 1] >= 0x80 { touchingCount += 1 }
    }
    if declared == .windows1252 {
      // Words of accented letters alone are not Latin; without them there is nothing to weigh.
      guard highCount >= 8, touchingCount * 2 >= highCount else { return false }
      let scores = scores(bytes)
      guard let best = scores.first, !best.candidate.isLatin else { return false }
      let own = scores.first { $0.candidate.kind == .windows1252 }
      // Two bits for each byte: Greek words in a French page are far from that, Arabic far beyond.
      return (own?.cost ?? .max) - best.cost > 20 * highCount
    }
    if let table = declared.singleByteTable {
      let holes = sample.count { $0 >= 0x80 && table.utf8Count[Int($0)] == 0 }
      return holes > 2 && holes * 20 > highCount
    }
    let invalid = declared.decode(bytes).replaced.count
    return invalid > 2 && invalid * 20 > highCount / 2
  }

  /// The encoding that explains the bytes best; nil where none explains them.
  func detect(_ bytes: Span<UInt8>) -> TextEncoding? {
    guard let best = scores(bytes).first else { return nil }
    // Text costs four to six bits a byte, two and a half to five in two-byte encodings; random bytes
    // ten and eight.
    let isSingleByte = SingleByteTable.byKind[best.candidate.kind] != nil
    return best.cost <= (isSingleByte ? 95 : 75) * best.highCount
      ? TextEncoding(best.candidate.kind) : nil
  }

  // MARK: - Scores

  struct Score {
    let candidate: Candidate
    let cost: Int
    let highCount: Int
  }

  /// All candidates, the best first.
  func scores(_ bytes: Span<UInt8>) -> [Score] {
    let sample = Self.sample(bytes)
    let highCount = sample.count { $0 >= 0x80 }
    guard highCount > 0 else { return [] }
    var scores: [Score] = []
    for candidate in Candidate.all {
      var cost = candidate.cost(of: sample.span)
      if candidate.language == language { cost -= 200 }
      scores.append(Score(candidate: candidate, cost: cost + candidate.prior, highCount: highCount))
    }
    for candidate in MultiByteCandidate.all where TextEncoding(candidate.kind).isAvailable {
      var cost = candidate.cost(of: bytes, maxHighBytes: Self.maxHighBytes)
      if candidate.language == language { cost -= 200 }
      scores.append(
        Score(
          candidate: Candidate(kind: candidate.kind, language: candidate.language),
          cost: cost + candidate.prior, highCount: highCount))
    }
    // Equal ones stay in the order of the rows.
    return scores.enumerated().sorted {
      ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset)
    }.map(\.element)
  }

  /// The high bytes, each with its neighbours; one space where ASCII was left out.
  private static func sample(_ bytes: Span<UInt8>) -> [UInt8] {
    var sample: [UInt8] = []
    var highCount = 0
    var position = 0
    var copied = 0
    while highCount < maxHighBytes {
      position += UTF8Text.asciiCount(bytes, from: position)
      if position == bytes.count { break }
      if position - copied > 2 { sample.append(0x20) }
      for index in max(copied, position - 1)..<position { sample.append(bytes[index]) }
      while position < bytes.count, bytes[position] >= 0x80, highCount < maxHighBytes {
        sample.append(bytes[position])
        highCount += 1
        position += 1
      }
      if position < bytes.count { sample.append(bytes[position]) }
      copied = min(position + 1, bytes.count)
      position = copied
    }
    return sample
  }
}

/// A language in a single-byte encoding.
struct Candidate: Sendable {
  /// What a byte is, for what stands beside it.
  enum Class: UInt8 { case other, asciiLower, asciiUpper, lower, upper }

  let kind: TextEncoding.Kind
  let language: String
  let isLatin: Bool
  /// How much rarer the encoding is than its usual rival, in tenths of a bit.
  let prior: Int
  private let costs: [Int16]
  private let classes: [Class]
  /// Whether a byte is a letter that is a word by itself in some language.
  private let isWord: [Bool]

  /// A candidate with no table, for a place in a list of scores.
  init(kind: TextEncoding.Kind, language: String) {
    self.kind = kind
    self.language = language
    isLatin = false
    prior = 0
    costs = []
    classes = []
    isWord = []
  }

  private init(kind: TextEncoding.Kind, table: SingleByteTable, order: LetterOrder) {
    self.kind = kind
    language = order.language
    isLatin = order.isLatin
    prior = kind == .windows1252 ? 0 : Self.rare.contains(kind) ? 100 : 60
    var ranks: [UInt32: Int] = [:]
    for (rank, letter) in order.letters.unicodeScalars.enumerated() { ranks[letter.value] = rank }
    var costs: [Int16] = []
    var classes: [Class] = []
    for byte in 0..<256 {
      let (cost, kind) = Self.cost(
        of: table.scalars[byte], byte: byte, isHole: table.utf8Count[byte] == 0, ranks: ranks,
        isLatin: order.isLatin)
      costs.append(Int16(cost))
      classes.append(kind)
    }
    self.costs = costs
    self.classes = classes
    isWord = table.scalars.map { [0xE0, 0xE8, 0xE9, 0xF3, 0xE1, 0xC0, 0xC8, 0xC9].contains($0) }
  }

  private static let rare: Set<TextEncoding.Kind> = [
    .iso8859Part3, .iso8859Part5, .iso8859Part8, .iso8859Part13, .iso8859Part15, .iso8859Part16,
    .ibm866,
    .xMacCyrillic, .koi8U, .iso8859Part2, .iso8859Part6, .iso8859Part7, .windows1258,
  ]

  static let all: [Candidate] = LetterOrder.rows.flatMap { order in
    order.encodings.compactMap { kind in
      SingleByteTable.byKind[kind].map { Candidate(kind: kind, table: $0, order: order) }
    }
  }

  /// What a byte costs by itself.
  ///
  /// Frequencies fall off about geometrically: in Russian from one letter in nine by a tenth a rank, in
  /// French from one accent in two by a third. A capital is one letter in twenty.
  private static func cost(
    of value: UInt32, byte: Int, isHole: Bool, ranks: [UInt32: Int], isLatin: Bool
  ) -> (Int, Class) {
    if byte < 0x80 {
      let letter = UInt8(byte)
      return (0, !letter.isASCIILetter ? .other : letter >= 0x61 ? .asciiLower : .asciiUpper)
    }
    if isHole { return (300, .other) }
    if byte < 0xA0, value == UInt32(byte) { return (200, .other) }
    if let rank = ranks[value] {
      // Punctuation in the list is a word's end, not a part of it.
      let isLetter = Unicode.Scalar(value)?.properties.isAlphabetic ?? false || value == 0x200C
      return (rankCost(rank, isLatin), isLetter ? .lower : .other)
    }
    guard let scalar = Unicode.Scalar(value) else { return (300, .other) }
    if scalar.properties.isAlphabetic {
      let lower = scalar.properties.lowercaseMapping.unicodeScalars
      if let first = lower.first, first != scalar, let rank = ranks[first.value] {
        return (rankCost(rank, isLatin) + 45, .upper)
      }
      return (110, lower.first == scalar ? .lower : .upper)
    }
    switch value {
    case 0xA0: return (60, .other)
    case 0x2018, 0x2019, 0x201C, 0x201D, 0xAB, 0xBB, 0x2013, 0x2014, 0x2026, 0x2022, 0xB7:
      return (isLatin ? 45 : 75, .other)
    case 0xA9, 0xAE, 0xB0, 0xA7, 0x2122, 0x20AC, 0xA3, 0x2116, 0x201E, 0x201A, 0x2039, 0x203A:
      return (85, .other)
    // The currency sign stands where a newer table has the euro; nobody writes it.
    case 0xA4: return (160, .other)
    default: return (isLatin ? 110 : 130, .other)
    }
  }

  private static func rankCost(_ rank: Int, _ isLatin: Bool) -> Int {
    isLatin ? min(15 + 6 * rank, 100) : 32 + rank * 8 / 5
  }

  func cost(of sample: Span<UInt8>) -> Int {
    let costs = self.costs.span
    let classes = self.classes.span
    let isWord = self.isWord.span
    var total = 0
    var previous = Class.other
    for index in sample.indices {
      let byte = Int(sample[index])
      let own = classes[byte]
      defer { previous = own }
      if byte < 0x80 { continue }
      total += Int(costs[byte])
      if own == .other { continue }
      let next = index + 1 < sample.count ? classes[Int(sample[index + 1])] : .other
      let isAlone = previous == .other && next == .other
      if isLatin {
        // One accent in thirty follows another; few words are a single accented letter, as à and è are.
        if previous == .lower || previous == .upper { total += 40 }
        if isAlone { total += isWord[byte] ? 25 : 70 }
        if own == .upper, previous == .asciiLower || previous == .lower { total += 60 }
        if own == .lower, previous == .asciiUpper, next == .asciiUpper { total += 30 }
      } else {
        // Words are of one script.
        if previous == .asciiLower || previous == .asciiUpper { total += 60 }
        if next == .asciiLower || next == .asciiUpper { total += 60 }
        if isAlone { total += 20 }
        if own == .upper {
          if previous == .lower { total += 60 }
          if previous == .upper { total -= 20 }
        }
      }
    }
    return total
  }
}

/// A language in a multi-byte encoding.
struct MultiByteCandidate: Sendable {
  let kind: TextEncoding.Kind
  let language: String
  let prior: Int
  private let ranks: [UInt32: Int]

  private init(_ kind: TextEncoding.Kind, _ language: String, common: String) {
    self.kind = kind
    self.language = language
    prior = 20
    var ranks: [UInt32: Int] = [:]
    for (rank, scalar) in common.unicodeScalars.enumerated() where ranks[scalar.value] == nil {
      ranks[scalar.value] = rank
    }
    self.ranks = ranks
  }

  static let all = [
    MultiByteCandidate(.gb18030, "zh", common: LetterOrder.simplified),
    MultiByteCandidate(.big5, "zh", common: LetterOrder.traditional),
    MultiByteCandidate(.shiftJIS, "ja", common: ""),
    MultiByteCandidate(.eucJP, "ja", common: ""),
    MultiByteCandidate(.eucKR, "ko", common: LetterOrder.korean),
  ]

  func cost(of bytes: Span<UInt8>, maxHighBytes: Int) -> Int {
    let encoding = TextEncoding(kind)
    var total = 0
    var highCount = 0
    var position = 0
    while highCount < maxHighBytes {
      position += UTF8Text.asciiCount(bytes, from: position)
      if position == bytes.count { break }
      let count: Int
      switch encoding.multiBytePiece(bytes, at: position) {
      case .scalar(let scalar, let length):
        total += cost(of: scalar, lead: bytes[position], count: length)
        count = length
      case .pair:
        total += 200
        count = 2
      case .invalid(let length):
        total += 300
        count = length
      }
      for index in position..<position + count where bytes[index] >= 0x80 { highCount += 1 }
      position += count
    }
    return total
  }

  /// What a character costs: the commonest are one in twenty-five, and each doubling of the rank halves
  /// the share by a third; the rest by the part of the encoding they stand in.
  private func cost(of scalar: UInt32, lead: UInt8, count: Int) -> Int {
    if let rank = ranks[scalar] { return 46 + 6 * (Int.bitWidth - (rank + 1).leadingZeroBitCount) }
    switch scalar {
    case 0x3000...0x3002, 0x300C, 0x300D, 0xFF0C, 0xFF01, 0xFF08, 0xFF09, 0xFF1A, 0xFF1F, 0x201C,
      0x201D, 0x30FC, 0x30FB:
      return 70
    case 0x3041...0x3096: return kind == .shiftJIS || kind == .eucJP ? 60 : 150
    case 0x30A1...0x30FA: return kind == .shiftJIS || kind == .eucJP ? 85 : 150
    case 0xFF61...0xFF9F: return 130
    case 0xFF10...0xFF5A, 0x3003...0x3017, 0x2014, 0x2026: return 100
    default: break
    }
    if count > 2 { return 230 }
    switch kind {
    case .gb18030:
      return lead >= 0xB0 && lead <= 0xD7 ? 130 : lead >= 0xD8 && lead < 0xF8 ? 170 : 190
    case .big5: return lead >= 0xA4 && lead <= 0xC6 ? 130 : lead >= 0xC9 && lead <= 0xF9 ? 170 : 200
    case .shiftJIS:
      return lead >= 0x88 && lead <= 0x97 ? 115 : lead >= 0x98 && lead <= 0xEA ? 170 : 190
    case .eucJP:
      return lead >= 0xB0 && lead <= 0xCF ? 115 : lead >= 0xD0 && lead <= 0xF4 ? 170 : 190
    default:
      return lead >= 0xB0 && lead <= 0xC8 ? 105 : lead >= 0xCA && lead <= 0xFD ? 170 : 190
    }
  }
}
