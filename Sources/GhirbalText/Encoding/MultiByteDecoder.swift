/// What stands at one place of a multi-byte source.
enum MultiBytePiece: Equatable {
  /// A scalar that `count` bytes stand for.
  case scalar(UInt32, count: Int)
  /// Two scalars that two bytes stand for.
  case pair(UInt32, UInt32)
  /// An invalid sequence of `count` bytes.
  case invalid(count: Int)
}

extension TextEncoding {
  func decodeMultiByte(_ bytes: Span<UInt8>) -> DecodedText {
    var text = TextBuilder(sourceCount: bytes.count)
    var position = 0
    while position < bytes.count {
      let ascii = UTF8Text.asciiCount(bytes, from: position)
      text.appendASCII(bytes, position..<position + ascii)
      position += ascii
      while position < bytes.count, bytes[position] >= 0x80 {
        switch multiBytePiece(bytes, at: position) {
        case .scalar(let scalar, let count):
          text.append(scalar, source: position, count: count)
          position += count
        case .pair(let first, let second):
          text.append(first, second, source: position..<position + 2)
          position += 2
        case .invalid(let count):
          text.appendReplacement(source: position..<position + count)
          position += count
        }
      }
    }
    return text.decoded(as: self)
  }

  /// What the byte at `position`, which is 0x80 or more, begins in a stateless multi-byte encoding.
  func multiBytePiece(_ bytes: Span<UInt8>, at position: Int) -> MultiBytePiece {
    switch kind {
    case .gbk, .gb18030: gb18030Piece(bytes, position)
    case .big5: big5Piece(bytes, position)
    case .eucJP: eucJPPiece(bytes, position)
    case .shiftJIS: shiftJISPiece(bytes, position)
    default: eucKRPiece(bytes, position)
    }
  }

  /// An error at a trail byte: an ASCII byte is read again, by itself.
  private func invalid(_ trail: UInt8) -> MultiBytePiece { .invalid(count: trail < 0x80 ? 1 : 2) }

  /// https://encoding.spec.whatwg.org/#gb18030-decoder
  private func gb18030Piece(_ bytes: Span<UInt8>, _ position: Int) -> MultiBytePiece {
    let lead = bytes[position]
    if lead == 0x80 { return .scalar(0x20AC, count: 1) }
    if lead == 0xFF || position + 1 == bytes.count { return .invalid(count: 1) }
    let second = bytes[position + 1]
    if second >= 0x30, second <= 0x39 {
      // A sequence the end cuts off is one error; one with a wrong byte is an error of its first.
      if position + 2 == bytes.count { return .invalid(count: 2) }
      let third = bytes[position + 2]
      guard third >= 0x81, third <= 0xFE else { return .invalid(count: 1) }
      if position + 3 == bytes.count { return .invalid(count: 3) }
      let fourth = bytes[position + 3]
      guard fourth >= 0x30, fourth <= 0x39 else { return .invalid(count: 1) }
      let pointer =
        ((Int(lead - 0x81) * 10 + Int(second - 0x30)) * 126 + Int(third - 0x81)) * 10
        + Int(fourth - 0x30)
      guard MultiByteIndex.gb18030.isAvailable, let scalar = GB18030FourByte.scalar(pointer) else {
        return .invalid(count: 4)
      }
      return .scalar(scalar, count: 4)
    }
    guard second >= 0x40 && second <= 0x7E || second >= 0x80 && second <= 0xFE else {
      return invalid(second)
    }
    let pointer = Int(lead - 0x81) * 190 + Int(second) - (second < 0x7F ? 0x40 : 0x41)
    guard let scalar = MultiByteIndex.gb18030.scalar(pointer) else { return invalid(second) }
    return .scalar(scalar, count: 2)
  }

  /// https://encoding.spec.whatwg.org/#big5-decoder
  private func big5Piece(_ bytes: Span<UInt8>, _ position: Int) -> MultiBytePiece {
    let lead = bytes[position]
    if lead == 0x80 || lead == 0xFF || position + 1 == bytes.count { return .invalid(count: 1) }
    let trail = bytes[position + 1]
    guard trail >= 0x40 && trail <= 0x7E || trail >= 0xA1 && trail <= 0xFE else {
      return invalid(trail)
    }
    let pointer = Int(lead - 0x81) * 157 + Int(trail) - (trail < 0x7F ? 0x40 : 0x62)
    switch pointer {
    case 1133: return .pair(0xCA, 0x304)
    case 1135: return .pair(0xCA, 0x30C)
    case 1164: return .pair(0xEA, 0x304)
    case 1166: return .pair(0xEA, 0x30C)
    default: break
    }
    guard let scalar = MultiByteIndex.big5.scalar(pointer) else { return invalid(trail) }
    return .scalar(scalar, count: 2)
  }

  /// https://encoding.spec.whatwg.org/#euc-jp-decoder
  private func eucJPPiece(_ bytes: Span<UInt8>, _ position: Int) -> MultiBytePiece {
    let lead = bytes[position]
    guard lead == 0x8E || lead == 0x8F || lead >= 0xA1 && lead <= 0xFE,
      position + 1 < bytes.count
    else { return .invalid(count: 1) }
    let second = bytes[position + 1]
    if lead == 0x8E, second >= 0xA1, second <= 0xDF {
      return .scalar(0xFF61 - 0xA1 + UInt32(second), count: 2)
    }
    guard second >= 0xA1, second <= 0xFE, lead != 0x8E else { return invalid(second) }
    if lead == 0x8F {
      if position + 2 == bytes.count { return .invalid(count: 2) }
      let third = bytes[position + 2]
      guard third >= 0xA1, third <= 0xFE,
        let scalar = MultiByteIndex.jis0212.scalar(Int(second - 0xA1) * 94 + Int(third - 0xA1))
      else { return .invalid(count: third < 0x80 ? 2 : 3) }
      return .scalar(scalar, count: 3)
    }
    let pointer = Int(lead - 0xA1) * 94 + Int(second - 0xA1)
    guard let scalar = MultiByteIndex.jis0208.scalar(pointer) else { return invalid(second) }
    return .scalar(scalar, count: 2)
  }

  /// https://encoding.spec.whatwg.org/#shift_jis-decoder
  private func shiftJISPiece(_ bytes: Span<UInt8>, _ position: Int) -> MultiBytePiece {
    let lead = bytes[position]
    switch lead {
    case 0x80: return .scalar(0x80, count: 1)
    case 0xA1...0xDF: return .scalar(0xFF61 - 0xA1 + UInt32(lead), count: 1)
    case 0xA0, 0xFD...0xFF: return .invalid(count: 1)
    default: break
    }
    if position + 1 == bytes.count { return .invalid(count: 1) }
    let trail = bytes[position + 1]
    guard trail >= 0x40 && trail <= 0x7E || trail >= 0x80 && trail <= 0xFC else {
      return invalid(trail)
    }
    let pointer =
      (Int(lead) - (lead < 0xA0 ? 0x81 : 0xC1)) * 188 + Int(trail) - (trail < 0x7F ? 0x40 : 0x41)
    if pointer >= 8836, pointer <= 10715 {
      return .scalar(0xE000 - 8836 + UInt32(pointer), count: 2)
    }
    guard let scalar = MultiByteIndex.jis0208.scalar(pointer) else { return invalid(trail) }
    return .scalar(scalar, count: 2)
  }

  /// https://encoding.spec.whatwg.org/#euc-kr-decoder
  private func eucKRPiece(_ bytes: Span<UInt8>, _ position: Int) -> MultiBytePiece {
    let lead = bytes[position]
    if lead == 0x80 || lead == 0xFF || position + 1 == bytes.count { return .invalid(count: 1) }
    let trail = bytes[position + 1]
    guard trail >= 0x41, trail <= 0xFE,
      let scalar = MultiByteIndex.eucKR.scalar(Int(lead - 0x81) * 190 + Int(trail - 0x41))
    else { return invalid(trail) }
    return .scalar(scalar, count: 2)
  }
}
