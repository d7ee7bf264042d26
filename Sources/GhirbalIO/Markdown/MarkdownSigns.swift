/// Which signs in the text of a block could be markup at all: a sign that needs a partner is none
/// where there is no partner.
struct MarkdownSigns {
  private(set) var stars = false
  private(set) var underlines = false
  private(set) var tildes = false
  private(set) var backticks = false
  /// Where the first `[` stands and where the last `>`; -1 for none.
  private(set) var firstBracket = -1
  private(set) var lastAngle = -1
  /// Whether a `]:` could end the label of a reference.
  private(set) var endsLabel = false
  /// Where the last character stands that is neither white space nor `#`.
  private(set) var lastText = -1
  /// Whether something is written into the text.
  private(set) var isMarked = false

  /// The marks that are written into a text: partners of its signs, and other neighbours for those
  /// beside them.
  struct Written {
    var stars = false
    var tildes = false
    var backticks = false
    var tags = false
    /// Whether line ends become tags.
    var isInTable = false
    /// Where the marks stand, in offsets of the text.
    var edges: Set<Int> = []
  }

  /// Those of a text without any.
  init() {}

  init(_ utf8: [UInt8], _ whole: Range<Int>, beside written: Written) {
    isMarked = written.isInTable || !written.edges.isEmpty
    lastText = utf8[whole].lastIndex { $0 > 0x20 && $0 != UInt8(ascii: "#") } ?? -1
    if written.tags || written.isInTable { lastAngle = .max }
    var openers: Set<UInt8> = []
    var ticks: Set<Int> = []
    var index = whole.lowerBound
    var isAtLineStart = true
    while index < whole.upperBound {
      let byte = utf8[index]
      guard Self.isSign[Int(byte)] else {
        isAtLineStart = byte == 0x0A || byte == 0x0D || (isAtLineStart && byte <= 0x20)
        index += 1
        continue
      }
      var end = index + 1
      switch byte {
      case UInt8(ascii: "["): if firstBracket < 0 { firstBracket = index }
      case UInt8(ascii: "]"):
        if end < whole.upperBound, utf8[end] == UInt8(ascii: ":") { endsLabel = true }
      case UInt8(ascii: ">"): lastAngle = max(lastAngle, index)
      default:
        while end < whole.upperBound, utf8[end] == byte { end += 1 }
        if byte == UInt8(ascii: "`") {
          // Two runs of one length are a code span, three at a line's start a fence.
          let isFence = isAtLineStart && end - index >= 3
          if written.backticks || isFence || !ticks.insert(end - index).inserted {
            backticks = true
          }
        } else {
          let isBesideMark =
            written.edges.contains(index) || written.edges.contains(end)
            || (written.isInTable && Self.isBesideLineEnd(utf8, index..<end, in: whole))
          let run = Run(utf8, index..<end, in: whole)
          if isBesideMark || run.canClose, openers.contains(byte) { set(byte) }
          if isBesideMark || run.canOpen { openers.insert(byte) }
        }
      }
      isAtLineStart = false
      index = end
    }
    if written.stars { stars = true }
    if written.tildes { tildes = true }
  }

  private static func isBesideLineEnd(
    _ utf8: [UInt8], _ run: Range<Int>, in whole: Range<Int>
  ) -> Bool {
    (run.lowerBound > whole.lowerBound && utf8[run.lowerBound - 1] < 0x20)
      || (run.upperBound < whole.upperBound && utf8[run.upperBound] < 0x20)
  }

  private mutating func set(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "*"): stars = true
    case UInt8(ascii: "_"): underlines = true
    default: tildes = true
    }
  }

  /// Whether a byte is a sign of emphasis that has partners in the block.
  func isEmphasis(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"): stars
    case UInt8(ascii: "_"): underlines
    case UInt8(ascii: "~"): tildes
    default: false
    }
  }

  /// Whether a run of such signs could open or close emphasis; `range` is the stretch of the block's
  /// content `whole` between two marks.
  func isEmphasis(
    _ utf8: [UInt8], run: Range<Int>, of range: Range<Int>, in whole: Range<Int>
  ) -> Bool {
    if isMarked,
      run.lowerBound == range.lowerBound || run.upperBound == range.upperBound
        || Self.isBesideLineEnd(utf8, run, in: whole)
    {
      return true
    }
    let run = Run(utf8, run, in: whole)
    return run.canOpen || run.canClose
  }

  /// A run of one sign of emphasis (CommonMark 0.31, section 6.2).
  struct Run {
    let canOpen: Bool
    let canClose: Bool

    init(_ utf8: [UInt8], _ run: Range<Int>, in whole: Range<Int>) {
      let before = MarkdownNeighbour(endOf: utf8[whole.lowerBound..<run.lowerBound])
      let after = MarkdownNeighbour(startOf: utf8[run.upperBound..<whole.upperBound])
      let isLeft = after != .space && (after == .word || before != .word)
      let isRight = before != .space && (before == .word || after != .word)
      if utf8[run.lowerBound] == UInt8(ascii: "_") {
        canOpen = isLeft && (!isRight || before == .punctuation)
        canClose = isRight && (!isLeft || after == .punctuation)
      } else {
        canOpen = isLeft
        canClose = isRight
      }
    }
  }

  private static let isSign: [Bool] = (0..<256).map { byte in "*_~`[]>".utf8.contains(UInt8(byte)) }
}
