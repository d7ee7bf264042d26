public import GhirbalText

public typealias SourcePositions = DecodingMap

extension DecodingMap {
  public init(shiftedBy shift: Int, textCount: Int) {
    self.init(
      runs: [
        DecodingRun(utf8Start: 0, sourceStart: shift, utf8Unit: 1, sourceUnit: 1)
      ], utf8Count: textCount, sourceCount: textCount + shift)
  }
  public func byte(at offset: Int) -> Int { sourceOffset(of: offset) }
  public func bytes(in range: Range<Int>) -> Range<Int> { sourceRange(of: range) }
  public func append(_ range: Range<Int>, to map: inout SourceMap) {
    map.append(range, decodedBy: self)
  }
}
