/// Folds text so that phrases match however a site writes them.
///
/// Case, Latin diacritics, Arabic letter variants, vowel marks, tatweel, zero-width characters,
/// digits of other scripts, kinds of spaces, quotes and dashes are made alike; white space runs
/// become one space and go at both ends. What stands elsewhere is left as it is. Linear.
public func foldForMatching(_ text: Span<UInt8>) -> FoldedText { FoldedText(text) }

/// Text folded for matching, with the way back to the text it came from.
public struct FoldedText: Sendable {
  /// The folded text.
  public private(set) var utf8: [UInt8] = []
  /// Where in the original each folded byte came from, and where the last one ended.
  private var originalOffsets: [Int32] = []

  /// Folds `text`, which must be valid UTF-8.
  public init(_ text: Span<UInt8>) {
    utf8.reserveCapacity(text.count)
    originalOffsets.reserveCapacity(text.count + 1)
    var position = 0
    var end = 0
    var pendingSpace: Int?
    while position < text.count {
      let start = position
      // Small ASCII letters and digits fold to themselves.
      let byte = text[position]
      if (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) {
        position += 1
        append(space: &pendingSpace)
        append(byte: byte, from: start)
        end = position
        continue
      }
      let scalar = text.scalar(at: &position)
      switch Folding(scalar) {
      case .dropped:
        // A mark belongs to the letter before it.
        if pendingSpace == nil { end = position }
        continue
      case .space:
        if pendingSpace == nil, !utf8.isEmpty { pendingSpace = start }
        continue
      case .scalar(let folded):
        append(space: &pendingSpace)
        append(scalar: folded, from: start)
      case .ascii(let first, let second, let third):
        append(space: &pendingSpace)
        append(byte: first, from: start)
        if second != 0 { append(byte: second, from: start) }
        if third != 0 { append(byte: third, from: start) }
      }
      end = position
    }
    originalOffsets.append(Int32(end))
  }

  private mutating func append(space: inout Int?) {
    guard let start = space else { return }
    append(byte: 0x20, from: start)
    space = nil
  }

  private mutating func append(byte: UInt8, from offset: Int) {
    utf8.append(byte)
    originalOffsets.append(Int32(truncatingIfNeeded: offset))
  }

  private mutating func append(scalar: UInt32, from offset: Int) {
    switch scalar {
    case ..<0x80:
      append(byte: UInt8(scalar), from: offset)
    case ..<0x800:
      append(byte: UInt8(0xC0 | scalar >> 6), from: offset)
      append(byte: UInt8(0x80 | scalar & 0x3F), from: offset)
    case ..<0x10000:
      append(byte: UInt8(0xE0 | scalar >> 12), from: offset)
      append(byte: UInt8(0x80 | scalar >> 6 & 0x3F), from: offset)
      append(byte: UInt8(0x80 | scalar & 0x3F), from: offset)
    default:
      append(byte: UInt8(0xF0 | scalar >> 18), from: offset)
      append(byte: UInt8(0x80 | scalar >> 12 & 0x3F), from: offset)
      append(byte: UInt8(0x80 | scalar >> 6 & 0x3F), from: offset)
      append(byte: UInt8(0x80 | scalar & 0x3F), from: offset)
    }
  }

  /// The range of the original text that a range of the folded text came from.
  ///
  /// It starts and ends between scalars where `utf8Range` does.
  public func originalRange(of utf8Range: Range<Int>) -> Range<Int> {
    let start = Int(originalOffsets[utf8Range.lowerBound])
    return start..<max(start, Int(originalOffsets[utf8Range.upperBound]))
  }

  /// The words: longest runs of letters, digits and marks, as ranges of the folded text.
  public var words: [Range<Int>] {
    var words: [Range<Int>] = []
    var start: Int?
    var position = 0
    let text = utf8.span
    while position < text.count {
      let scalarStart = position
      if isWordScalar(text.scalar(at: &position)) {
        if start == nil { start = scalarStart }
      } else if let wordStart = start {
        words.append(wordStart..<scalarStart)
        start = nil
      }
    }
    if let start { words.append(start..<text.count) }
    return words
  }

  /// A copy of a stretch of the folded text.
  public func string(_ utf8Range: Range<Int>) -> String {
    String(decoding: utf8[utf8Range], as: UTF8.self)
  }
}

extension String {
  /// This string as it reads after folding for matching.
  public var foldedForMatching: String {
    let utf8 = Array(utf8)
    return String(decoding: FoldedText(utf8.span).utf8, as: UTF8.self)
  }
}

extension Span<UInt8> {
  /// Decodes the scalar at `position` and moves behind it. The text is valid UTF-8; a stray byte
  /// would be taken as it is.
  func scalar(at position: inout Int) -> UInt32 {
    let first = UInt32(self[position])
    let count = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard count > 1, position + count <= self.count else {
      position += 1
      return first
    }
    var scalar = first & (0x7F >> UInt32(count))
    for index in 1..<count { scalar = scalar << 6 | UInt32(self[position + index] & 0x3F) }
    position += count
    return scalar
  }
}

/// Whether a scalar of folded text is part of a word, as letters, digits and their marks are.
///
/// Told by block ranges, for speed: punctuation and symbols of the scripts Ghirbal knows, arrows,
/// emoji and the private use area (icon fonts) are outside of words.
func isWordScalar(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
  case ..<0xAA: false
  case 0xAB...0xB4, 0xB6...0xB9, 0xBB...0xBF, 0xD7, 0xF7: false
  case 0x05BE, 0x05C0, 0x05C3, 0x05F3, 0x05F4: false
  case 0x0600...0x060F, 0x061B...0x061F, 0x066A...0x066D, 0x06D4, 0x06DD, 0x06DE, 0x06E9: false
  case 0x0964, 0x0965, 0x2000...0x206F, 0x20A0...0x20CF, 0x2100...0x2BFF, 0x2E00...0x2E7F: false
  case 0x3000...0x3004, 0x3008...0x3020, 0x3030, 0x303D, 0x30FB: false
  case 0xE000...0xF8FF, 0xFD3E, 0xFD3F, 0xFE10...0xFE6F, 0xFF01...0xFF0F, 0xFF1A...0xFF20: false
  case 0xFF3B...0xFF40, 0xFF5B...0xFF65, 0xFFE0...0xFFFF, 0x1F000...0x1FAFF: false
  default: true
  }
}

/// Whether a scalar's script sets no spaces between words: Thai, Lao, Khmer, kana, Han.
func isUnspacedScalar(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x0E00...0x0EFF, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x9FFF, 0x20000...0x3FFFF:
    true
  default: false
  }
}
