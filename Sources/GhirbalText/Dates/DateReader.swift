/// Finds full dates, with year, in folded text: ISO 8601, numbers, month names, Solar and lunar Hijri.
///
/// Left alone: dates without a year, years of two digits but for those that Persian pages write of the
/// Solar calendar (۲ تیر ۹۹), and numbers whose order nobody can tell. A lunar date is a day of the table of Umm al-Qura, unless the weekday before it or another calendar's
/// date beside it says that its month began a day or two earlier or later.
public struct DateReader {
  /// How a page writes dates in numbers.
  public enum Order: Equatable, Sendable {
    /// Day before month; years of 1300...1499 are Solar Hijri where they do not say otherwise.
    case persian
    case dayFirst
    /// Month before day, where slashes part them.
    case monthFirst
    /// 03/04/2024 may be either; such dates are left alone.
    case unknown
    /// It matters only that there is a date.
    case anyOrder
  }

  /// A date where it stands.
  public struct Finding: Equatable, Sendable {
    /// UTF-8 offsets in the folded text.
    public let utf8Range: Range<Int>
    public let date: CivilDate
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

  /// Prepares to read a folded text; linear in its length.
  public init(_ text: FoldedText, _ order: Order) {
    self.order = order
    let mayHoldDate =
      Self.hasYear(text.utf8) || order == .persian && Self.mayHoldDate(text.utf8.span)
    tokens = mayHoldDate ? Self.tokens(of: text) : []
  }

  /// A day as it is written.
  private struct Reading {
    let date: CivilDate
    var isLunar = false
    /// The token behind it.
    var end: Int

    init?(_ date: CivilDate?, isLunar: Bool = false, end: Int) {
      guard let date else { return nil }
      self.date = date
      self.isLunar = isLunar
      self.end = end
    }
  }

  /// The dates from the start on; they do not overlap.
  public var dates: [Finding] {
    var readings: [(start: Int, reading: Reading)] = []
    var index = 0
    while index < tokens.count {
      if let reading = date(at: index) {
        readings.append((index, reading))
        index = reading.end
      } else {
        index += 1
      }
    }
    return readings.map { start, reading in
      Finding(
        utf8Range: tokens[start].utf8Range
          .lowerBound..<tokens[reading.end - 1].utf8Range.upperBound,
        date: reading.isLunar
          ? sighted(reading.date, at: start, beside: readings.lazy.map(\.reading)) : reading.date)
    }
  }

  // MARK: The lunar calendar

  /// How far a month's beginning by sighting or another table lies from that of Umm al-Qura.
  private static let maxLunarDifference = 2

  /// A day of the table, corrected by what stands beside it.
  private func sighted(
    _ date: CivilDate, at index: Int, beside others: some Sequence<Reading>
  ) -> CivilDate {
    let exact = others.first {
      !$0.isLunar && abs($0.date.days(since: date)) <= Self.maxLunarDifference
    }
    if let exact { return exact.date }
    guard let weekday = weekday(before: index) else { return date }
    let days = (weekday - date.weekday + 7 + Self.maxLunarDifference) % 7 - Self.maxLunarDifference
    return days > Self.maxLunarDifference ? date : date.advanced(by: days) ?? date
  }

  private func weekday(before index: Int) -> Int? {
    var index = index - 1
    if index >= 1, mark(index) == 0x8C, mark(index - 1) == 0xD8 { index -= 2 }
    if index >= 0, mark(index) == 0x2C { index -= 1 }
    guard index >= 0, let name = word(index) else { return nil }
    return Weekdays.number(name, before: index > 0 ? word(index - 1) : nil)
  }

  /// Which Hijri calendar a date says it is of.
  private enum Era { case lunar, solar, either }

  /// Skips what names the era behind a date: هـ, ه.ق, هجری شمسی, AH.
  private func era(_ index: inout Int) -> Era? {
    var next = index
    if mark(next) == 0x28 { next += 1 }
    guard let first = word(next) else { return nil }
    var end = next + 1
    switch first {
    case "ه", "هجری", "a":
      var second = end
      if mark(second) == 0x2E { second += 1 }
      let era: Era? =
        switch word(second) {
        case "ق", "قمری": .lunar
        case "ش", "شمسی", "خورشیدی": .solar
        case "h" where first == "a": .lunar
        default: nil
        }
      if era != nil { end = second + 1 }
      guard era != nil || first != "a" else { return nil }
      index = end
      return era ?? .either
    case "ah", "قمری", "هجریه", "للهجره":
      index = end
      return .lunar
    case "شمسی", "خورشیدی":
      index = end
      return .solar
    default: return nil
    }
  }

  // MARK: Tokens

  /// Whether text holds two digits in a row, as every date does.
  public static func mayHoldDate(_ text: Span<UInt8>) -> Bool {
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
  public static func hasYear(_ utf8: [UInt8]) -> Bool {
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

  private func date(at index: Int) -> Reading? {
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
  private func ideographic(_ index: Int) -> Reading? {
    guard let year = number(index), word(index + 1) == "年", let month = number(index + 2),
      word(index + 3) == "月", let day = number(index + 4), word(index + 5)?.hasPrefix("日") ?? false,
      let date = CivilDate(year: year.value, month: month.value, day: day.value)
    else { return nil }
    return Reading(date, end: index + 6)
  }

  /// 2024-03-12, 12.3.2024, 1402/06/28.
  private func numeric(_ index: Int) -> Reading? {
    guard let first = number(index), let separator = mark(index + 1),
      let second = number(index + 2),
      mark(index + 3) == separator, let third = number(index + 4),
      separator == 0x2D || separator == 0x2F || separator == 0x2E
    else { return nil }
    let isTight =
      tokens[index].utf8Range.upperBound == tokens[index + 1].utf8Range.lowerBound
    guard isTight || separator != 0x2D else { return nil }
    let end = index + 5
    if first.digitCount == 4, second.digitCount <= 2, third.digitCount <= 2 {
      return hijri(first.value, second.value, third.value, end)
        ?? Reading(
          CivilDate(year: first.value, month: second.value, day: third.value), end: end)
    }
    if order == .persian, separator == 0x2F,
      let reading = shortSolar((first, second, third), end)
    {
      return reading
    }
    guard third.digitCount == 4, first.digitCount <= 2, second.digitCount <= 2 else { return nil }
    if third.value < 1500 { return hijri(third.value, second.value, first.value, end) }
    let isMonthFirst = order == .monthFirst && separator == 0x2F && first.value <= 12
    let isDayFirst =
      first.value > 12 || first.value == second.value || separator == 0x2E
      || order != .unknown && order != .monthFirst
    if isDayFirst, !isMonthFirst, second.value <= 12 {
      return Reading(
        CivilDate(year: third.value, month: second.value, day: first.value), end: end)
    }
    guard second.value > 12 || isMonthFirst else { return nil }
    return Reading(CivilDate(year: third.value, month: first.value, day: second.value), end: end)
  }

  /// ۹۹/۰۴/۰۲ or ۲/۴/۹۹ on a Persian page: the year stands first where it can.
  private func shortSolar(
    _ numbers: (
      (value: Int, digitCount: Int), (value: Int, digitCount: Int), (value: Int, digitCount: Int)
    ),
    _ end: Int
  ) -> Reading? {
    let (first, month, third) = numbers
    guard month.digitCount <= 2, first.digitCount <= 2, third.digitCount <= 2 else { return nil }
    if let year = Self.solarYear(first) {
      return Reading(
        CivilDate(jalaliYear: year, month: month.value, day: third.value), end: end)
    }
    guard let year = Self.solarYear(third), year < 1400 else { return nil }
    return Reading(CivilDate(jalaliYear: year, month: month.value, day: first.value), end: end)
  }

  /// The year that two digits stand for: 1360...1399, 1400...1410.
  private static func solarYear(_ short: (value: Int, digitCount: Int)) -> Int? {
    guard short.digitCount == 2 else { return nil }
    switch short.value {
    case 60...99: return 1300 + short.value
    case 0...10: return 1400 + short.value
    default: return nil
    }
  }

  /// A date in numbers with a year before 1500, by the era behind it: without one, Persian means the
  /// Solar calendar and nobody else says which.
  private func hijri(_ year: Int, _ month: Int, _ day: Int, _ end: Int) -> Reading? {
    guard year < 1500 else { return nil }
    var end = end
    let era = era(&end)
    if era == .solar || order == .persian && era != .lunar {
      return Reading(CivilDate(jalaliYear: year, month: month, day: day), end: end)
    }
    guard era != nil else { return nil }
    return Reading(
      CivilDate(lunarYear: year, month: month, day: day), isLunar: true, end: end)
  }

  /// 12 March 2024, 12. März 2024, 12 de marzo de 2024, ۲۸ شهریور ماه ۱۴۰۲, 12 يناير/كانون الثاني 2024.
  private func dayAndMonth(_ index: Int) -> Reading? {
    guard let day = number(index), day.digitCount <= 2 else { return nil }
    var next = index + 1
    if mark(next) == 0x2E { next += 1 }
    for _ in 0..<2 {
      if let word = word(next), Self.dayEndings.contains(word) { next += 1 }
    }
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
  private func monthAndDay(_ index: Int) -> Reading? {
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
    let short = MonthNames.month(first)
    guard MonthNames.startsLongName(first) else {
      if short != nil { index += 1 }
      return short
    }
    var name = first
    var end = index + 1
    var longest = short.map { ($0, end) }
    for _ in 0..<2 {
      // "Rabi' al-Awwal"
      while mark(end) == 0x2D || mark(end) == 0x27 { end += 1 }
      guard let word = word(end) else { break }
      name += " " + word
      end += 1
      if let month = MonthNames.month(name) { longest = (month, end) }
    }
    guard let (month, end) = longest else { return nil }
    index = end
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
  ) -> Reading? {
    guard let year = number(index) else { return nil }
    var end = index + 1
    // What goes on in words is a number of something: ۵ تیر ۹۰ نفر.
    if month.calendar == .jalali, order == .persian, word(end) == nil || word(end) == "ساعت",
      let full = Self.solarYear(year)
    {
      return Reading(CivilDate(jalaliYear: full, month: month.number, day: day), end: end)
    }
    guard year.digitCount == 4 else { return nil }
    switch month.calendar {
    case .gregorian:
      return Reading(CivilDate(year: year.value, month: month.number, day: day), end: end)
    case .jalali:
      guard year.value < 1500 else { return nil }
      _ = era(&end)
      return Reading(CivilDate(jalaliYear: year.value, month: month.number, day: day), end: end)
    case .lunar:
      guard year.value <= 1500 else { return nil }
      _ = era(&end)
      return Reading(
        CivilDate(lunarYear: year.value, month: month.number, day: day), isLunar: true, end: end)
    }
  }

  private static let dayEndings: Set<String> = [
    "st", "nd", "rd", "th", "er", "de", "of", "ی", "يوم".foldedForMatching, "من", "شهر",
  ]
  private static let yearBeginnings: Set<String> = [
    "de", "of", "del", "ماه", "سال", "عام", "سنه", "г", "لعام", "المبارک", "المبارك", "مبارک",
    "المعظم", "الحرام",
  ]
}
