import GhirbalDocument

/// Text that plain text says otherwise: raised, lowered and annotated.
extension BlockAssembler {
  mutating func openRewriting(
    _ rewriting: ElementRewriting, _ element: ElementID, sourceStart: Int
  ) {
    openRewritings.open(rewriting, element, sourceStart: sourceStart)
  }

  mutating func closeRewriting(sourceEnd: Int) {
    if let text = openRewritings.close(at: utf8.count, in: contentStart, sourceEnd: sourceEnd) {
      rewritable.append(text)
    }
  }

  /// Writes the raised, lowered and annotated text of the block as plain text says it.
  mutating func rewriteText() {
    let content = utf8[contentStart...]
    let rewriter = TextRewriter(rewritable, in: content, ruby)
    let replacements = rewriter.replacements
    rewritable.removeAll(keepingCapacity: true)
    // Marks of what the text says itself would say it twice.
    if !rewriter.toldElements.isEmpty {
      marks.removeAll { rewriter.toldElements.contains($0.element) }
    }
    guard !replacements.isEmpty else { return }
    lastFormula = nil
    var rewritten: [UInt8] = []
    var pieces: [(utf8Range: Range<Int>, count: Int, source: Range<Int>)] = []
    var position = 0
    for replacement in replacements {
      let range = replacement.utf8Range
      rewritten.append(contentsOf: utf8[contentStart + position..<contentStart + range.lowerBound])
      rewritten.append(contentsOf: replacement.utf8)
      // What stands around the element in the page stays the source of the text around.
      let first =
        range.lowerBound == 0
        ? 0 : map.sourceRange(of: range.lowerBound - 1..<range.lowerBound).upperBound
      let end =
        range.upperBound == map.textCount
        ? Int.max : map.sourceRange(of: range.upperBound..<range.upperBound + 1).lowerBound
      let text = map.sourceRange(of: range)
      let start = max(first, min(replacement.source.lowerBound, text.lowerBound))
      pieces.append(
        (
          range, replacement.utf8.count,
          start..<max(start, min(end, max(replacement.source.upperBound, text.upperBound)))
        ))
      position = range.upperBound
    }
    rewritten.append(contentsOf: utf8[(contentStart + position)...])
    map = map.replacing(pieces)
    let counts = pieces.map { ($0.utf8Range, $0.count) }
    links.ranges = links.ranges.replacing(counts, contentCount: rewritten.count)
    marks = marks.replacing(counts, contentCount: rewritten.count)
    unseen.runs = unseen.runs.replacing(counts, contentCount: rewritten.count)
    utf8.replaceSubrange(contentStart..., with: rewritten)
  }
}
