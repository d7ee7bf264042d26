/// An edit that does not fit the document that it was asked for.
public struct UnfitEdit: Error, Equatable, Sendable {
  /// The edit's place among those of its stage, counted from 0.
  public let edit: Int
  /// What does not fit, as a sentence without its full stop.
  public let problem: String
}

extension Document {
  /// Applies the edits of a stage that may be wrong; where one of them does not fit, none is made.
  ///
  /// What `apply` takes for granted is asked here, so that a stage of somebody else's fails a page and
  /// ends no process. O(edits).
  public mutating func applyChecked<Reason: RawRepresentable<String>>(
    _ edits: [Edit<Reason>], of stage: StageName, to ledger: inout Ledger
  ) throws(UnfitEdit) {
    var previous: BlockID?
    var ofBlock = EditsOfBlock()
    for (index, edit) in edits.enumerated() {
      if edit.block != previous { ofBlock = EditsOfBlock() }
      if let problem = problem(with: edit, behind: previous, &ofBlock) {
        throw UnfitEdit(edit: index, problem: problem)
      }
      previous = edit.block ?? previous
    }
    apply(edits, of: stage, to: &ledger)
  }

  /// What was seen of the edits of one block.
  private struct EditsOfBlock {
    var isDropped = false
    /// The end of the last replacement, in bytes of the tile.
    var replacedEnd: Int?
  }

  private func problem<Reason>(
    with edit: Edit<Reason>, behind previous: BlockID?, _ ofBlock: inout EditsOfBlock
  ) -> String? {
    guard let id = edit.block else {
      guard case .liftFromHead(_, _, let element) = edit.change else {
        return "it names no block"
      }
      return (0..<elements.count).contains(element.index)
        ? nil : "there is no element \(element.index)"
    }
    guard blocks.indices.contains(id.index) else { return "there is no block \(id.index)" }
    if let previous, id < previous {
      return "block \(id.index) comes behind block \(previous.index); edits are ordered by block"
    }
    if self[id].isDropped { return "block \(id.index) was dropped by a stage before" }
    if ofBlock.isDropped { return "block \(id.index) is dropped and takes no more edits" }
    switch edit.change {
    case .keep: return nil
    case .drop(let heading):
      if let heading, !blocks.indices.contains(heading.index) {
        return "there is no block \(heading.index) for a heading"
      }
      if ofBlock.replacedEnd != nil { return "block \(id.index) is replaced in and dropped" }
      ofBlock.isDropped = true
      return nil
    case .lift(_, _, let utf8Range): return problem(with: utf8Range, in: self[id])
    case .replace(let utf8Range, _):
      if let problem = problem(with: utf8Range, in: self[id]) { return problem }
      if utf8Range.lowerBound < ofBlock.replacedEnd ?? 0 {
        return "replacements in block \(id.index) overlap or are not in ascending order"
      }
      ofBlock.replacedEnd = utf8Range.upperBound
      return nil
    case .liftFromHead: return "what is lifted from the head names no block"
    }
  }

  private func problem(with utf8Range: Range<Int>, in block: Block) -> String? {
    let place =
      "bytes \(utf8Range.lowerBound) to \(utf8Range.upperBound) of block \(block.id.index)"
    guard utf8Range.lowerBound >= 0, utf8Range.upperBound <= block.tile.count else {
      return "\(place) are not there: it has \(block.content.count)"
    }
    guard utf8Range.upperBound <= block.content.count || utf8Range.lowerBound >= block.content.count
    else { return "\(place) lie across the end of its text" }
    return isOnScalarBoundaries(utf8Range, in: block) ? nil : "\(place) cut a character"
  }
}
