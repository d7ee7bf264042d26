extension RawPiece {
  public init(utf8Range: Range<Int>, sourceRange: Range<Int>, rawBytes: [UInt8]) {
    self.utf8Range = utf8Range
    self.sourceRange = sourceRange
    self.bytes = rawBytes
  }
}
