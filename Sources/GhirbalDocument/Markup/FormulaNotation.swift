/// How the text of a formula is written.
public enum FormulaNotation: Sendable, Equatable {
  /// As TeX, without the signs that part it from prose.
  case tex
  /// On one line, with `^(…)` and `_(…)` where there is no raised or lowered sign.
  case text
}
