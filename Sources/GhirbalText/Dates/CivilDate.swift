/// A day of the Gregorian calendar.
public struct CivilDate: Equatable, Sendable {
  public let year: Int
  /// 1...12.
  public let month: Int
  /// 1...31.
  public let day: Int

  /// A day of the Gregorian calendar; nil where it has no such day, or outside of 1900...2100.
  public init?(year: Int, month: Int, day: Int) {
    guard (1900...2100).contains(year), (1...12).contains(month),
      (1...Self.dayCount(month: month, year: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// A day of the Solar Hijri calendar of Iran; nil outside of 1279...1478, or where there is none.
  public init?(jalaliYear: Int, month: Int, day: Int) {
    guard (1279...1478).contains(jalaliYear), (1...12).contains(month),
      (1...Self.jalaliDayCount(month: month, year: jalaliYear)).contains(day)
    else { return nil }
    // Six months of 31 days, then months of 30.
    let dayOfYear = month <= 7 ? 31 * (month - 1) + day : 186 + 30 * (month - 7) + day
    // 1 Farvardin 1400 was 21 March 2021.
    let yearStart =
      Self.dayNumber(year: 2021, month: 3, day: 21) + 365 * (jalaliYear - 1400)
      + Self.jalaliLeapYears(before: jalaliYear) - Self.jalaliLeapYears(before: 1400)
    self.init(dayNumber: yearStart + dayOfYear - 1)
  }

  /// A day of the lunar Hijri calendar, 1356...1500, by the table of Umm al-Qura.
  public init?(lunarYear: Int, month: Int, day: Int) {
    guard let days = UmmAlQura.daysSinceStart(year: lunarYear, month: month, day: day) else {
      return nil
    }
    self.init(dayNumber: Self.dayNumber(year: 1937, month: 3, day: 14) + days)
  }

  /// The day in Greenwich of a count of seconds since 1970; nil outside of 2000...2099, where such a
  /// number is something else.
  public init?(secondsSince1970 seconds: Int) {
    guard (946_684_800..<4_102_444_800).contains(seconds) else { return nil }
    self.init(dayNumber: Self.dayNumber(year: 1970, month: 1, day: 1) + seconds / 86_400)
  }

  /// The date as ISO 8601 writes it: `2024-03-12`.
  public var iso8601: String {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(padded(month))-\(padded(day))"
  }

  // MARK: Days in a row

  /// Days since 1 January of the year 1, a Monday.
  private var dayNumber: Int { Self.dayNumber(year: year, month: month, day: day) }

  /// The day this many days later.
  func advanced(by days: Int) -> CivilDate? { CivilDate(dayNumber: dayNumber + days) }

  /// How many days this one lies behind another.
  public func days(since other: CivilDate) -> Int { dayNumber - other.dayNumber }

  /// 0 for Monday to 6.
  var weekday: Int { dayNumber % 7 }

  // MARK: Gregorian

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  private static func dayCount(month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func daysBefore(year: Int) -> Int {
    let years = year - 1
    return years * 365 + years / 4 - years / 100 + years / 400
  }

  /// Days since 1 January of the year 1, which is 0.
  private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    (1..<month).reduce(daysBefore(year: year) + day - 1) { $0 + dayCount(month: $1, year: year) }
  }

  private init?(dayNumber: Int) {
    var year = dayNumber / 366 + 1
    while Self.daysBefore(year: year + 1) <= dayNumber { year += 1 }
    var rest = dayNumber - Self.daysBefore(year: year)
    var month = 1
    while rest >= Self.dayCount(month: month, year: year) {
      rest -= Self.dayCount(month: month, year: year)
      month += 1
    }
    self.init(year: year, month: month, day: rest + 1)
  }

  // MARK: Solar Hijri

  /// Leap years follow a cycle of 33 in the years handled here; it agrees with the observed
  /// calendar from 1343 to 1472 (A.D. 1964...2093) and differs by a day in few years around.
  private static let leapYearsOfCycle: Set<Int> = [1, 5, 9, 13, 17, 22, 26, 30]

  private static func jalaliLeapYears(before year: Int) -> Int {
    (year / 33) * 8 + leapYearsOfCycle.count { $0 < year % 33 }
  }

  private static func jalaliDayCount(month: Int, year: Int) -> Int {
    month <= 6 ? 31 : month < 12 || leapYearsOfCycle.contains(year % 33) ? 30 : 29
  }
}
