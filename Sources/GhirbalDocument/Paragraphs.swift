import GhirbalText

/// Which live blocks of a document make a paragraph together.
///
/// In flattened text a program may have broken a paragraph into lines, and each is a block; every other
/// block is a paragraph by itself. A line that was dropped parts what stood around it.
///
///     for paragraph in document.derived(Paragraphs.self).ranges {
///       judge(document.utf8(of: paragraph))
///     }
public struct Paragraphs: DerivedFromText {
  /// Indices of blocks, ascending; dropped blocks are in none.
  public let ranges: [Range<Int>]

  public init(_ document: Document, last: Paragraphs?) {
    var ranges: [Range<Int>] = []
    var goesOn = false
    for index in document.blocks.indices {
      let block = document.blocks[index]
      if block.isDropped {
        goesOn = false
        continue
      }
      if goesOn, let last = ranges.last {
        ranges[ranges.count - 1] = last.lowerBound..<index + 1
      } else {
        ranges.append(index..<index + 1)
      }
      goesOn = block.wrap != nil
    }
    self.ranges = ranges
  }
}

extension Document {
  /// The text of a paragraph of ``Paragraphs``, its lines joined as they were before a program broke them.
  public func utf8(of paragraph: Range<Int>) -> [UInt8] {
    if paragraph.count == 1 { return Array(utf8[blocks[paragraph.lowerBound].content]) }
    var text: [UInt8] = []
    for index in paragraph {
      var line = utf8[blocks[index].content]
      if index > paragraph.lowerBound { line = line.drop { $0 == 0x20 } }
      if index + 1 < paragraph.upperBound {
        while line.last == 0x20 { line.removeLast() }
      }
      text.append(contentsOf: line)
      if index + 1 < paragraph.upperBound, let joint = blocks[index].wrap {
        text.append(contentsOf: joint.rawValue.utf8)
      }
    }
    return text
  }
}
