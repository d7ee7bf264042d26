extension Document {
  /// Applies the edits of one stage and records each of them. A drop of what is pinned is refused, and
  /// stands in no ledger.
  ///
  /// - Precondition: the edits are ordered by block and name live blocks; a block is either dropped
  ///   once or has ascending, disjoint replacements on scalar boundaries, each inside the content or
  ///   inside the gap. A stage that breaks this is a defect of the stage.
  public mutating func apply<Reason: RawRepresentable<String>>(
    _ edits: [Edit<Reason>], of stage: StageName, to ledger: inout Ledger
  ) {
    let edits = edits.filter { !isRefused($0) }
    let firstEntry = ledger.entries.count
    var index = edits.startIndex
    while index < edits.endIndex {
      guard let id = edits[index].block else {
        recordHeadLift(edits[index], stage, &ledger)
        index += 1
        continue
      }
      var end = index + 1
      while end < edits.endIndex, edits[end].block == id { end += 1 }
      precondition(
        end == edits.endIndex || (edits[end].block.map { $0 > id } ?? true),
        "\(stage.rawValue): edits are ordered by block")
      precondition(!self[id].isDropped, "\(stage.rawValue): a dropped block takes no more edits")
      for edit in edits[index..<end] { record(edit, on: id, stage, &ledger) }
      perform(ledger.entries.suffix(end - index), on: id)
      index = end
    }
    assignRegions(from: firstEntry, edits, &ledger)
  }

  private func isRefused<Reason>(_ edit: Edit<Reason>) -> Bool {
    guard case .drop = edit.change, let block = edit.block else { return false }
    return self[block].standing.isPinned
  }

  private mutating func recordHeadLift<Reason: RawRepresentable<String>>(
    _ edit: Edit<Reason>, _ stage: StageName, _ ledger: inout Ledger
  ) {
    guard case .liftFromHead(let field, let value, let element) = edit.change else {
      preconditionFailure("\(stage.rawValue): only what is lifted from the head has no block")
    }
    ledger.entries.append(
      LedgerEntry(
        stage: stage.rawValue, reason: edit.reason.rawValue, rule: edit.rule, change: .lift,
        block: nil, blockUTF8: nil, sourceBytes: element.map(elements.sourceBytes) ?? 0..<0,
        before: "",
        after: value, field: field, region: nil, confidence: edit.confidence,
        others: edit.others))
    metadata.lift(value, into: field)
  }

  private func record<Reason: RawRepresentable<String>>(
    _ edit: Edit<Reason>, on id: BlockID, _ stage: StageName, _ ledger: inout Ledger
  ) {
    let block = self[id]
    var entry = LedgerEntry(
      stage: stage.rawValue, reason: edit.reason.rawValue, rule: edit.rule, change: .keep,
      block: id, blockUTF8: nil, sourceBytes: block.sourceBytes, before: "", after: nil, field: nil,
      region: nil, confidence: edit.confidence, others: edit.others)
    switch edit.change {
    case .keep(let standing): entry.change = LedgerEntry.Change(keptAs: standing)
    case .drop:
      entry.change = .drop
      entry.sourceBytes = block.sourceMap.sourceRange(of: 0..<block.tile.count)
      entry.before = string(in: block, 0..<block.tile.count)
    case .replace(let utf8Range, let text):
      precondition(
        isOnScalarBoundaries(utf8Range, in: block), "\(stage.rawValue): \(utf8Range) cuts a scalar")
      precondition(
        utf8Range.upperBound <= block.content.count || utf8Range.lowerBound >= block.content.count,
        "\(stage.rawValue): a replacement lies in the content or in the gap")
      entry.change = .replace
      entry.blockUTF8 = utf8Range
      entry.sourceBytes = block.sourceMap.sourceRange(of: utf8Range)
      entry.before = string(in: block, utf8Range)
      entry.after = text
    case .lift(let field, let value, let utf8Range):
      entry.change = .lift
      entry.blockUTF8 = utf8Range
      entry.sourceBytes = block.sourceMap.sourceRange(of: utf8Range)
      entry.before = string(in: block, utf8Range)
      entry.after = value
      entry.field = field
    case .liftFromHead:
      preconditionFailure("\(stage.rawValue): what is lifted from the head names no block")
    }
    ledger.entries.append(entry)
  }

  /// Does what the entries of one stage say about one block. `apply` and `replay` both end here.
  mutating func perform(_ entries: ArraySlice<LedgerEntry>, on id: BlockID) {
    var replacements: [(utf8Range: Range<Int>, text: String)] = []
    for entry in entries {
      switch entry.change {
      case .keep: break
      case .pin: blocks[id.index].standing = .pinned
      case .setApart: blocks[id.index].standing = .setApart
      case .setFirst: blocks[id.index].standing = .setFirst
      case .drop: blocks[id.index].isDropped = true
      case .replace:
        if let utf8Range = entry.blockUTF8 { replacements.append((utf8Range, entry.after ?? "")) }
      case .lift:
        if let field = entry.field { metadata.lift(entry.after ?? "", into: field) }
      }
    }
    guard !replacements.isEmpty else { return }
    precondition(!blocks[id.index].isDropped, "a block is either dropped or replaced in")
    rewrite(id, replacements)
  }

  /// Writes the edited tile at the end of the text and points the block at it.
  private mutating func rewrite(
    _ id: BlockID, _ replacements: [(utf8Range: Range<Int>, text: String)]
  ) {
    let block = self[id]
    // Taken out first: appending a slice of the text to the text itself would copy the whole of it.
    let old = Array(utf8[block.tile])
    let newStart = utf8.count
    var contentGrowth = 0
    var position = 0
    for (utf8Range, text) in replacements {
      precondition(utf8Range.lowerBound >= position, "replacements are ascending and disjoint")
      utf8.append(contentsOf: old[position..<utf8Range.lowerBound])
      utf8.append(contentsOf: text.utf8)
      if utf8Range.upperBound <= block.content.count {
        contentGrowth += text.utf8.count - utf8Range.count
      }
      position = utf8Range.upperBound
    }
    utf8.append(contentsOf: old[position...])
    let contentEnd = newStart + block.content.count + contentGrowth
    blocks[id.index].content = newStart..<contentEnd
    blocks[id.index].gap = contentEnd..<utf8.count
    let counts = replacements.map { ($0.utf8Range, count: $0.text.utf8.count) }
    let contentCount = contentEnd - newStart
    blocks[id.index].sourceMap = block.sourceMap.replacing(counts)
    blocks[id.index].links = block.links.replacing(counts, contentCount: contentCount)
    blocks[id.index].marks = block.marks.replacing(counts, contentCount: contentCount)
    blocks[id.index].unseen = block.unseen.replacing(counts, contentCount: contentCount)
  }

  /// Joins drops that share a heading into regions, one for each unbroken run of them.
  private func assignRegions<Reason>(
    from firstEntry: Int, _ edits: [Edit<Reason>], _ ledger: inout Ledger
  ) {
    var openHeading: BlockID?
    for index in firstEntry..<ledger.entries.count where ledger.entries[index].change == .drop {
      let edit = edits[edits.startIndex + index - firstEntry]
      guard case .drop(let heading) = edit.change else { continue }
      guard let heading, let id = edit.block else {
        openHeading = nil
        continue
      }
      let source = ledger.entries[index].sourceBytes
      if heading != openHeading {
        openHeading = heading
        ledger.regions.append(
          LedgerRegion(
            stage: ledger.entries[index].stage, heading: string(of: self[heading]), firstBlock: id,
            lastBlock: id, sourceBytes: source))
      }
      let last = ledger.regions.count - 1
      ledger.regions[last].lastBlock = id
      ledger.regions[last].sourceBytes =
        min(
          ledger.regions[last].sourceBytes.lowerBound, source.lowerBound)..<max(
          ledger.regions[last].sourceBytes.upperBound, source.upperBound)
      ledger.entries[index].region = last
    }
  }
}
