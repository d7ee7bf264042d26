import Foundation

/// The changes that bring `text` to its plain spelling: Normalization Form C, letters instead of
/// glyphs, and nothing invisible that does nothing.
///
/// Text that is right gives an empty array, and what comes out gives an empty array too. Left alone
/// are everything in `UnicodeOptions`, ZWNJ inside words, ZWJ, word ligatures such as ﷺ, Qur'anic
/// signs, zero-width spaces of scripts that write no spaces, French spaces before `?!:;»`, spaces that
/// group digits, and letters inside URLs, e-mail addresses and code. C1 controls are removed, so
/// ``mojibake(in:)``, to which they are evidence, goes first. One read of the text where
/// nothing is wrong; a few where something is.
/// - Parameter language: Decides between ي ك and ی ک, for Persian and Arabic only; with another
///   language or nil these letters stay as they are (Urdu ہے stays).
public func unicodeFaults(
  in text: Span<UInt8>, language: Language?, options: UnicodeOptions = UnicodeOptions()
) -> [Replacement<UnicodeFinding>] {
  let traits = traits(for: language, options)
  let stops = TraitStops.of(traits)
  return settledReplacements(in: text) { bytes in
    var scan = UnicodeScan(
      text: Scalars(bytes), traits: traits, language: language, options: options)
    return scan.look(stops)
  }
}

/// The changes that bring `text` to Normalization Form C and nothing else.
func compositionFaults(in text: Span<UInt8>) -> [Replacement<UnicodeFinding>] {
  settledReplacements(in: text) { bytes in
    var scan = UnicodeScan(
      text: Scalars(bytes), traits: .attentive, language: nil, options: UnicodeOptions())
    return scan.look(TraitStops.of(.attentive))
  }
}

private func traits(for language: Language?, _ options: UnicodeOptions) -> ScalarTraits {
  var traits = ScalarTraits.always
  switch language {
  case .persian: traits.insert(.arabicForm)
  case .arabic: traits.insert(.persianForm)
  default: break
  }
  if options.harakat { traits.insert(.vowelSign) }
  if options.tatweel { traits.insert(.tatweel) }
  if options.digits { traits.insert(.digit) }
  if options.quotes { traits.insert(.quote) }
  if options.tehMarbuta { traits.insert(.tehMarbuta) }
  return traits
}

/// One look at a text.
private struct UnicodeScan {
  let text: Scalars
  let traits: ScalarTraits
  let language: Language?
  let options: UnicodeOptions

  var look = Look<UnicodeFinding>()
  var bidiOffsets: [Int] = []
  /// What is known about the token, and the line, that was asked about last.
  var token = TokenTraits()
  var line: (range: Range<Int>, isCode: Bool) = (0..<0, false)

  init(text: Scalars, traits: ScalarTraits, language: Language?, options: UnicodeOptions) {
    self.text = text
    self.traits = traits
    self.language = language
    self.options = options
  }

  mutating func look(_ stops: BytePairs) -> Look<UnicodeFinding> {
    // Under the compatibility option any scalar may be one to change.
    if options.compatibility {
      ScalarTraits.withBasicPlane { look($0, nextStop: { $0 }) }
    } else {
      stops.withSearch { search in
        let bytes = text.bytes
        let start = text.endOfPlainASCII(from: 0, orStop: UInt8(ascii: "&"))
        ScalarTraits.withBasicPlane {
          look($0, nextStop: { search.next(from: max($0, start), to: bytes.count, in: bytes) })
        }
      }
    }
    if !bidiOffsets.isEmpty { mergeBidiControls() }
    return look
  }

  @inline(__always)
  private mutating func look(
    _ table: UnsafeBufferPointer<UInt32>, nextStop: (Int) -> Int
  ) {
    let mask = traits.rawValue
    let bytes = text.bytes
    let readsASCII = traits.contains(.control)
    var offset = 0
    while true {
      offset = nextStop(offset)
      if offset >= bytes.count { return }
      let byte = bytes[offset]
      if byte < 0x80 {
        offset += 1
        if readsASCII, byte &- 0x20 >= 0x5F || byte == UInt8(ascii: "&") {
          offset = lookAtASCII(byte, at: offset - 1)
        }
        continue
      }
      let (value, count) = text.scalar(at: offset)
      if value <= 0xFFFF {
        let found = table[Int(value)] & mask
        if found == 0, !options.compatibility {
          offset += count
          continue
        }
        offset = lookAt(value, at: offset, count, ScalarTraits(rawValue: found))
      } else {
        let found = ScalarTraits.beyondBasicPlane(value).intersection(traits)
        if found.isEmpty, !options.compatibility {
          offset += count
          continue
        }
        offset = lookAt(value, at: offset, count, found)
      }
    }
  }

  // MARK: - Asking for changes

  private mutating func replace(
    _ range: Range<Int>, with replacement: String, _ finding: UnicodeFinding,
    isSettled: Bool = false, confidence: Double = 1
  ) {
    if !isSettled { look.isSettled = false }
    // A run of one fault is one fault: a page of ten million NUL has one change.
    if replacement.isEmpty, let last = look.replacements.indices.last,
      look.replacements[last].utf8Range.upperBound == range.lowerBound,
      look.replacements[last].text.isEmpty, look.replacements[last].reason == finding,
      look.replacements[last].confidence == confidence
    {
      look.replacements[last].utf8Range =
        look.replacements[last].utf8Range.lowerBound..<range.upperBound
      return
    }
    look.replacements.append(
      Replacement(range, with: replacement, finding, confidence: confidence))
  }

  /// The end of what is already to be changed.
  private var settledEnd: Int { look.replacements.last?.utf8Range.upperBound ?? 0 }

  /// Whether the scalars around `range` are nothing to any rule, so that a change cannot meet another.
  private func standsApart(_ range: Range<Int>) -> Bool {
    for neighbour in [text.scalar(before: range.lowerBound), text.scalar(from: range.upperBound)] {
      guard let value = neighbour?.value else { continue }
      if value == 0x26 || value < 0x20 || !ScalarTraits.of(value).intersection(traits).isEmpty {
        return false
      }
    }
    return true
  }

  // MARK: - ASCII

  /// Returns where to read on.
  private mutating func lookAtASCII(_ byte: UInt8, at offset: Int) -> Int {
    switch byte {
    case 0x09, 0x0A, 0x0D: return offset + 1
    case UInt8(ascii: "&"): return lookAtAmpersand(at: offset)
    default:
      replaceControl(UInt32(byte), offset..<(offset + 1))
      return offset + 1
    }
  }

  private mutating func replaceControl(_ value: UInt32, _ range: Range<Int>) {
    switch value {
    case 0x0B, 0x0C, 0x1C...0x1F:
      // Vertical tab, form feed and the separators part what stands around them.
      replace(range, with: needsSpace(at: range) ? " " : "", .controlCharacter)
    default: replace(range, with: "", .controlCharacter)
    }
  }

  /// Whether removing the separator at `range` would glue two words.
  ///
  /// Of several separators in a row the first answers for all.
  private func needsSpace(at range: Range<Int>) -> Bool {
    guard let before = text.scalar(before: range.lowerBound)?.value, !ScalarKinds.isSpace(before)
    else { return false }
    var position = range.upperBound
    while let (value, count) = text.scalar(from: position), isSeparator(value) { position += count }
    return text.scalar(from: position).map { !ScalarKinds.isSpace($0.value) } ?? false
  }

  private func isSeparator(_ value: UInt32) -> Bool {
    switch value {
    case 0x0B, 0x0C, 0x1C...0x1F, 0x2028, 0x2029: true
    default: false
    }
  }

  private mutating func lookAtAmpersand(at offset: Int) -> Int {
    guard let reference = EscapedEntities.reference(at: offset, in: text),
      !isMention(offset..<reference.end), !isCodeLine(at: offset)
    else { return offset + 1 }
    readToken(at: offset)
    if token.isAddress { return offset + 1 }
    if reference.value == 0x3C || reference.value == 0x3E {
      // An escaped tag is markup someone shows; a sign between spaces is a sign.
      guard isSpaceOrDigit(text.scalar(before: offset)?.value),
        isSpaceOrDigit(text.scalar(from: reference.end)?.value)
      else { return reference.end }
    }
    if isRemoved(reference.value), isInsideReference(offset) { return reference.end }
    replace(offset..<reference.end, with: String(scalarValue: reference.value), .escapedEntity)
    return reference.end
  }

  private func isSpaceOrDigit(_ value: UInt32?) -> Bool {
    guard let value else { return true }
    return ScalarKinds.isSpace(value) || ScalarKinds.isASCIIDigit(value)
  }

  private func isRemoved(_ value: UInt32) -> Bool {
    value < 0xA0
      || !ScalarTraits.of(value).intersection([.zeroWidth, .softHyphen, .bidi, .nonJoiner])
        .isEmpty
  }

  /// Whether the bytes before `offset` begin a reference that could be completed.
  private func isInsideReference(_ offset: Int) -> Bool {
    var position = offset
    while position > 0, offset - position < 12 {
      position -= 1
      let byte = text.bytes[position]
      if byte == UInt8(ascii: "&") { return true }
      if (byte | 0x20) &- 0x61 >= 26, byte &- 0x30 >= 10, byte != UInt8(ascii: "#") { return false }
    }
    return false
  }

  /// Whether a reference is spoken about: quoted, in brackets or in ticks on both sides.
  private func isMention(_ range: Range<Int>) -> Bool {
    guard let before = text.scalar(before: range.lowerBound)?.value,
      let after = text.scalar(from: range.upperBound)?.value
    else { return false }
    switch before {
    case 0x22, 0x27, 0x28, 0x5B, 0x60, 0xAB, 0x2018, 0x201C: break
    default: return false
    }
    switch after {
    case 0x22, 0x27, 0x29, 0x5D, 0x60, 0xBB, 0x2019, 0x201D: return true
    default: return false
    }
  }

  /// Whether the line around `offset` shows code or markup rather than prose.
  private mutating func isCodeLine(at offset: Int) -> Bool {
    if line.range.contains(offset) { return line.isCode }
    var start = offset
    while start > line.range.upperBound, text.bytes[start - 1] != 0x0A { start -= 1 }
    var end = offset
    var isCode = false
    var position = start
    while position < text.count, text.bytes[position] != 0x0A {
      switch text.bytes[position] {
      case UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "="),
        UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"):
        isCode = true
      case UInt8(ascii: ":"), UInt8(ascii: "|"):
        let next = position + 1
        if next < text.count, text.bytes[next] == text.bytes[position] { isCode = true }
      default: break
      }
      position += 1
    }
    end = position
    line = (start..<max(end, offset + 1), isCode)
    return isCode
  }

  // MARK: - Everything else

  /// Returns where to read on.
  private mutating func lookAt(
    _ value: UInt32, at offset: Int, _ count: Int, _ found: ScalarTraits
  ) -> Int {
    let range = offset..<(offset + count)
    if found.contains(.vowelSign) {
      replace(range, with: "", .vowelSign)
      return range.upperBound
    }
    if found.contains(.space) {
      lookAtSpace(value, range)
      return range.upperBound
    }
    if found.contains(.attentive) { return lookAtCluster(at: offset) }
    if found.contains(.nonJoiner) { return lookAtNonJoiner(at: offset) }
    if found.contains(.presentationForm) { return lookAtPresentationForms(at: offset) }
    if found.contains(.bidi) {
      bidiOffsets.append(offset)
    } else if found.contains(.arabicForm) {
      lookAtArabicForm(value, range)
    } else if found.contains(.persianForm) {
      lookAtPersianForm(value, range)
    } else if found.contains(.zeroWidth) {
      lookAtZeroWidth(value, range)
    } else if found.contains(.control) {
      replaceControl(value, range)
    } else if found.contains(.softHyphen) {
      lookAtSoftHyphen(range)
    } else if found.contains(.lineSeparator) {
      let separator = value == 0x2029 ? "\n" : " "
      replace(range, with: needsSpace(at: range) ? separator : "", .lineSeparator)
    } else if found.contains(.tatweel) {
      replace(range, with: "", .tatweel)
    } else if found.contains(.digit) {
      let zero: UInt32 = value >= 0x6F0 ? 0x6F0 : 0x660
      replace(range, with: String(value - zero), .arabicDigit)
    } else if found.contains(.quote) {
      replace(range, with: value >= 0x201C ? "\"" : "'", .curlyQuote)
    } else if found.contains(.tehMarbuta) {
      readToken(at: offset)
      if !token.isAddress { replace(range, with: "\u{647}", .tehMarbuta) }
    } else if options.compatibility {
      lookAtCompatibility(range)
    }
    return range.upperBound
  }

  private mutating func lookAtCompatibility(_ range: Range<Int>) {
    // 10⁶ is not 106.
    guard !Self.isRaisedOrLowered(text.scalar(at: range.lowerBound).value) else { return }
    let character = text.string(range)
    let mapped = character.precomposedStringWithCompatibilityMapping
    guard !mapped.utf8.elementsEqual(character.utf8) else { return }
    replace(range, with: mapped, .compatibilityCharacter)
  }

  /// The digits ¹ ² ³, and the block Superscripts and Subscripts with the letters that formulas use
  /// beside it.
  private static func isRaisedOrLowered(_ value: UInt32) -> Bool {
    switch value {
    case 0xB2, 0xB3, 0xB9, 0x2070...0x209C, 0x1D62...0x1D6A, 0x2C7C: true
    default: false
    }
  }

  private mutating func lookAtZeroWidth(_ value: UInt32, _ range: Range<Int>) {
    if value != 0xFEFF {
      // Thai, Khmer, Lao and others part words or lines by these.
      for neighbour in [text.scalar(before: range.lowerBound), text.scalar(from: range.upperBound)]
      {
        if let neighbour, ScalarKinds.usesZeroWidthInSpelling(neighbour.value) { return }
      }
    }
    let finding: UnicodeFinding =
      switch value {
      case 0xFEFF: .byteOrderMark
      case 0x200B: .zeroWidthSpace
      default: .wordJoiner
      }
    replace(range, with: "", finding)
  }

  /// In Persian, U+00AD between letters is what old word processors wrote for ZWNJ.
  private mutating func lookAtSoftHyphen(_ range: Range<Int>) {
    var isNonJoiner = false
    if language == .persian, let before = text.scalar(before: range.lowerBound)?.value,
      let after = text.scalar(from: range.upperBound)?.value
    {
      isNonJoiner = ScalarKinds.isArabicLetter(before) && ScalarKinds.isArabicLetter(after)
    }
    replace(range, with: isNonJoiner ? "\u{200C}" : "", .softHyphen)
  }

  private mutating func lookAtSpace(_ value: UInt32, _ range: Range<Int>) {
    let before = text.scalar(before: range.lowerBound)?.value
    let after = text.scalar(from: range.upperBound)?.value
    switch value {
    case 0x3000:
      // The wide space belongs to wide text: it stays beside it, as the indent of a line too.
      if before.map(ScalarKinds.isCJK) ?? false || after.map(ScalarKinds.isCJK) ?? false { return }
      if before == 0x3000 || after == 0x3000 { return }
    case 0x1680:
      if let before, (0x1681...0x169C).contains(before) { return }
    case 0x202F:
      // Mongolian writes its suffixes behind a narrow space.
      if let after, (0x1800...0x18AF).contains(after) { return }
      if isTypographic(before, after, range) { return }
    case 0xA0, 0x2009: if isTypographic(before, after, range) { return }
    default: break
    }
    replace(
      range, with: " ", value == 0xA0 ? .noBreakSpace : .oddSpace, isSettled: standsApart(range))
  }

  /// Whether a space that does not break stands where typographers want one.
  private func isTypographic(_ before: UInt32?, _ after: UInt32?, _ range: Range<Int>) -> Bool {
    guard let before, let after else { return false }
    if ScalarKinds.isASCIIDigit(before), groupsDigits(behind: range.upperBound) { return true }
    guard language == .french else { return false }
    switch after {
    case 0x21, 0x25, 0x3A, 0x3B, 0x3F, 0xBB, 0x20AC: return true
    default: return before == 0xAB
    }
  }

  /// Whether exactly three digits stand at `offset`.
  private func groupsDigits(behind offset: Int) -> Bool {
    var position = offset
    while position < text.count, position - offset < 4, text.bytes[position] &- 0x30 < 10 {
      position += 1
    }
    return position - offset == 3
  }

  // MARK: - Clusters

  /// Brings the cluster around the attentive scalar at `offset` to Normalization Form C.
  private mutating func lookAtCluster(at offset: Int) -> Int {
    var start = offset
    if let before = text.scalar(before: offset), before.value >= 0x20 { start -= before.count }
    var end = offset
    var isRight = true
    var lastClass: UInt8 = 0
    var marks = 0
    var previous: UInt32? = start < offset ? text.scalar(at: start).value : nil
    while end < text.count {
      let (value, count) = text.scalar(at: end)
      let found = ScalarTraits.of(value)
      guard found.contains(.attentive), let scalar = Unicode.Scalar(value) else { break }
      let combining = scalar.properties.canonicalCombiningClass.rawValue
      if combining != 0, combining < lastClass { isRight = false }
      if found.contains(.unstable), !isKnownApart(value, behind: lastClass == 0 ? previous : nil) {
        isRight = false
      }
      lastClass = combining
      // Only a sign directly behind its base is known not to compose.
      previous = combining == 0 ? value : nil
      marks += 1
      end += count
    }
    // Unicode's stream-safe form allows 30 marks; more is art, and slow to put in order.
    if isRight || marks > 64 || start < settledEnd {
      if !isRight, marks <= 64 { look.isSettled = false }
      return end
    }
    let written = text.string(start..<end)
    // Decomposed first, because the library does not compose a syllable with a loose final jamo.
    let composed =
      written.decomposedStringWithCanonicalMapping.precomposedStringWithCanonicalMapping
    if composed.utf8.elementsEqual(written.utf8) { return end }
    replaceDifference(start..<end, with: Array(composed.utf8), .uncomposed)
    return end
  }

  private func isKnownApart(_ sign: UInt32, behind base: UInt32?) -> Bool {
    guard let base, let bases = CompositionRows.all.partners[sign] else { return false }
    return !bases.contains(base)
  }

  /// Replaces what differs between `range` and `bytes`, on scalar boundaries.
  private mutating func replaceDifference(
    _ range: Range<Int>, with bytes: [UInt8], _ finding: UnicodeFinding
  ) {
    var start = range.lowerBound
    var end = range.upperBound
    var low = 0
    var high = bytes.count
    while start < end, low < high {
      let count = text.scalar(at: start).count
      guard start + count <= end, low + count <= high,
        (0..<count).allSatisfy({ text.bytes[start + $0] == bytes[low + $0] })
      else { break }
      start += count
      low += count
    }
    while end > start, high > low, let count = text.scalar(before: end)?.count,
      end - count >= start, high - count >= low,
      (1...count).allSatisfy({ text.bytes[end - $0] == bytes[high - $0] })
    {
      end -= count
      high -= count
    }
    replace(start..<end, with: String(decoding: bytes[low..<high], as: UTF8.self), finding)
  }

  // MARK: - Letters

  private mutating func lookAtPresentationForms(at offset: Int) -> Int {
    var end = offset
    var letters = ""
    var start = offset
    while end < text.count {
      let (value, count) = text.scalar(at: end)
      guard let mapped = PresentationForms.letters(of: value), stands(value, at: end, count) else {
        break
      }
      letters += mapped
      end += count
    }
    if end > offset {
      readToken(at: offset)
      if !token.isAddress { replace(start..<end, with: letters, .presentationForm) }
      return end
    }
    start = offset + text.scalar(at: offset).count
    return start
  }

  /// Whether the form `value` at `offset` is a letter in a word.
  private func stands(_ value: UInt32, at offset: Int, _ count: Int) -> Bool {
    if PresentationForms.isSpacingSign(value) {
      guard let before = text.scalar(before: offset)?.value else { return false }
      return ScalarKinds.isArabicLetter(before) || ScalarKinds.isArabicMark(before)
    }
    // ﻫ alone stands for "Hijri" and is written for its shape.
    if value == 0xFEEB {
      guard let after = text.scalar(from: offset + count)?.value else { return false }
      return ScalarKinds.isArabicLetter(after) || ScalarKinds.isArabicMark(after)
    }
    return true
  }

  /// Whether the word goes on behind `offset`, over its vowel signs.
  private func wordGoesOn(behind offset: Int) -> Bool {
    var position = offset
    while let (value, count) = text.scalar(from: position), position - offset < 32 {
      if ScalarKinds.isArabicLetter(value) { return true }
      guard ScalarKinds.isArabicMark(value) else { return false }
      position += count
    }
    return false
  }

  private mutating func lookAtArabicForm(_ value: UInt32, _ range: Range<Int>) {
    if value == 0x0649 {
      // ى with a dagger alef is a spelling of its own, and inside a word it is Uyghur or worse.
      guard !wordGoesOn(behind: range.upperBound),
        !(text.scalar(from: range.upperBound).map { ScalarKinds.isArabicMark($0.value) } ?? false)
      else { return }
    }
    readToken(at: range.lowerBound)
    if token.isAddress || token.isVocalised { return }
    let isKaf = value == 0x0643
    replace(
      range, with: isKaf ? "\u{6A9}" : "\u{6CC}", isKaf ? .arabicKaf : .arabicYeh,
      isSettled:
        !(text.scalar(from: range.upperBound).map {
          ScalarTraits.of($0.value).contains(.attentive)
        } ?? false))
  }

  private mutating func lookAtPersianForm(_ value: UInt32, _ range: Range<Int>) {
    readToken(at: range.lowerBound)
    if token.isAddress || token.isVocalised || token.hasPersianOnlyLetter { return }
    if value == 0x06A9 {
      replace(range, with: "\u{643}", .persianKaf)
    } else if wordGoesOn(behind: range.upperBound) {
      replace(range, with: "\u{64A}", .persianYeh)
    } else {
      let letter = ArabicOrthography.finalYeh(of: wordEnding(at: range.upperBound))
      replace(range, with: letter, .persianYeh, confidence: letter == "\u{649}" ? 0.9 : 0.95)
    }
  }

  /// The letters, without signs, of the word that ends at `end`; at most the last 16.
  private func wordEnding(at end: Int) -> String {
    var position = end
    var letters: [Unicode.Scalar] = []
    while letters.count < 16, let (value, count) = text.scalar(before: position) {
      if let scalar = Unicode.Scalar(value), ScalarKinds.isArabicLetter(value) {
        letters.append(scalar)
      } else if !ScalarKinds.isArabicMark(value) {
        break
      }
      position -= count
      if end - position > 128 { break }
    }
    return String(String.UnicodeScalarView(letters.reversed()))
  }

  /// Reads the token around `offset` unless it is the one read last.
  private mutating func readToken(at offset: Int) {
    if !token.range.contains(offset) {
      token = TokenTraits(around: offset, notBefore: token.range.upperBound, in: text)
    }
  }

  // MARK: - Joiners and bidi controls

  private mutating func lookAtNonJoiner(at offset: Int) -> Int {
    var end = offset
    while let (value, count) = text.scalar(from: end), value == 0x200C { end += count }
    let before = text.scalar(before: offset)?.value
    let after = text.scalar(from: end)?.value
    if isStranded(before, after) {
      replace(offset..<end, with: "", .strandedNonJoiner)
    } else if end > offset + 3 {
      replace((offset + 3)..<end, with: "", .doubledNonJoiner)
    }
    return end
  }

  /// Whether a ZWNJ between these has no letters to keep apart.
  ///
  /// One behind closing punctuation and before a letter stays: (API)‌ها is one word to its author.
  private func isStranded(_ before: UInt32?, _ after: UInt32?) -> Bool {
    if let before, ScalarKinds.usesZeroWidthInSpelling(before) { return false }
    if let after, ScalarKinds.usesZeroWidthInSpelling(after) { return false }
    guard let before, let after else { return true }
    if ScalarKinds.isSpace(after) || ScalarKinds.isPunctuation(after) { return true }
    if ScalarKinds.isSpace(before) { return true }
    return ScalarKinds.isPunctuation(before) && !ScalarKinds.isClosing(before)
  }

  private mutating func mergeBidiControls() {
    let faults = BidiControls.faults(at: bidiOffsets, in: text)
    if faults.isEmpty { return }
    look.isSettled = false
    var merged: [Replacement<UnicodeFinding>] = []
    merged.reserveCapacity(look.replacements.count + faults.count)
    var fault = 0
    for replacement in look.replacements {
      while fault < faults.count,
        faults[fault].utf8Range.lowerBound < replacement.utf8Range.lowerBound
      {
        merged.append(faults[fault])
        fault += 1
      }
      merged.append(replacement)
    }
    merged += faults[fault...]
    look.replacements = merged
  }
}
