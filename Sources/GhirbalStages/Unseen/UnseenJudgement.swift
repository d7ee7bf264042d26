import GhirbalDocument

/// Which of a block's unseen runs leave its text, and why.
struct UnseenJudgement {
  private(set) var going: [(utf8Range: Range<Int>, reason: DropUnseenText.Reason)] = []

  init(_ block: Block, _ document: Document) {
    for run in block.unseen where run.kind == .hidden {
      going.append((run.utf8Range, .hidden))
    }
  }
}
