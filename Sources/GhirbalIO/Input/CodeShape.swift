/// How much a text looks like a program: signs for letters, lines that end as statements do.
struct CodeShape {
  /// Whether the text is a program whatever its name is.
  let isScript: Bool
  /// Whether under a name of code it is code.
  let isLikeCode: Bool

  init(_ sample: ArraySlice<UInt8>) {
    let measure = Measure(sample)
    let opensAsScript = Self.opensAsScript(measure.start)
    isScript =
      Self.hasInterpreter(sample)
      || (opensAsScript && measure.signShare >= 0.08 && measure.statementShare >= 0.6)
    // Prose has two signs of these in a hundred bytes at most; lists of code words have more.
    isLikeCode = measure.signShare >= 0.03 && measure.statementShare >= 0.3
  }

  /// What programs begin with; prose may, too, so it is not enough by itself.
  private static let openings: [[UInt8]] = [
    "(function", "!function", "+function", ";(function", "function", "async function", "var ",
    "let ",
    "const ", "import ", "import{", "export ", "export{", "window", "document", "self.",
    "\"use strict\"",
    "'use strict'", "define(", "require(", "module.", "exports.", "jQuery", "$(", "if(", "if (",
    "try{",
    "try {", "class ", "this.", "(()=>", "(() =>", "(async", "!(", "(e=>", "void ", "new ",
    "webpack", "this[", "!async", "/*!", "globalThis", "console.", "location", "(globalThis",
    "(window", "(self", "(this",
  ].map { Array($0.utf8) }

  private static func opensAsScript(_ start: ArraySlice<UInt8>) -> Bool {
    openings.contains { start.starts(with: $0) }
  }

  /// `#!/usr/bin/env python3`: a path and at most two words, as systems read that line.
  private static func hasInterpreter(_ sample: ArraySlice<UInt8>) -> Bool {
    guard sample.starts(with: "#!".utf8) else { return false }
    let line = sample.dropFirst(2).prefix { $0 != 0x0A && $0 != 0x0D }
    let words = line.split { $0 == 0x20 || $0 == 0x09 }
    return (1...3).contains(words.count) && words[0].first == UInt8(ascii: "/")
  }

  private struct Measure {
    /// Where the first statement begins.
    let start: ArraySlice<UInt8>
    /// Signs of programs among the bytes that are no white space and no comment.
    let signShare: Double
    /// Lines that end as statements do, or are comments, among those with anything on them.
    let statementShare: Double

    init(_ sample: ArraySlice<UInt8>) {
      var start: Int?
      var signs = 0
      var bytes = 0
      var lines = 0
      var statements = 0
      var last: UInt8?
      var isCommentLine = false
      var place = sample.startIndex
      func endLine() {
        defer {
          last = nil
          isCommentLine = false
        }
        guard last != nil || isCommentLine else { return }
        lines += 1
        if isCommentLine || last.map(Measure.lineEnds.contains) ?? false { statements += 1 }
      }
      while place < sample.endIndex {
        let byte = sample[place]
        let next = place + 1 < sample.endIndex ? sample[place + 1] : 0
        if byte == UInt8(ascii: "/"), next == UInt8(ascii: "*") {
          place =
            sample[(place + 2)...].range(of: Array("*/".utf8)).map { $0 + 2 } ?? sample.endIndex
          continue
        }
        let isLineComment =
          last == nil
          && (byte == UInt8(ascii: "/") && next == UInt8(ascii: "/")
            || byte == UInt8(ascii: "#") && (next == 0x20 || next == UInt8(ascii: "!")))
        if isLineComment {
          isCommentLine = byte == UInt8(ascii: "/")
          place = sample[place...].firstIndex(of: 0x0A) ?? sample.endIndex
          continue
        }
        if byte == 0x0A { endLine() }
        if byte > 0x20 {
          start = start ?? place
          last = byte
          bytes += 1
          if Measure.signs.contains(byte) { signs += 1 }
        }
        place += 1
      }
      endLine()
      self.start = sample[(start ?? sample.endIndex)...]
      signShare = bytes == 0 ? 0 : Double(signs) / Double(bytes)
      statementShare = lines == 0 ? 0 : Double(statements) / Double(lines)
    }

    private static let signs = Set("{}()[];=<>&|+*$_\"'".utf8)
    private static let lineEnds = Set("{}()[];,:=+|&?>\"'".utf8)
  }
}
