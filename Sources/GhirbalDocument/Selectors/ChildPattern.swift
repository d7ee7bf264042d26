/// The `an+b` of `:nth-child` (CSS Syntax Module Level 3, section 6): which places among its siblings
/// an element may have, counted from 1.
struct ChildPattern: Sendable, Equatable {
  /// a.
  let step: Int
  /// b.
  let offset: Int

  func contains(_ place: Int) -> Bool {
    let distance = place - offset
    guard step != 0 else { return distance == 0 }
    return distance % step == 0 && distance / step >= 0
  }

  static let first = ChildPattern(step: 0, offset: 1)

  /// Numbers past it are refused: no page has so many siblings.
  private static let maxNumber = 1_000_000

  init(step: Int, offset: Int) {
    self.step = step
    self.offset = offset
  }

  /// Reads `odd`, `even`, `3`, `n`, `-n+3`, `2n + 1`; nil for anything else. White space may stand
  /// around a sign in the middle and at both ends, as in CSS.
  init?(_ text: some Sequence<UInt8>) {
    let bytes = Self.trimmed(text.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
    if bytes.elementsEqual("odd".utf8) {
      self.init(step: 2, offset: 1)
      return
    }
    if bytes.elementsEqual("even".utf8) {
      self.init(step: 2, offset: 0)
      return
    }
    guard let n = bytes.firstIndex(of: UInt8(ascii: "n")) else {
      guard let offset = Self.number(bytes) else { return nil }
      self.init(step: 0, offset: offset)
      return
    }
    guard let step = Self.step(bytes[..<n]) else { return nil }
    let rest = Self.trimmed(bytes[(n + 1)...])
    if rest.isEmpty {
      self.init(step: step, offset: 0)
      return
    }
    guard rest[0] == UInt8(ascii: "+") || rest[0] == UInt8(ascii: "-"),
      let offset = Self.number(rest[..<1] + Self.trimmed(rest[1...]))
    else { return nil }
    self.init(step: step, offset: offset)
  }

  private static func step(_ bytes: ArraySlice<UInt8>) -> Int? {
    switch String(decoding: bytes, as: UTF8.self) {
    case "", "+": 1
    case "-": -1
    default: number(bytes)
    }
  }

  /// A decimal number with at most one sign.
  private static func number(_ bytes: some Sequence<UInt8>) -> Int? {
    guard let number = Int(String(decoding: Array(bytes), as: UTF8.self)),
      abs(number) <= maxNumber
    else { return nil }
    return number
  }

  private static func trimmed(_ bytes: some Collection<UInt8>) -> [UInt8] {
    let start = bytes.drop(while: SelectorReader.isSpace)
    return Array(start.reversed().drop(while: SelectorReader.isSpace).reversed())
  }
}
