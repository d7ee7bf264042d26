/// What a selector asks of one attribute (Selectors Level 4, section 6).
struct AttributeTest: Sendable, Equatable {
  enum Relation: Sendable, Equatable {
    /// `[name]`: the attribute is there, whatever its value.
    case isPresent
    /// `=`
    case equals
    /// `~=`: the value is one of the words.
    case hasWord
    /// `|=`: the whole, or what stands before a hyphen.
    case hasSubcodeOf
    /// `^=`
    case hasPrefix
    /// `$=`
    case hasSuffix
    /// `*=`
    case contains
  }

  let name: AttributeName
  let relation: Relation
  /// In lower case where ASCII letters match in both cases.
  let value: [UInt8]
  let ignoresCase: Bool
  /// For each prefix of the value that `*=` looks for: how long its longest proper prefix is that it
  /// ends with, so that no byte is looked at twice (Knuth, Morris, Pratt 1977, doi:10.1137/0206024).
  private let borders: [Int]

  init(_ name: AttributeName, _ relation: Relation, _ value: [UInt8], ignoresCase: Bool) {
    self.name = name
    self.relation = relation
    self.value = ignoresCase ? value.map(Self.lowered) : value
    self.ignoresCase = ignoresCase
    borders = relation == .contains ? Self.borders(of: self.value) : []
  }

  private static func borders(of value: [UInt8]) -> [Int] {
    var borders = [Int](repeating: 0, count: value.count)
    var count = 0
    for index in value.indices.dropFirst() {
      while count > 0, value[index] != value[count] { count = borders[count - 1] }
      if value[index] == value[count] { count += 1 }
      borders[index] = count
    }
    return borders
  }

  func matches(_ element: ElementID, in elements: ElementArena) -> Bool {
    elements.withAttribute(name, of: element) { matches($0) } ?? false
  }

  func matches(_ found: Span<UInt8>) -> Bool {
    switch relation {
    case .isPresent: true
    case .equals: found.count == value.count && isEqual(found, at: 0)
    case .hasWord: hasWord(found)
    case .hasSubcodeOf:
      isEqual(found, at: 0)
        && (found.count == value.count || found[value.count] == UInt8(ascii: "-"))
    // By the standard an empty value is part of nothing here.
    case .hasPrefix: !value.isEmpty && isEqual(found, at: 0)
    case .hasSuffix: !value.isEmpty && isEqual(found, at: found.count - value.count)
    case .contains: !value.isEmpty && contains(found)
    }
  }

  private func hasWord(_ found: Span<UInt8>) -> Bool {
    guard !value.isEmpty else { return false }
    var start = 0
    while start + value.count <= found.count {
      if SelectorReader.isSpace(found[start]) {
        start += 1
        continue
      }
      var end = start
      while end < found.count, !SelectorReader.isSpace(found[end]) { end += 1 }
      if end - start == value.count, isEqual(found, at: start) { return true }
      start = end
    }
    return false
  }

  private func contains(_ found: Span<UInt8>) -> Bool {
    var count = 0
    for index in 0..<found.count {
      let byte = ignoresCase ? Self.lowered(found[index]) : found[index]
      while count > 0, byte != value[count] { count = borders[count - 1] }
      if byte == value[count] { count += 1 }
      if count == value.count { return true }
    }
    return false
  }

  /// Whether the value stands at `start`.
  private func isEqual(_ found: Span<UInt8>, at start: Int) -> Bool {
    guard start >= 0, start + value.count <= found.count else { return false }
    for index in value.indices {
      let byte = found[start + index]
      guard (ignoresCase ? Self.lowered(byte) : byte) == value[index] else { return false }
    }
    return true
  }

  static func lowered(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}

extension AttributeName {
  /// Whether selectors compare the attribute's values without regard to ASCII case in HTML (HTML
  /// standard, "Case-sensitivity of selectors"), as far as the arena keeps the attributes named there.
  var hasCaselessValues: Bool {
    switch self {
    case .charset, .dir, .httpEquiv, .lang, .rel, .type: true
    default: false
    }
  }
}
