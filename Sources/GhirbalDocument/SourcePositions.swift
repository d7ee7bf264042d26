/// From offsets in the decoded page to bytes of the raw one.
public struct SourcePositions: Sendable {
  /// Rows of the decoding, ascending; none where the raw page is UTF-8 and offsets only shift.
  private let runs: [Run]
  /// What is added where there are no rows: the count of the byte order mark.
  private let shift: Int
  private let textCount: Int
  private let sourceCount: Int

  /// A run of the decoding: characters of `textUnit` UTF-8 bytes for `sourceUnit` raw bytes each.
  public struct Run: Sendable {
    public var textStart: Int
    public var sourceStart: Int
    /// 0 for a run that stands for its source as a whole.
    public var textUnit: Int
    public var sourceUnit: Int

    public init(textStart: Int, sourceStart: Int, textUnit: Int, sourceUnit: Int) {
      self.textStart = textStart
      self.sourceStart = sourceStart
      self.textUnit = textUnit
      self.sourceUnit = sourceUnit
    }
  }

  /// For a page that is UTF-8 as it stands, behind `shift` bytes of byte order mark.
  public init(shiftedBy shift: Int, textCount: Int) {
    runs = []
    self.shift = shift
    self.textCount = textCount
    sourceCount = textCount + shift
  }

  /// For a page that was decoded; `runs` cover the text without holes.
  public init(_ runs: [Run], textCount: Int, sourceCount: Int) {
    // A run without text (a byte order mark) starts where the next one does.
    self.runs = runs.enumerated().filter { index, run in
      run.textStart < (index + 1 < runs.count ? runs[index + 1].textStart : textCount)
    }.map(\.element)
    shift = 0
    self.textCount = textCount
    self.sourceCount = sourceCount
  }

  /// The raw byte where the character at `offset` starts.
  public func byte(at offset: Int) -> Int {
    guard !runs.isEmpty else { return min(offset, textCount) + shift }
    guard offset < textCount else { return sourceCount }
    let run = runs[index(of: offset)]
    guard run.textUnit > 0 else { return run.sourceStart }
    return run.sourceStart + (offset - run.textStart) / run.textUnit * run.sourceUnit
  }

  /// The raw bytes of a stretch that starts and ends between characters.
  public func bytes(in range: Range<Int>) -> Range<Int> {
    let start = byte(at: range.lowerBound)
    guard !runs.isEmpty, !range.isEmpty else {
      return start..<max(start, byte(at: range.upperBound))
    }
    return start..<max(start, end(ofTextEndingAt: range.upperBound))
  }

  private func end(ofTextEndingAt offset: Int) -> Int {
    let place = index(of: offset - 1)
    let run = runs[place]
    guard run.textUnit > 0 else {
      return place + 1 < runs.count ? runs[place + 1].sourceStart : sourceCount
    }
    return run.sourceStart + (offset - run.textStart + run.textUnit - 1) / run.textUnit
      * run.sourceUnit
  }

  /// Appends a stretch of the page to a block's map, run by run.
  public func append(_ range: Range<Int>, to map: inout SourceMap) {
    guard !range.isEmpty else { return }
    guard !runs.isEmpty else {
      map.append(
        textCount: range.count, source: range.lowerBound + shift..<range.upperBound + shift)
      return
    }
    var place = index(of: range.lowerBound)
    var position = range.lowerBound
    while position < range.upperBound {
      let runEnd = place + 1 < runs.count ? runs[place + 1].textStart : textCount
      let end = min(runEnd, range.upperBound)
      map.append(
        textCount: end - position, source: bytes(in: position..<end),
        textUnit: UInt8(runs[place].textUnit), sourceUnit: UInt8(runs[place].sourceUnit))
      position = end
      place += 1
    }
  }

  /// The last run that starts at or before `offset`.
  private func index(of offset: Int) -> Int {
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].textStart <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
