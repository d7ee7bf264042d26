/// A stretch of a text file, for programs and for people.
public struct TextPlace: Sendable, Equatable {
  /// A place between two characters.
  public struct Point: Sendable, Equatable {
    /// Counted from 1; a line ends with LF.
    public var line: Int
    /// Counted from 1 in UTF-16 code units, as SARIF and editors do.
    public var column: Int
  }

  public var utf8Range: Range<Int>
  public var start: Point
  /// Behind the last character.
  public var end: Point
}

/// Turns byte offsets of a text into lines and columns.
public struct TextPlaces: Sendable {
  private let utf8: [UInt8]
  private let lineStarts: [Int]
  /// UTF-16 code units before each full stride of bytes, so that a column of a very long line costs no
  /// more than that of a short one.
  private let marks: [Int]
  private static let stride = 1024

  public init(_ utf8: [UInt8]) {
    self.utf8 = utf8
    var lineStarts = [0]
    var marks: [Int] = []
    var count = 0
    for (offset, byte) in utf8.enumerated() {
      if offset % Self.stride == 0 { marks.append(count) }
      count += Self.utf16Count(byte)
      if byte == 0x0A { lineStarts.append(offset + 1) }
    }
    if utf8.count % Self.stride == 0 { marks.append(count) }
    self.lineStarts = lineStarts
    self.marks = marks
  }

  public func place(of utf8Range: Range<Int>) -> TextPlace {
    TextPlace(
      utf8Range: utf8Range, start: point(utf8Range.lowerBound), end: point(utf8Range.upperBound))
  }

  public func point(_ offset: Int) -> TextPlace.Point {
    let line = self.line(of: offset)
    return TextPlace.Point(
      line: line + 1, column: utf16Count(before: offset) - utf16Count(before: lineStarts[line]) + 1)
  }

  /// A line, counted from 1; the last one where there is no such line.
  public func place(ofLine line: Int) -> TextPlace {
    place(of: lineRange(of: lineStarts[max(0, min(line, lineStarts.count) - 1)]))
  }

  /// The bytes of the line that `offset` lies in, without its end.
  public func lineRange(of offset: Int) -> Range<Int> {
    let line = self.line(of: offset)
    let end = line + 1 < lineStarts.count ? lineStarts[line + 1] - 1 : utf8.count
    return lineStarts[line]..<end
  }

  /// Counted from 0.
  private func line(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private func utf16Count(before offset: Int) -> Int {
    let mark = offset / Self.stride
    return utf8[mark * Self.stride..<offset].reduce(marks[mark]) { $0 + Self.utf16Count($1) }
  }

  /// What a byte of UTF-8 adds: a lead byte of four stands for a surrogate pair.
  private static func utf16Count(_ byte: UInt8) -> Int {
    byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1
  }
}
