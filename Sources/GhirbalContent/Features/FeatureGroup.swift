/// Features that are computed together: their names, and the values for one block in that order.
protocol FeatureGroup {
  static var names: [String] { get }
  func write(_ block: Int, to row: inout FeatureRow)
}

/// A group's values of one block, written from first to last.
struct FeatureRow {
  private let values: UnsafeMutablePointer<Float>
  private(set) var count = 0

  init(_ values: UnsafeMutablePointer<Float>) { self.values = values }

  @inline(__always) mutating func append(_ value: Float) {
    (values + count).initialize(to: value)
    count += 1
  }

  @inline(__always) mutating func append(_ value: Int) { append(Float(value)) }

  @inline(__always) mutating func append(_ flag: Bool) { append(flag ? Float(1) : 0) }

  @inline(__always) mutating func append(_ run: UnsafeBufferPointer<Float>) {
    guard let first = run.baseAddress else { return }
    (values + count).initialize(from: first, count: run.count)
    count += run.count
  }

  /// The lowest `bitCount` bits, 1 or 0 each.
  @inline(__always) mutating func append(bits: UInt64, _ bitCount: Int) {
    for bit in 0..<bitCount {
      (values + count + bit).initialize(to: Float(bits >> UInt64(bit) & 1))
    }
    count += bitCount
  }
}
