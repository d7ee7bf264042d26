public import GhirbalIO

/// What a text file that nobody wrote a record of is, by the end of its name, in any case of letters.
public enum TextFileKind: Sendable {
  case written(OutputFormat)
  case reStructuredText

  private static let reStructuredSuffixes = [".rst", ".rest"]
  private static let otherTextSuffixes = [".text"]

  /// The ends of names, for a person.
  public static let suffixList =
    (OutputFormat.allCases.flatMap(\.suffixes) + otherTextSuffixes + reStructuredSuffixes)
    .joined(separator: ", ")

  /// - Returns: Plain text for a name that says nothing.
  init(_ path: String) { self = Self.named(path.lowercased()) ?? .written(.text) }

  /// Whether a folder of texts stands for a file of this name.
  public static func isNamed(_ path: String) -> Bool { named(path.lowercased()) != nil }

  private static func named(_ name: String) -> TextFileKind? {
    if reStructuredSuffixes.contains(where: name.hasSuffix) { return .reStructuredText }
    if otherTextSuffixes.contains(where: name.hasSuffix) { return .written(.text) }
    return OutputFormat(path: name).map { .written($0) }
  }

  /// The lines that are no prose: code, tables, markup; their bytes without line ends, in order.
  func linesWithoutProse(_ file: [UInt8]) -> [Range<Int>] {
    switch self {
    case .written(let format): format.linesWithoutProse(file)
    case .reStructuredText: Self.reStructuredLines(file)
    }
  }

  /// What is indented is a literal block or belongs to a directive; lines of signs mark headings and
  /// tables, and a row of a table has its columns apart (docutils, reStructuredText specification).
  private static func reStructuredLines(_ file: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    while start < file.count {
      let end = file[start...].firstIndex(of: 0x0A) ?? file.count
      if isMarkup(file[start..<end]) { lines.append(start..<end) }
      start = end + 1
    }
    return lines
  }

  private static func isMarkup(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first else { return false }
    if first <= 0x20 || first == UInt8(ascii: "|") || first == UInt8(ascii: "+") { return true }
    if line.starts(with: ".. ".utf8) || line.starts(with: "__ ".utf8) { return true }
    if line.starts(with: ":".utf8), line.dropFirst().contains(UInt8(ascii: ":")) { return true }
    if line.allSatisfy({ $0 <= 0x20 || $0 == first && isSign($0) }) { return true }
    var rest = line.drop { $0 > 0x20 }
    while rest.count > 2 {
      if rest.starts(with: [0x20, 0x20]), rest.dropFirst(2).contains(where: { $0 > 0x20 }) {
        return true
      }
      rest = rest.dropFirst().drop { $0 > 0x20 }
    }
    return false
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
      || (0x7B...0x7E).contains(byte)
  }
}
