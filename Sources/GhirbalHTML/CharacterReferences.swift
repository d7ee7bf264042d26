internal import CGhirbalData

/// Character references as the HTML standard reads them (section 13.2.5.72 and following).
///
/// libxml2 knows the 253 names of HTML 4 and takes numbers at their word, so they are hidden from it;
/// this knows all 2,231 names, those without a semicolon too, and that `&#150;` means a dash.
struct CharacterReferences: Sendable {
  static let standard = CharacterReferences()

  /// A reference found in text.
  struct Match: Equatable {
    /// How many bytes it takes, from the `&`.
    var utf8Count: Int
    /// What it stands for, in UTF-8.
    var utf8: [UInt8]
  }

  /// The names with the hexadecimal scalars they stand for, sorted by name; in memory that is never
  /// written.
  private let rows: [Row]
  /// The half-open range of names that start with each ASCII letter.
  private let ranges: [Range<Int>]
  /// The longest name, and the longest of those that need no semicolon.
  private let maxUTF8Count: Int
  private let maxBareUTF8Count: Int

  private init() {
    let table = ghirbal_named_references()
    let text = UnsafeBufferPointer(start: table.bytes, count: table.count)
    rows = text.split(separator: UInt8(ascii: "\n")).lazy.filter { $0.first != UInt8(ascii: "#") }
      .map(Row.init)
    var ranges = [Range<Int>](repeating: 0..<0, count: 128)
    for (index, row) in rows.enumerated() {
      let letter = Int(row.name[row.name.startIndex])
      ranges[letter] = (ranges[letter].isEmpty ? index : ranges[letter].lowerBound)..<index + 1
    }
    maxUTF8Count = rows.reduce(0) { max($0, $1.name.count) }
    maxBareUTF8Count = rows.reduce(0) {
      $1.name.last == UInt8(ascii: ";") ? $0 : max($0, $1.name.count)
    }
    self.ranges = ranges
  }

  private struct Row: @unchecked Sendable {
    // Sendable: the table's bytes are constants of the process.
    let name: Slice<UnsafeBufferPointer<UInt8>>
    private let hex: Slice<UnsafeBufferPointer<UInt8>>

    init(_ line: Slice<UnsafeBufferPointer<UInt8>>) {
      name = line.prefix { $0 != UInt8(ascii: " ") }
      hex = line[name.endIndex...].dropFirst()
    }

    /// What the name stands for, in UTF-8.
    var utf8: [UInt8] {
      hex.split(separator: UInt8(ascii: " ")).flatMap { digits in
        let value = digits.reduce(0 as UInt32) { value, digit in
          value << 4 | (CharacterReferences.digit(digit, 16) ?? 0)
        }
        return Array(String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8)
      }
    }
  }

  /// The reference that starts at the `&` at `start`; nil where the text there is no reference.
  ///
  /// In an attribute a name without its semicolon is no reference where the word goes on, so that
  /// `?a=1&copy=2` stays.
  func match(
    in text: UnsafeBufferPointer<UInt8>, at start: Int, isInAttribute: Bool = false
  ) -> Match? {
    guard start + 1 < text.count else { return nil }
    let first = text[start + 1]
    if first == UInt8(ascii: "#") { return numeric(in: text, at: start) }
    guard first < 128, !ranges[Int(first)].isEmpty else { return nil }
    var end = start + 2
    let limit = min(text.count, start + 1 + maxUTF8Count)
    while end < limit, Self.isAlphanumeric(text[end]) { end += 1 }
    if end < limit, text[end] == UInt8(ascii: ";"),
      let found = index(of: UnsafeBufferPointer(rebasing: text[start + 1..<end + 1]))
    {
      return Match(utf8Count: end + 1 - start, utf8: rows[found].utf8)
    }
    // The longest name wins.
    for count in stride(from: min(end - start - 1, maxBareUTF8Count), to: 1, by: -1) {
      let next = start + 1 + count
      if isInAttribute, next < text.count,
        text[next] == UInt8(ascii: "=") || Self.isAlphanumeric(text[next])
      {
        continue
      }
      if let found = index(of: UnsafeBufferPointer(rebasing: text[start + 1..<next])) {
        return Match(utf8Count: 1 + count, utf8: rows[found].utf8)
      }
    }
    return nil
  }

  /// An attribute's value with its references resolved.
  func decoding(_ value: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    value.withUnsafeBufferPointer { value in
      var index = 0
      while index < value.count {
        if value[index] == UInt8(ascii: "&"),
          let match = match(in: value, at: index, isInAttribute: true)
        {
          result.append(contentsOf: match.utf8)
          index += match.utf8Count
        } else {
          result.append(value[index])
          index += 1
        }
      }
    }
    return result
  }

  private func index(of name: UnsafeBufferPointer<UInt8>) -> Int? {
    var range = ranges[Int(name[0])]
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if rows[middle].name.elementsEqual(name) { return middle }
      if rows[middle].name.lexicographicallyPrecedes(name) {
        range = middle + 1..<range.upperBound
      } else {
        range = range.lowerBound..<middle
      }
    }
    return nil
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
  }

  private func numeric(in text: UnsafeBufferPointer<UInt8>, at start: Int) -> Match? {
    var position = start + 2
    var radix: UInt32 = 10
    if position < text.count, text[position] | 0x20 == UInt8(ascii: "x") {
      radix = 16
      position += 1
    }
    let firstDigit = position
    var value: UInt32 = 0
    while position < text.count, let digit = Self.digit(text[position], radix) {
      value = min(value &* radix &+ digit, 0x110000)
      position += 1
    }
    guard position > firstDigit else { return nil }
    if position < text.count, text[position] == UInt8(ascii: ";") { position += 1 }
    return Match(utf8Count: position - start, utf8: Array(String(Self.scalar(of: value)).utf8))
  }

  private static func digit(_ byte: UInt8, _ radix: UInt32) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f") where radix == 16:
      UInt32(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F") where radix == 16:
      UInt32(byte - UInt8(ascii: "A")) + 10
    default: nil
    }
  }

  /// Section 13.2.5.80: zero, surrogates and what lies outside Unicode become U+FFFD; 0x80...0x9F
  /// mean what they mean in windows-1252.
  private static func scalar(of value: UInt32) -> Unicode.Scalar {
    if (0x80...0x9F).contains(value) { return windows1252[Int(value) - 0x80] }
    return value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  private static let windows1252: [Unicode.Scalar] = [
    "\u{20AC}", "\u{81}", "\u{201A}", "\u{192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
    "\u{2C6}", "\u{2030}", "\u{160}", "\u{2039}", "\u{152}", "\u{8D}", "\u{17D}", "\u{8F}",
    "\u{90}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
    "\u{2DC}", "\u{2122}", "\u{161}", "\u{203A}", "\u{153}", "\u{9D}", "\u{17E}", "\u{178}",
  ]
}
