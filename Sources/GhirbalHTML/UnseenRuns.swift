import GhirbalDocument

/// The stretches of the open block that are not shown.
struct UnseenRuns {
  /// Ranges of the block's content.
  var runs: [UnseenRun] = []
  /// The run that the text so far is in, and the seam that it began with.
  private var open: (evidence: BlockAssembler.Evidence, start: Int, seam: Seam)?

  /// Where the open run starts and with which seam, if it is of hidden text.
  var hiddenRun: (start: Int, seam: Seam)? {
    guard let open, open.evidence.kind == .hidden else { return nil }
    return (open.start, open.seam)
  }

  /// Ends and opens runs where text of another kind begins, at `end`. White space between the two, which
  /// starts at `spaceFrom`, is in the run that it was found in.
  mutating func enter(
    _ evidence: BlockAssembler.Evidence?, at end: Int, spaceFrom: Int,
    in spaceEvidence: BlockAssembler.Evidence?, _ seam: Seam, _ contentStart: Int
  ) {
    guard open?.evidence != evidence else { return }
    if let open {
      self.end(at: spaceEvidence == open.evidence ? end : spaceFrom, in: contentStart)
    }
    if let evidence { open = (evidence, spaceEvidence == evidence ? spaceFrom : end, seam) }
  }

  mutating func end(at end: Int, in contentStart: Int) {
    guard let (evidence, start, _) = open else { return }
    open = nil
    guard start < end else { return }
    runs.append(
      UnseenRun(
        utf8Range: start - contentStart..<end - contentStart, element: evidence.element,
        kind: evidence.kind))
  }
}
