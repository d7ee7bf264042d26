/// What one pass over a block's text finds. Counts are of scalars unless they say otherwise.
struct TextTraits {
  /// Words between white space; 1.7 characters of a script that writes none apart count as one.
  var words: Float = 0
  /// Words as precision and recall count them: runs of letters and digits, ideographs each alone.
  var tokens = 0
  /// All but white space.
  var characters = 0
  var linkedCharacters = 0
  var letters = 0
  var capitals = 0
  var digits = 0
  var ends = 0
  var commas = 0
  var quotes = 0
  var brackets = 0
  /// `/` and `|`.
  var slashes = 0
  /// Words between white space that begin with a capital.
  var capitalWords = 0
  var plainWords = 0
  var signs: TextSigns = []
  /// What the text begins with: 0 a letter, 1 a digit, 2 a quotation mark, 3 a bullet or an arrow,
  /// 4 anything else.
  var beginning: UInt8 = 4

  /// The share of linked characters, 0...1; a block that is nearly all link is one.
  var linkDensity: Float {
    guard characters > 0 else { return 0 }
    let share = Float(linkedCharacters) / Float(characters)
    return share > 0.97 ? 1 : share
  }
}

/// Marks in a text, each there or not.
struct TextSigns: OptionSet {
  let rawValue: UInt32

  static let endsSentence = TextSigns(rawValue: 1 << 0)
  static let endsWithColon = TextSigns(rawValue: 1 << 1)
  static let endsWithEllipsis = TextSigns(rawValue: 1 << 2)
  static let startsWithCapital = TextSigns(rawValue: 1 << 3)
  static let currency = TextSigns(rawValue: 1 << 4)
  /// Numbers as dates are written, or a year from 1900 to 2099.
  static let date = TextSigns(rawValue: 1 << 5)
  /// Hours and minutes.
  static let clock = TextSigns(rawValue: 1 << 6)
  static let copyright = TextSigns(rawValue: 1 << 7)
  /// What parts the items of menus and paths: `| » › • · → ▾`.
  static let separator = TextSigns(rawValue: 1 << 8)
  static let at = TextSigns(rawValue: 1 << 9)
  static let brace = TextSigns(rawValue: 1 << 10)
  static let url = TextSigns(rawValue: 1 << 11)
  static let question = TextSigns(rawValue: 1 << 12)
  static let exclamation = TextSigns(rawValue: 1 << 13)
}
