/// ASCII that belongs to addresses, identifiers and code rather than to prose.
enum CodeBytes {
  /// Whether letters right beside this byte are no prose word: `#`, `@`, `_`, `/`, Latin letters...
  @inline(__always)
  static func joins(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "#"), UInt8(ascii: "@"), UInt8(ascii: "_"), UInt8(ascii: "/"),
      UInt8(ascii: "\\"), UInt8(ascii: "="), UInt8(ascii: "&"), UInt8(ascii: "%"),
      UInt8(ascii: "~"), UInt8(ascii: "`"):
      true
    default: false
    }
  }

  /// Whether something that is passed over whole may begin here.
  @inline(__always)
  static func opens(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "#"),
      UInt8(ascii: "@"), UInt8(ascii: "`"):
      true
    default: false
    }
  }

  /// Where the address, hashtag or code that opens at `position` ends; nil where none does.
  static func end(of text: Span<UInt8>, openedAt position: Int) -> Int? {
    switch text[position] {
    case UInt8(ascii: ":"):
      guard position + 2 < text.count, text[position + 1] == UInt8(ascii: "/"),
        text[position + 2] == UInt8(ascii: "/")
      else { return nil }
      return endOfAddress(text, position)
    case UInt8(ascii: "."):
      guard position >= 3, text[position - 1] | 0x20 == UInt8(ascii: "w"),
        text[position - 2] | 0x20 == UInt8(ascii: "w"),
        text[position - 3] | 0x20 == UInt8(ascii: "w")
      else { return nil }
      return endOfAddress(text, position)
    case UInt8(ascii: "/"):
      // A path behind a host name: site.ir/خبر-ها.
      guard position > 0, text[position - 1].isASCIIAlphanumeric, position + 1 < text.count,
        text[position + 1] >= 0xD8, text[position + 1] <= 0xDB
      else { return nil }
      return endOfAddress(text, position)
    case UInt8(ascii: "#"), UInt8(ascii: "@"):
      var end = position + 1
      while end < text.count, text[end] > 0x20, text[end] >= 0x80 || joins(text[end]) {
        // Arabic punctuation ends a hashtag as ASCII punctuation does.
        if text[end] == 0xD8, end + 1 < text.count, [0x8C, 0x9B, 0x9F].contains(text[end + 1]) {
          break
        }
        end += text.scalar(at: end).width
      }
      return end > position + 1 ? end : nil
    case UInt8(ascii: "`"):
      var end = position + 1
      while end < text.count, text[end] != UInt8(ascii: "\n"), end - position < 200 {
        if text[end] == UInt8(ascii: "`") { return end + 1 }
        end += 1
      }
      return nil
    default: return nil
    }
  }

  private static func endOfAddress(_ text: Span<UInt8>, _ start: Int) -> Int {
    var end = start + 1
    while end < text.count, text[end] > 0x20, text[end] != UInt8(ascii: "<"),
      text[end] != UInt8(ascii: "\"")
    { end += 1 }
    return end
  }
}

extension Span where Element == UInt8 {
  @inline(__always)
  func isNonJoiner(at position: Int) -> Bool {
    position + 2 < count && self[position] == 0xE2 && self[position + 1] == 0x80
      && self[position + 2] == 0x8C
  }

  /// The end of the run of non-joiners at `position`, which may be empty.
  @inline(__always)
  func endOfNonJoiners(from position: Int) -> Int {
    var end = position
    while isNonJoiner(at: end) { end += 3 }
    return end
  }

  /// The width of the space or no-break space at `position`; 0 where there is none.
  @inline(__always)
  func spaceWidth(at position: Int) -> Int {
    guard position < count else { return 0 }
    if self[position] == 0x20 { return 1 }
    return position + 1 < count && self[position] == 0xC2 && self[position + 1] == 0xA0 ? 2 : 0
  }

  /// The scalar that ends before `position`, which is above 0.
  func scalar(before position: Int) -> UInt32 {
    var start = position - 1
    while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
    return scalar(at: start).value
  }
}
