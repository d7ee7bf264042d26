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
    let lines = MarkdownLines(document)
    let spaces = document.edits { block, text -> [Replacement<SpacingFinding>] in
      if lines.verbatim.contains(block.id) { return [] }
      let faults = spacingFaults(in: text, language: block.language)
      guard lines.indented.contains(block.id) else { return faults }
      return faults.filter { $0.reason != .leadingSpace }
    }
    let wraps = hardWrapEdits(for: document, sparing: lines)
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

  /// Line ends between the lines of flattened text; in a page of markup they are its own.
  private func hardWrapEdits(
    for document: Document, sparing lines: MarkdownLines
  ) -> [Edit<SpacingFinding>] {
    guard document.format == .text else { return [] }
    var paragraphs: [[Block]] = [[]]
    for block in document.liveBlocks where !lines.verbatim.contains(block.id) {
      if let last = paragraphs.last?.last {
        let gap = document.utf8[last.gap]
        let isBelow = gap.elementsEqual([0x0A]) || gap.elementsEqual([0x0D, 0x0A])
        if !isBelow || last.id.index + 1 != block.id.index { paragraphs.append([]) }
      }
      paragraphs[paragraphs.count - 1].append(block)
    }
    return hardWraps(
      in: document.utf8.span, paragraphs: paragraphs.map { $0.map(\.content) }
    ).map { wrap in
      let block = paragraphs[wrap.paragraph][wrap.line]
      return .replace(
        block.id, block.content.count..<block.tile.count, with: wrap.joint, .hardWrap,
        confidence: 0.9)
    }
  }
}
