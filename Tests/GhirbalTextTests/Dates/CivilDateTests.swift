import Foundation
import Testing

@testable import GhirbalText

@Suite struct CivilDateTests {
  @Test(arguments: [
    (1399, 4, 2, "2020-06-22"), (1400, 1, 1, "2021-03-21"), (1399, 12, 30, "2021-03-20"),
    (1403, 12, 30, "2025-03-20"), (1402, 6, 28, "2023-09-19"), (1357, 11, 22, "1979-02-11"),
    (1408, 1, 1, "2029-03-20"),
  ])
  func convertsSolarHijri(_ year: Int, _ month: Int, _ day: Int, _ iso: String) {
    #expect(CivilDate(jalaliYear: year, month: month, day: day)?.iso8601 == iso)
  }

  @Test(arguments: [(1400, 12, 30), (1399, 7, 31), (1399, 13, 1), (1399, 1, 0), (900, 1, 1)])
  func refusesDaysThatAreNone(_ year: Int, _ month: Int, _ day: Int) {
    #expect(CivilDate(jalaliYear: year, month: month, day: day) == nil)
  }

  @Test func gregorianDays() {
    #expect(CivilDate(year: 2024, month: 2, day: 29)?.iso8601 == "2024-02-29")
    #expect(CivilDate(year: 2023, month: 2, day: 29) == nil)
    #expect(CivilDate(year: 1850, month: 1, day: 1) == nil)
  }

  /// Each day of two centuries' worth follows the one before it, as Foundation counts them.
  @Test func agreesWithFoundation() throws {
    var persian = Calendar(identifier: .persian)
    var gregorian = Calendar(identifier: .gregorian)
    persian.timeZone = .gmt
    gregorian.timeZone = .gmt
    for year in stride(from: 1344, through: 1470, by: 3) {
      for (month, day) in [(1, 1), (6, 31), (7, 1), (12, 29)] {
        let components = DateComponents(year: year, month: month, day: day)
        let date = try #require(persian.date(from: components))
        let expected = gregorian.dateComponents([.year, .month, .day], from: date)
        let found = try #require(CivilDate(jalaliYear: year, month: month, day: day))
        #expect(
          [found.year, found.month, found.day]
            == [expected.year, expected.month, expected.day].compactMap(\.self),
          "\(year)-\(month)-\(day)")
      }
    }
  }

  @Test func lunarHijriAgreesWithFoundation() throws {
    var lunar = Calendar(identifier: .islamicUmmAlQura)
    var gregorian = Calendar(identifier: .gregorian)
    lunar.timeZone = .gmt
    gregorian.timeZone = .gmt
    for year in UmmAlQura.years {
      for month in 1...12 {
        let components = DateComponents(year: year, month: month, day: 29)
        let date = try #require(lunar.date(from: components))
        let expected = gregorian.dateComponents([.year, .month, .day], from: date)
        let found = try #require(CivilDate(lunarYear: year, month: month, day: 29))
        #expect(
          [found.year, found.month, found.day]
            == [expected.year, expected.month, expected.day].compactMap(\.self),
          "\(year)-\(month)")
      }
    }
  }

  @Test(arguments: [(1355, 12, 1), (1501, 1, 1), (1441, 13, 1), (1441, 0, 1), (1441, 9, 31)])
  func refusesLunarDaysThatAreNone(_ year: Int, _ month: Int, _ day: Int) {
    #expect(CivilDate(lunarYear: year, month: month, day: day) == nil)
  }
}
