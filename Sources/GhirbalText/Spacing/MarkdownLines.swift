/// Lines of flattened text whose white space says something, as far as Markdown has it so: code
/// between fences, and items of a list inside of another with what belongs to them.
///
/// Lines are told by their place among those that are given; blank ones are none.
public struct MarkdownLines {
  /// Lines between two fences, the fences too: no space in them is a fault.
  public private(set) var verbatim: Set<Int> = []
  /// Lines whose indentation tells what they belong to.
  public private(set) var indented: Set<Int> = []

  public init(_ lines: some Sequence<ArraySlice<UInt8>>) {
    var fence: (sign: UInt8, count: Int, lines: [Int])?
    /// Where the text of the open items starts, the outermost first.
    var items: [Int] = []
    for (index, text) in lines.enumerated() {
      let line = Line(text)
      if var open = fence {
        open.lines.append(index)
        if line.fence == open.sign, line.fenceCount >= open.count, line.isFenceAlone {
          verbatim.formUnion(open.lines)
          fence = nil
        } else {
          fence = open
        }
        continue
      }
      if let sign = line.fence { fence = (sign, line.fenceCount, [index]) }
      // What stands further left belongs to an outer item, or to none.
      while let start = items.last, line.indent < start { items.removeLast() }
      if line.indent > 0, !items.isEmpty { indented.insert(index) }
      if let start = line.itemStart, items.count < Self.maxDepth { items.append(start) }
    }
  }

  private static let maxDepth = 16

  private struct Line {
    var indent = 0
    /// The sign of a fence, three of it or more, that the line starts with.
    var fence: UInt8?
    var fenceCount = 0
    /// Whether nothing stands behind the fence.
    var isFenceAlone = false
    /// Where the text of an item starts, behind its bullet or number.
    var itemStart: Int?

    init(_ text: ArraySlice<UInt8>) {
      var rest = text.drop { $0 == 0x20 || $0 == 0x09 }
      indent = rest.startIndex - text.startIndex
      guard let first = rest.first else { return }
      if first == UInt8(ascii: "`") || first == UInt8(ascii: "~") {
        let behind = rest.drop { $0 == first }
        fenceCount = behind.startIndex - rest.startIndex
        if fenceCount >= 3, !(first == UInt8(ascii: "`") && behind.contains(first)) {
          fence = first
          isFenceAlone = behind.allSatisfy { $0 <= 0x20 }
        }
        return
      }
      let digits = rest.prefix { $0 &- 0x30 < 10 }.count
      if (1...9).contains(digits) {
        rest = rest.dropFirst(digits)
        guard let mark = rest.first, mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")") else {
          return
        }
      } else if first != UInt8(ascii: "-"), first != UInt8(ascii: "*"), first != UInt8(ascii: "+") {
        return
      }
      rest = rest.dropFirst()
      guard let space = rest.first, space == 0x20 || space == 0x09 else { return }
      // An item inside stands at least one further right than the mark.
      itemStart = indent + 1
    }
  }
}
