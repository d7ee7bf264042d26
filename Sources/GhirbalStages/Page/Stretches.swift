import GhirbalDocument

extension PageReading {
  /// A copy of a stretch of an entry's content, or of its beginning.
  func value(_ utf8Range: Range<Int>, of index: Int, maxUTF8Count: Int = .max) -> String {
    var end = min(utf8Range.upperBound, utf8Range.lowerBound + min(maxUTF8Count, utf8Range.count))
    let start = entries[index].block.content.lowerBound
    while end < utf8Range.upperBound, document.utf8[start + end] & 0xC0 == 0x80 { end -= 1 }
    return document.string(in: entries[index].block, utf8Range.lowerBound..<end)
  }

  /// `utf8Range` of an entry's content without the white space at its ends.
  func trimmed(_ utf8Range: Range<Int>, of index: Int) -> Range<Int> {
    let start = entries[index].block.content.lowerBound
    var range = utf8Range
    while let width = blank(at: start + range.lowerBound, before: start + range.upperBound) {
      range = range.lowerBound + width..<range.upperBound
    }
    while !range.isEmpty {
      let end = start + range.upperBound
      if document.utf8[end - 1] <= 0x20 {
        range = range.lowerBound..<range.upperBound - 1
      } else if range.count >= 2, document.utf8[end - 2] == 0xC2, document.utf8[end - 1] == 0xA0 {
        range = range.lowerBound..<range.upperBound - 2
      } else {
        break
      }
    }
    return range
  }

  /// How wide the white space at an offset of the document is; nil for anything else.
  private func blank(at offset: Int, before end: Int) -> Int? {
    guard offset < end else { return nil }
    if document.utf8[offset] <= 0x20 { return 1 }
    let isNoBreakSpace =
      offset + 1 < end && document.utf8[offset] == 0xC2 && document.utf8[offset + 1] == 0xA0
    return isNoBreakSpace ? 2 : nil
  }

  /// The words between white space in a stretch of an entry's content.
  func words(of index: Int, in utf8Range: Range<Int>) -> [Range<Int>] {
    let start = entries[index].block.content.lowerBound
    var words: [Range<Int>] = []
    var position = utf8Range.lowerBound
    while position < utf8Range.upperBound {
      if let width = blank(at: start + position, before: start + utf8Range.upperBound) {
        position += width
        continue
      }
      var end = position
      while end < utf8Range.upperBound,
        blank(at: start + end, before: start + utf8Range.upperBound) == nil
      {
        end += 1
      }
      words.append(position..<end)
      position = end
    }
    return words
  }

  /// Whether a stretch holds marks of code or data: braces, equals signs.
  func hasCodeMarks(_ utf8Range: Range<Int>, of index: Int) -> Bool {
    let start = entries[index].block.content.lowerBound
    return document.utf8[start + utf8Range.lowerBound..<start + utf8Range.upperBound].contains {
      $0 == 0x7B || $0 == 0x7D || $0 == 0x3D
    }
  }

  func wordCount(_ utf8Range: Range<Int>, of index: Int) -> Int {
    words(of: index, in: utf8Range).count
  }
}
