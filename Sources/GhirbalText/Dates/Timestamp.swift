/// Reads the day of a date that was written for programs: `datetime`, `meta`, JSON-LD.
public enum Timestamp {
  /// The day as it stands there; times and zones are left out, since sites give them wrongly.
  ///
  /// ISO 8601 in its long and its short form, seconds and milliseconds since 1970, and what
  /// `DateReader` reads. 1 January 1970 stands for no date at all.
  public static func day(_ text: String, _ order: DateReader.Order) -> CivilDate? {
    let utf8 = Array(text.utf8)
    guard utf8.count >= 8, utf8.count <= maxUTF8Count else { return nil }
    let day = number(utf8) ?? date(utf8, order)
    return day == CivilDate(year: 1970, month: 1, day: 1) ? nil : day
  }

  private static let maxUTF8Count = 120

  private static func date(_ utf8: [UInt8], _ order: DateReader.Order) -> CivilDate? {
    DateReader(foldForMatching(utf8.span), order).dates.first?.date
  }

  /// 20240503, 20240503T1200, 20240503120000, 1714723200, 1714723200000.
  private static func number(_ utf8: [UInt8]) -> CivilDate? {
    let digits = utf8.prefix { (0x30...0x39).contains($0) }
    func value(_ range: Range<Int>) -> Int { utf8[range].reduce(0) { $0 * 10 + Int($1 - 0x30) } }
    let isWhole = digits.count == utf8.count
    switch digits.count {
    case 8 where isWhole || utf8[8] == UInt8(ascii: "T") || utf8[8] == 0x20, 12 where isWhole,
      14 where isWhole:
      return CivilDate(year: value(0..<4), month: value(4..<6), day: value(6..<8))
    case 10 where isWhole: return CivilDate(secondsSince1970: value(0..<10))
    case 13 where isWhole: return CivilDate(secondsSince1970: value(0..<10))
    default: return nil
    }
  }
}
