/// Character references as the HTML standard reads them (section 13.2.5.72 and following).
///
/// libxml2 knows the 253 names of HTML 4 and takes numbers at their word; this knows all 2,231 names,
/// those without a semicolon too, and that `&#150;` means a dash.
struct CharacterReferences: Sendable {
  static let standard = CharacterReferences()

  /// A reference found in text.
  struct Match: Equatable {
    /// How many bytes it takes, from the `&`.
    var utf8Count: Int
    var scalars: [Unicode.Scalar]
  }

  private let names: [[UInt8]]
  private let values: [[Unicode.Scalar]]
  /// The half-open range of names that start with each ASCII letter.
  private let ranges: [Range<Int>]

  private init() {
    var names: [[UInt8]] = []
    var values: [[Unicode.Scalar]] = []
    for row in NamedReferenceRows.rows.description.split(separator: "\n") {
      let fields = row.split(separator: " ")
      names.append(Array(fields[0].utf8))
      values.append(
        fields.dropFirst().compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) })
    }
    var ranges = [Range<Int>](repeating: 0..<0, count: 128)
    for (index, name) in names.enumerated() {
      let letter = Int(name[0])
      ranges[letter] = (ranges[letter].isEmpty ? index : ranges[letter].lowerBound)..<index + 1
    }
    self.names = names
    self.values = values
    self.ranges = ranges
  }

  /// The reference that starts at the `&` at `start`; nil where the text there is no reference.
  func match(in text: UnsafeBufferPointer<UInt8>, at start: Int) -> Match? {
    guard start + 1 < text.count else { return nil }
    let first = text[start + 1]
    if first == UInt8(ascii: "#") { return numeric(in: text, at: start) }
    guard first < 128 else { return nil }
    // The longest name wins; names are sorted, so longer ones with the same start come later.
    for index in ranges[Int(first)].reversed() {
      let name = names[index]
      guard start + 1 + name.count <= text.count else { continue }
      if name.indices.allSatisfy({ text[start + 1 + $0] == name[$0] }) {
        return Match(utf8Count: 1 + name.count, scalars: values[index])
      }
    }
    return nil
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
    return Match(utf8Count: position - start, scalars: [Self.scalar(of: value)])
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
