import GhirbalDocument

/// Formulas, of which a page may hold several copies.
extension BlockAssembler {
  /// How much a formula's text is worth beside another copy of it.
  enum FormulaRank: Comparable {
    case preview, shown, source
  }

  /// Adds a formula as one piece, in place of a lesser copy of it right before.
  mutating func appendFormula(
    _ bytes: [UInt8], of element: ElementID, standingFor sourceBytes: Range<Int>,
    _ rank: FormulaRank, _ place: Place
  ) {
    var sourceBytes = sourceBytes
    var wasFinished = false
    if let last = lastFormula, last.utf8Range.upperBound == utf8.count, last.rank < rank {
      if self.place == nil {
        // Set on its own among other text it stays as it was shown.
        guard reopenBlock(of: last) else { return }
        wasFinished = true
      }
      sourceBytes = last.sourceStart..<max(last.sourceStart, sourceBytes.upperBound)
      takeBack(last)
    }
    openMarks.open(element)
    bytes.withUnsafeBufferPointer {
      appendAtomic($0, standingFor: sourceBytes, isApproximate: false, place)
    }
    let end = utf8.count
    if let mark = openMarks.close(at: end, in: contentStart) { marks.append(mark) }
    lastFormula = Formula(
      element: element, utf8Range: end - bytes.count..<end, sourceStart: sourceBytes.lowerBound,
      rank: rank)
    if wasFinished { finishBlock() }
  }

  /// Opens the last block again, if it is the formula alone.
  private mutating func reopenBlock(of formula: Formula) -> Bool {
    guard let last = blocks.last, last.content == formula.utf8Range, last.gap.isEmpty,
      last.links.isEmpty, last.unseen.isEmpty, let owner = last.element
    else { return false }
    blocks.removeLast()
    place = Place(
      kind: last.kind, context: last.context, owner: owner,
      isPreformatted: last.kind == .preformatted)
    contentStart = last.content.lowerBound
    marks = last.marks
    map = last.sourceMap
    return true
  }

  private mutating func takeBack(_ formula: Formula) {
    let count = formula.utf8Range.count
    utf8.removeLast(count)
    map.removeLast(count)
    marks.removeAll { $0.element == formula.element }
    // White space between the copies is none between the formula and what comes before.
    pending = .none
    pendingEvidence = nil
    seam = Seam()
  }
}
