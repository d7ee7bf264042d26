extension Unicode.Scalar {
  /// Whether it would end a line or a field of a profile, turn it around, or act on a terminal.
  var actsOnLines: Bool {
    switch value {
    case ..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
