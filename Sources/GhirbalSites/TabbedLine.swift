/// A line of a file of profiles or samples: fields with tabs between them, the first of which names it.
struct TabbedLine {
  /// Counted from 1.
  let number: Int
  let name: Substring
  private let fields: [Substring]

  /// The lines of a text, without empty ones and those that begin with `#`.
  static func all(of text: String) -> [TabbedLine] {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .compactMap { TabbedLine(String($0.element), number: $0.offset + 1) }
  }

  /// A line without what ends it; nil for an empty one and one that begins with `#`.
  init?(_ text: String, number: Int) {
    var line = text.unicodeScalars[...]
    if number == 1 { line = line.drop { $0 == "\u{FEFF}" } }
    if line.last == "\r" { line.removeLast() }
    guard let first = line.first, first != "#" else { return nil }
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map { Substring($0) }
    self.number = number
    name = fields[0]
    self.fields = Array(fields.dropFirst())
  }

  /// The lines without the last one, which says that the file is whole.
  static func whole(_ lines: [TabbedLine]) throws(ProfileProblem) -> [TabbedLine] {
    guard let last = lines.last, last.name == end else {
      throw .cut(lines.last?.number)
    }
    return Array(lines.dropLast())
  }

  /// The last line of a file.
  static let end = "end"

  /// Refuses a line with another number of fields.
  func check(count: ClosedRange<Int>) throws(ProfileProblem) {
    guard count.contains(fields.count) else {
      let wanted =
        count.count == 1 ? "\(count.lowerBound)" : "\(count.lowerBound) to \(count.upperBound)"
      throw problem("\(name) has \(wanted) fields with tabs between them, not \(fields.count)")
    }
  }

  func text(_ index: Int) -> String { index < fields.count ? String(fields[index]) : "" }

  var count: Int { fields.count }

  /// A field that is a whole number in a range.
  func number(_ index: Int, _ range: ClosedRange<Int>) throws(ProfileProblem) -> Int {
    try number(fields[index], range)
  }

  /// A field that is a hash.
  func hash(_ index: Int) throws(ProfileProblem) -> UInt64 { try hash(fields[index]) }

  /// A field of two whole numbers with a sign between them.
  func numbers(
    _ index: Int, _ sign: Character, _ range: ClosedRange<Int>
  ) throws(ProfileProblem) -> (Int, Int) {
    let parts = try parts(index, sign)
    return (try number(parts.0, range), try number(parts.1, range))
  }

  /// A field of a hash and a number with a sign between them.
  func hashAndNumber(
    _ index: Int, _ sign: Character, _ range: ClosedRange<Int>
  ) throws(ProfileProblem) -> (UInt64, Int) {
    let parts = try parts(index, sign)
    return (try hash(parts.0), try number(parts.1, range))
  }

  func problem(_ problem: String) -> ProfileProblem { ProfileProblem(line: number, problem) }

  private func parts(
    _ index: Int, _ sign: Character
  ) throws(ProfileProblem) -> (Substring, Substring) {
    let parts = fields[index].split(separator: sign, omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      throw problem("field \(index + 1) of \(name) has two parts with \(sign) between them")
    }
    return (parts[0], parts[1])
  }

  private func number(
    _ field: Substring, _ range: ClosedRange<Int>
  ) throws(ProfileProblem) -> Int {
    guard let value = Int(field), range.contains(value) else {
      throw problem(
        "\"\(field.prefix(40))\" is no number from \(range.lowerBound) to \(range.upperBound)")
    }
    return value
  }

  private func hash(_ field: Substring) throws(ProfileProblem) -> UInt64 {
    guard field.utf8.count == 16, let value = UInt64(field, radix: 16) else {
      throw problem("\"\(field.prefix(40))\" is no hash of 16 hexadecimal digits")
    }
    return value
  }
}

/// A file of profiles or samples that cannot be taken.
public struct ProfileProblem: Error, Equatable {
  /// The file, where it is one of several.
  public internal(set) var file: String?
  /// Counted from 1; nil where no line is at fault.
  public let line: Int?
  /// What is wrong, without a full stop.
  public let problem: String

  init(line: Int? = nil, _ problem: String) {
    self.line = line
    self.problem = problem
  }

  /// - Parameter line: the last one that is there.
  static func cut(_ line: Int?) -> ProfileProblem {
    ProfileProblem(line: line, "the file is cut: its last line is not \"\(TabbedLine.end)\"")
  }
}

extension UInt64 {
  /// The hash in 16 hexadecimal digits.
  var hex: String {
    let digits = String(self, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
