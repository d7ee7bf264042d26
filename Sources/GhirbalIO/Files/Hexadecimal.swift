extension Array where Element == UInt8 {
  /// The bytes that hexadecimal digits name; nil where they do not.
  public init?(hexadecimal digits: String) {
    var bytes: [UInt8] = []
    var high: UInt8?
    for character in digits {
      guard let digit = character.hexDigitValue.map(UInt8.init) else { return nil }
      if let first = high {
        bytes.append(first << 4 | digit)
        high = nil
      } else {
        high = digit
      }
    }
    guard high == nil else { return nil }
    self = bytes
  }

  /// Two lower-case digits a byte.
  public var hexadecimal: String {
    map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
