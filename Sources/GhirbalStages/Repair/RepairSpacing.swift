public import GhirbalDocument
public import GhirbalText

/// Puts spaces where the writing system has them: one between words, none before a full stop.
public struct RepairSpacing: TextRules {
  public static let name: StageName = "repair_spacing"
  public static let summary = "Repairs spaces between words and around punctuation."
  public static let judges = StageSubject.letters

  public typealias Reason = SpacingFinding
  public typealias Options = NoOptions

  public init(_ options: NoOptions) {}

  public func edits(for document: Document) -> [Edit<SpacingFinding>] {
    let lines = MarkdownBlocks(document)
    let spaces = document.edits { block, text -> [Replacement<SpacingFinding>] in
      if lines.verbatim.contains(block.id) { return [] }
      let faults = spacingFaults(in: text, language: block.language)
      guard lines.indented.contains(block.id) else { return faults }
      return faults.filter { $0.reason != .leadingSpace }
    }
    let wraps = hardWrapEdits(for: document)
    guard !wraps.isEmpty else { return spaces }
    // A wrap stands behind its block's content, so each goes behind the block's other edits.
    var edits: [Edit<SpacingFinding>] = []
    var rest = wraps[...]
    for edit in spaces {
      while let wrap = rest.first, let block = wrap.block, let other = edit.block,
        block.index < other.index
      {
        edits.append(wrap)
        rest.removeFirst()
      }
      edits.append(edit)
    }
    return edits + rest
  }

  public func rewritten(
    _ utf8: [UInt8], language: Language?, page: @escaping () -> PageWords
  ) -> [UInt8] {
    utf8.applying(spacingFaults(in: utf8.span, language: language))
  }

  /// The line ends inside of paragraphs of which both lines stay.
  private func hardWrapEdits(for document: Document) -> [Edit<SpacingFinding>] {
    document.blocks.indices.dropLast().compactMap { index in
      let block = document.blocks[index]
      guard let wrap = block.wrap, !block.isDropped, !document.blocks[index + 1].isDropped else {
        return nil
      }
      return .replace(
        block.id, block.content.count..<block.tile.count, with: wrap.rawValue, .hardWrap,
        confidence: 0.9)
    }
  }
}

/// The blocks of flattened text whose white space Markdown gives a meaning.
private struct MarkdownBlocks {
  private(set) var verbatim: Set<BlockID> = []
  private(set) var indented: Set<BlockID> = []

  init(_ document: Document) {
    guard document.format == .text else { return }
    let blocks = Array(document.liveBlocks)
    let lines = MarkdownLines(blocks.lazy.map { document.utf8[$0.content] })
    verbatim = Set(lines.verbatim.map { blocks[$0].id })
    indented = Set(lines.indented.map { blocks[$0].id })
  }
}
