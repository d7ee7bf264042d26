import GhirbalText

/// Finds full dates, with year, in folded text: ISO 8601, numbers, month names, Solar Hijri.
///
/// Left alone: dates without a year, two-digit years, the lunar calendar, and numbers whose order
/// nobody can tell.
struct DateReader {
  /// How a page writes dates in numbers.
  enum Order: Equatable {
    /// Day before month; years of 1300...1499 are Solar Hijri.
    case persian
    case dayFirst
    /// Month before day, where slashes part them.
    case monthFirst
    /// 03/04/2024 may be either; such dates are left alone.
    case unknown
    /// It matters only that there is a date.
    case anyOrder
  }

  struct Finding: Equatable {
    /// UTF-8 offsets in the folded text.
    let utf8Range: Range<Int>
    let date: CivilDate
  }

  private struct Token {
    enum Kind: Equatable {
      case number(Int, digitCount: Int)
      case word(String)
      case mark(UInt8)
    }

    let kind: Kind
    let utf8Range: Range<Int>
  }

  private let tokens: [Token]
  private let order: Order

  init(_ text: FoldedText, _ order: Order) {
    self.order = order
    tokens = Self.hasYear(text.utf8) ? Self.tokens(of: text) : []
  }

  /// The dates from the start on; they do not overlap.
  var dates: [Finding] {
    var dates: [Finding] = []
    var index = 0
    while index < tokens.count {
      if let (date, end) = date(at: index) {
        dates.append(
          Finding(
            utf8Range: tokens[index].utf8Range.lowerBound..<tokens[end - 1].utf8Range.upperBound,
            date: date))
        index = end
      } else {
        index += 1
      }
    }
    return dates
  }

  // MARK: Tokens

  /// Whether text holds two digits in a row, as every date does.
  static func mayHoldDate(_ text: Span<UInt8>) -> Bool {
    var isDigit = false
    for index in text.indices {
      let byte = text[index]
      // ASCII, and the last byte of a digit of Arabic, Persian or Devanagari.
      let isNow =
        byte >= 0x30 && byte <= 0x39
        || index > 0 && (text[index - 1] == 0xD9 || text[index - 1] == 0xDB) && byte >= 0xA0
        || byte == 0xE5
      if isNow, isDigit || byte == 0xE5 { return true }
      if byte != 0xD9, byte != 0xDB { isDigit = isNow }
    }
    return false
  }

  /// Whether four digits in a row stand in folded text, as every date that is read has them.
  static func hasYear(_ utf8: [UInt8]) -> Bool {
    var digits = 0
    for byte in utf8 {
      digits = byte >= 0x30 && byte <= 0x39 ? digits + 1 : 0
      if digits == 4 { return true }
    }
    return false
  }

  private static func tokens(of text: FoldedText) -> [Token] {
    var tokens: [Token] = []
    let utf8 = text.utf8
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    for word in text.words {
      let last = tokens.last?.utf8Range.upperBound ?? 0
      for offset in last..<word.lowerBound where utf8[offset] != 0x20 {
        tokens.append(Token(kind: .mark(utf8[offset]), utf8Range: offset..<offset + 1))
      }
      var start = word.lowerBound
      while start < word.upperBound {
        var end = start
        let isNumber = isDigit(utf8[start])
        while end < word.upperBound, isDigit(utf8[end]) == isNumber { end += 1 }
        // Numbers of more than nine digits are no part of a date; 0 stands for them.
        let kind: Token.Kind =
          isNumber
          ? .number(
            end - start > 9 ? 0 : utf8[start..<end].reduce(0) { $0 * 10 + Int($1 - 0x30) },
            digitCount: end - start) : .word(text.string(start..<end))
        tokens.append(Token(kind: kind, utf8Range: start..<end))
        start = end
      }
    }
    return tokens
  }

  private func number(_ index: Int) -> (value: Int, digitCount: Int)? {
    guard index < tokens.count, case .number(let value, let digits) = tokens[index].kind else {
      return nil
    }
    return (value, digits)
  }

  private func word(_ index: Int) -> String? {
    guard index < tokens.count, case .word(let word) = tokens[index].kind else { return nil }
    return word
  }

  private func mark(_ index: Int) -> UInt8? {
    guard index < tokens.count, case .mark(let mark) = tokens[index].kind else { return nil }
    return mark
  }

  // MARK: Patterns

  private func date(at index: Int) -> (CivilDate, end: Int)? {
    // The middle of a longer number ("1.2.2024.7") is no start of a date.
    if index > 0, number(index) != nil, let before = mark(index - 1),
      tokens[index - 1].utf8Range.upperBound == tokens[index].utf8Range.lowerBound,
      before == 0x2E || before == 0x2F || before == 0x2D, index > 1, number(index - 2) != nil
    {
      return nil
    }
    return ideographic(index) ?? numeric(index) ?? dayAndMonth(index) ?? monthAndDay(index)
  }

  /// 2020年6月21日.
  private func ideographic(_ index: Int) -> (CivilDate, end: Int)? {
    guard let year = number(index), word(index + 1) == "年", let month = number(index + 2),
      word(index + 3) == "月", let day = number(index + 4), word(index + 5)?.hasPrefix("日") ?? false,
      let date = CivilDate(year: year.value, month: month.value, day: day.value)
    else { return nil }
    return (date, index + 6)
  }

  /// 2024-03-12, 12.3.2024, 1402/06/28.
  private func numeric(_ index: Int) -> (CivilDate, end: Int)? {
    guard let first = number(index), let separator = mark(index + 1),
      let second = number(index + 2),
      mark(index + 3) == separator, let third = number(index + 4),
      separator == 0x2D || separator == 0x2F || separator == 0x2E
    else { return nil }
    let isTight =
      tokens[index].utf8Range.upperBound == tokens[index + 1].utf8Range.lowerBound
    guard isTight || separator != 0x2D else { return nil }
    if first.digitCount == 4, second.digitCount <= 2, third.digitCount <= 2 {
      let date =
        order == .persian && first.value < 1500
        ? CivilDate(jalaliYear: first.value, month: second.value, day: third.value)
        : CivilDate(year: first.value, month: second.value, day: third.value)
      return date.map { ($0, index + 5) }
    }
    guard third.digitCount == 4, first.digitCount <= 2, second.digitCount <= 2 else { return nil }
    if order == .persian, third.value < 1500 {
      return CivilDate(jalaliYear: third.value, month: second.value, day: first.value).map {
        ($0, index + 5)
      }
    }
    let isMonthFirst = order == .monthFirst && separator == 0x2F && first.value <= 12
    let isDayFirst =
      first.value > 12 || first.value == second.value || separator == 0x2E
      || order != .unknown && order != .monthFirst
    if isDayFirst, !isMonthFirst, second.value <= 12 {
      return CivilDate(year: third.value, month: second.value, day: first.value).map {
        ($0, index + 5)
      }
    }
    guard second.value > 12 || isMonthFirst else { return nil }
    return CivilDate(year: third.value, month: first.value, day: second.value).map {
      ($0, index + 5)
    }
  }

  /// 12 March 2024, 12. März 2024, 12 de marzo de 2024, ۲۸ شهریور ماه ۱۴۰۲, 12 يناير/كانون الثاني 2024.
  private func dayAndMonth(_ index: Int) -> (CivilDate, end: Int)? {
    guard let day = number(index), day.digitCount <= 2 else { return nil }
    var next = index + 1
    if mark(next) == 0x2E { next += 1 }
    if let word = word(next), Self.dayEndings.contains(word) { next += 1 }
    if mark(next) == 0x2D { next += 1 }
    guard let month = month(at: &next) else { return nil }
    if mark(next) == 0x2F {
      var second = next + 1
      if self.month(at: &second) == month { next = second }
    }
    skipToYear(&next)
    return date(day: day.value, month, yearAt: next)
  }

  /// March 12, 2024.
  private func monthAndDay(_ index: Int) -> (CivilDate, end: Int)? {
    var next = index
    guard let month = month(at: &next) else { return nil }
    if mark(next) == 0x2E { next += 1 }
    guard let day = number(next), day.digitCount <= 2 else { return nil }
    next += 1
    if let word = word(next), Self.dayEndings.contains(word) { next += 1 }
    skipToYear(&next)
    return date(day: day.value, month, yearAt: next)
  }

  private func month(at index: inout Int) -> MonthNames.Month? {
    guard let first = word(index) else { return nil }
    if let second = word(index + 1), let month = MonthNames.month(first + " " + second) {
      index += 2
      return month
    }
    guard let month = MonthNames.month(first) else { return nil }
    index += 1
    return month
  }

  /// Skips what stands between month and year: a comma, a dot, a word such as "de" or «ماه».
  private func skipToYear(_ index: inout Int) {
    for _ in 0..<2 {
      if let mark = mark(index), mark == 0x2C || mark == 0x2E || mark == 0x2D {
        index += 1
      } else if mark(index) == 0xD8, mark(index + 1) == 0x8C {
        index += 2
      } else if let word = word(index), Self.yearBeginnings.contains(word) {
        index += 1
      }
    }
  }

  private func date(
    day: Int, _ month: MonthNames.Month, yearAt index: Int
  ) -> (CivilDate, end: Int)? {
    guard let year = number(index), year.digitCount == 4 else { return nil }
    let date =
      month.calendar == .jalali
      ? CivilDate(jalaliYear: year.value, month: month.number, day: day)
      : CivilDate(year: year.value, month: month.number, day: day)
    return date.map { ($0, index + 1) }
  }

  private static let dayEndings: Set<String> = [
    "st", "nd", "rd", "th", "er", "de", "of", "ی", "يوم".foldedForMatching,
  ]
  private static let yearBeginnings: Set<String> = [
    "de", "of", "del", "ماه", "سال", "عام", "سنه", "г",
  ]
}
