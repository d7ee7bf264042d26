import Foundation

/// The findings that are known and wait for their turn, as a file that people review.
///
/// A row names rule, file and what was found, not the line: it holds when text moves.
public struct CheckBaseline: Sendable, Equatable {
  public static let schema = "ghirbal/check-baseline/1"
  public static let fileName = "ghirbal-baseline.json"

  public struct Row: Sendable, Hashable, Codable {
    /// The id of the rule.
    public var rule: String
    /// The file, relative to the folder of the configuration.
    public var path: String
    /// What was found; empty for what concerns the file as a whole.
    public var text: String

    public init(rule: String, path: String, text: String) {
      self.rule = rule
      self.path = path
      self.text = text
    }

    private var sortKey: [[UInt8]] { [Array(path.utf8), Array(rule.utf8), Array(text.utf8)] }

    fileprivate static func precedes(_ a: Row, _ b: Row) -> Bool {
      for (first, second) in zip(a.sortKey, b.sortKey) where first != second {
        return first.lexicographicallyPrecedes(second)
      }
      return false
    }
  }

  /// How often each finding is known, in the order of the file.
  public private(set) var rows: [(row: Row, count: Int)]

  public init(_ counts: [Row: Int]) {
    rows = counts.sorted { Row.precedes($0.key, $1.key) }.map { ($0.key, $0.value) }
  }

  public static func == (a: CheckBaseline, b: CheckBaseline) -> Bool {
    a.rows.elementsEqual(b.rows) { $0 == $1 }
  }

  /// The line of the file that a row stands in, counted from 1.
  public static func line(ofRow index: Int) -> Int { index + 2 }

  /// A row a line, sorted, so that two branches seldom meet.
  public var json: [UInt8] {
    var json = JSONText()
    json.object {
      $0.member("schema", Self.schema)
      $0.key("known")
      $0.array { json in
        for (row, count) in rows {
          json.breakLine()
          json.object {
            $0.member("rule", row.rule)
            $0.member("path", row.path)
            $0.member("text", row.text)
            $0.member("count", count)
          }
        }
        if !rows.isEmpty { json.newLine() }
      }
    }
    json.newLine()
    return json.utf8
  }

  public init(json: [UInt8]) throws(RecordProblem) {
    let file: File
    do {
      file = try JSONDecoder().decode(File.self, from: Data(json))
    } catch {
      throw RecordProblem("the baseline is not valid: write it again with --write-baseline")
    }
    guard file.schema == Self.schema else {
      throw RecordProblem("the baseline is of schema \(file.schema), not \(Self.schema)")
    }
    rows = file.known.map { (Row(rule: $0.rule, path: $0.path, text: $0.text), max(0, $0.count)) }
  }

  private struct File: Decodable {
    var schema: String
    var known: [Known]

    struct Known: Decodable {
      var rule: String
      var path: String
      var text: String
      var count: Int
    }
  }
}
