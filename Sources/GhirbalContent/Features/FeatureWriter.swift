/// Writes groups of features side by side, each for all blocks before the next.
struct FeatureWriter {
  private let values: UnsafeMutablePointer<Float>
  private let blocks: Range<Int>
  private let width: Int
  private var column = 0

  /// The rows of some blocks, end to end, as `write` writes them group by group.
  static func values(
    of blocks: Range<Int>, width: Int, _ write: (inout FeatureWriter) -> Void
  ) -> [Float] {
    [Float](unsafeUninitializedCapacity: blocks.count * width) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      var writer = FeatureWriter(base, blocks: blocks, width: width)
      write(&writer)
      precondition(writer.column == width, "as many values as names")
      count = buffer.count
    }
  }

  private init(_ values: UnsafeMutablePointer<Float>, blocks: Range<Int>, width: Int) {
    self.values = values
    self.blocks = blocks
    self.width = width
  }

  mutating func write<Group: FeatureGroup>(_ group: Group) {
    let count = Group.names.count
    precondition(column + count <= width, "as many values as names")
    for block in blocks {
      var row = FeatureRow(values + (block - blocks.lowerBound) * width + column)
      group.write(block, to: &row)
      precondition(row.count == count, "as many values as names")
    }
    column += count
  }
}
