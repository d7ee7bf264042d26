/// A list of CSS selectors that choose elements of a page: `article > p.lead, #main h2`.
///
/// Selectors Level 4 as far as the arena can answer: elements, `*`, `#id`, `.class`, `[attribute]`
/// with all its relations and the flags `i` and `s`, the combinators, `:is`, `:not`, `:first-child`,
/// `:last-child`, `:nth-child(an+b)`. Element and attribute names match in any case of their letters,
/// ids and classes in their own. What the arena does not keep is an error, never a selector that
/// silently matches nothing.
public struct SelectorList: Sendable, Equatable {
  /// The UTF-8 of a list; a longer one is refused.
  public static let maxUTF8Count = 1000
  /// Compounds in a list, those inside `:is` and `:not` too: one bit of a word each.
  public static let maxCompounds = 64

  /// The list as it was written.
  public let text: String
  /// Each compound after those that it asks about on the same element.
  let compounds: [CompoundSelector]
  /// The bits of the compounds that end the list's selectors.
  let ends: UInt64

  /// Reads a list of selectors; throws for the first thing wrong in it.
  public init(_ text: String) throws(SelectorProblem) {
    guard text.utf8.count <= Self.maxUTF8Count else {
      throw SelectorProblem(Self.maxUTF8Count, .tooLong)
    }
    var parser = SelectorParser(Array(text.utf8))
    ends = try parser.parse()
    compounds = parser.compounds
    self.text = text
  }

  /// A list that stands in the code.
  ///
  /// - Precondition: the text is a valid list.
  public init(valid text: StaticString) {
    do throws(SelectorProblem) {
      try self.init("\(text)")
    } catch {
      preconditionFailure("\(text): \(error.problem)")
    }
  }

  /// The elements that one of the selectors matches, in document order.
  ///
  /// Takes time linear in elements × compounds.
  public func matches(in elements: ElementArena) -> [ElementID] {
    var matcher = SelectorMatcher(self, elements)
    return matcher.matches()
  }
}
