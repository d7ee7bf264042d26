/// A language that Ghirbal tells apart, by its BCP 47 primary tag.
public enum Language: String, Sendable, CaseIterable, Comparable, Codable {
  case arabic = "ar"
  case persian = "fa"
  case urdu = "ur"
  case pashto = "ps"
  case centralKurdish = "ckb"
  case hebrew = "he"
  case english = "en"
  case german = "de"
  case french = "fr"
  case spanish = "es"
  case turkish = "tr"
  case indonesian = "id"
  case russian = "ru"
  case chinese = "zh"
  case japanese = "ja"

  public static func < (a: Language, b: Language) -> Bool { a.rawValue < b.rawValue }

  /// The direction its usual script is written in.
  public var direction: TextDirection {
    switch self {
    case .arabic, .persian, .urdu, .pashto, .centralKurdish, .hebrew: .rightToLeft
    default: .leftToRight
    }
  }
}
