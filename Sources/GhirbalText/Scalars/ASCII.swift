/// Questions about a byte or a scalar as a character of ASCII.
extension FixedWidthInteger where Self: UnsignedInteger {
  @inline(__always) var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
  @inline(__always) var isASCIIDigit: Bool { self &- 0x30 < 10 }
  @inline(__always) var isASCIIAlphanumeric: Bool { isASCIILetter || isASCIIDigit }

  /// ASCII white space of the Infra Standard: tab, line feed, form feed, carriage return, space.
  @inline(__always) var isASCIISpace: Bool {
    self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0C || self == 0x0D
  }
}
