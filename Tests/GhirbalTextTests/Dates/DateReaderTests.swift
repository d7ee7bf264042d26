import Testing

@testable import GhirbalText

@Suite struct DateReaderTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    let text: String
    var order = DateReader.Order.dayFirst
    let dates: [String]
    var testDescription: String { label }
  }

  static let lunar = [
    Row(label: "Arabic", text: "15 رمضان 1441", dates: ["2020-05-08"]),
    Row(label: "Arabic digits and the era", text: "١٥ رمضان ١٤٤١ هـ", dates: ["2020-05-08"]),
    Row(
      label: "with the month called one", text: "15 من شهر رمضان المبارك 1441هـ",
      dates: ["2020-05-08"]),
    Row(label: "a month of two words", text: "3 ربيع الأول 1442", dates: ["2020-10-20"]),
    Row(label: "another one", text: "10 ذي الحجة 1441 هجرية", dates: ["2020-07-31"]),
    Row(label: "Persian", text: "۱۵ رمضان ۱۴۴۱", order: .persian, dates: ["2020-05-08"]),
    Row(
      label: "Persian, joined", text: "۳ ربیع‌الاول ۱۴۴۲ ه‍.ق", order: .persian, dates: ["2020-10-20"]
    ),
    Row(label: "English", text: "15 Ramadan 1441 AH", dates: ["2020-05-08"]),
    Row(label: "month before day", text: "Ramadan 15, 1441", dates: ["2020-05-08"]),
    Row(
      label: "a transliteration with marks", text: "3 Rabi' al-Awwal 1442", dates: ["2020-10-20"]),
    Row(label: "another one", text: "10 Dhu al-Hijjah 1441 A.H.", dates: ["2020-07-31"]),
    Row(label: "and a short one", text: "3 Rabi I 1442", dates: ["2020-10-20"]),
    Row(label: "in numbers with the era", text: "15/9/1441 هـ", dates: ["2020-05-08"]),
    Row(label: "year first", text: "1441/09/15 هـ", dates: ["2020-05-08"]),
    Row(
      label: "in numbers on a Persian page that says which calendar", text: "۱۴۴۱/۰۹/۱۵ ه.ق",
      order: .persian, dates: ["2020-05-08"]),
    Row(
      label: "the solar calendar where Persian does not say which", text: "۱۳۹۹/۰۲/۱۹ هـ",
      order: .persian, dates: ["2020-05-08"]),
    Row(label: "the solar calendar by its era", text: "1399/02/19 هـ.ش", dates: ["2020-05-08"]),
    Row(
      label: "the weekday of another country's calendar", text: "شنبه ۱۵ رمضان ۱۴۴۱",
      order: .persian, dates: ["2020-05-09"]),
    Row(label: "that of its own", text: "الجمعة، 15 رمضان 1441", dates: ["2020-05-08"]),
    Row(
      label: "a weekday in two words", text: "پنج شنبه ۱۵ رمضان ۱۴۴۱", order: .persian,
      dates: ["2020-05-07"]),
    Row(label: "a weekday too far away", text: "Tuesday 15 Ramadan 1441", dates: ["2020-05-08"]),
    Row(
      label: "three calendars agree", text: "۱۹ اردیبهشت ۱۳۹۹ | ۱۴ رمضان ۱۴۴۱ | 8 May 2020",
      order: .persian, dates: ["2020-05-08", "2020-05-08", "2020-05-08"]),
    Row(
      label: "Gregorian beside it", text: "14 رمضان 1441 الموافق 8 مايو 2020",
      dates: ["2020-05-08", "2020-05-08"]),
    Row(
      label: "two days of different times", text: "15 رمضان 1441 – 1 يونيو 2020",
      dates: ["2020-05-08", "2020-06-01"]),
    // Looks like one.
    Row(label: "no year", text: "15 رمضان", dates: []),
    Row(label: "a year of two digits", text: "15 رمضان 41", dates: []),
    Row(label: "a Gregorian year", text: "15 رمضان 2020", dates: []),
    Row(label: "a year before the table", text: "15 رمضان 1300", dates: []),
    Row(label: "a day there is not", text: "31 رمضان 1441", dates: []),
    Row(label: "a man's name", text: "Rajab 1441 Main Street", dates: []),
    Row(label: "forbidden, zero", text: "1441 محرم صفر", dates: []),
    Row(label: "numbers without an era", text: "15/9/1441", dates: []),
    Row(label: "a letter that is no era", text: "1441/09/15 a house", dates: []),
    Row(label: "half of a month's name", text: "3 ربيع 1442", dates: []),
  ]

  static let solarWithShortYears = [
    Row(label: "a month's name", text: "۲ تیر ۹۹", order: .persian, dates: ["2020-06-22"]),
    Row(
      label: "a year after 1400, with the time", text: "۱۴ خرداد ۰۲ ساعت ۱۲:۳۰", order: .persian,
      dates: ["2023-06-04"]),
    Row(label: "numbers", text: "۹۹/۰۴/۰۲", order: .persian, dates: ["2020-06-22"]),
    Row(
      label: "numbers, the year first where it can", text: "02/04/03", order: .persian,
      dates: ["2023-06-24"]),
    Row(
      label: "numbers, the day first", text: "۲/۴/۹۹ - ۱۲:۳۰", order: .persian,
      dates: ["2020-06-22"]),
    // Looks like one.
    Row(label: "on a page of another language", text: "99/04/02", dates: []),
    Row(label: "a count behind a month", text: "۵ تیر ۹۰ نفر", order: .persian, dates: []),
    Row(label: "a year of no near time", text: "۲ تیر ۴۱", order: .persian, dates: []),
    Row(label: "a day there is not", text: "۹۹/۰۴/۳۲", order: .persian, dates: []),
    Row(label: "a version", text: "99.4.2", order: .persian, dates: []),
    Row(label: "a scale", text: "۱/۲/۳", order: .persian, dates: []),
    Row(label: "a lunar month", text: "15 رمضان 99", order: .persian, dates: []),
  ]

  @Test(arguments: lunar + solarWithShortYears) func readsHijriDates(_ row: Row) {
    let utf8 = Array(row.text.utf8)
    let dates = DateReader(foldForMatching(utf8.span), row.order).dates
    #expect(dates.map(\.date.iso8601) == row.dates)
  }

  @Test(arguments: ["15 رمضان 1441 هـ", "15 Ramadan 1441 A.H", "۱۹ اردیبهشت ۱۳۹۹ هجری شمسی"])
  func takesTheEraAlong(_ text: String) {
    let utf8 = Array(text.utf8)
    let folded = foldForMatching(utf8.span)
    #expect(DateReader(folded, .persian).dates.map(\.utf8Range) == [0..<folded.utf8.count])
  }
}
