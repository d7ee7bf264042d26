import GhirbalDocument

/// What a page's decision is made over: units as wholes, and the blocks that are in none.
struct JudgedItems {
  /// By item: how likely it is main content.
  private(set) var probabilities: [Float] = []
  /// By item: words as the decision counts them.
  private(set) var tokenCounts: [Int] = []
  /// By item: whether it stands among comments.
  private(set) var isComment: [Bool] = []
  /// By block, the item that it is part of.
  private(set) var ofBlocks: [Int] = []

  init(_ units: Units, _ probabilities: [Float], _ tokenCounts: [Int], isComment: [Bool]) {
    var items = [Int](repeating: -1, count: units.all.count)
    ofBlocks.reserveCapacity(probabilities.count)
    for block in probabilities.indices {
      let place = units.place(of: BlockID(block))
      if let place, items[place] >= 0 {
        ofBlocks.append(items[place])
        continue
      }
      let item = self.probabilities.count
      ofBlocks.append(item)
      guard let place else {
        self.probabilities.append(probabilities[block])
        self.tokenCounts.append(tokenCounts[block])
        self.isComment.append(isComment[block])
        continue
      }
      items[place] = item
      let members = units.all[place].blocks.filter { units.place(of: BlockID($0)) == place }
      self.probabilities.append(Self.mean(members, probabilities, tokenCounts))
      self.tokenCounts.append(members.reduce(0) { $0 + tokenCounts[$1] })
      self.isComment.append(members.allSatisfy { isComment[$0] })
    }
  }

  /// The mean over the words of a unit, so that a long row counts for more than a short one.
  private static func mean(
    _ members: [Int], _ probabilities: [Float], _ tokenCounts: [Int]
  ) -> Float {
    var sum = 0.0
    var weights = 0.0
    for block in members {
      let weight = Double(max(1, tokenCounts[block]))
      sum += weight * Double(probabilities[block])
      weights += weight
    }
    return Float(sum / max(1, weights))
  }

  /// The words of items above a probability.
  func tokens(above probability: Float) -> Int {
    probabilities.indices.reduce(0) {
      $0 + (probabilities[$1] > probability ? tokenCounts[$1] : 0)
    }
  }

  /// How many words of those kept outside comments are main content, as far as the model knows.
  func expectedTokensOutsideComments(_ kept: [Bool]) -> Double {
    probabilities.indices.reduce(0) {
      kept[$1] && !isComment[$1] ? $0 + Double(probabilities[$1]) * Double(tokenCounts[$1]) : $0
    }
  }
}
