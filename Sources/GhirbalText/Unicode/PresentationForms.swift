import Foundation

/// The letters behind the presentation forms of the Arabic script.
enum PresentationForms {
  private static let first: UInt32 = 0xFB50

  /// The letters of each form from U+FB50 on, in logical order; nil for what is left alone.
  ///
  /// Left alone are the word ligatures U+FDF0...U+FDFF (ﷲ ﷺ ﷼ ﷽), ornate parentheses and the fragment
  /// U+FE73, which stand for themselves.
  private static let letters: [String?] = (first...0xFEFC).map { value in
    guard ScalarTraits.of(value).contains(.presentationForm) else { return nil }
    let form = String(scalarValue: value)
    let mapped = form.precomposedStringWithCompatibilityMapping
    if mapped == form { return nil }
    // Spacing forms of vowel signs map to a space or a tatweel that carries the sign.
    let carried = mapped.unicodeScalars.drop { $0 == " " || $0 == "\u{640}" }
    return carried.isEmpty ? nil : String(String.UnicodeScalarView(carried))
  }

  /// The letters of the form `value`, or nil where it stays.
  static func letters(of value: UInt32) -> String? {
    guard value >= first, value <= 0xFEFC else { return nil }
    return letters[Int(value - first)]
  }

  /// Whether the form `value` is a vowel sign on its own, which needs a letter before it.
  static func isSpacingSign(_ value: UInt32) -> Bool {
    (0xFE70...0xFE7F).contains(value) || (0xFC5E...0xFC63).contains(value)
      || (0xFCF2...0xFCF4).contains(value)
  }
}
