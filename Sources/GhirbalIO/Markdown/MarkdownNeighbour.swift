/// What stands beside a sign of emphasis (CommonMark 0.31, section 2.1).
enum MarkdownNeighbour {
  case space, punctuation, word

  init(startOf text: ArraySlice<UInt8>) {
    guard let first = text.first else {
      self = .space
      return
    }
    if first < 0x80 {
      self = Self.ofASCII(first)
      return
    }
    var decoder = UTF8()
    var bytes = text.prefix(4).makeIterator()
    if case .scalarValue(let scalar) = decoder.decode(&bytes) {
      self.init(scalar)
    } else {
      self = .space
    }
  }

  init(endOf text: ArraySlice<UInt8>) {
    var start = text.endIndex
    while start > text.startIndex, text.endIndex - start < 4 {
      start -= 1
      if text[start] & 0xC0 != 0x80 { break }
    }
    self.init(startOf: text[start...])
  }

  private static func ofASCII(_ byte: UInt8) -> MarkdownNeighbour {
    if byte <= 0x20 || byte == 0x7F { return .space }
    return MarkdownText.isPunctuation(byte) ? .punctuation : .word
  }

  private init(_ scalar: Unicode.Scalar) {
    switch scalar.properties.generalCategory {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: self = .space
    case .control: self = .space
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
      .modifierSymbol, .otherSymbol:
      self = .punctuation
    default: self = .word
    }
  }
}
