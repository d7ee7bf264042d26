/// Features that are computed together: their names, and the values for one block in that order.
protocol FeatureGroup {
  static var names: [String] { get }
  init(_ page: PageStatistics)
  func write(_ block: Int, to row: inout FeatureRow)
}

/// The values of one block, written from first to last.
struct FeatureRow {
  private let values: UnsafeMutableBufferPointer<Float>
  private(set) var count = 0

  init(_ values: UnsafeMutableBufferPointer<Float>) { self.values = values }

  @inline(__always) mutating func append(_ value: Float) {
    values[count] = value
    count += 1
  }

  @inline(__always) mutating func append(_ value: Int) { append(Float(value)) }

  @inline(__always) mutating func append(_ flag: Bool) { append(flag ? Float(1) : 0) }
}
