/// What stood between two lines before a program put a line end there.
public enum LineJoint: String, Sendable {
  case space = " "
  /// The line was cut inside a word, behind a hyphen, or between letters that have no spaces.
  case nothing = ""
}

/// A line end that a program put where a line was full.
public struct HardWrap: Sendable, Equatable {
  /// Behind which of the lines it stands.
  public let line: Int
  public let joint: LineJoint
}

/// The line ends of a text that show a fixed width and nothing else, in order.
///
/// `lines` are ranges of `text` without their line ends, in order; blank lines are none. Two kinds of
/// wraps are known, and a text has one of them. Lines cut at one count of characters, wherever in a
/// word that is (`CharacterCuts`), judged by the whole text; and lines broken between words
/// (`WordWraps`), judged by paragraph. Left alone are lines that end a sentence short, and what shows
/// lists, tables, code, indents, verse or addresses. Linear.
public func hardWraps(in text: Span<UInt8>, lines: [Range<Int>]) -> [HardWrap] {
  text.withUnsafeBufferPointer { bytes in
    let text = Scalars(bytes)
    let shapes = lines.indices.map { line in
      LineShape(
        text, lines[line],
        below: line == 0 ? nil : lines[line - 1].upperBound..<lines[line].lowerBound)
    }
    if let cuts = CharacterCuts(text, lines, shapes) { return cuts.wraps() }
    return WordWraps(shapes).wraps()
  }
}
