import GhirbalText

/// The names of networks and messengers that share bars are made of.
enum SocialNetworks {
  static let names = WordTable(BuiltInPhrases.words(.network, "name"))

  /// Names that are words as well and count only beside another.
  static let ambiguous = WordTable(BuiltInPhrases.words(.network, "ambiguous"))
}
