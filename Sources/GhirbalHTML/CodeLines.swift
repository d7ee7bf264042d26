/// Where lines of preformatted text end that are elements: `pre > div`, rows of a table, spans of
/// highlighters with no line end between them.
///
/// A line end is due behind such a line, once: whether the page writes one there as well or not.
struct CodeLines {
  enum Kind: Equatable {
    /// Laid out on a line of its own; nothing in it, no line.
    case block
    /// A row or what is called a line: one line, even with nothing in it.
    case row
    /// A span that is called a line. The page may write the line ends itself.
    case span
  }

  /// Behind a block or row.
  private var isDue = false
  /// Behind a span, with no text since.
  private var isDueBeforeSpan = false
  /// Whether nothing was written since the innermost line started.
  private var isEmpty = true

  /// A line starts; returns whether a line end belongs before it.
  mutating func start(_ kind: Kind, isAtLineStart: Bool) -> Bool {
    let needsEnd = kind == .span ? isDueBeforeSpan : isDue || !isAtLineStart
    isDue = false
    isDueBeforeSpan = false
    isEmpty = true
    return needsEnd
  }

  mutating func end(_ kind: Kind, isAtLineStart: Bool) {
    switch kind {
    // The line end may stand inside the span, as Chroma writes it.
    case .span: isDueBeforeSpan = isDueBeforeSpan || isEmpty || !isAtLineStart
    case .row: isDue = isDue || isEmpty || !isAtLineStart
    case .block:
      if isEmpty { return }
      isDue = isDue || !isAtLineStart
    }
    isEmpty = false
  }

  /// Text comes; returns whether the due line end is to be written before it.
  mutating func takeDueLineEnd() -> Bool {
    defer { isDue = false }
    return isDue
  }

  mutating func appendText() {
    isEmpty = false
    isDue = false
    isDueBeforeSpan = false
  }

  /// What counts of text where a line end is due: of white space, which sets out the tags there, only
  /// its line ends.
  ///
  /// The line end that is due is the first of the text's own.
  func textBetweenLines(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    guard isDue, bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || Self.isLineEnd($0) }) else {
      return bytes.indices
    }
    guard let first = bytes.firstIndex(where: Self.isLineEnd),
      let last = bytes.lastIndex(where: Self.isLineEnd)
    else { return 0..<0 }
    return first..<last + 1
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
