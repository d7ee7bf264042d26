/// The sentences of a line, as UTF-8 ranges without the white space between them.
///
/// A sentence ends with a mark of any script, what closes quotations and brackets behind it, and white
/// space; the marks of scripts that write no spaces end one by themselves. A full stop behind one letter
/// or a number and before a small letter ends none. What parts the items of menus (`|`, `»`, `›`, `•`,
/// `·`, a tab, two spaces) parts sentences too. Linear.
public func sentenceRanges(in text: Span<UInt8>) -> [Range<Int>] {
  text.withUnsafeBufferPointer { bytes in
    var scanner = SentenceScanner(Scalars(bytes))
    return scanner.ranges()
  }
}

private struct SentenceScanner {
  private let text: Scalars
  private var found: [Range<Int>] = []
  private var start = 0
  /// The end of the last scalar that is no white space.
  private var end = 0

  init(_ text: Scalars) { self.text = text }

  mutating func ranges() -> [Range<Int>] {
    let count = text.bytes.count
    var offset = 0
    var isEnded = false
    var spaces = 0
    // Letters and digits of the word that is being read.
    var wordLength = 0
    var wordIsNumber = true
    var lengthAtMark = 0
    var isFullStop = false
    while offset < count {
      let (value, width) = text.scalar(at: offset)
      let next = offset + width
      if Self.isSpace(value) {
        spaces += value == 0x09 ? 2 : 1
        if spaces >= 2, value != 0xA0 { close(at: next) }
        wordLength = 0
      } else {
        if isEnded, spaces > 0 {
          let isInside = isFullStop && (lengthAtMark <= 1 || wordIsNumber) && Self.isSmall(value)
          if !isInside && !(isFullStop && lengthAtMark == 1) { close(at: offset) }
        }
        if spaces > 0 || offset == 0 {
          wordLength = 0
          wordIsNumber = true
        }
        if Self.separates(value), spaces > 0 || offset == 0 {
          close(at: next)
          isEnded = false
        } else {
          end = next
          switch value {
          case 0x2E, 0x21, 0x3F, 0x2026, 0x61F, 0x6D4, 0x964, 0x965:
            if !isEnded { lengthAtMark = wordLength }
            isEnded = true
            isFullStop = value == 0x2E
          case 0x3002, 0xFF01, 0xFF1F, 0xFF0E, 0xFF61:
            close(at: next)
            isEnded = false
          case 0x22, 0x27, 0x29, 0x5D, 0xBB, 0x2019, 0x201D, 0x300D, 0x300F: break
          default:
            isEnded = false
            wordLength += 1
            if value < 0x30 || value > 0x39 { wordIsNumber = false }
          }
        }
        spaces = 0
      }
      offset = next
    }
    close(at: count)
    return found
  }

  private mutating func close(at next: Int) {
    if end > start {
      var first = start
      while first < end {
        let (value, width) = text.scalar(at: first)
        guard Self.isSpace(value) || Self.separates(value) else { break }
        first += width
      }
      if first < end { found.append(first..<end) }
    }
    start = next
    end = next
  }

  private static func isSpace(_ value: UInt32) -> Bool {
    value <= 0x20 || value == 0xA0 || value == 0x3000 || (0x2000...0x200A).contains(value)
  }

  private static func separates(_ value: UInt32) -> Bool {
    value == 0x7C || value == 0xBB || value == 0x203A || value == 0x2022 || value == 0xB7
  }

  private static func isSmall(_ value: UInt32) -> Bool {
    Unicode.Scalar(value)?.properties.isLowercase ?? false
  }
}
