/// A clean text and a ledger that do not belong together.
public struct RestorationFailure: Error, Equatable {
  /// What does not fit, as a sentence without its full stop.
  public let problem: String
}

extension Ledger {
  /// The text before any stage ran, from the clean text alone.
  ///
  /// - Parameters:
  ///   - tiles: the live blocks' tiles as they stand in the clean text.
  ///   - blockCount: how many blocks the raw page had.
  public func restoring(
    _ tiles: [BlockID: [UInt8]], blockCount: Int
  ) throws(RestorationFailure) -> [UInt8] {
    var tiles = tiles
    for batch in batches.reversed() {
      var index = batch.endIndex
      while index > batch.startIndex {
        guard let id = batch[index - 1].block else {
          index -= 1
          continue
        }
        var start = index - 1
        while start > batch.startIndex, batch[start - 1].block == id { start -= 1 }
        try takeBack(batch[start..<index], on: id, &tiles)
        index = start
      }
    }
    var text: [UInt8] = []
    for index in 0..<blockCount {
      guard let tile = tiles[BlockID(index)] else {
        throw RestorationFailure(problem: "block \(index) is in neither the text nor the ledger")
      }
      text.append(contentsOf: tile)
    }
    return text
  }

  private func takeBack(
    _ entries: ArraySlice<LedgerEntry>, on id: BlockID, _ tiles: inout [BlockID: [UInt8]]
  ) throws(RestorationFailure) {
    if let drop = entries.first(where: { $0.change == .drop }) {
      tiles[id] = Array(drop.before.utf8)
      return
    }
    let replacements = entries.filter { $0.change == .replace }
    guard !replacements.isEmpty else { return }
    guard let clean = tiles[id] else {
      throw RestorationFailure(problem: "block \(id.index) is missing from the text")
    }
    var raw: [UInt8] = []
    var position = 0
    var growth = 0
    for entry in replacements {
      let after = Array((entry.after ?? "").utf8)
      let start = (entry.blockUTF8?.lowerBound ?? 0) + growth
      guard start >= position, start + after.count <= clean.count,
        clean[start..<start + after.count].elementsEqual(after)
      else {
        throw RestorationFailure(
          problem: "block \(id.index) does not read as the ledger says at its byte \(start)")
      }
      raw.append(contentsOf: clean[position..<start])
      raw.append(contentsOf: entry.before.utf8)
      position = start + after.count
      growth += after.count - entry.before.utf8.count
    }
    raw.append(contentsOf: clean[position...])
    tiles[id] = raw
  }
}
