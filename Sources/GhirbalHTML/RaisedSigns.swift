/// Unicode's signs for raised and lowered text (the block Superscripts and Subscripts, and the few
/// elsewhere).
///
/// Of letters only those that Unicode made for formulas; the other small letters are phonetic.
enum RaisedSigns {
  /// What `scalars` are raised or lowered; nil where one of them has no such sign.
  static func converted(
    _ scalars: some Sequence<Unicode.Scalar>, _ height: TextHeight
  ) -> String? {
    let signs = height == .raised ? raised : lowered
    var converted = String.UnicodeScalarView()
    for scalar in scalars {
      guard let sign = signs[scalar] else { return nil }
      converted.append(sign)
    }
    return String(converted)
  }

  /// The same, or `^(…)` and `_(…)` where a sign is missing.
  static func written(_ scalars: some Collection<Unicode.Scalar>, _ height: TextHeight) -> String {
    if let converted = converted(scalars, height) { return converted }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return (height == .raised ? "^(" : "_(") + String(text) + ")"
  }

  private static let raised = table(
    "0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺-⁻−⁻–⁻=⁼(⁽)⁾i\u{2071}nⁿ")
  private static let lowered = table(
    "0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊-₋−₋–₋=₌(₍)₎aₐeₑhₕiᵢjⱼkₖlₗmₘnₙoₒpₚrᵣsₛtₜuᵤvᵥxₓ")

  /// Plain and small signs by turns.
  private static func table(_ rows: String) -> [Unicode.Scalar: Unicode.Scalar] {
    let scalars = Array(rows.unicodeScalars)
    return Dictionary(
      uniqueKeysWithValues: stride(from: 0, to: scalars.count, by: 2).map {
        (scalars[$0], scalars[$0 + 1])
      })
  }
}
