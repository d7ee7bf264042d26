import GhirbalIO

/// A comment that says which findings are right as they are.
///
/// `<!-- ghirbal:ignore GB301 … -->` is for the block that follows it in a raw page; in a text file for
/// the line it stands on, or for the next one where it stands alone. `ghirbal:ignore-file` is for the
/// whole file. Behind a colon or two hyphens there is room for the reason.
struct InlineIgnore {
  /// The rules, by id; empty for all.
  let rules: Set<String>
  /// A name that no rule has.
  let unknown: String?
  let isForFile: Bool
  /// The comment, in the file it stands in.
  let utf8Range: Range<Int>

  private static let opening = Array("<!--".utf8)
  private static let closing = Array("-->".utf8)
  private static let word = Array("ghirbal:ignore".utf8)

  /// The comments in a text, in its order; bytes that are no text are passed over.
  static func all(in bytes: ArraySlice<UInt8>) -> [InlineIgnore] {
    var ignores: [InlineIgnore] = []
    var position = bytes.startIndex
    while let start = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
      position = start + 1
      guard bytes[start...].starts(with: opening) else { continue }
      let body = bytes[(start + opening.count)...].drop { $0 <= 0x20 }
      guard body.starts(with: word), let end = Self.end(of: body) else { continue }
      if let ignore = InlineIgnore(body[..<end], start..<end + closing.count) {
        ignores.append(ignore)
      }
      position = end
    }
    return ignores
  }

  /// The longest comment that is read.
  private static let maxUTF8Count = 1000

  private static func end(of body: ArraySlice<UInt8>) -> Int? {
    let near = body.prefix(maxUTF8Count)
    return near.indices.first { near[$0...].starts(with: closing) }
  }

  private init?(_ body: ArraySlice<UInt8>, _ utf8Range: Range<Int>) {
    self.utf8Range = utf8Range
    var rest = body.dropFirst(Self.word.count)
    isForFile = rest.starts(with: "-file".utf8)
    if isForFile { rest = rest.dropFirst(5) }
    guard rest.isEmpty || rest.first == 0x20 || rest.first == 0x0A || rest.first == 0x2C else {
      return nil
    }
    var rules: Set<String> = []
    var unknown: String?
    for word in rest.split(whereSeparator: { $0 <= 0x20 || $0 == 0x2C }) {
      if word.starts(with: "--".utf8) || word.first == UInt8(ascii: ":") { break }
      let endsList = word.last == UInt8(ascii: ":")
      let name = String(decoding: endsList ? word.dropLast() : word, as: UTF8.self)
      let named = CheckRules.rules(name)
      if named.isEmpty { unknown = unknown ?? name }
      rules.formUnion(named.map(\.id))
      if endsList { break }
    }
    self.rules = rules
    self.unknown = unknown
  }

  /// Whether it is for a rule at all.
  func covers(_ rule: CheckRule) -> Bool {
    unknown == nil || !rules.isEmpty ? rules.isEmpty || rules.contains(rule.id) : false
  }
}
