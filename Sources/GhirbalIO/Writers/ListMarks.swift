import GhirbalDocument

/// What plain text shows of a page's lists: `- ` and `1. ` before the items, which are nested by
/// spaces.
///
/// The marks stand outside of the blocks, like the line ends between them; which there are follows
/// from the elements that the blocks stand in.
struct ListMarks {
  private let containers: BlockContainers
  /// The items that the block before stands in, outermost first.
  private var open: [Item] = []

  private struct Item {
    var container: Int
    /// How far what stands in the item is set in.
    var width: Int
  }

  /// Nil for a document without lists.
  init?(_ document: Document) {
    guard document.liveBlocks.contains(where: { $0.context.contains(.list) }) else { return nil }
    containers = BlockContainers(document.elements)
  }

  /// Appends what stands before a block that has its line or lines for itself.
  mutating func append(before block: Block, in utf8: [UInt8], to text: inout [UInt8]) {
    let path = block.context.contains(.list) ? items(around: block) : []
    var common = 0
    while common < min(path.count, open.count), open[common].container == path[common] {
      common += 1
    }
    open.removeSubrange(common...)
    // Code is set in as it is.
    if block.kind != .preformatted || common < path.count {
      text.append(contentsOf: repeatElement(0x20, count: open.reduce(0) { $0 + $1.width }))
    }
    for index in path[common...] {
      let start = text.count
      if case .item(_, let number) = containers.containers[index].kind,
        !(index == path.last && Self.hasMark(utf8[block.content]))
      {
        text.append(contentsOf: (number.map { "\($0). " } ?? "- ").utf8)
      }
      let width = text.count - start
      containers.box(of: index, before: block)?.withUTF8Buffer { text.append(contentsOf: $0) }
      open.append(Item(container: index, width: max(width, 2)))
    }
  }

  private func items(around block: Block) -> [Int] {
    containers.path(to: block.element).filter { index in
      if case .item = containers.containers[index].kind { true } else { false }
    }
  }

  /// Whether a text starts with a mark of its own: a bullet that the page's author typed, a number.
  private static func hasMark(_ text: ArraySlice<UInt8>) -> Bool {
    let digits = text.prefix { (0x30...0x39).contains($0) }
    if !digits.isEmpty {
      let rest = text[digits.endIndex...]
      return digits.count <= 3 && rest.count > 1 && rest[rest.startIndex + 1] <= 0x20
        && (rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ")"))
    }
    return bullets.contains { text.starts(with: $0) && text.dropFirst($0.count).first == 0x20 }
  }

  private static let bullets = [
    "-", "*", "•", "·", "–", "—", "‣", "◦", "▪", "▫", "●", "○", "■", "□", "►", "➢", "➤", "✓", "✔",
  ].map { Array($0.utf8) }
}
