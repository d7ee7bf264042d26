/// The sentences for all features of a model.
struct FeatureSentences: Sendable {
  /// By feature: its row, and what the asterisk of the row stands for.
  private let rows: [String: (row: FeatureSentence, part: String)]
  /// Features without a sentence, and rows without a feature; both are defects of the tables.
  let defects: [String]

  /// A row with the whole name comes before those with an asterisk, a long name before a short one.
  init(_ table: [FeatureSentence], _ names: [String]) {
    let table = table.sorted { Self.rank($0) > Self.rank($1) }
    var rows: [String: (FeatureSentence, String)] = [:]
    var used: Set<String> = []
    var defects: [String] = []
    for name in names {
      let found = table.lazy.compactMap { row in row.matched(name).map { (row, $0) } }.first
      guard let found else {
        defects.append(name)
        continue
      }
      used.insert(found.0.name)
      rows[name] = found
    }
    self.rows = rows
    self.defects = defects + table.map(\.name).filter { !used.contains($0) }
  }

  private static func rank(_ row: FeatureSentence) -> (Int, Int) {
    (row.name.contains("*") ? 0 : 1, row.name.utf8.count)
  }

  /// Whether a feature has the same value for all blocks of a page.
  func isOfPage(_ name: String) -> Bool { rows[name]?.row.isOfPage ?? false }

  func sentence(_ name: String, _ value: Float) -> String {
    guard let (row, part) = rows[name] else {
      preconditionFailure("each feature has a sentence")
    }
    return row.sentence(value, of: part)
  }
}
