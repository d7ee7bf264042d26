extension TextEncoding {
  /// Encodes UTF-8 text: the inverse of `decode` for every encoding, `x-user-defined` and UTF-16 too.
  ///
  /// Nil where the text is not valid UTF-8 or has a character that the encoding has no bytes for.
  /// Writes no byte order mark. Where a character has several byte sequences, writes the one the
  /// standard's encoder writes; in ISO-2022-JP half-width katakana stay half-width.
  public func encode(_ utf8: Span<UInt8>) -> [UInt8]? {
    encode(utf8, 0..<utf8.count)
  }

  /// Encodes the text in `range`, which begins and ends between scalars.
  func encode(_ utf8: Span<UInt8>, _ range: Range<Int>) -> [UInt8]? {
    let text = utf8.extracting(range)
    var writer = EncodingWriter(kind: kind, table: singleByteTable)
    writer.bytes.reserveCapacity(text.count)
    if kind == .utf8 {
      guard UTF8Text.isValid(text) else { return nil }
      return [UInt8](copying: text)
    }
    var position = 0
    while position < text.count {
      let count = UTF8Text.sequenceCount(text, at: position)
      guard count > 0, writer.append(text.scalar(at: position, count: count)) else { return nil }
      position += count
    }
    writer.finish()
    return writer.bytes
  }

  /// Encodes text with the raw bytes of `pieces` in the place of the text they stand for.
  ///
  /// With the pieces of `DecodedText.irreversiblePieces(of:)` the result is the source, byte for byte.
  /// The pieces are ascending and disjoint, on scalar boundaries.
  public func encode(_ utf8: Span<UInt8>, restoring pieces: [RawPiece]) -> [UInt8]? {
    var bytes: [UInt8] = []
    var position = 0
    for piece in pieces {
      guard piece.utf8Range.lowerBound >= position, piece.utf8Range.upperBound <= utf8.count,
        let between = encode(utf8, position..<piece.utf8Range.lowerBound)
      else { return nil }
      bytes += between
      bytes += piece.bytes
      position = piece.utf8Range.upperBound
    }
    guard let rest = encode(utf8, position..<utf8.count) else { return nil }
    return bytes + rest
  }
}

/// Source bytes that encoding the decoded text again would not give back.
public struct RawPiece: Sendable, Equatable {
  /// The text they became, in UTF-8 bytes of the decoded text; empty for a byte order mark.
  public var utf8Range: Range<Int>
  /// Where they stand in the source.
  public var sourceRange: Range<Int>
  /// The bytes themselves.
  public var bytes: [UInt8]

  public init(utf8Range: Range<Int>, sourceRange: Range<Int>, bytes: [UInt8]) {
    self.utf8Range = utf8Range
    self.sourceRange = sourceRange
    self.bytes = bytes
  }
}

extension DecodedText {
  /// The pieces of `source`, from which this text was decoded, that are needed to restore it: invalid
  /// sequences, the byte order mark, and byte sequences for which there is a usual other one.
  ///
  /// Ascending, pieces that touch joined into one.
  public func irreversiblePieces(of source: Span<UInt8>) -> [RawPiece] {
    precondition(
      source.count == map.sourceCount, "the pieces of a text are those of its own source")
    let text = utf8.span
    var pieces: [RawPiece] = []
    func isReversible(_ utf8Range: Range<Int>, _ sourceRange: Range<Int>) -> Bool {
      guard let encoded = encoding.encode(text, utf8Range), encoded.count == sourceRange.count
      else { return false }
      return encoded.indices.allSatisfy {
        encoded[$0] == source[sourceRange.lowerBound + $0]
      }
    }
    func add(_ utf8Range: Range<Int>, _ sourceRange: Range<Int>) {
      let raw = [UInt8](copying: source.extracting(sourceRange))
      if let last = pieces.indices.last,
        pieces[last].sourceRange.upperBound == sourceRange.lowerBound
      {
        pieces[last].utf8Range = pieces[last].utf8Range.lowerBound..<utf8Range.upperBound
        pieces[last].sourceRange = pieces[last].sourceRange.lowerBound..<sourceRange.upperBound
        pieces[last].bytes += raw
      } else {
        pieces.append(RawPiece(utf8Range: utf8Range, sourceRange: sourceRange, bytes: raw))
      }
    }
    if encoding.kind == .iso2022JP {
      for section in sections(of: source)
      where !isReversible(section.utf8Range, section.sourceRange) {
        add(section.utf8Range, section.sourceRange)
      }
      return pieces
    }
    for (index, run) in map.runs.enumerated() {
      let utf8End = index + 1 < map.runs.count ? map.runs[index + 1].utf8Start : map.utf8Count
      let sourceEnd = map.sourceEnd(index)
      // A character of a single-byte encoding, of UTF-8 and of UTF-16 has one form only.
      if !run.isAtomic, !encoding.isMultiByte || run.utf8Unit == 1 { continue }
      if isReversible(run.utf8Start..<utf8End, run.sourceStart..<sourceEnd) { continue }
      if run.isAtomic {
        add(run.utf8Start..<utf8End, run.sourceStart..<sourceEnd)
        continue
      }
      var offset = run.sourceStart
      for start in stride(from: run.utf8Start, to: utf8End, by: run.utf8Unit) {
        let character = start..<start + run.utf8Unit
        let bytes = offset..<offset + run.sourceUnit
        if !isReversible(character, bytes) { add(character, bytes) }
        offset += run.sourceUnit
      }
    }
    return pieces
  }

  /// ISO-2022-JP between the places where it is back in ASCII: what is encoded as one.
  private func sections(
    of source: Span<UInt8>
  ) -> [(utf8Range: Range<Int>, sourceRange: Range<Int>)] {
    var sections: [(utf8Range: Range<Int>, sourceRange: Range<Int>)] = []
    var state = ISO2022JP.State.ascii
    var start: (utf8: Int, source: Int)?
    for (index, run) in map.runs.enumerated() {
      let utf8End = index + 1 < map.runs.count ? map.runs[index + 1].utf8Start : map.utf8Count
      let sourceEnd = map.sourceEnd(index)
      let section = start ?? (run.utf8Start, run.sourceStart)
      if run.isAtomic, sourceEnd - run.sourceStart == 3,
        let next = ISO2022JP.state(source, escapeAt: run.sourceStart),
        source[run.sourceStart] == 0x1B
      {
        state = next
      }
      if state == .ascii {
        // Plain ASCII runs need no check; all else does.
        if start != nil || run.isAtomic {
          sections.append((section.utf8..<utf8End, section.source..<sourceEnd))
        }
        start = nil
      } else {
        start = section
      }
    }
    if let start {
      sections.append((start.utf8..<map.utf8Count, start.source..<map.sourceCount))
    }
    return sections
  }
}

extension TextEncoding {
  /// Whether several byte sequences may stand for one character.
  fileprivate var isMultiByte: Bool {
    switch kind {
    case .gbk, .gb18030, .big5, .eucJP, .shiftJIS, .eucKR: true
    default: false
    }
  }
}

/// Bytes under construction, scalar by scalar.
private struct EncodingWriter {
  var bytes: [UInt8] = []
  private let kind: TextEncoding.Kind
  private let table: SingleByteTable?
  private var state = ISO2022JP.State.ascii

  init(kind: TextEncoding.Kind, table: SingleByteTable?) {
    self.kind = kind
    self.table = table
  }

  /// Appends the bytes of a scalar; false where it has none.
  mutating func append(_ scalar: UInt32) -> Bool {
    switch kind {
    case .utf16LE, .utf16BE:
      appendUTF16(scalar)
      return true
    case .iso2022JP: return appendISO2022JP(scalar)
    case .replacement, .utf8: return false
    default: break
    }
    if scalar < 0x80 {
      bytes.append(UInt8(scalar))
      return true
    }
    switch kind {
    case .gbk, .gb18030: return appendGB18030(scalar)
    case .big5:
      guard let pointer = MultiByteIndex.big5.pointer(scalar) else { return false }
      let trail = pointer % 157
      return append(pointer / 157 + 0x81, trail + (trail < 0x3F ? 0x40 : 0x62))
    case .eucJP: return appendEUCJP(scalar)
    case .shiftJIS: return appendShiftJIS(scalar)
    case .eucKR:
      guard let pointer = MultiByteIndex.eucKR.pointer(scalar) else { return false }
      return append(pointer / 190 + 0x81, pointer % 190 + 0x41)
    default:
      guard let byte = table?.byte(for: scalar) else { return false }
      bytes.append(byte)
      return true
    }
  }

  /// Appends what ends the text.
  mutating func finish() {
    if kind == .iso2022JP { begin(.ascii) }
  }

  private mutating func append(_ lead: Int, _ trail: Int) -> Bool {
    bytes.append(UInt8(lead))
    bytes.append(UInt8(trail))
    return true
  }

  private mutating func appendUTF16(_ scalar: UInt32) {
    if scalar < 0x1_0000 {
      appendUnit(scalar)
    } else {
      appendUnit(0xD800 + (scalar - 0x1_0000) >> 10)
      appendUnit(0xDC00 + scalar & 0x3FF)
    }
  }

  private mutating func appendUnit(_ unit: UInt32) {
    let high = UInt8(truncatingIfNeeded: unit >> 8)
    let low = UInt8(truncatingIfNeeded: unit)
    bytes.append(kind == .utf16BE ? high : low)
    bytes.append(kind == .utf16BE ? low : high)
  }

  /// https://encoding.spec.whatwg.org/#gb18030-encoder
  private mutating func appendGB18030(_ scalar: UInt32) -> Bool {
    if kind == .gbk, scalar == 0x20AC {
      bytes.append(0x80)
      return true
    }
    if let pointer = MultiByteIndex.gb18030.pointer(scalar) {
      let trail = pointer % 190
      return append(pointer / 190 + 0x81, trail + (trail < 0x3F ? 0x40 : 0x41))
    }
    // GBK ends here in the standard; its decoder reads four bytes all the same, so they are written.
    guard MultiByteIndex.gb18030.isAvailable, let pointer = GB18030FourByte.pointer(scalar) else {
      return false
    }
    return append(pointer / 12600 + 0x81, pointer / 1260 % 10 + 0x30)
      && append(pointer / 10 % 126 + 0x81, pointer % 10 + 0x30)
  }

  /// https://encoding.spec.whatwg.org/#euc-jp-encoder
  private mutating func appendEUCJP(_ scalar: UInt32) -> Bool {
    if scalar >= 0xFF61, scalar <= 0xFF9F { return append(0x8E, Int(scalar - 0xFF61) + 0xA1) }
    if let pointer = MultiByteIndex.jis0208.pointer(scalar), pointer < 94 * 94 {
      return append(pointer / 94 + 0xA1, pointer % 94 + 0xA1)
    }
    guard let pointer = MultiByteIndex.jis0212.pointer(scalar) else { return false }
    bytes.append(0x8F)
    return append(pointer / 94 + 0xA1, pointer % 94 + 0xA1)
  }

  /// https://encoding.spec.whatwg.org/#shift_jis-encoder
  private mutating func appendShiftJIS(_ scalar: UInt32) -> Bool {
    if scalar == 0x80 {
      bytes.append(0x80)
      return true
    }
    if scalar >= 0xFF61, scalar <= 0xFF9F {
      bytes.append(UInt8(scalar - 0xFF61 + 0xA1))
      return true
    }
    guard
      var pointer = scalar >= 0xE000 && scalar <= 0xE757
        ? 8836 + Int(scalar - 0xE000) : MultiByteIndex.jis0208.pointer(scalar)
    else { return false }
    if pointer >= 8272, pointer <= 8835, let ibm = MultiByteIndex.ibmPointers[scalar] {
      pointer = ibm
    }
    let lead = pointer / 188
    let trail = pointer % 188
    return append(lead + (lead < 0x1F ? 0x81 : 0xC1), trail + (trail < 0x3F ? 0x40 : 0x41))
  }

  private mutating func appendISO2022JP(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 {
      // Shifts and escapes are never text.
      if scalar == 0x0E || scalar == 0x0F || scalar == 0x1B { return false }
      if state != .roman || scalar == 0x5C || scalar == 0x7E { begin(.ascii) }
      bytes.append(UInt8(scalar))
    } else if scalar == 0xA5 || scalar == 0x203E {
      begin(.roman)
      bytes.append(scalar == 0xA5 ? 0x5C : 0x7E)
    } else if scalar >= 0xFF61, scalar <= 0xFF9F {
      begin(.katakana)
      bytes.append(UInt8(scalar - 0xFF61 + 0x21))
    } else {
      guard let pointer = MultiByteIndex.jis0208.pointer(scalar), pointer < 94 * 94 else {
        return false
      }
      begin(.jis0208)
      return append(pointer / 94 + 0x21, pointer % 94 + 0x21)
    }
    return true
  }

  private mutating func begin(_ next: ISO2022JP.State) {
    if next == state { return }
    bytes += next.escape
    state = next
  }
}
