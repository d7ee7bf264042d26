/// Signatures in groups: those that lead to one another by pairs that are similar enough.
struct DuplicateGroups {
  /// For each signature another one of its group, at the end itself (a forest of disjoint sets).
  private var parents: [Int32]
  private let signatures: [TextSignature]
  private let minSimilarity: Double

  init(of signatures: [TextSignature], minSimilarity: Double) {
    self.signatures = signatures
    self.minSimilarity = minSimilarity
    parents = Array(0..<Int32(signatures.count))
    let bands = SignatureBands(minSimilarity: minSimilarity)
    for band in 0..<bands.bandCount {
      var keyed = signatures.indices.map {
        (key: bands.key(of: band, in: signatures[$0]), place: Int32($0))
      }
      keyed.sort { $0.key < $1.key }
      var rest = keyed[...]
      while let key = rest.first?.key {
        let run = rest.prefix { $0.key == key }
        if run.count > 1 { join(run.map(\.place)) }
        rest = rest[run.endIndex...]
      }
    }
    for place in parents.indices { parents[place] = Int32(root(of: Int32(place))) }
  }

  /// A number that all of a group have, and none else.
  func group(of signature: Int) -> Int { Int(parents[signature]) }

  private mutating func root(of signature: Int32) -> Int32 {
    var place = signature
    while parents[Int(place)] != place {
      parents[Int(place)] = parents[Int(parents[Int(place)])]
      place = parents[Int(place)]
    }
    return place
  }

  /// Joins the groups of some signatures where a pair of theirs is similar. Pairs that are in one group
  /// already are not compared: ten thousand near copies take as many comparisons, not their square.
  private mutating func join(_ run: [Int32]) {
    /// What was looked at, by group.
    var groups: [[Int32]] = []
    for signature in run {
      var own: Int?
      var index = 0
      while index < groups.count {
        let isOwn = root(of: groups[index][0]) == root(of: signature)
        guard isOwn || groups[index].contains(where: { isSimilar($0, signature) }) else {
          index += 1
          continue
        }
        parents[Int(root(of: signature))] = root(of: groups[index][0])
        if let own {
          groups[own] += groups.remove(at: index)
        } else {
          groups[index].append(signature)
          own = index
          index += 1
        }
      }
      if own == nil { groups.append([signature]) }
    }
  }

  private func isSimilar(_ one: Int32, _ other: Int32) -> Bool {
    signatures[Int(one)].similarity(to: signatures[Int(other)]) >= minSimilarity
  }
}
