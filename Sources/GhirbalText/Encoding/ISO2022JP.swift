/// The one encoding with a state: escape sequences say what the bytes after them stand for.
///
/// https://encoding.spec.whatwg.org/#iso-2022-jp
enum ISO2022JP {
  enum State: Equatable {
    case ascii, roman, katakana, jis0208

    /// The three bytes that begin it.
    var escape: [UInt8] {
      switch self {
      case .ascii: [0x1B, 0x28, 0x42]
      case .roman: [0x1B, 0x28, 0x4A]
      case .katakana: [0x1B, 0x28, 0x49]
      case .jis0208: [0x1B, 0x24, 0x42]
      }
    }
  }

  /// Whether all bytes stand for themselves.
  static func isPlain(_ bytes: Span<UInt8>) -> Bool {
    for index in bytes.indices {
      let byte = bytes[index]
      if byte >= 0x80 || byte == 0x1B || byte == 0x0E || byte == 0x0F { return false }
    }
    return true
  }

  /// The state that the escape sequence at `position` begins, if it is one.
  static func state(_ bytes: Span<UInt8>, escapeAt position: Int) -> State? {
    guard position + 2 < bytes.count else { return nil }
    switch (bytes[position + 1], bytes[position + 2]) {
    case (0x28, 0x42): return .ascii
    case (0x28, 0x4A): return .roman
    case (0x28, 0x49): return .katakana
    case (0x24, 0x40), (0x24, 0x42): return .jis0208
    default: return nil
    }
  }

  /// The scalar that a single byte stands for outside of JIS X 0208.
  static func scalar(_ byte: UInt8, in state: State) -> UInt32? {
    switch state {
    case .ascii:
      return byte < 0x80 && byte != 0x0E && byte != 0x0F ? UInt32(byte) : nil
    case .roman:
      if byte == 0x5C { return 0xA5 }
      if byte == 0x7E { return 0x203E }
      return byte < 0x80 && byte != 0x0E && byte != 0x0F ? UInt32(byte) : nil
    case .katakana:
      return byte >= 0x21 && byte <= 0x5F ? 0xFF61 - 0x21 + UInt32(byte) : nil
    case .jis0208:
      return nil
    }
  }
}

extension TextEncoding {
  /// https://encoding.spec.whatwg.org/#iso-2022-jp-decoder
  func decodeISO2022JP(_ bytes: Span<UInt8>) -> DecodedText {
    var text = TextBuilder(sourceCount: bytes.count)
    var state = ISO2022JP.State.ascii
    // The output flag of the standard: two escape sequences in a row are an error.
    var isAfterEscape = false
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 0x1B {
        if let next = ISO2022JP.state(bytes, escapeAt: position) {
          if isAfterEscape {
            text.appendReplacement(source: position..<position + 3)
          } else {
            text.appendNothing(source: position..<position + 3)
          }
          isAfterEscape = true
          state = next
          position += 3
        } else {
          isAfterEscape = false
          text.appendReplacement(source: position..<position + 1)
          position += 1
        }
        continue
      }
      isAfterEscape = false
      if let scalar = ISO2022JP.scalar(byte, in: state) {
        text.append(scalar, source: position, count: 1)
        position += 1
      } else if state == .jis0208, byte >= 0x21, byte <= 0x7E {
        if position + 1 == bytes.count {
          text.appendReplacement(source: position..<position + 1)
          position += 1
        } else if bytes[position + 1] == 0x1B {
          text.appendReplacement(source: position..<position + 1)
          position += 1
        } else {
          let trail = bytes[position + 1]
          if trail >= 0x21, trail <= 0x7E,
            let scalar = MultiByteIndex.jis0208.scalar(
              Int(byte - 0x21) * 94 + Int(trail - 0x21))
          {
            text.append(scalar, source: position, count: 2)
          } else {
            text.appendReplacement(source: position..<position + 2)
          }
          position += 2
        }
      } else {
        text.appendReplacement(source: position..<position + 1)
        position += 1
      }
    }
    return text.decoded(as: self)
  }
}
