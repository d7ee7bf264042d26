/// A day in the path of an address.
public enum AddressDate {
  /// Year, month and day as folders or before the name of the page: `/2024/05/03/name`,
  /// `/2024-05-03-name`, `/20240503/name`. Nil where nothing follows: that is a day's archive.
  public static func day(in address: String) -> CivilDate? {
    let utf8 = Array(address.utf8)
    guard let host = address.firstRange(of: "://") else { return nil }
    let start = address.utf8.distance(from: address.startIndex, to: host.upperBound)
    var numbers: [(value: Int, count: Int, end: Int)] = []
    var position = start
    while position < utf8.count, utf8[position] != 0x3F, utf8[position] != 0x23 {
      let isStart = utf8[position] == 0x2F || utf8[position] == 0x2D || utf8[position] == 0x5F
      guard isStart else {
        position += 1
        if position < utf8.count, utf8[position - 1] > 0x39 || utf8[position - 1] < 0x2D {
          numbers = []
        }
        continue
      }
      var end = position + 1
      var value = 0
      while end < utf8.count, (0x30...0x39).contains(utf8[end]), end - position <= 8 {
        value = value * 10 + Int(utf8[end] - 0x30)
        end += 1
      }
      let count = end - position - 1
      guard count > 0, end < utf8.count, [0x2F, 0x2D, 0x5F].contains(utf8[end]) else {
        numbers = []
        position = end
        continue
      }
      numbers.append((value, count, end))
      if end + 1 < utf8.count {
        if count == 8,
          let date = CivilDate(
            year: value / 10_000, month: value / 100 % 100, day: value % 100), value > 19_900_000
        {
          return date
        }
        if let date = Self.day(numbers.suffix(3)) { return date }
      }
      position = end
    }
    return nil
  }

  private static func day(_ numbers: ArraySlice<(value: Int, count: Int, end: Int)>) -> CivilDate? {
    let all = Array(numbers)
    guard all.count == 3, all[0].count == 4, all[0].value >= 1990, all[1].count <= 2,
      all[2].count <= 2
    else { return nil }
    return CivilDate(year: all[0].value, month: all[1].value, day: all[2].value)
  }
}
