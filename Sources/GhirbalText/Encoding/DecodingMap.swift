/// A stretch of decoded text whose characters all have the same size, in UTF-8 and in the source.
///
/// Arabic in windows-1256 is `2/1`, ASCII in UTF-16 `1/2`. A stretch with both units 0 is atomic: only
/// as a whole does its text stand for its source, as U+FFFD does for an invalid sequence, or nothing
/// for a byte order mark.
public struct DecodingRun: Sendable, Equatable {
  private var utf8Start32: UInt32
  private var sourceStart32: UInt32
  private var utf8Unit8: UInt8
  private var sourceUnit8: UInt8

  /// Creates a run; offsets are below 2³², units at most 4, and either both 0 or neither.
  public init(utf8Start: Int, sourceStart: Int, utf8Unit: Int, sourceUnit: Int) {
    precondition(
      (utf8Unit == 0) == (sourceUnit == 0), "a run is atomic on both sides or on neither")
    utf8Start32 = UInt32(utf8Start)
    sourceStart32 = UInt32(sourceStart)
    utf8Unit8 = UInt8(utf8Unit)
    sourceUnit8 = UInt8(sourceUnit)
  }

  /// Where it begins in the decoded text, in UTF-8 bytes.
  public var utf8Start: Int { Int(utf8Start32) }
  /// Where it begins in the source, in bytes.
  public var sourceStart: Int { Int(sourceStart32) }
  /// The UTF-8 bytes of one character; 0 in an atomic run.
  public var utf8Unit: Int { Int(utf8Unit8) }
  /// The source bytes of one character; 0 in an atomic run.
  public var sourceUnit: Int { Int(sourceUnit8) }
  /// Whether only the whole run stands for its source.
  public var isAtomic: Bool { utf8Unit8 == 0 }

  fileprivate func has(utf8Unit: Int, sourceUnit: Int) -> Bool {
    Int(utf8Unit8) == utf8Unit && Int(sourceUnit8) == sourceUnit
  }

  /// The source offset of the text at `utf8Offset`; inside a character, that of its start.
  func sourceOffset(of utf8Offset: Int) -> Int {
    isAtomic ? sourceStart : sourceStart + (utf8Offset - utf8Start) / utf8Unit * sourceUnit
  }

  /// The source offset after the character that holds the UTF-8 byte before `utf8End`.
  func sourceOffset(after utf8End: Int, runEnd: Int) -> Int {
    guard !isAtomic else { return runEnd }
    return sourceStart + (utf8End - utf8Start + utf8Unit - 1) / utf8Unit * sourceUnit
  }
}

/// Where each byte of decoded text comes from.
///
/// `runs` are ascending and leave nothing out: each ends, on both sides, where the next begins, the last
/// at `utf8Count` and `sourceCount`. An empty list is the identity. A run without text (a byte order
/// mark, an escape sequence) begins at the same UTF-8 offset as the run after it.
public struct DecodingMap: Sendable, Equatable {
  public let runs: [DecodingRun]
  /// The length of the decoded text in UTF-8 bytes.
  public let utf8Count: Int
  /// The length of the source in bytes.
  public let sourceCount: Int

  /// The map of text that is its own source.
  public init(identity count: Int) {
    runs = []
    utf8Count = count
    sourceCount = count
  }

  /// The map with `runs`, which leave nothing out on either side.
  public init(runs: [DecodingRun], utf8Count: Int, sourceCount: Int) {
    let isIdentity =
      utf8Count == sourceCount
      && (runs.isEmpty || runs.count == 1 && runs[0].has(utf8Unit: 1, sourceUnit: 1))
    self.runs = isIdentity ? [] : runs
    self.utf8Count = utf8Count
    self.sourceCount = sourceCount
  }

  /// Whether every offset is the same on both sides.
  public var isIdentity: Bool { runs.isEmpty }

  /// The source byte where the character at `utf8Offset` starts; past the end, that of the end.
  public func sourceOffset(of utf8Offset: Int) -> Int {
    guard !runs.isEmpty else { return min(utf8Offset, utf8Count) }
    return utf8Offset < utf8Count
      ? runs[runIndex(of: utf8Offset)].sourceOffset(of: utf8Offset) : sourceCount
  }

  /// The source bytes that the text in `utf8Range` stands for, whole characters only.
  ///
  /// A bound inside a character moves outwards. An empty range is an empty one in the source, before
  /// the character that follows. What stands for no text belongs to no range that does not surround
  /// it. Takes O(log `runs.count`); `utf8Range` lies in `0...utf8Count`.
  public func sourceRange(of utf8Range: Range<Int>) -> Range<Int> {
    let start = sourceOffset(of: utf8Range.lowerBound)
    guard !runs.isEmpty, !utf8Range.isEmpty else {
      return start..<max(start, sourceOffset(of: utf8Range.upperBound))
    }
    let last = runIndex(of: utf8Range.upperBound - 1)
    return start..<runs[last].sourceOffset(after: utf8Range.upperBound, runEnd: sourceEnd(last))
  }

  /// Calls `body` for each run that part of the text at `utf8Range` is in, with that part; the identity
  /// has no runs.
  public func forEachRun(
    in utf8Range: Range<Int>, _ body: (DecodingRun, _ part: Range<Int>) -> Void
  ) {
    guard !runs.isEmpty else { return }
    var index = runIndex(of: utf8Range.lowerBound)
    var position = utf8Range.lowerBound
    while position < utf8Range.upperBound {
      let end = index + 1 < runs.count ? runs[index + 1].utf8Start : utf8Count
      let part = position..<min(end, utf8Range.upperBound)
      if !part.isEmpty { body(runs[index], part) }
      position = part.upperBound
      index += 1
    }
  }

  /// The index of the last run that begins at or before `utf8Offset`.
  private func runIndex(of utf8Offset: Int) -> Int {
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].utf8Start <= utf8Offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The source offset where the run at `index` ends.
  public func sourceEnd(_ index: Int) -> Int {
    index + 1 < runs.count ? runs[index + 1].sourceStart : sourceCount
  }
}

/// Collects the runs of a map in ascending order, joining what has the same units.
struct SourceRunList {
  private(set) var runs: [DecodingRun] = []
  private var utf8Unit = -1
  private var sourceUnit = -1

  init(capacity: Int = 0) { runs.reserveCapacity(capacity) }

  /// Says that from here on characters have these units; units of 0 always begin a run of their own.
  @inline(__always)
  mutating func begin(utf8Start: Int, sourceStart: Int, utf8Unit: Int, sourceUnit: Int) {
    if utf8Unit == self.utf8Unit, sourceUnit == self.sourceUnit, utf8Unit != 0 { return }
    self.utf8Unit = utf8Unit
    self.sourceUnit = sourceUnit
    append(
      utf8Start: utf8Start, sourceStart: sourceStart, utf8Unit: utf8Unit, sourceUnit: sourceUnit)
  }

  /// Begins a run whose units are known to differ from the last one's.
  @inline(__always)
  mutating func append(utf8Start: Int, sourceStart: Int, utf8Unit: Int, sourceUnit: Int) {
    runs.append(
      DecodingRun(
        utf8Start: utf8Start, sourceStart: sourceStart, utf8Unit: utf8Unit, sourceUnit: sourceUnit))
  }
}
