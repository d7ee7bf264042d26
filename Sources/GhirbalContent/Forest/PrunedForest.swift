/// The nodes of a forest at which the blocks of one page part, tree after tree.
///
/// Most of what a page's blocks are asked has one answer for all of them. Of the nodes 37 % are left, by
/// blocks of the Readability pages, and 248 of the features; the sums are the same to the bit.
struct PrunedForest {
  /// Children stand behind their parents, and a leaf leads to itself.
  let nodes: [Forest.Node]
  /// Where each tree's nodes end.
  private(set) var ends: [Int] = []
  /// The features that the nodes ask, ascending.
  let features: [Int]

  /// - Precondition: there is a row.
  init(_ forest: Forest, _ rows: UnsafeBufferPointer<Float>) {
    let bounds = Self.bounds(rows, forest.featureCount)
    var isAsked = [Bool](repeating: false, count: forest.featureCount)
    var ends: [Int] = []
    ends.reserveCapacity(forest.treeCount)
    nodes = [Forest.Node](unsafeUninitializedCapacity: forest.nodeCount) { nodes, count in
      bounds.withUnsafeBufferPointer { bounds in
        isAsked.withUnsafeMutableBufferPointer { isAsked in
          for tree in 0..<forest.treeCount {
            let places = forest.nodes(ofTree: tree)
            count += Self.copy(
              forest, places.lowerBound, bounds, isAsked,
              to: UnsafeMutableBufferPointer(rebasing: nodes[count..<count + places.count]))
            ends.append(count)
          }
        }
      }
    }
    self.ends = ends
    features = isAsked.indices.filter { isAsked[$0] }
  }

  /// What is left to do: the node at `place`, and whose child it becomes.
  private struct Step {
    var place: Int
    var parent: Int
    var isRight: Bool
  }

  /// Copies what is reached of a tree, parents first, and returns how much that is.
  private static func copy(
    _ forest: Forest, _ first: Int, _ bounds: UnsafeBufferPointer<SIMD2<Float>>,
    _ isAsked: UnsafeMutableBufferPointer<Bool>,
    to nodes: UnsafeMutableBufferPointer<Forest.Node>
  ) -> Int {
    withUnsafeTemporaryAllocation(of: Step.self, capacity: nodes.count + 1) { stack in
      var count = 0
      var depth = 1
      stack.initializeElement(at: 0, to: Step(place: 0, parent: -1, isRight: false))
      while depth > 0 {
        depth &-= 1
        let step = stack[depth]
        var place = step.place
        var node = forest.node(first &+ place)
        while node.left != place {
          let range = bounds[node.feature]
          if range.y <= node.threshold {
            place = node.left
          } else if range.x > node.threshold {
            place = node.right
          } else {
            break
          }
          node = forest.node(first &+ place)
        }
        if step.parent >= 0 {
          let parent = nodes[step.parent]
          nodes[step.parent] =
            step.isRight
            ? parent.with(left: parent.left, right: count)
            : parent.with(left: count, right: parent.right)
        }
        nodes.initializeElement(at: count, to: node.with(left: count, right: count))
        if node.left != place {
          isAsked[node.feature] = true
          stack.initializeElement(
            at: depth, to: Step(place: node.right, parent: count, isRight: true))
          stack.initializeElement(
            at: depth &+ 1, to: Step(place: node.left, parent: count, isRight: false))
          depth &+= 2
        }
        count &+= 1
      }
      return count
    }
  }

  /// The least and the greatest value of each feature.
  private static func bounds(
    _ rows: UnsafeBufferPointer<Float>, _ count: Int
  ) -> [SIMD2<Float>] {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: 2 * count) { scratch in
      guard let least = scratch.baseAddress, var row = rows.baseAddress else { return [] }
      let most = least + count
      least.initialize(repeating: .infinity, count: count)
      most.initialize(repeating: -.infinity, count: count)
      for _ in 0..<rows.count / count {
        for feature in 0..<count {
          // What no comparison holds for goes right, as infinity does.
          let value = row[feature] == row[feature] ? row[feature] : .infinity
          least[feature] = value < least[feature] ? value : least[feature]
          most[feature] = value > most[feature] ? value : most[feature]
        }
        row += count
      }
      return (0..<count).map { SIMD2(least[$0], most[$0]) }
    }
  }
}
