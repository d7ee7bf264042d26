import GhirbalIO

/// Two versions of a file as a patch that `patch` and `git apply` take (POSIX `diff -u`), line by line.
///
/// It works on bytes: a file that is no UTF-8 is patched as well as any other.
struct UnifiedDiff {
  let utf8: [UInt8]
  /// Lines that the new version has and the old one has not, and the reverse.
  private(set) var addedCount = 0
  private(set) var removedCount = 0

  /// Unchanged lines shown around a change.
  private static let context = 3

  /// nil stands for a file that is not there.
  init(_ old: [UInt8]?, _ new: [UInt8]?, path: String) {
    let oldLines = Self.lines(old ?? [])
    let newLines = Self.lines(new ?? [])
    var result = Array("--- \(old == nil ? "/dev/null" : Self.name("a/" + path))\n".utf8)
    result += "+++ \(new == nil ? "/dev/null" : Self.name("b/" + path))\n".utf8
    let script = Self.script(oldLines, newLines)
    for line in script {
      switch line {
      case .same: break
      case .removed: removedCount += 1
      case .added: addedCount += 1
      }
    }
    for hunk in Self.hunks(script) { result += hunk }
    utf8 = result
  }

  /// By the first byte of a line behind the header.
  private static let styles: [UInt8: Terminal.Style] = [
    UInt8(ascii: "+"): .green, UInt8(ascii: "-"): .red, UInt8(ascii: "@"): .cyan,
  ]

  /// Writes it to standard output: to the byte where nobody wants colours.
  func show(_ terminal: Terminal) throws(FileProblem) {
    guard terminal.hasColour else { return try emit(utf8) }
    var isHeader = true
    var text = ""
    for line in String(decoding: utf8, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    ).dropLast() {
      if line.hasPrefix("@@") { isHeader = false }
      let style: Terminal.Style =
        isHeader ? .bold : line.utf8.first.flatMap { Self.styles[$0] } ?? .plain
      text += terminal.styled(String(line).harmless, style) + "\n"
    }
    try emitStyled(text)
  }

  /// A name for a header, with a tab behind it where a space might be taken for its end.
  private static func name(_ path: String) -> String {
    let quoted = quoted(path)
    return quoted == path && path.utf8.contains(0x20) ? path + "\t" : quoted
  }

  /// A name as git and GNU patch read it: in quotes where a line end or another control character in
  /// it would end the header and start a line of its own making.
  static func quoted(_ name: String) -> String {
    let isPlain = name.utf8.allSatisfy {
      $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }
    guard !isPlain else { return name }
    var result = "\""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      case "\u{0}"..."\u{1F}", "\u{7F}":
        let octal = String(scalar.value, radix: 8)
        result += "\\" + String(repeating: "0", count: 3 - octal.count) + octal
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private enum Line {
    case same([UInt8], Int, Int)
    case removed([UInt8], Int, Int)
    case added([UInt8], Int, Int)

    var isSame: Bool { if case .same = self { true } else { false } }
  }

  private static func lines(_ bytes: [UInt8]) -> [[UInt8]] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    if lines.last == [] {
      lines.removeLast()
    } else if let last = lines.popLast() {
      lines.append(last + "\n\\ No newline at end of file".utf8)
    }
    return lines
  }

  /// All lines of both versions in order, each with its place in both, counted from 0.
  private static func script(_ old: [[UInt8]], _ new: [[UInt8]]) -> [Line] {
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var script: [Line] = []
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      if i < old.count, removed.contains(i) {
        script.append(.removed(old[i], i, j))
        i += 1
      } else if j < new.count, added.contains(j) {
        script.append(.added(new[j], i, j))
        j += 1
      } else {
        script.append(.same(old[i], i, j))
        i += 1
        j += 1
      }
    }
    return script
  }

  private static func hunks(_ script: [Line]) -> [[UInt8]] {
    var hunks: [[UInt8]] = []
    var index = 0
    while let change = script[index...].firstIndex(where: { !$0.isSame }) {
      let start = max(index, change - context)
      var end = change
      var unchanged = 0
      while end < script.count, unchanged <= 2 * context {
        unchanged = script[end].isSame ? unchanged + 1 : 0
        end += 1
      }
      end -= max(0, unchanged - context)
      hunks.append(hunk(script[start..<end]))
      index = end
    }
    return hunks
  }

  private static func hunk(_ lines: ArraySlice<Line>) -> [UInt8] {
    var body: [UInt8] = []
    func append(_ mark: Unicode.Scalar, _ line: [UInt8]) {
      body.append(UInt8(ascii: mark))
      body += line
      body.append(0x0A)
    }
    var (oldCount, newCount) = (0, 0)
    var start: (Int, Int)?
    for line in lines {
      switch line {
      case .same(let text, let i, let j):
        start = start ?? (i, j)
        append(" ", text)
        oldCount += 1
        newCount += 1
      case .removed(let text, let i, let j):
        start = start ?? (i, j)
        append("-", text)
        oldCount += 1
      case .added(let text, let i, let j):
        start = start ?? (i, j)
        append("+", text)
        newCount += 1
      }
    }
    let (i, j) = start ?? (0, 0)
    // An empty side is named by the line before it.
    let oldStart = oldCount == 0 ? i : i + 1
    let newStart = newCount == 0 ? j : j + 1
    return Array("@@ -\(oldStart),\(oldCount) +\(newStart),\(newCount) @@\n".utf8) + body
  }
}
