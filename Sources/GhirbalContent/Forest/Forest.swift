/// A trained forest of gradient-boosted trees, read from its table in the binary.
///
/// `Training/content/README.md` and `Training/lines/README.md` describe the bytes, what they were trained
/// on and how to make them.
/// Nothing is decoded: nodes are eight bytes each, a tree's nodes lie together, children after their
/// parent, and a leaf leads to itself.
struct Forest: @unchecked Sendable {
  // Sendable: the bytes are constants of the binary.
  private let trees: UnsafeRawPointer
  private let nodes: UnsafeRawPointer
  /// By node: the mean of what the leaves below it add.
  private let means: UnsafeRawPointer
  let nodeCount: Int
  let treeCount: Int
  /// How many features a row has.
  let featureCount: Int

  /// Reads a table that was trained on `features`.
  init(_ table: UnsafeRawBufferPointer, features: [String]) {
    self.init(table)
    precondition(featureCount == features.count, "the forest was trained on these features")
  }

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

  /// Rows that are in memory at once, 2.4 MB of them for blocks. Nearly all pages have fewer; one of a
  /// million would take 2.4 GB.
  private static let maxRowCount = 1024

  /// How likely each of `count` rows is main content, 0...1, some rows at a time.
  func probabilities(_ count: Int, rows: (Range<Int>) -> [Float]) -> [Float] {
    var probabilities: [Float] = []
    probabilities.reserveCapacity(count)
    for start in stride(from: 0, to: count, by: Self.maxRowCount) {
      probabilities += margins(rows(start..<min(count, start + Self.maxRowCount))).lazy.map(
        logistic)
    }
    return probabilities
  }

  /// Adds up the trees' leaves for each row, the margin of the logistic function.
  ///
  /// Sixteen rows at a time, column by column, so that a comparison is one step for several rows. Of
  /// each tree all nodes are worked out, children before parents: a node's rows take the left child's
  /// value or the right one's. That has no branch and waits for no memory; walking down, a tree of 31
  /// leaves takes as many steps as its deepest leaf, each waiting for the last. Nodes at which all rows
  /// go the same way are left out before.
  ///
  /// - Parameter rows: rows of `featureCount` values, end to end.
  func margins(_ rows: [Float]) -> [Float] {
    let count = rows.count / featureCount
    guard count > 0, treeCount > 0 else { return [Float](repeating: 0, count: count) }
    return rows.withUnsafeBufferPointer { rows in
      let pruned = PrunedForest(self, rows)
      return [Float](unsafeUninitializedCapacity: count) { margins, initialized in
        withUnsafeTemporaryAllocation(of: Lanes.self, capacity: featureCount + Self.maxNodes) {
          scratch in
          let columns = UnsafeMutableBufferPointer(rebasing: scratch[..<featureCount])
          let values = UnsafeMutableBufferPointer(rebasing: scratch[featureCount...])
          for start in stride(from: 0, to: count, by: Self.laneCount) {
            let lanes = min(Self.laneCount, count - start)
            gather(pruned.features, of: rows, from: start, lanes, into: columns)
            let sums = Self.sum(pruned, columns, values)
            for lane in 0..<lanes {
              (margins.baseAddress! + start + lane).initialize(to: sums[lane])
            }
          }
        }
        initialized = count
      }
    }
  }

  /// A node: its threshold, or a leaf's value, in 32 bits; the feature in 16; two children in 8 each.
  struct Node {
    let bits: UInt64

    @inline(__always) var threshold: Float { Float(bitPattern: UInt32(truncatingIfNeeded: bits)) }
    @inline(__always) var feature: Int { Int(UInt16(truncatingIfNeeded: bits >> 32)) }
    @inline(__always) var left: Int { Int(UInt8(truncatingIfNeeded: bits >> 48)) }
    @inline(__always) var right: Int { Int(bits >> 56) }

    /// The same node with other children.
    func with(left: Int, right: Int) -> Node {
      Node(bits: bits & 0xFFFF_FFFF_FFFF | UInt64(left) << 48 | UInt64(right) << 56)
    }
  }

  /// The places of a tree's nodes in the table.
  func nodes(ofTree tree: Int) -> Range<Int> {
    let first = Int(trees.load(fromByteOffset: tree * 8, as: UInt32.self))
    let end =
      tree + 1 < treeCount
      ? Int(trees.load(fromByteOffset: tree * 8 + 8, as: UInt32.self)) : nodeCount
    return first..<end
  }

  @inline(__always)
  func node(_ place: Int) -> Node {
    Node(bits: nodes.load(fromByteOffset: place * 8, as: UInt64.self))
  }

  private typealias Lanes = SIMD16<Float>
  private static let laneCount = 16
  /// Children are named in eight bits.
  static let maxNodes = 256

  /// Turns rows into columns; a last group of fewer rows is filled up with its last one.
  private func gather(
    _ features: [Int], of rows: UnsafeBufferPointer<Float>, from start: Int, _ lanes: Int,
    into columns: UnsafeMutableBufferPointer<Lanes>
  ) {
    let columns = UnsafeMutableRawPointer(columns.baseAddress!).assumingMemoryBound(to: Float.self)
    for lane in 0..<Self.laneCount {
      let row = rows.baseAddress! + (start + min(lane, lanes - 1)) * featureCount
      for feature in features { columns[feature * Self.laneCount + lane] = row[feature] }
    }
  }

  @inline(__always)
  private static func quarters(
    _ lanes: UnsafeMutableBufferPointer<Lanes>, _ place: Int
  ) -> UnsafeMutablePointer<SIMD4<Float>> {
    UnsafeMutableRawPointer(lanes.baseAddress! + place).assumingMemoryBound(to: SIMD4<Float>.self)
  }

  private static func sum(
    _ forest: PrunedForest, _ columns: UnsafeMutableBufferPointer<Lanes>,
    _ values: UnsafeMutableBufferPointer<Lanes>
  ) -> Lanes {
    var sums = Lanes.zero
    forest.nodes.withUnsafeBufferPointer { nodes in
      // The trees' order is that of the sum and part of the result.
      var first = 0
      for end in forest.ends {
        for place in stride(from: end - first - 1, through: 0, by: -1) {
          let node = nodes[first + place]
          let (left, right) = (node.left, node.right)
          guard left != place else {
            values[place] = Lanes(repeating: node.threshold)
            continue
          }
          // By fours, as registers are everywhere: wider comparisons go through 16-bit masks.
          let column = quarters(columns, node.feature)
          let (lefts, rights) = (quarters(values, left), quarters(values, right))
          let results = quarters(values, place)
          let threshold = SIMD4(repeating: node.threshold)
          for quarter in 0..<4 {
            let isLeft = unsafeBitCast(column[quarter] .<= threshold, to: SIMD4<UInt32>.self)
            let ones: SIMD4<UInt32> = unsafeBitCast(lefts[quarter], to: SIMD4<UInt32>.self) & isLeft
            let others: SIMD4<UInt32> =
              unsafeBitCast(rights[quarter], to: SIMD4<UInt32>.self) & ~isLeft
            results[quarter] = unsafeBitCast(ones | others, to: SIMD4<Float>.self)
          }
        }
        sums += values[0]
        first = end
      }
    }
    return sums
  }

  /// How far each feature moves a row's margin: at each node the change of the mean on the way down
  /// (Saabas 2014), by feature.
  func contributions(_ row: [Float]) -> [Float] {
    var sums = [Float](repeating: 0, count: featureCount)
    for tree in 0..<treeCount {
      let first = nodes(ofTree: tree).lowerBound
      var place = 0
      while true {
        let node = node(first + place)
        let child = row[node.feature] <= node.threshold ? node.left : node.right
        guard child != place else { break }
        sums[node.feature] += mean(first + child) - mean(first + place)
        place = child
      }
    }
    return sums
  }

  private func mean(_ node: Int) -> Float { means.load(fromByteOffset: node * 4, as: Float.self) }
}
