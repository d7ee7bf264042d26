/// Which sequences of a text nobody can have meant as they stand.
struct MojibakeEvidence {
  let text: Scalars
  let reading: MojibakeReading
  var sequences: [MojibakeSequence] = []
  /// Leads of three or more with something behind them that breaks off.
  var broken = 0
  /// Characters beyond ASCII that are in no sequence.
  var strays = 0

  /// The sequences to decode, ascending; none where the evidence is not enough.
  static func judged(_ text: Scalars, as reading: MojibakeReading) -> Verdict {
    var evidence = MojibakeEvidence(text: text, reading: reading)
    evidence.collect()
    return evidence.verdict()
  }

  /// What came of reading a text one way.
  struct Verdict {
    var sequences: [MojibakeSequence] = []
    /// How many characters the sequences are, whether they are accepted or not.
    var units = 0
    /// Whether they are not, because as many break off.
    var isBroken = false
    /// Characters beyond ASCII that are in no sequence.
    var strays = 0
  }

  private init(text: Scalars, reading: MojibakeReading) {
    self.text = text
    self.reading = reading
  }

  /// A character as a byte of the reading.
  private struct Unit {
    var byte: UInt8
    var end: Int
    /// U+FFFD or a question mark, which stands where a byte was lost.
    var isLost = false
    /// A plain space where 0xA0 was.
    var isSpace = false
    /// The scalar itself.
    var value: UInt32
  }

  private func unit(at offset: Int) -> Unit? {
    guard offset < text.count else { return nil }
    let (value, count) = text.scalar(at: offset)
    let end = offset + count
    if value == 0xFFFD { return Unit(byte: 0, end: end, isLost: true, value: value) }
    if value == 0x20 { return Unit(byte: 0xA0, end: end, isSpace: true, value: value) }
    if value == 0x3F { return Unit(byte: 0, end: end, isLost: true, value: value) }
    let byte = reading.encoding.byte(value)
    return byte == 0 ? nil : Unit(byte: byte, end: end, value: value)
  }

  private mutating func collect() {
    var offset = 0
    while offset < text.count {
      if text.bytes[offset] < 0x80 {
        offset += 1
        continue
      }
      let (value, count) = text.scalar(at: offset)
      let byte = reading.encoding.byte(value)
      if MojibakeReading.isLead(byte, in: reading.family),
        let end = readSequence(value, byte, offset)
      {
        offset = end
      } else {
        strays += 1
        offset += count
      }
    }
  }

  /// Whether all characters beyond ASCII are in sequences; few texts that are right are UTF-8 twice.
  var isWhole: Bool { strays == 0 }

  /// Reads the sequence that `lead` at `offset` begins; returns its end.
  private mutating func readSequence(_ lead: UInt32, _ byte: UInt8, _ offset: Int) -> Int? {
    let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    var units: [Unit] = []
    var position = offset + text.scalar(at: offset).count
    while units.count < length - 1, let unit = unit(at: position),
      unit.isLost || (0x80...0xBF).contains(unit.byte)
    {
      units.append(unit)
      position = unit.end
    }
    let known = units.filter { !$0.isLost && !$0.isSpace }.count
    guard units.count == length - 1 else {
      // Letters of Arabic lead in windows-1256, so one that breaks off is no evidence there.
      if reading.family != .arabic || !ScalarKinds.isArabicLetter(lead), length > 2, known > 0,
        let first = units.first, !first.isSpace, !isNatural(first.value)
      {
        broken += 1
      }
      return nil
    }
    var value: UInt32
    let isLost = units.contains(where: \.isLost)
    let hasSpace = units.contains(where: \.isSpace)
    if isLost {
      value = 0xFFFD
      let asks = units.contains { $0.value == 0x3F }
      if asks, known == 0, !isHigh(at: position) { return nil }
      if known == 0, length > 3 { return nil }
    } else {
      value = UInt32(byte) & (length == 2 ? 0x1F : length == 3 ? 0xF : 0x7)
      for unit in units { value = value << 6 | UInt32(unit.byte & 0x3F) }
      if length == 3, (0xD800...0xDBFF).contains(value) {
        guard let low = lowSurrogate(at: position) else { return nil }
        value = 0x10000 + (value - 0xD800) << 10 + (low.value - 0xDC00)
        position = low.end
      }
      guard Unicode.Scalar(value) != nil,
        value >= (length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000)
      else { return nil }
    }
    var sequence = MojibakeSequence(
      range: offset..<position, value: value, strength: .likely,
      script: MojibakeTarget.script(of: value), units: length)
    let before = text.scalar(before: offset)?.value
    let after = text.scalar(from: position)?.value
    if hasSpace {
      // آ and ن end words of Arabic.
      if reading.family == .arabic, isArabic(lead) { return nil }
      guard completeSpace(&sequence, units, before, after) else { return nil }
    } else if isLost {
      if reading.family == .arabic, isArabic(lead), !(0xD8...0xDB).contains(byte) { return nil }
      guard let strength = strengthOfLost(lead, byte, units, before, after) else { return nil }
      sequence.strength = strength
    } else {
      guard let strength = strength(lead, byte, value, units, before, after) else { return nil }
      sequence.strength = strength
    }
    sequences.append(sequence)
    return sequence.range.upperBound
  }

  private func lowSurrogate(at offset: Int) -> (value: UInt32, end: Int)? {
    guard let lead = unit(at: offset), lead.byte == 0xED, let second = unit(at: lead.end),
      (0xB0...0xBF).contains(second.byte), !second.isSpace, let third = unit(at: second.end),
      (0x80...0xBF).contains(third.byte), !third.isSpace
    else { return nil }
    return (0xD000 | UInt32(second.byte & 0x3F) << 6 | UInt32(third.byte & 0x3F), third.end)
  }

  private func isHigh(at offset: Int) -> Bool {
    guard let unit = unit(at: offset) else { return false }
    return unit.byte >= 0x80 && !unit.isSpace
  }

  /// Settles a sequence in which a plain space stands for 0xA0; false where it is none.
  private func completeSpace(
    _ sequence: inout MojibakeSequence, _ units: [Unit], _ before: UInt32?, _ after: UInt32?
  ) -> Bool {
    // A space that somebody put between the characters is not one that completes them.
    let next =
      after == 0x20 ? unit(at: sequence.range.upperBound + 1) : unit(at: sequence.range.upperBound)
    if let next, (0x80...0xBF).contains(next.byte), !next.isSpace { return false }
    if sequence.units > 2 {
      // Inside or behind characters that have no other use.
      return units.contains { !$0.isSpace && !isNatural($0.value) }
        && MojibakeTarget.of(sequence.value) != .implausible
    }
    switch sequence.value {
    case 0xE0:
      // The à of French is a word of its own, and ends voilà; in Portuguese it begins às and àquele.
      if isLower(before) { sequence.strength = .certain }
      if after != 0x20, !beginsPortugueseWord(at: sequence.range.upperBound) {
        sequence.suffix = " "
      }
      return true
    case 0xA0: return true
    case 0x160: return isLower(after) && !(before.map(isLetter) ?? false)
    case 0x420: return isHigh(at: sequence.range.upperBound)
    default: return false
    }
  }

  private func beginsPortugueseWord(at offset: Int) -> Bool {
    for rest in ["s ", "quele", "quela", "quilo"]
    where text.string(offset..<min(text.count, offset + rest.utf8.count)) == rest { return true }
    return false
  }

  private func strengthOfLost(
    _ lead: UInt32, _ byte: UInt8, _ units: [Unit], _ before: UInt32?, _ after: UInt32?
  ) -> MojibakeSequence.Strength? {
    let asks = units.contains { $0.value == 0x3F }
    if byte == 0xE2, let first = units.first, first.byte == 0x80 {
      return asks ? .likely : .certain
    }
    if asks || reading.family != .latin { return .likely }
    return isLower(before) && isUpper(lead) && units.count == 1 ? .certain : .likely
  }

  private func strength(
    _ lead: UInt32, _ byte: UInt8, _ value: UInt32, _ units: [Unit], _ before: UInt32?,
    _ after: UInt32?
  ) -> MojibakeSequence.Strength? {
    let target = MojibakeTarget.of(value)
    if target == .implausible { return nil }
    let isNatural = units.allSatisfy { self.isNatural($0.value) }
    switch reading.family {
    case .arabic: return strengthInArabic(lead, byte, value, units, before, after)
    case .cyrillic:
      if units.count > 1 {
        return units.contains { !isLetter($0.value) } && target == .common ? .certain : .likely
      }
      if target == .inWords { return .amongOthers }
      let hasLatin = (before?.isASCIILetter ?? false) || (after?.isASCIILetter ?? false)
      if hasLatin, !isLetter(units[0].value) { return .certain }
      return byte <= 0xC3 ? .amongOthers : .likely
    case .macintosh:
      if byte == 0xE2 {
        return units[0].byte == 0x80 || target == .common && before.map(isLetter) ?? false
          ? .certain : .likely
      }
      if target == .inWords { return .amongOthers }
      return byte != 0xC2 && before.map(isLetter) ?? false ? .certain : .likely
    case .pc:
      if units.count > 1 {
        return target == .common && (byte == 0xE2 || before.map(isLetter) ?? false)
          ? .certain : .likely
      }
      if target == .inWords { return .amongOthers }
      let isBox = (0x2500...0x259F).contains(units[0].value)
      let hasLetter = before.map(isLetter) ?? false || after.map(isLetter) ?? false
      return hasLetter && !isBox ? .certain : .likely
    case .latin: break
    }
    // É’ and É” close a word in capitals.
    if (0x250...0x2AF).contains(value) { return isNatural ? nil : .likely }
    if units.count > 1 {
      // Zvlášť: letters that end a word together.
      if units.allSatisfy({ isLetter($0.value) }) { return .likely }
      if target == .inWords { return isNatural ? .likely : .amongOthers }
      return isNatural && byte != 0xE2 && byte != 0xEF ? .likely : .certain
    }
    if target == .inWords {
      return isLower(before) && isUpper(lead) || !isNatural ? .amongOthers : .likely
    }
    // Ã¥ is å of windows-1252 and a combining tilde of the Macintosh.
    if byte == 0xC3, value == 0xE5 { return .likely }
    if isLower(before), isUpper(lead) { return .certain }
    let isInWord = before.map(isLetter) ?? false
    let goesOn = after.map(isLetter) ?? false
    switch byte {
    case 0xC3:
      // IRMÃ’s
      if units[0].value == 0x2019, after == 0x73 { return .likely }
      if lead == 0xC3 { return isInWord || !isNatural || value == 0xE0 ? .certain : .likely }
      return isNatural && !goesOn ? .likely : .certain
    case 0xC2:
      if value <= 0xA0 || isInWord || isLetter(units[0].value) { return .likely }
      return isNatural && !goesOn && !(after.map(\.isASCIIDigit) ?? false)
        ? .likely : .certain
    case 0xC4, 0xC5:
      return isLower(after) && !isLetter(units[0].value) && !isSpacing(units[0].value)
        ? .certain : .likely
    default: return .likely
    }
  }

  /// In windows-1256 letters of Arabic lead, so what follows them must have no use in Arabic text.
  private func strengthInArabic(
    _ lead: UInt32, _ byte: UInt8, _ value: UInt32, _ units: [Unit], _ before: UInt32?,
    _ after: UInt32?
  ) -> MojibakeSequence.Strength? {
    if value < 0xA0 { return nil }
    if (0xD8...0xDB).contains(byte) { return .amongOthers }
    let isLetter = isArabic(lead)
    let odd = units.count { MojibakeReading.isOddBesideArabic($0.value) }
    switch units.count {
    case 1:
      // Erdoؤںan, 10أ—10
      let isInLatin = (before?.isASCIILetter ?? false) && (after?.isASCIILetter ?? false)
      let isTimes = value == 0xD7 && !isArabic(before) && !isArabic(after)
      return byte == 0xC2 || odd > 0 || isInLatin || isTimes ? .likely : .touching
    case 2:
      if byte == 0xE2 || value == 0xFEFF { return .likely }
      return odd > 0 && !(isLetter && units.contains { isArabic($0.value) }) ? .likely : .touching
    default: return byte == 0xF0 && units[0].byte == 0x9F ? .likely : nil
    }
  }

  /// What may stand between a word and the next.
  private func isSpacing(_ value: UInt32) -> Bool {
    switch value {
    case 0xA0, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026: true
    default: false
    }
  }

  /// What stands behind a word, or an accent in place of a quotation mark, where it is meant.
  func isNatural(_ value: UInt32) -> Bool {
    switch value {
    case 0xA0, 0xA1, 0xA7, 0xA8, 0xA9, 0xAB, 0xAE, 0xB0, 0xB4, 0xBB, 0xBF, 0x2013, 0x2014, 0x2018,
      0x2019, 0x201C, 0x201D, 0x2026, 0x2122, 0x203A, 0x60C, 0x61B, 0x61F:
      true
    default: false
    }
  }

  private func properties(_ value: UInt32?) -> Unicode.Scalar.Properties? {
    value.flatMap(Unicode.Scalar.init)?.properties
  }
  private func isLower(_ value: UInt32?) -> Bool { properties(value)?.isLowercase ?? false }
  private func isUpper(_ value: UInt32?) -> Bool { properties(value)?.isUppercase ?? false }
  func isLetter(_ value: UInt32) -> Bool { properties(value)?.isAlphabetic ?? false }

  func isArabic(_ value: UInt32?) -> Bool {
    value.map { ScalarKinds.isArabicLetter($0) || ScalarKinds.isArabicMark($0) } ?? false
  }
}
