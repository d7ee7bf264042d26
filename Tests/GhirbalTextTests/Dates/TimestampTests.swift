import Testing

@testable import GhirbalText

@Suite struct TimestampTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    let text: String
    var order = DateReader.Order.unknown
    let day: String?
    var testDescription: String { label }
  }

  static let rows = [
    Row(label: "a day", text: "2024-05-03", day: "2024-05-03"),
    Row(
      label: "the day as it stands there, whatever the zone", text: "2024-05-03T23:30:00-07:00",
      day: "2024-05-03"),
    Row(label: "the short form", text: "20240503", day: "2024-05-03"),
    Row(label: "the short form with a time", text: "20240503T120000Z", day: "2024-05-03"),
    Row(label: "seconds since 1970", text: "1714723200", day: "2024-05-03"),
    Row(label: "milliseconds since 1970", text: "1714723200000", day: "2024-05-03"),
    Row(label: "mail form", text: "Fri, 03 May 2024 08:00:00 GMT", day: "2024-05-03"),
    Row(label: "words", text: "May 3rd, 2024", day: "2024-05-03"),
    Row(label: "Solar Hijri", text: "۱۴ اردیبهشت ۱۴۰۳", day: "2024-05-03"),
    Row(
      label: "month first where the page says so", text: "5/3/2024", order: .monthFirst,
      day: "2024-05-03"),
    Row(
      label: "dots are never month first", text: "3.5.2024", order: .monthFirst, day: "2024-05-03"),
    Row(label: "nobody can tell", text: "5/3/2024", day: nil),
    Row(label: "a number with as many digits", text: "99999999", day: nil),
    Row(label: "a telephone", text: "0301234567", day: nil),
    Row(label: "the beginning of time", text: "1970-01-01T00:00:00Z", day: nil),
    Row(label: "the lunar calendar", text: "١٥ رمضان ١٤٤٥", day: "2024-03-25"),
    Row(label: "relative", text: "9 hours ago", day: nil),
    Row(label: "a year alone", text: "2024", day: nil),
  ]

  @Test(arguments: rows) func readsTheDay(_ row: Row) {
    #expect(Timestamp.day(row.text, row.order)?.iso8601 == row.day)
  }
}
