internal import CGhirbalData

/// The trained forest of gradient-boosted trees, read from the table in the binary.
///
/// `Training/content/README.md` describes the bytes, what they were trained on and how to make them.
/// Nothing is decoded: nodes are eight bytes each, a tree's nodes lie together, children after their
/// parent, and a leaf leads to itself.
struct Forest: @unchecked Sendable {
  // Sendable: the bytes are constants of the binary.
  private let trees: UnsafeRawPointer
  private let nodes: UnsafeRawPointer
  /// By node: the mean of what the leaves below it add.
  private let means: UnsafeRawPointer
  private let nodeCount: Int
  let treeCount: Int
  /// How many features a row has.
  let featureCount: Int

  static let shared: Forest = {
    let forest = Forest(
      UnsafeRawBufferPointer(start: ghirbal_content_forest(), count: ghirbal_content_forest_size))
    precondition(
      forest.featureCount == FeatureTable.names.count, "the forest was trained on these features")
    return forest
  }()

  /// Reads a table that outlives the forest.
  init(_ table: UnsafeRawBufferPointer) {
    func word(_ index: Int) -> Int { Int(table.load(fromByteOffset: index * 4, as: UInt32.self)) }
    treeCount = word(1)
    featureCount = word(2)
    nodeCount = word(3)
    precondition(
      word(0) == 0x3146_4847 && 16 + treeCount * 8 + nodeCount * 12 == table.count,
      "the forest is whole and of this version")
    guard let bytes = table.baseAddress else { preconditionFailure("the forest has bytes") }
    trees = bytes + 16
    nodes = trees + treeCount * 8
    means = nodes + nodeCount * 8
  }

  /// Adds up the trees' leaves for each row, the margin of the logistic function.
  ///
  /// Sixteen rows at a time, column by column, so that a comparison is one step for several rows. Of
  /// each tree all nodes are worked out, children before parents: a node's rows take the left child's
  /// value or the right one's. That has no branch and waits for no memory; walking down, a tree of 31
  /// leaves takes as many steps as its deepest leaf, each waiting for the last.
  ///
  /// - Parameter rows: rows of `featureCount` values, end to end.
  func margins(_ rows: [Float]) -> [Float] {
    let count = rows.count / featureCount
    guard count > 0, treeCount > 0 else { return [Float](repeating: 0, count: count) }
    return [Float](unsafeUninitializedCapacity: count) { margins, initialized in
      withUnsafeTemporaryAllocation(of: Lanes.self, capacity: featureCount + Self.maxNodes) {
        scratch in
        rows.withUnsafeBufferPointer { rows in
          let columns = UnsafeMutableBufferPointer(rebasing: scratch[..<featureCount])
          let values = UnsafeMutableBufferPointer(rebasing: scratch[featureCount...])
          for start in stride(from: 0, to: count, by: Self.laneCount) {
            let lanes = min(Self.laneCount, count - start)
            gather(rows, from: start, lanes, into: columns)
            let sums = sum(columns, values)
            for lane in 0..<lanes {
              (margins.baseAddress! + start + lane).initialize(to: sums[lane])
            }
          }
        }
      }
      initialized = count
    }
  }

  private typealias Lanes = SIMD16<Float>
  private static let laneCount = 16
  /// Children are named in eight bits.
  private static let maxNodes = 256

  /// Turns rows into columns; a last group of fewer rows is filled up with its last one.
  private func gather(
    _ rows: UnsafeBufferPointer<Float>, from start: Int, _ lanes: Int,
    into columns: UnsafeMutableBufferPointer<Lanes>
  ) {
    let columns = UnsafeMutableRawPointer(columns.baseAddress!).assumingMemoryBound(to: Float.self)
    for lane in 0..<Self.laneCount {
      let row = rows.baseAddress! + (start + min(lane, lanes - 1)) * featureCount
      for feature in 0..<featureCount { columns[feature * Self.laneCount + lane] = row[feature] }
    }
  }

  @inline(__always)
  private func quarters(
    _ lanes: UnsafeMutableBufferPointer<Lanes>, _ place: Int
  ) -> UnsafeMutablePointer<SIMD4<Float>> {
    UnsafeMutableRawPointer(lanes.baseAddress! + place).assumingMemoryBound(to: SIMD4<Float>.self)
  }

  private func sum(
    _ columns: UnsafeMutableBufferPointer<Lanes>, _ values: UnsafeMutableBufferPointer<Lanes>
  ) -> Lanes {
    var sums = Lanes.zero
    // The trees' order is that of the sum and part of the result.
    for tree in 0..<treeCount {
      let first = Int(trees.load(fromByteOffset: tree * 8, as: UInt32.self))
      let end =
        tree + 1 < treeCount
        ? Int(trees.load(fromByteOffset: tree * 8 + 8, as: UInt32.self)) : nodeCount
      for place in stride(from: end - first - 1, through: 0, by: -1) {
        let node = nodes.load(fromByteOffset: (first + place) * 8, as: UInt64.self)
        let threshold = Lanes(repeating: Float(bitPattern: UInt32(truncatingIfNeeded: node)))
        let left = Int(UInt8(truncatingIfNeeded: node >> 48))
        if left == place {
          values[place] = threshold
        } else {
          let right = Int(node >> 56)
          let feature = Int(UInt16(truncatingIfNeeded: node >> 32))
          // By fours, as registers are everywhere: wider comparisons go through 16-bit masks.
          let column = quarters(columns, feature)
          let (lefts, rights) = (quarters(values, left), quarters(values, right))
          let results = quarters(values, place)
          for quarter in 0..<4 {
            let isLeft = unsafeBitCast(
              column[quarter] .<= SIMD4(repeating: threshold[0]), to: SIMD4<UInt32>.self)
            let ones: SIMD4<UInt32> = unsafeBitCast(lefts[quarter], to: SIMD4<UInt32>.self) & isLeft
            let others: SIMD4<UInt32> =
              unsafeBitCast(rights[quarter], to: SIMD4<UInt32>.self) & ~isLeft
            results[quarter] = unsafeBitCast(ones | others, to: SIMD4<Float>.self)
          }
        }
      }
      sums += values[0]
    }
    return sums
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
}
