/// The days of the week by their names, where they help to tell a day of the lunar calendar.
enum Weekdays {
  /// 0 for Monday to 6; nil for other words. `before` is the folded word before it: «سه شنبه».
  static func number(_ word: String, before: String?) -> Int? {
    if word == "شنبه", let before, let number = numerals[before] { return number }
    return byName[word]
  }

  private static let byName = days([
    "monday mon الاثنين الإثنين دوشنبه", "tuesday tue الثلاثاء سه‌شنبه",
    "wednesday wed الأربعاء چهارشنبه", "thursday thu الخميس پنجشنبه پنج‌شنبه",
    "friday fri الجمعة جمعه آدینه", "saturday sat السبت شنبه", "sunday sun الأحد یکشنبه یک‌شنبه",
  ])

  /// What stands before «شنبه».
  private static let numerals = days(["دو", "سه", "چهار", "پنج", "", "", "یک"])

  private static func days(_ names: [String]) -> [String: Int] {
    names.enumerated().reduce(into: [:]) { days, row in
      for name in row.element.split(separator: " ") {
        days[String(name).foldedForMatching] = row.offset
      }
    }
  }
}
