/// Where lines stand to the text of a page.
struct TextPlace {
  /// The first and the last entry that reads as a paragraph; nil where none does.
  let firstProse: Int?
  let lastProse: Int?

  /// How far above the first paragraph a title and what stands around it are looked for.
  static let headSpan = 8
  private static let tailSpan = 4

  init(_ reading: PageReading) {
    firstProse = reading.firstProse
    lastProse = reading.lastProse
  }

  /// The entries above the first paragraph where the title may stand.
  var head: Range<Int> { firstProse.map { max(0, $0 - Self.headSpan)..<$0 } ?? 0..<0 }

  func isNearTitle(_ index: Int) -> Bool {
    guard let firstProse else { return false }
    // A standfirst may be a sentence, so that what stands right below it still belongs to the head.
    return index < firstProse + 2 && index + Self.headSpan >= firstProse
  }

  func isBelowTitle(_ index: Int, _ title: Int?) -> Bool {
    isNearTitle(index) && (title.map { index > $0 } ?? false)
  }

  func isBelowText(_ index: Int) -> Bool {
    lastProse.map { index > $0 && index <= $0 + Self.tailSpan } ?? false
  }
}
