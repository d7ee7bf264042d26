import GhirbalDocument
import GhirbalIO

extension Document {
  /// Edits as programs write them, as edits of this document.
  func edits(
    _ written: [WrittenEdit]
  ) throws(StageFailure) -> [Edit<ExternalStage.Reason>] {
    var scalars = ScalarOffsets()
    var edits: [Edit<ExternalStage.Reason>] = []
    edits.reserveCapacity(written.count)
    for (index, edit) in written.enumerated() {
      func unfit(_ problem: String) -> StageFailure {
        StageFailure(.unfitEdit, "edit \(index + 1) of external: \(problem)")
      }
      guard blocks.indices.contains(edit.block) else {
        throw unfit("there is no block \(edit.block)")
      }
      let id = BlockID(edit.block)
      let range: Range<Int>
      switch edit.place {
      case nil: range = 0..<0
      case .utf8(let start, let end): range = start..<end
      case .scalars(let start, let end):
        guard let found = scalars.utf8Range(start, end, of: id, in: self) else {
          throw unfit("characters \(start) to \(end) of block \(edit.block) are not there")
        }
        range = found
      }
      guard range.upperBound <= self[id].content.count else {
        throw unfit(
          "bytes \(range.lowerBound) to \(range.upperBound) of block \(edit.block) are not there: "
            + "it has \(self[id].content.count)")
      }
      let reason = ExternalStage.Reason(rawValue: edit.reason)
      let (rule, confidence) = (edit.rule, edit.confidence)
      switch edit.change {
      case .keep: edits.append(.keep(id, reason, rule: rule, confidence: confidence))
      case .drop: edits.append(.drop(id, reason, rule: rule, confidence: confidence))
      case .replace:
        edits.append(
          .replace(id, range, with: edit.with ?? "", reason, rule: rule, confidence: confidence))
      case .lift:
        guard let field = edit.field else { throw unfit("it names no field") }
        edits.append(
          .lift(
            field, edit.value ?? "", from: id, range, reason, rule: rule, confidence: confidence))
      }
    }
    return edits
  }
}

/// Where the scalars of a block begin; of the block that was asked for last.
private struct ScalarOffsets {
  private var block: BlockID?
  /// A place more than there are scalars: the last is the end.
  private var starts: [Int] = []

  mutating func utf8Range(
    _ start: Int, _ end: Int, of id: BlockID, in document: Document
  ) -> Range<Int>? {
    if block != id {
      block = id
      let content = document.utf8[document[id].content]
      starts = content.indices.filter { content[$0] & 0xC0 != 0x80 }.map { $0 - content.startIndex }
      starts.append(content.count)
    }
    guard starts.indices.contains(end), start <= end else { return nil }
    return starts[start]..<starts[end]
  }
}
