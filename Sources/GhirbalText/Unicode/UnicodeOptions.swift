/// Normalisation beyond what is safe for every text; all off unless asked for.
///
/// Each option loses something an author may have meant, so none is part of the default.
public struct UnicodeOptions: Sendable, Equatable, Codable {
  /// Removes vowel signs (U+064B...U+0652, U+0670).
  public var harakat = false
  /// Removes U+0640.
  public var tatweel = false
  /// Turns Arabic-Indic digits (U+0660..., U+06F0...) into ASCII digits.
  public var digits = false
  /// Turns curly and low quotation marks into ASCII ones; guillemets stay.
  public var quotes = false
  /// Maps compatibility characters as Normalization Form KC does, but for raised and lowered digits.
  public var compatibility = false
  /// Turns ة into ه.
  public var tehMarbuta = false

  /// Creates options with everything off.
  public init() {}

  enum CodingKeys: String, CodingKey {
    case harakat, tatweel, digits, quotes, compatibility
    case tehMarbuta = "teh_marbuta"
  }
}
