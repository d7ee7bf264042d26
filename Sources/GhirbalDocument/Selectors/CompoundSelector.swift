/// What a selector asks of one element, and how that element stands to the compound before it:
/// `> p.lead` in `article > p.lead`.
struct CompoundSelector: Sendable, Equatable {
  /// How the element stands to the one that the compound before it matches.
  enum Combinator: Sendable, Equatable {
    /// Nothing stands before: the compound opens its selector.
    case none
    /// White space: somewhere inside.
    case descendant
    /// `>`
    case child
    /// `+`: the next element of the same parent.
    case adjacent
    /// `~`: a later element of the same parent.
    case sibling
  }

  var combinator = Combinator.none
  /// Nil for any.
  var tag: Tag?
  var attributes: [AttributeTest] = []
  var places: [ChildPattern] = []
  var isLastChild = false
  /// The selectors in `:is` and `:not`, as bits of the compounds that end them: one of them must,
  /// none of them may match.
  var alternatives: [UInt64] = []
  var exclusions: UInt64 = 0
}
