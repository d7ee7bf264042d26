/// The pseudo-classes that the markup alone can answer.
enum PseudoClass: String, CaseIterable, Sendable {
  case not
  case `is`
  case firstChild = "first-child"
  case lastChild = "last-child"
  case nthChild = "nth-child"
}
