import Foundation

/// One look at a text.
struct UnicodeScan {
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
  mutating func look(
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

  mutating func replace(
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
  var settledEnd: Int { look.replacements.last?.utf8Range.upperBound ?? 0 }

  /// Whether the scalars around `range` are nothing to any rule, so that a change cannot meet another.
  func standsApart(_ range: Range<Int>) -> Bool {
    for neighbour in [text.scalar(before: range.lowerBound), text.scalar(from: range.upperBound)] {
      guard let value = neighbour?.value else { continue }
      if value == 0x26 || value < 0x20 || !ScalarTraits.of(value).intersection(traits).isEmpty {
        return false
      }
    }
    return true
  }

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

  /// Reads the token around `offset` unless it is the one read last.
  mutating func readToken(at offset: Int) {
    if !token.range.contains(offset) {
      token = TokenTraits(around: offset, notBefore: token.range.upperBound, in: text)
    }
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
