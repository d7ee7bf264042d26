internal import CGhirbalData

/// The trained forest of gradient-boosted trees, read from the table in the binary.
///
/// `Training/content/README.md` describes the bytes, what they were trained on and how to make them.
/// Nothing is decoded: nodes are eight bytes each, a tree's nodes lie together, and a leaf leads to
/// itself, so that many blocks walk down a tree in step without a branch.
struct Forest: @unchecked Sendable {
  // Sendable: the bytes are constants of the binary.
  private let trees: UnsafeRawPointer
  private let nodes: UnsafeRawPointer
  /// By node: the mean of what the leaves below it add.
  private let means: UnsafeRawPointer
  let treeCount: Int
  /// How many features a row has.
  let featureCount: Int

  static let shared = Forest()

  /// Blocks that walk down a tree together: enough to hide the wait for memory.
  private static let group = 8

  private init() {
    let bytes = UnsafeRawPointer(ghirbal_content_forest())
    func word(_ index: Int) -> Int { Int(bytes.load(fromByteOffset: index * 4, as: UInt32.self)) }
    treeCount = word(1)
    featureCount = word(2)
    trees = bytes + 16
    nodes = bytes + 16 + treeCount * 8
    means = nodes + word(3) * 8
    precondition(
      word(0) == 0x3146_4847 && 16 + treeCount * 8 + word(3) * 12 == ghirbal_content_forest_size,
      "the embedded forest is whole and of this version")
    precondition(featureCount == FeatureTable.names.count, "the forest was trained on these features")
  }

  /// Adds up the trees' leaves for each row, the margin of the logistic function.
  ///
  /// - Parameter rows: rows of `featureCount` values, end to end.
  func margins(_ rows: [Float]) -> [Float] {
    let count = rows.count / featureCount
    return [Float](unsafeUninitializedCapacity: count) { sums, initialized in
      sums.initialize(repeating: 0)
      rows.withUnsafeBufferPointer { rows in
        guard let base = rows.baseAddress else { return }
        var start = 0
        while start < count {
          let end = min(count, start + 64)
          for tree in 0..<treeCount { add(tree, base, start..<end, sums.baseAddress!) }
          start = end
        }
      }
      initialized = count
    }
  }

  @inline(__always)
  private func add(
    _ tree: Int, _ rows: UnsafePointer<Float>, _ range: Range<Int>,
    _ sums: UnsafeMutablePointer<Float>
  ) {
    let first = Int(trees.load(fromByteOffset: tree * 8, as: UInt32.self))
    let depth = Int(trees.load(fromByteOffset: tree * 8 + 4, as: UInt32.self))
    let root = nodes + first * 8
    var block = range.lowerBound
    while block + Self.group <= range.upperBound {
      var places = SIMD8<UInt32>()
      for _ in 0..<depth {
        for lane in 0..<Self.group {
          places[lane] = next(root, places[lane], rows + (block + lane) * featureCount)
        }
      }
      for lane in 0..<Self.group { sums[block + lane] += value(root, places[lane]) }
      block += Self.group
    }
    while block < range.upperBound {
      var place: UInt32 = 0
      for _ in 0..<depth { place = next(root, place, rows + block * featureCount) }
      sums[block] += value(root, place)
      block += 1
    }
  }

  /// How far each feature moves a row's margin: at each node the change of the mean on the way down
  /// (Saabas 2014), by feature.
  func contributions(_ row: [Float]) -> [Float] {
    var sums = [Float](repeating: 0, count: featureCount)
    for tree in 0..<treeCount {
      let first = Int(trees.load(fromByteOffset: tree * 8, as: UInt32.self))
      let depth = Int(trees.load(fromByteOffset: tree * 8 + 4, as: UInt32.self))
      var place: UInt32 = 0
      for _ in 0..<depth {
        let child = row.withUnsafeBufferPointer {
          $0.baseAddress.map { next(nodes + first * 8, place, $0) } ?? place
        }
        guard child != place else { break }
        let feature = (nodes + (first + Int(place)) * 8).load(fromByteOffset: 4, as: UInt16.self)
        sums[Int(feature)] += mean(first + Int(child)) - mean(first + Int(place))
        place = child
      }
    }
    return sums
  }

  private func mean(_ node: Int) -> Float { means.load(fromByteOffset: node * 4, as: Float.self) }

  /// A node: its threshold, or a leaf's value, in 32 bits; the feature in 16; two children in 8 each.
  @inline(__always)
  private func next(
    _ root: UnsafeRawPointer, _ place: UInt32, _ row: UnsafePointer<Float>
  ) -> UInt32 {
    let node = root.load(fromByteOffset: Int(place) * 8, as: UInt64.self)
    let threshold = Float(bitPattern: UInt32(truncatingIfNeeded: node))
    let feature = Int(UInt16(truncatingIfNeeded: node >> 32))
    return UInt32(UInt8(truncatingIfNeeded: row[feature] <= threshold ? node >> 48 : node >> 56))
  }

  @inline(__always)
  private func value(_ root: UnsafeRawPointer, _ place: UInt32) -> Float {
    root.load(fromByteOffset: Int(place) * 8, as: Float.self)
  }
}
