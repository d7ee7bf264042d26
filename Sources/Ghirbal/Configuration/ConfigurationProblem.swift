/// Something in pipeline.yml, or in place of it, that a person has to mend.
public struct ConfigurationProblem: Error, Equatable, CustomStringConvertible {
  /// The file, as it was named to us.
  public var file: String
  /// Counted from 1; nil where the problem has no place.
  public var line: Int?
  /// What is wrong, and what would be right, as a sentence.
  public var problem: String

  public init(file: String = "pipeline.yml", line: Int? = nil, _ problem: String) {
    self.file = file
    self.line = line
    self.problem = problem
  }

  public var description: String {
    line.map { "\(file):\($0): \(problem)" } ?? "\(file): \(problem)"
  }

  /// "unknown X "…"; did you mean Y? Known: …".
  public static func unknown(
    _ kind: String, _ name: String, among known: [String], line: Int? = nil
  ) -> ConfigurationProblem {
    let hint = nearest(to: name, among: known).map { "; did you mean \($0)?" } ?? "."
    let list = known.isEmpty ? "There are none." : "Known: \(known.joined(separator: ", "))."
    return ConfigurationProblem(line: line, "unknown \(kind) \"\(name.shortened)\"\(hint) \(list)")
  }

  /// The same of names that are too many for a message.
  static func unknownOfMany(
    _ kind: String, _ name: String, among known: [String], listedBy command: String
  ) -> ConfigurationProblem {
    let hint = nearest(to: name, among: known).map { "; did you mean \($0)?" } ?? "."
    return ConfigurationProblem(
      "unknown \(kind) \"\(name.shortened)\"\(hint) `\(command)` lists them.")
  }

  /// The known name with the fewest edits, if they are few for its size (Damerau, 1964: insertions,
  /// deletions, substitutions and swaps of neighbours).
  static func nearest(to name: String, among known: [String]) -> String? {
    // Nothing known is near to a name of a size that nobody types.
    guard name.utf8.count <= 100 else { return nil }
    return known.map { ($0, distance(Array(name.utf8), Array($0.utf8))) }
      .filter { $0.1 <= max(2, $0.0.utf8.count / 3) }
      .min { $0.1 < $1.1 }?.0
  }

  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var table = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count { table[i][0] = i }
    for j in 0...b.count { table[0][j] = j }
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    for i in 1...a.count {
      for j in 1...b.count {
        let substitution = table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        table[i][j] = min(table[i - 1][j] + 1, table[i][j - 1] + 1, substitution)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
        }
      }
    }
    return table[a.count][b.count]
  }
}
