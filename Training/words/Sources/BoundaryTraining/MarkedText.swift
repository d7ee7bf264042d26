/// A line with marks that say what was taken out of it: the rows of the training texts.
///
/// U+E001: a non-joiner was here. U+E002: a space was here. U+E003: a space stands for a non-joiner.
struct MarkedText {
  enum Label: UInt8 {
    case nothing = 0
    case nonJoiner = 1
    case space = 2
  }

  private(set) var text: [UInt8] = []
  private var labels: [Int: Label] = [:]
  private var joinedGaps: Set<Int> = []

  init(_ line: some Sequence<UInt8>) {
    var marks: [UInt8] = []
    for byte in line {
      marks.append(byte)
      if marks == [0xEE, 0x80, 0x81] {
        labels[text.count] = .nonJoiner
      } else if marks == [0xEE, 0x80, 0x82] {
        labels[text.count] = .space
      } else if marks == [0xEE, 0x80, 0x83] {
        joinedGaps.insert(text.count)
        text.append(0x20)
      } else if marks == [0xEE] || marks == [0xEE, 0x80] {
        continue
      } else {
        text.append(contentsOf: marks)
      }
      marks.removeAll(keepingCapacity: true)
    }
  }

  /// What was taken out before the letter at `offset`.
  func label(_ offset: Int) -> Label { labels[offset] ?? .nothing }

  /// Whether the space at `offset` stands for a non-joiner.
  func isJoined(_ offset: Int) -> Bool { joinedGaps.contains(offset) }
}
