import GhirbalDocument

/// What a feature and its value say, for a person: the rest of a sentence that begins with the block.
///
/// In a sentence `{n}` is the value, `{%}` the value as a share in per cent, `{s}` the ending of a plural,
/// `{*}` what stands in the name for the asterisk, and `{tag}` the element whose code the value is.
struct FeatureSentence: Sendable {
  /// The feature, or several that say the same: an asterisk stands for any text.
  let name: String
  let says: String
  /// What is said instead of a value of 0 or less.
  var none: String?
  /// What is said instead of a value that stands for "nowhere", `far` or more.
  var nowhere: String?
  /// By value, for numbers that stand for kinds.
  var kinds: [String] = []
  /// Whether it says something of the page and the same of all its blocks.
  private(set) var isOfPage = false

  /// From here on a distance is none: the least of those that the features write.
  private static let far: Float = 999

  init(
    _ name: String, _ says: String, none: String? = nil, nowhere: String? = nil,
    kinds: [String] = []
  ) {
    self.name = name
    self.says = says
    self.none = none
    self.nowhere = nowhere
    self.kinds = kinds
  }

  /// This row as one of the page.
  var ofPage: FeatureSentence {
    var row = self
    row.isOfPage = true
    return row
  }

  /// What the asterisk of the name stands for in another name; empty where there is none, nil where the
  /// names differ.
  func matched(_ other: String) -> String? {
    guard let star = name.firstIndex(of: "*") else { return name == other ? "" : nil }
    let (start, end) = (name[..<star], name[name.index(after: star)...])
    guard other.utf8.count > start.utf8.count + end.utf8.count, other.hasPrefix(start),
      other.hasSuffix(end)
    else { return nil }
    return String(other.dropFirst(start.count).dropLast(end.count))
  }

  /// The sentence for a value.
  func sentence(_ value: Float, of part: String) -> String {
    var sentence = says
    if let nowhere, value >= Self.far {
      sentence = nowhere
    } else if value <= 0, let none {
      sentence = none
    } else if let kind = kinds.indices.contains(Int(max(-1, min(value, 1000)))) ? Int(value) : nil {
      sentence = kinds[kind]
    }
    return
      sentence
      .replacing("{n}", with: Self.short(value))
      .replacing("{%}", with: Self.percent(value))
      .replacing("{s}", with: value == 1 ? "" : "s")
      .replacing("{tag}", with: Self.element(value))
      .replacing("{*}", with: FeatureWords.words[part] ?? part)
  }

  private static func short(_ value: Float) -> String {
    let tenths = (value * 10).rounded() / 10
    return tenths == tenths.rounded() && abs(tenths) < 1e6
      ? String(Int(tenths)) : String(tenths)
  }

  private static func percent(_ share: Float) -> String {
    let percent = share * 100
    guard percent.isFinite, abs(percent) < 1e6 else { return "all" }
    if percent >= 99.5, percent < 100.5 { return "all" }
    return percent > 0 && percent < 1 ? "under 1%" : "\(Int(percent.rounded()))%"
  }

  private static func element(_ code: Float) -> String {
    guard code > 0, let place = PlaceFeatures.codeByTag.firstIndex(of: code) else {
      return "another element"
    }
    return "<\(Tag.allCases[place].name)>"
  }
}
