/// The start of a line as Markdown reads it (CommonMark 0.31, chapters 4 and 5).
struct MarkdownLine {
  private let utf8: [UInt8]
  private let start: Int
  private let end: Int
  /// Whether the line opens its block; another goes on with a paragraph.
  private let isFirst: Bool
  private let isInItem: Bool
  private let endsLabel: Bool

  /// The line of the block's content `whole` whose first sign stands at `start`.
  init(
    _ utf8: [UInt8], at start: Int, in whole: Range<Int>, isInItem: Bool, _ signs: MarkdownSigns
  ) {
    self.utf8 = utf8
    self.start = start
    self.isInItem = isInItem
    endsLabel = signs.endsLabel
    isFirst = !utf8[whole.lowerBound..<start].contains { $0 > 0x20 }
    end =
      utf8[start..<whole.upperBound].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? whole.upperBound
  }

  /// The byte that makes the line more than text: of a heading, a list item, a quotation, a rule, a
  /// table, a fence; -1 where there is none.
  var marker: Int {
    let byte = utf8[start]
    switch byte {
    case UInt8(ascii: "#"):
      let count = utf8[start..<end].prefix { $0 == byte }.count
      return count <= 6 && isSpaceOrEnd(start + count) ? start : -1
    case UInt8(ascii: "+"): return isBullet ? start : -1
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"):
      let isRule = isMade(of: [byte, 0x20, 0x09]) && utf8[start..<end].count { $0 == byte } >= 3
      return isRule || (byte != UInt8(ascii: "_") && isBullet) || isUnderline || isTableRule
        ? start : -1
    case UInt8(ascii: "="): return isUnderline ? start : -1
    case UInt8(ascii: ":"), UInt8(ascii: "|"): return isTableRule ? start : -1
    case UInt8(ascii: "["): return isBox || (isFirst && endsLabel) ? start : -1
    case UInt8(ascii: ">"): return start
    case UInt8(ascii: "~"): return utf8[start..<end].prefix { $0 == byte }.count >= 3 ? start : -1
    case 0x30...0x39: return numberEnd
    default: return -1
    }
  }

  private func isSpaceOrEnd(_ index: Int) -> Bool { index >= end || utf8[index] <= 0x20 }

  private func isMade(of bytes: [UInt8]) -> Bool { utf8[start..<end].allSatisfy(bytes.contains) }

  /// An empty item ends no paragraph (section 5.2).
  private var isBullet: Bool {
    isSpaceOrEnd(start + 1) && (isFirst || utf8[start + 1..<end].contains { $0 > 0x20 })
  }

  /// The line below a heading (section 4.3).
  private var isUnderline: Bool {
    let byte = utf8[start]
    guard !isFirst, byte == UInt8(ascii: "=") || byte == UInt8(ascii: "-") else { return false }
    return !utf8[start..<end].drop { $0 == byte }.contains { $0 > 0x20 }
  }

  /// The line below a table's heading row (GitHub Flavored Markdown, section 4.10).
  private var isTableRule: Bool {
    !isFirst && isMade(of: Array("-:| \t".utf8)) && utf8[start..<end].contains(UInt8(ascii: "-"))
  }

  /// `[ ] ` at the start of an item (GitHub Flavored Markdown, section 5.3).
  private var isBox: Bool {
    isInItem && isFirst && start + 2 < end && utf8[start + 2] == UInt8(ascii: "]")
      && (utf8[start + 1] == 0x20 || utf8[start + 1] | 0x20 == UInt8(ascii: "x"))
      && isSpaceOrEnd(start + 3)
  }

  /// The sign behind an item's number. Only a 1 ends a paragraph (section 5.3).
  private var numberEnd: Int {
    let digits = utf8[start..<end].prefix { (0x30...0x39).contains($0) }
    let sign = digits.endIndex
    guard digits.count <= 9, sign < end, isSpaceOrEnd(sign + 1),
      utf8[sign] == UInt8(ascii: ".") || utf8[sign] == UInt8(ascii: ")")
    else { return -1 }
    let isOne = digits.last == UInt8(ascii: "1") && digits.dropLast().allSatisfy { $0 == 0x30 }
    return isFirst || (isOne && utf8[(sign + 1)..<end].contains { $0 > 0x20 }) ? sign : -1
  }
}
