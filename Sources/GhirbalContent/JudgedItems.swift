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
      // A unit is as likely as its likeliest block: a header's words are few, and a row of figures looks
      // like nothing by itself. Means of probabilities or of their logits kept less and gained nothing.
      self.probabilities.append(members.reduce(0) { max($0, probabilities[$1]) })
      self.tokenCounts.append(members.reduce(0) { $0 + tokenCounts[$1] })
      self.isComment.append(members.allSatisfy { isComment[$0] })
    }
  }

  /// The words of items above a probability.
  func tokens(above probability: Float) -> Int {
    probabilities.indices.reduce(0) {
      $0 + (probabilities[$1] > probability ? tokenCounts[$1] : 0)
    }
  }

  /// The words of all comments.
  var tokensOfComments: Int {
    probabilities.indices.reduce(0) { $0 + (isComment[$1] ? tokenCounts[$1] : 0) }
  }

  /// How many words of those kept outside comments are main content, as far as the model knows.
  func expectedTokensOutsideComments(_ kept: [Bool]) -> Double {
    probabilities.indices.reduce(0) {
      kept[$1] && !isComment[$1] ? $0 + Double(probabilities[$1]) * Double(tokenCounts[$1]) : $0
    }
  }
}
