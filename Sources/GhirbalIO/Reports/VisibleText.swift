extension Unicode.Scalar {
  /// This character as a person can see it: characters that show nothing, or that steer a terminal or
  /// the direction of text, by their names or numbers.
  public var visible: String {
    switch value {
    case 0x0A: return "⏎"
    case 0x09: return "⇥"
    case 0x0..<0x20, 0x7F..<0xA0, 0x061C, 0x1680, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F,
      0xA0, 0xAD, 0xFEFF, 0xFFF9...0xFFFB, 0xFFFE, 0xFFFF, 0xE0000...0xE007F:
      return "‹\(Self.names[value] ?? "U+" + String(value, radix: 16, uppercase: true))›"
    default: return String(self)
    }
  }

  /// The abbreviations that Unicode has for them (NameAliases.txt).
  private static let names: [UInt32: String] = [
    0xA0: "NBSP", 0xAD: "SHY", 0x061C: "ALM", 0x200B: "ZWSP", 0x200C: "ZWNJ", 0x200D: "ZWJ",
    0x200E: "LRM", 0x200F: "RLM", 0x202F: "NNBSP", 0x2060: "WJ", 0xFEFF: "BOM",
  ]

  /// Whether it joins letters or keeps them apart (ZWNJ, ZWJ), and shows nothing itself.
  public var isJoiner: Bool { value == 0x200C || value == 0x200D }

  /// Whether the character is of a script that runs from right to left, by its block.
  public var runsFromRightToLeft: Bool {
    switch value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
      true
    default: false
    }
  }
}

extension String {
  /// This text on one line for a message, cut to `maxScalars`: nothing in it steers a terminal, and
  /// where it runs from right to left it is isolated from what stands around it (Unicode Bidirectional
  /// Algorithm, FSI and PDI).
  public func quoted(maxScalars: Int = 80) -> String {
    var shown = ""
    var isRightToLeft = false
    for (index, scalar) in unicodeScalars.enumerated() {
      if index == maxScalars {
        shown += "…"
        break
      }
      shown += scalar.visible
      isRightToLeft = isRightToLeft || scalar.runsFromRightToLeft
    }
    return isRightToLeft ? "“\u{2068}\(shown)\u{2069}”" : "“\(shown)”"
  }

  /// This text with every character visible, on one line.
  public var allVisible: String { unicodeScalars.map(\.visible).joined() }
}
