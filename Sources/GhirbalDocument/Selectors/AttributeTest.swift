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

  init(_ name: AttributeName, _ relation: Relation, _ value: [UInt8], ignoresCase: Bool) {
    self.name = name
    self.relation = relation
    self.value = ignoresCase ? value.map(Self.lowered) : value
    self.ignoresCase = ignoresCase
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
    var start = 0
    while start + value.count <= found.count {
      if isEqual(found, at: start) { return true }
      start += 1
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
