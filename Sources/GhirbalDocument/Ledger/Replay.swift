/// A ledger that does not fit the document it is replayed on.
public struct ReplayFailure: Error, Equatable {
  /// The entry that does not fit, counted from 0.
  public let entry: Int
  /// What does not fit, as a sentence without its full stop.
  public let problem: String
}

extension Document {
  /// Makes every change of `ledger` again, and nothing else.
  ///
  /// The document must be the raw one that the ledger was written for: each entry's `before` is
  /// compared with what stands at its place.
  public mutating func replay(_ ledger: Ledger) throws(ReplayFailure) {
    for batch in ledger.batches {
      var index = batch.startIndex
      while index < batch.endIndex {
        guard let id = batch[index].block else {
          let entry = batch[index]
          guard entry.change == .lift, let field = entry.field else {
            throw ReplayFailure(entry: index, problem: "the entry names no block")
          }
          metadata.lift(entry.after ?? "", into: field)
          index += 1
          continue
        }
        var end = index + 1
        while end < batch.endIndex, batch[end].block == id { end += 1 }
        var (position, standing) = (
          0, blocks.indices.contains(id.index) ? self[id].standing : .open
        )
        for place in index..<end {
          if let problem = problem(with: batch[place], on: id, from: &position, &standing) {
            throw ReplayFailure(entry: place, problem: problem)
          }
        }
        perform(batch[index..<end], on: id)
        index = end
      }
    }
  }

  private func problem(
    with entry: LedgerEntry, on id: BlockID, from position: inout Int, _ standing: inout Standing
  ) -> String? {
    guard blocks.indices.contains(id.index) else { return "there is no block \(id.index)" }
    let block = self[id]
    if block.isDropped { return "block \(id.index) was dropped before" }
    switch entry.change {
    case .keep: return nil
    case .pin, .setApart, .setFirst:
      standing = entry.change.standing ?? standing
      return nil
    case .drop:
      if standing.isPinned { return "block \(id.index) is pinned" }
      guard entry.before == string(in: block, 0..<block.tile.count) else {
        return "block \(id.index) does not read as the entry says"
      }
    case .replace, .lift:
      guard let utf8Range = entry.blockUTF8, isOnScalarBoundaries(utf8Range, in: block) else {
        return "the entry's place is not in block \(id.index)"
      }
      guard entry.before == string(in: block, utf8Range) else {
        return "block \(id.index) does not read as the entry says at its bytes \(utf8Range)"
      }
      if entry.change == .lift { return entry.field == nil ? "the entry names no field" : nil }
      guard utf8Range.lowerBound >= position else { return "the replacements overlap" }
      position = utf8Range.upperBound
    }
    return nil
  }
}
