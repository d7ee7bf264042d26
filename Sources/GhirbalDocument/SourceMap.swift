public import GhirbalText

/// Where the text of a block came from: from UTF-8 offsets of its tile to bytes of the raw page.
///
/// The map is a list of runs. Inside a *regular* run each character of `textUnit` UTF-8 bytes stands
/// for `sourceUnit` raw bytes (1 and 1 for text copied from a UTF-8 page, 2 and 1 for Arabic letters
/// of a windows-1256 page), so positions inside it are exact. An *atomic* run (units 0) stands for
/// its source as a whole: an entity, a replacement, a run of folded white space.
public struct SourceMap: Sendable, Equatable {
  public struct Run: Sendable, Equatable {
    public var textStart: Int32
    public var sourceStart: Int32
    public var sourceEnd: Int32
    public var textUnit: UInt8
    public var sourceUnit: UInt8

    var isAtomic: Bool { textUnit == 0 }
  }

  public private(set) var runs: [Run] = []
  /// How many UTF-8 bytes of text the map covers.
  public private(set) var textCount = 0

  public init() {}

  /// Appends text that stands for `source`; with units of 0 as a whole, otherwise unit by unit.
  ///
  /// Continues the last run where the new piece does so in text and source alike.
  public mutating func append(
    textCount count: Int, source: Range<Int>, textUnit: UInt8 = 1, sourceUnit: UInt8 = 1
  ) {
    guard count > 0 else { return }
    if textUnit != 0, let last = runs.last, last.textUnit == textUnit,
      last.sourceUnit == sourceUnit, Int(last.sourceEnd) == source.lowerBound
    {
      runs[runs.count - 1].sourceEnd = Int32(source.upperBound)
    } else {
      runs.append(
        Run(
          textStart: Int32(textCount), sourceStart: Int32(source.lowerBound),
          sourceEnd: Int32(source.upperBound), textUnit: textUnit, sourceUnit: sourceUnit))
    }
    textCount += count
  }

  /// Appends a stretch of a decoded page, run by run.
  public mutating func append(_ utf8Range: Range<Int>, decodedBy decoding: DecodingMap) {
    guard !decoding.runs.isEmpty else {
      return append(textCount: utf8Range.count, source: utf8Range)
    }
    decoding.forEachRun(in: utf8Range) { run, part in
      append(
        textCount: part.count, source: decoding.sourceRange(of: part),
        textUnit: UInt8(run.utf8Unit), sourceUnit: UInt8(run.sourceUnit))
    }
  }

  /// Hands over the map as it stands, with room for the run of a gap, and starts an empty one.
  ///
  /// The runs of each block are allocated once, at their size, however many there were.
  public mutating func takeAll() -> SourceMap {
    var taken = SourceMap()
    taken.runs.reserveCapacity(runs.count + 1)
    taken.runs.append(contentsOf: runs)
    taken.textCount = textCount
    runs.removeAll(keepingCapacity: true)
    textCount = 0
    return taken
  }

  /// Takes the last `count` UTF-8 bytes of text off the map.
  public mutating func removeLast(_ count: Int) {
    let kept = textCount - count
    var shortened = SourceMap()
    shortened.append(contentsOf: self, in: 0..<kept)
    self = shortened
  }

  /// The raw bytes that the text at `utf8Range` stands for; the smallest range that covers them.
  ///
  /// An empty range maps to an empty one, after the source of the text before it.
  /// Complexity: O(log runs).
  public func sourceRange(of utf8Range: Range<Int>) -> Range<Int> {
    guard let first = runs.first else { return 0..<0 }
    if utf8Range.isEmpty {
      let position =
        utf8Range.lowerBound == 0
        ? Int(first.sourceStart) : sourceEnd(ofTextEndingAt: utf8Range.lowerBound)
      return position..<position
    }
    let lower = sourceStart(ofTextStartingAt: utf8Range.lowerBound)
    return lower..<max(lower, sourceEnd(ofTextEndingAt: utf8Range.upperBound))
  }

  private func sourceStart(ofTextStartingAt offset: Int) -> Int {
    let run = runs[runIndex(containing: offset)]
    if run.isAtomic { return Int(run.sourceStart) }
    return Int(run.sourceStart) + (offset - Int(run.textStart)) / Int(run.textUnit)
      * Int(run.sourceUnit)
  }

  private func sourceEnd(ofTextEndingAt offset: Int) -> Int {
    let run = runs[runIndex(containing: offset - 1)]
    if run.isAtomic { return Int(run.sourceEnd) }
    let units = (offset - Int(run.textStart) + Int(run.textUnit) - 1) / Int(run.textUnit)
    return Int(run.sourceStart) + units * Int(run.sourceUnit)
  }

  /// The last run that starts at or before `offset`.
  private func runIndex(containing offset: Int) -> Int {
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(runs[middle].textStart) <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The map after each of `replacements` (ascending, disjoint tile ranges and the UTF-8 count of
  /// what stands there instead) was applied: a replaced piece becomes one atomic run.
  func replacing(_ replacements: [(utf8Range: Range<Int>, count: Int)]) -> SourceMap {
    replacing(replacements.map { ($0.utf8Range, $0.count, sourceRange(of: $0.utf8Range)) })
  }

  /// The same, where it is known what raw bytes each new piece stands for.
  public func replacing(
    _ replacements: [(utf8Range: Range<Int>, count: Int, source: Range<Int>)]
  ) -> SourceMap {
    var result = SourceMap()
    result.runs.reserveCapacity(runs.count + 2 * replacements.count)
    var position = 0
    for (utf8Range, count, source) in replacements {
      result.append(contentsOf: self, in: position..<utf8Range.lowerBound)
      result.append(textCount: count, source: source, textUnit: 0, sourceUnit: 0)
      position = utf8Range.upperBound
    }
    result.append(contentsOf: self, in: position..<textCount)
    return result
  }

  private mutating func append(contentsOf other: SourceMap, in utf8Range: Range<Int>) {
    guard !utf8Range.isEmpty else { return }
    var index = other.runIndex(containing: utf8Range.lowerBound)
    var position = utf8Range.lowerBound
    while position < utf8Range.upperBound {
      let run = other.runs[index]
      let runEnd =
        index + 1 < other.runs.count ? Int(other.runs[index + 1].textStart) : other.textCount
      let end = min(runEnd, utf8Range.upperBound)
      append(
        textCount: end - position, source: other.sourceRange(of: position..<end),
        textUnit: run.textUnit, sourceUnit: run.sourceUnit)
      position = end
      index += 1
    }
  }
}
