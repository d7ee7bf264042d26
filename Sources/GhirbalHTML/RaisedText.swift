/// A piece of raised or lowered text and what stands around it in its block.
///
/// Plain text has one height, so what is raised must be said otherwise or numbers change: 10 to the
/// sixth would be 106. Digits, signs and single variables are exponents or indices and become
/// Unicode's signs or `^(…)` and `_(…)`; raised cents become decimals. Words, ordinals (21st, 1er),
/// abbreviations (Mme) and marks (®) stay: their height carries no meaning.
struct RaisedText {
  let text: [Unicode.Scalar]
  let height: TextHeight
  /// The block's text up to here; only its end matters.
  let before: [Unicode.Scalar]
  /// The block's text from here on; only its start matters.
  let after: [Unicode.Scalar]
  /// Whether lowered text ends right before.
  var isBehindLowered = false
  /// Whether it is the upper or the lower half of a fraction: raised, a slash, lowered.
  var isInFraction = false

  /// What stands in place of the text; nil where it stays as it is.
  struct Rewriting: Equatable {
    var text: String
    /// How many bytes of white space before the text go, for it to touch what it belongs to.
    var spaceUTF8Count = 0
  }

  /// How much text before and behind is looked at, in UTF-8.
  static let maxSurroundingUTF8Count = 48
  /// Longer text is small print, no exponent.
  private static let maxScalarCount = 32

  init(
    _ text: String, _ height: TextHeight, before: String, after: String,
    isBehindLowered: Bool = false, isInFraction: Bool = false
  ) {
    self.text = Array(text.unicodeScalars.trimmed)
    self.height = height
    self.before = Array(before.unicodeScalars)
    self.after = Array(after.unicodeScalars)
    self.isBehindLowered = isBehindLowered
    self.isInFraction = isInFraction
  }

  func rewriting() -> Rewriting? {
    guard !text.isEmpty, text.count <= Self.maxScalarCount else { return nil }
    if isInFraction {
      // 1 and a raised 1/2 are 1 1/2, not 11/2.
      guard height == .raised, base == .number, text.allSatisfy(\.isDigit) else { return nil }
      return Rewriting(text: " " + string)
    }
    if height == .raised, let cents { return cents }
    if height == .raised, isDecimal { return nil }
    if text.allSatisfy(\.isASCIIDigit) { return digits }
    if text.contains(where: \.isDigit), text.allSatisfy({ $0.isDigit || $0.isSign }) {
      return signedNumber
    }
    if text.allSatisfy(\.isPlusOrMinus) { return sign }
    if text.count == 1, text[0].isVariable { return letter }
    if isList { return list }
    return isProductOfIndices || isExpression ? expression : nil
  }

  private var string: String { String(String.UnicodeScalarView(text)) }
  private var written: Rewriting { Rewriting(text: RaisedSigns.written(text, height)) }

  // MARK: What it stands behind

  private enum Base: Equatable {
    /// The block's start or white space.
    case none
    case number
    /// A letter that stands alone, of any case.
    case variable(Unicode.Scalar)
    case word
    case closingBracket
    /// A sign of mathematics or money.
    case symbol
    case punctuation
  }

  private var base: Base {
    guard let last = before.last, !last.properties.isWhitespace else { return .none }
    if last.isDigit || last.properties.numericType != nil { return .number }
    if last.isLetter {
      let isAlone = before.dropLast().last.map { !$0.isLetter } ?? true
      return isAlone ? .variable(last) : .word
    }
    switch last.properties.generalCategory {
    case .closePunctuation: return .closingBracket
    case .mathSymbol, .currencySymbol: return .symbol
    default: return last == "°" ? .symbol : .punctuation
    }
  }

  /// The letters right before, as far as they are looked at.
  private var wordBefore: [Unicode.Scalar] {
    Array(
      before.reversed().prefix { $0.isLetter || $0.properties.isDefaultIgnorableCodePoint }
        .reversed())
  }

  /// Whether the letters right before end in a chemical element's symbol: a charge may follow.
  private var isBehindElement: Bool {
    let word = wordBefore
    guard let start = word.lastIndex(where: \.properties.isUppercase) else { return false }
    return Self.elements.contains(String(String.UnicodeScalarView(word[start...])))
  }

  private static let elements = Set(
    """
    H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr \
    Rb Sr Y Zr Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm \
    Yb Lu Hf Ta W Re Os Ir Pt Au Hg Tl Pb Bi Po At Rn Fr Ra Ac Th Pa U Np Pu Am Cm Bk Cf Es Fm Md No \
    Lr Rf Db Sg Bh Hs Mt Ds Rg Cn Nh Fl Mc Lv Ts Og
    """.split(separator: " ").map(String.init))

  /// Units of length that Persian and Arabic pages raise their own digits behind.
  private static let units: Set<String> = [
    "متر", "کیلومتر", "سانتیمتر", "سانتی‌متر", "میلیمتر", "میلی‌متر", "دسیمتر", "م", "کم", "سم", "مم",
    "كم", "كيلومتر", "سنتيمتر", "سنتمتر", "مليمتر", "ملم", "دسم", "قدم", "فوت", "اینچ",
  ]

  private var isBehindUnit: Bool {
    Self.units.contains(String(String.UnicodeScalarView(wordBefore)))
  }

  // MARK: Numbers

  private var digits: Rewriting? {
    let followsLetter = after.drop(while: \.isDigit).first?.isLetter ?? false
    if base == .none {
      // An isotope's numbers stand before its symbol. A note's own number stays a number.
      if followsLetter { return written }
      guard height == .raised, !before.isEmpty, text.count <= 3 else { return nil }
    }
    return written
  }

  /// Digits of any script with signs: 10 to the −3, the charge 2+, a range of notes 1–3.
  private var signedNumber: Rewriting? {
    let base = base
    if base == .none, !(after.first?.isLetter ?? false) { return nil }
    let isAmongWords = base == .word || base == .punctuation || base == .none
    if text.allSatisfy({ $0.isDigit || $0.isASCIIDigit }) {
      // No script but the Latin one has raised digits. Behind a word they count notes.
      guard height == .raised, isAmongWords, !isBehindUnit else { return written }
      return base == .none ? nil : Rewriting(text: "[" + string + "]")
    }
    // In brackets a number is no part of the one before.
    if text.first == "(", text.last == ")" {
      if case .variable = base { return written }
      return nil
    }
    if isAmongWords, height == .raised, !isBehindElement, isRange {
      return Rewriting(text: eachRaised)
    }
    return written
  }

  private var isRange: Bool {
    text.first?.isASCIIDigit ?? false && text.last?.isASCIIDigit ?? false
      && text.allSatisfy { $0.isASCIIDigit || $0.isPlusOrMinus && $0 != "+" }
  }

  /// The digits raised, what is between them as it stands.
  private var eachRaised: String {
    text.map { scalar in
      scalar.isASCIIDigit
        ? RaisedSigns.written(CollectionOfOne(scalar), height) : String(scalar)
    }.joined()
  }

  /// A charge, a limit's side. "18+" and "Canal+" mean the sign itself.
  private var sign: Rewriting? {
    switch base {
    case .closingBracket, .symbol: return written
    case .variable(let letter) where letter.properties.isLowercase: return written
    case .number: return isBehindLowered ? written : nil
    default: return isBehindElement ? written : nil
    }
  }

  // MARK: Money

  /// Decimals that have their point already.
  private var isDecimal: Bool {
    (text[0] == "." || text[0] == ",") && text.dropFirst().allSatisfy(\.isDigit) && base == .number
  }

  /// The two raised digits of a price are its decimals.
  private var cents: Rewriting? {
    var digits = text[...]
    var sign: [Unicode.Scalar] = []
    if let first = digits.first, first.isCurrency {
      digits = digits.dropFirst()
      sign = [first]
    } else if let last = digits.last, last.isCurrency {
      digits = digits.dropLast()
      sign = [last]
      while digits.last?.properties.isWhitespace ?? false {
        sign.insert(digits.removeLast(), at: 0)
      }
    }
    guard digits.count == 2, digits.allSatisfy(\.isDigit) else { return nil }
    let spaces = before.last?.properties.isWhitespace ?? false ? 1 : 0
    let price = before.dropLast(spaces)
    let amount = price.reversed().prefix { $0.isDigit || $0 == "," || $0 == "." }
    // What has decimals gets no more; a sign before three digits parts thousands.
    guard amount.first?.isDigit ?? false, amount.prefix(3).allSatisfy(\.isDigit) else { return nil }
    guard !sign.isEmpty || isMoney(before: Array(price.dropLast(amount.count))) || isMoneyAfter
    else { return nil }
    let isArabic = digits.first.map { (0x660...0x669).contains($0.value) } ?? false
    let isPersian = digits.first.map { (0x6F0...0x6F9).contains($0.value) } ?? false
    return Rewriting(
      text: (isArabic || isPersian ? "٫" : ".") + String(String.UnicodeScalarView(digits))
        + String(String.UnicodeScalarView(sign)),
      spaceUTF8Count: before.suffix(spaces).reduce(0) { $0 + UTF8.width($1) })
  }

  private func isMoney(before text: [Unicode.Scalar]) -> Bool {
    let text = text.last?.properties.isWhitespace ?? false ? text.dropLast() : text[...]
    if let last = text.last, last.isCurrency { return true }
    let word = text.reversed().prefix { $0.isLetter }.reversed()
    return Self.currencies.contains(String(String.UnicodeScalarView(word)))
  }

  private var isMoneyAfter: Bool {
    let text = after.drop { $0.properties.isWhitespace }
    if let first = text.first, first.isCurrency { return true }
    return Self.currencies.contains(
      String(String.UnicodeScalarView(text.prefix { $0.isLetter })))
  }

  /// Names of money that stand beside amounts, where no sign does.
  private static let currencies: Set<String> = [
    "USD", "EUR", "GBP", "CHF", "CAD", "AUD", "NZD", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF",
    "RON",
    "TRY", "TL", "BRL", "MXN", "INR", "Rs", "RM", "SAR", "AED", "EGP", "Euro", "euro", "euros",
    "kr",
    "zł", "Kč", "Ft", "lei", "лв", "руб", "грн", "درهم", "ریال", "ريال", "جنيه", "دينار", "یورو",
    "دلار",
  ]

  // MARK: Letters

  private var letter: Rewriting? {
    let letter = text[0]
    if height == .lowered {
      switch base {
      case .none, .punctuation: return nil
      default: return written
      }
    }
    switch base {
    case .number:
      if letter == "o", isBeforeTemperature { return Rewriting(text: "°") }
      return Self.ordinalLetters.contains(letter) ? nil : written
    case .variable(let first):
      // Mᵉ, Nᵒ and Mᶜ are shortened words.
      let isShortened =
        first.properties.isUppercase && Self.endLetters.contains(letter)
        || (first == "n" && letter == "o")
      return isShortened ? nil : written
    case .closingBracket, .symbol: return written
    case .word:
      // What counts notes by letters starts at the first.
      let isCounted = ("a"..."c").contains(letter)
      let isProse =
        wordBefore.count >= 3 && wordBefore.suffix(3).allSatisfy(\.properties.isLowercase)
      return isCounted && isProse ? Rewriting(text: "[" + string + "]") : nil
    case .none, .punctuation: return nil
    }
  }

  /// 2e, 1o, 1a, 2d, 8h, 1960s.
  private static let ordinalLetters: Set<Unicode.Scalar> = ["a", "d", "e", "h", "o", "r", "s"]
  private static let endLetters: Set<Unicode.Scalar> = ["a", "c", "e", "o", "r", "s", "t", "y"]

  /// A raised letter o that stands for the sign of degrees.
  private var isBeforeTemperature: Bool {
    let text = after.drop { $0.properties.isWhitespace }
    guard let scale = text.first, scale == "C" || scale == "F" else { return false }
    return !(text.dropFirst().first?.isLetter ?? false)
  }

  // MARK: Several

  private static let marks: Set<Unicode.Scalar> = ["*", "†", "‡", "§", "¶", "#"]

  /// Counted notes with commas between them: 1,2 or a,b.
  private var isList: Bool {
    let items = text.split(omittingEmptySubsequences: false) {
      $0 == "," || $0 == "،" || $0 == ";" || $0 == "，"
    }.map { Array($0).trimmed }
    return items.count > 1
      && items.allSatisfy { item in
        let isNumber = item.count <= 3 && item.allSatisfy(\.isDigit)
        let isRange =
          item.count <= 7 && item.first?.isDigit ?? false && item.last?.isDigit ?? false
          && item.allSatisfy { $0.isDigit || $0.isPlusOrMinus }
        return !item.isEmpty
          && (isNumber || isRange
            || item.count == 1 && (item[0].isLetter || Self.marks.contains(item[0])))
      }
  }

  private var list: Rewriting? {
    let isAmongWords = base == .word || base == .punctuation || base == .none
    guard height == .raised, isAmongWords, !isBehindUnit else {
      return base == .none ? nil : written
    }
    guard base != .none else { return nil }
    if text.contains(where: { $0.isLetter || $0.isDigit && !$0.isASCIIDigit }) {
      return Rewriting(text: "[" + string + "]")
    }
    return Rewriting(text: eachRaised)
  }

  /// The i and j of a matrix.
  private var isProductOfIndices: Bool {
    guard height == .lowered, text.count <= 3, case .variable = base else { return false }
    return text.allSatisfy { ("i"..."n").contains($0) }
  }

  /// Variables, numbers and operators, and no word among them.
  private var isExpression: Bool {
    var previousIsLetter = false
    var hasOther = false
    for scalar in text {
      if scalar.isVariable {
        if previousIsLetter { return false }
        previousIsLetter = true
        continue
      }
      previousIsLetter = false
      if scalar.isDigit || scalar.isSign || Self.operators.contains(scalar) {
        hasOther = true
      } else if !scalar.properties.isWhitespace {
        return false
      }
    }
    return hasOther
  }

  private static let operators = Set(
    "*×·⋅∙/÷<>≤≥[],.:'′^_|!⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻₀₁₂₃₄₅₆₇₈₉₊₋".unicodeScalars)

  private var expression: Rewriting? {
    // A sign alone or in brackets is no number, and is read as it stands.
    guard base != .none, text.contains(where: { $0.isDigit || $0.isVariable }),
      !(text.first == "[" && text.last == "]")
    else { return nil }
    if base == .word || base == .punctuation, !text.contains(where: \.isDigit) { return nil }
    return written
  }
}

extension Unicode.Scalar {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
  /// A decimal digit of any script.
  var isDigit: Bool { isASCIIDigit || properties.numericType == .decimal }
  var isLetter: Bool {
    isASCII ? (value | 0x20 >= 0x61 && value | 0x20 <= 0x7A) : properties.isAlphabetic
  }
  /// A letter that formulas use: Latin or Greek.
  fileprivate var isVariable: Bool {
    isASCII ? isLetter : ("α"..."ω").contains(self) || ("Α"..."Ω").contains(self)
  }
  fileprivate var isPlusOrMinus: Bool {
    self == "+" || self == "-" || self == "−" || self == "–" || self == "±"
  }
  fileprivate var isSign: Bool { isPlusOrMinus || self == "=" || self == "(" || self == ")" }
  fileprivate var isCurrency: Bool { properties.generalCategory == .currencySymbol }
}

extension BidirectionalCollection<Unicode.Scalar> {
  /// Without the white space at both ends.
  var trimmed: SubSequence {
    var rest = self[...]
    while let first = rest.first, first.properties.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.properties.isWhitespace { rest.removeLast() }
    return rest
  }
}
