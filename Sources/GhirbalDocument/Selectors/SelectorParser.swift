/// Builds the compounds of a selector list from its text (Selectors Level 4, section 17).
///
/// The compounds of a selector stand one after another, and those inside its `:is` and `:not` stand
/// before them, so that whoever goes through the compounds in order has the inner ones first.
struct SelectorParser {
  private var reader: SelectorReader
  private(set) var compounds: [CompoundSelector] = []

  init(_ utf8: [UInt8]) { reader = SelectorReader(utf8) }

  /// The bits of the compounds that end the selectors of the whole text.
  mutating func parse() throws(SelectorProblem) -> UInt64 {
    let ends = try list()
    guard reader.next == nil else { throw reader.unexpected }
    return ends
  }

  /// A list up to a closing bracket or the end.
  private mutating func list() throws(SelectorProblem) -> UInt64 {
    var ends: UInt64 = 0
    repeat {
      ends |= try complex()
    } while reader.skip(",")
    return ends
  }

  /// Compounds with combinators between them; the bit of the last.
  private mutating func complex() throws(SelectorProblem) -> UInt64 {
    reader.skipSpace()
    guard let first = try compound() else {
      let isMissing = reader.next.map { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ")") } ?? true
      throw isMissing
        ? SelectorProblem(reader.utf8Offset, .missingSelector) : reader.unexpected
    }
    var chain = [first]
    while let combinator = combinator() {
      guard var next = try compound() else { throw reader.unexpected }
      next.combinator = combinator
      chain.append(next)
    }
    guard compounds.count + chain.count <= SelectorList.maxCompounds else {
      throw SelectorProblem(reader.utf8Offset, .tooManyCompounds)
    }
    compounds += chain
    return 1 << UInt64(compounds.count - 1)
  }

  /// The combinator before another compound; nil where the selector ends.
  private mutating func combinator() -> CompoundSelector.Combinator? {
    let hasSpace = reader.skipSpace()
    for (sign, combinator) in Self.combinators where reader.skip(sign) {
      reader.skipSpace()
      return combinator
    }
    switch reader.next {
    case nil, UInt8(ascii: ","), UInt8(ascii: ")"): return nil
    default: return hasSpace ? .descendant : nil
    }
  }

  private static let combinators: [(Unicode.Scalar, CompoundSelector.Combinator)] = [
    (">", .child), ("+", .adjacent), ("~", .sibling),
  ]

  /// A compound; nil where none starts.
  private mutating func compound() throws(SelectorProblem) -> CompoundSelector? {
    let start = reader.utf8Offset
    var compound = CompoundSelector()
    if reader.isAtName {
      compound.tag = try tag()
    } else {
      _ = reader.skip("*")
    }
    while true {
      if reader.skip("#") {
        compound.attributes.append(
          AttributeTest(.id, .equals, try reader.name(), ignoresCase: false))
      } else if reader.skip(".") {
        compound.attributes.append(
          AttributeTest(.class, .hasWord, try reader.name(), ignoresCase: false))
      } else if reader.skip("[") {
        compound.attributes.append(try attributeTest())
      } else if reader.skip(":") {
        try readPseudoClass(into: &compound)
      } else {
        break
      }
    }
    return reader.utf8Offset > start ? compound : nil
  }

  private mutating func tag() throws(SelectorProblem) -> Tag {
    let start = reader.utf8Offset
    let name = String(decoding: try reader.name(), as: UTF8.self)
    guard let tag = Tag.allCases.first(where: { $0 != .other && $0.name == name.asciiLowercased })
    else { throw SelectorProblem(start, .unknownElement(name)) }
    return tag
  }

  /// What stands between `[` and `]`.
  private mutating func attributeTest() throws(SelectorProblem) -> AttributeTest {
    reader.skipSpace()
    let start = reader.utf8Offset
    let written = String(decoding: try reader.name(), as: UTF8.self)
    let known = AttributeName.allCases.first { $0 != .none && $0.name == written.asciiLowercased }
    guard let name = known else { throw SelectorProblem(start, .unknownAttribute(written)) }
    reader.skipSpace()
    if reader.skip("]") { return AttributeTest(name, .isPresent, [], ignoresCase: false) }
    let relation = Self.relations.first { reader.skip($0.0) }?.1 ?? .equals
    guard reader.skip("=") else { throw reader.unexpected }
    reader.skipSpace()
    let isQuoted = reader.next == UInt8(ascii: "\"") || reader.next == UInt8(ascii: "'")
    let value = isQuoted ? try reader.string() : try reader.name()
    reader.skipSpace()
    var ignoresCase = name.hasCaselessValues
    if reader.skip("i") || reader.skip("I") {
      ignoresCase = true
    } else if reader.skip("s") || reader.skip("S") {
      ignoresCase = false
    }
    reader.skipSpace()
    guard reader.skip("]") else { throw reader.unexpected }
    return AttributeTest(name, relation, value, ignoresCase: ignoresCase)
  }

  private static let relations: [(Unicode.Scalar, AttributeTest.Relation)] = [
    ("~", .hasWord), ("|", .hasSubcodeOf), ("^", .hasPrefix), ("$", .hasSuffix), ("*", .contains),
  ]

  /// What stands behind the colon.
  private mutating func readPseudoClass(
    into compound: inout CompoundSelector
  ) throws(SelectorProblem) {
    let start = reader.utf8Offset
    // The second colon of a pseudo-element, which selects no element.
    if reader.skip(":") {
      throw SelectorProblem(
        start, .unknownPseudoClass(":" + String(decoding: try reader.name(), as: UTF8.self)))
    }
    let name = String(decoding: try reader.name(), as: UTF8.self)
    guard let pseudoClass = PseudoClass(rawValue: name.asciiLowercased) else {
      throw SelectorProblem(start, .unknownPseudoClass(name))
    }
    switch pseudoClass {
    case .firstChild: compound.places.append(.first)
    case .lastChild: compound.isLastChild = true
    case .nthChild:
      try expect("(")
      let patternStart = reader.utf8Offset
      let pattern = reader.bracketed()
      guard let places = ChildPattern(pattern) else {
        throw SelectorProblem(
          patternStart, .badPattern(String(decoding: pattern, as: UTF8.self)))
      }
      compound.places.append(places)
      try expect(")")
    case .is:
      try expect("(")
      compound.alternatives.append(try list())
      try expect(")")
    case .not:
      try expect("(")
      compound.exclusions |= try list()
      try expect(")")
    }
  }

  private mutating func expect(_ byte: Unicode.Scalar) throws(SelectorProblem) {
    guard reader.skip(byte) else { throw reader.unexpected }
  }
}

extension String {
  /// With the letters A-Z in lower case and all others as they are.
  fileprivate var asciiLowercased: String {
    String(decoding: utf8.map(AttributeTest.lowered), as: UTF8.self)
  }
}
