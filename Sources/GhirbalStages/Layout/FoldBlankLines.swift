public import GhirbalDocument

/// Leaves one line end, or one blank line, between neighbouring blocks, and ends the text with one.
public struct FoldBlankLines: Stage {
  public static let name: StageName = "fold_blank_lines"
  public static let summary = "Folds runs of blank lines into one."
  public static let judges = StageSubject.layout

  public enum Reason: String, CaseIterable, Sendable {
    /// More white space between two blocks than a blank line.
    case blankLines = "blank_lines"
    /// Blank lines before the first block.
    case leadingBlankLines = "leading_blank_lines"
    /// White space other than one line end after the last block.
    case endOfText = "end_of_text"
    /// A line end or a cell's tab where a dropped block left a wider gap.
    case gapOfDroppedBlock = "gap_of_dropped_block"
    /// A line end of another system: CR LF or CR.
    case foreignLineEnd = "foreign_line_end"
    /// A block of which nothing is left but white space.
    case emptyBlock = "empty_block"
  }

  public typealias Options = NoOptions

  public init(_ options: NoOptions) {}

  public func edits(for document: Document) -> [Edit<Reason>] {
    let isBlank = document.blocks.map { block in
      document.utf8[block.content].allSatisfy { $0 <= 0x20 }
    }
    var edits: [Edit<Reason>] = document.liveBlocks.filter { isBlank[$0.id.index] }
      .map { .drop($0.id, .emptyBlock) }
    let live = document.liveBlocks.filter { !isBlank[$0.id.index] }
    for (index, block) in live.enumerated() {
      let content = Array(document.utf8[block.content])
      if index == 0 {
        let leading = content.prefix { $0 == 0x0A || $0 == 0x0D || $0 == 0x20 || $0 == 0x09 }
        if let lineEnd = leading.lastIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
          edits.append(.replace(block.id, 0..<lineEnd + 1, with: "", .leadingBlankLines))
        }
      }
      let gap = document.utf8[block.gap]
      let isLast = index == live.count - 1
      let dropped = isLast ? 0..<0 : block.id.index + 1..<live[index + 1].id.index
      let width = Width(gap)
      let wanted =
        isLast
        ? Width.line
        : dropped.reduce(width) { max($0, Width(document.utf8[document.blocks[$1].gap])) }
      guard !gap.elementsEqual(wanted.text.utf8) else { continue }
      edits.append(
        .replace(
          block.id, block.content.count..<block.tile.count, with: wanted.text,
          isLast
            ? .endOfText
            : wanted != width
              ? .gapOfDroppedBlock : gap.contains(0x0D) ? .foreignLineEnd : .blankLines))
    }
    return edits.sorted { ($0.block?.index ?? 0) < ($1.block?.index ?? 0) }
  }

  /// How far two blocks stand apart.
  private enum Width: Int, Comparable {
    /// `space` is where `repair_spacing` joined two lines of flattened text.
    case none, space, cell, line, paragraph

    init(_ gap: ArraySlice<UInt8>) {
      var lineEnds = 0
      var last: UInt8 = 0
      for byte in gap {
        // CR LF is one line end.
        if byte == 0x0D || (byte == 0x0A && last != 0x0D) { lineEnds += 1 }
        last = byte
      }
      self =
        lineEnds > 1
        ? .paragraph
        : lineEnds == 1
          ? .line : gap.isEmpty ? .none : gap.elementsEqual([0x20]) ? .space : .cell
    }

    var text: String {
      switch self {
      case .none: ""
      case .space: " "
      case .cell: "\t"
      case .line: "\n"
      case .paragraph: "\n\n"
      }
    }

    static func < (a: Width, b: Width) -> Bool { a.rawValue < b.rawValue }
  }
}
