/// Stretches that are cut out of a text, widened by the white space that would be left over: of the
/// spaces before and behind a stretch one stays, and none at the text's ends.
struct TextCuts {
  /// As many as were asked for, in their order; none where nothing would be left of the text.
  private(set) var utf8Ranges: [Range<Int>] = []

  /// - Parameter utf8Ranges: ascending and disjoint.
  init(_ utf8Ranges: [Range<Int>], of text: borrowing Span<UInt8>, keepsSpace: Bool) {
    var isSpaceBefore = true
    var position = 0
    var keepsText = false
    for (number, range) in utf8Ranges.enumerated() {
      var start = range.lowerBound
      var end = range.upperBound
      // White space that the next stretch begins with is its own.
      let limit = number + 1 < utf8Ranges.count ? utf8Ranges[number + 1].lowerBound : text.count
      for index in position..<start where !Self.isSpace(text[index]) { keepsText = true }
      if !keepsSpace {
        if start > position { isSpaceBefore = Self.isSpace(text[start - 1]) }
        if isSpaceBefore, end < limit, Self.isSpace(text[end]) {
          // A line break is worth more than a space.
          if text[end] != 0x20, start > position {
            start -= 1
            isSpaceBefore = false
          } else {
            end += 1
          }
        }
      }
      self.utf8Ranges.append(start..<end)
      position = end
    }
    for index in position..<text.count where !Self.isSpace(text[index]) { keepsText = true }
    guard keepsText else {
      self.utf8Ranges = []
      return
    }
    if !keepsSpace { trimEnd(of: text) }
  }

  /// Takes the white space away that was before cuts which reach the text's end.
  private mutating func trimEnd(of text: borrowing Span<UInt8>) {
    var end = text.count
    guard var first = utf8Ranges.indices.last, utf8Ranges[first].upperBound == end else { return }
    while first > 0, utf8Ranges[first - 1].upperBound == utf8Ranges[first].lowerBound { first -= 1 }
    let before = first > 0 ? utf8Ranges[first - 1].upperBound : 0
    end = utf8Ranges[first].upperBound
    var start = utf8Ranges[first].lowerBound
    while start > before, Self.isSpace(text[start - 1]) { start -= 1 }
    utf8Ranges[first] = start..<end
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
