/// A stretch of a block's content that follows the text through edits: it moves with it, shrinks with
/// what is taken out of it, and is gone once nothing of its text is left.
public protocol BlockStretch: Hashable, Sendable {
  /// UTF-8 offsets relative to the content's start; never empty.
  var utf8Range: Range<Int> { get }
  /// The same, at another place.
  func moved(to utf8Range: Range<Int>) -> Self
}

/// A stretch of a block's content that stands in an inline element: a link, emphasis, code.
public struct Mark: BlockStretch {
  /// UTF-8 offsets relative to the content's start; never empty.
  public let utf8Range: Range<Int>
  public let element: ElementID

  public init(utf8Range: Range<Int>, element: ElementID) {
    self.utf8Range = utf8Range
    self.element = element
  }

  public func moved(to utf8Range: Range<Int>) -> Mark {
    Mark(utf8Range: utf8Range, element: element)
  }
}

extension Array where Element: BlockStretch {
  /// The stretches after each of `replacements` (ascending, disjoint tile ranges and the UTF-8 count of
  /// what stands there instead) was applied; `contentCount` is the UTF-8 count of the content after
  /// them.
  ///
  /// What is inserted at an end of a stretch stands outside it, and so does a replacement that reaches
  /// over its end. Complexity: O(stretches × log replacements).
  func replacing(
    _ replacements: [(utf8Range: Range<Int>, count: Int)], contentCount: Int
  ) -> [Element] {
    guard !isEmpty else { return [] }
    // By how much the text before each replacement has grown.
    var growth = 0
    let growths = replacements.map { replacement in
      defer { growth += replacement.count - replacement.utf8Range.count }
      return growth
    }
    /// The first replacement that ends past `offset`, or at it where `isLower` is false.
    func firstReplacement(endingPast offset: Int, isLower: Bool) -> Int {
      var low = 0
      var high = replacements.count
      while low < high {
        let middle = (low + high) / 2
        let end = replacements[middle].utf8Range.upperBound
        if isLower ? end <= offset : end < offset { low = middle + 1 } else { high = middle }
      }
      return low
    }
    func lower(_ offset: Int) -> Int {
      let index = firstReplacement(endingPast: offset, isLower: true)
      guard index < replacements.count else { return offset + growth }
      let replacement = replacements[index]
      guard replacement.utf8Range.lowerBound < offset else { return offset + growths[index] }
      return replacement.utf8Range.lowerBound + growths[index] + replacement.count
    }
    func upper(_ offset: Int) -> Int {
      let index = firstReplacement(endingPast: offset, isLower: false)
      guard index < replacements.count else { return offset + growth }
      let replacement = replacements[index]
      if replacement.utf8Range.upperBound == offset, !replacement.utf8Range.isEmpty {
        return offset + growths[index] + replacement.count - replacement.utf8Range.count
      }
      return Swift.min(offset, replacement.utf8Range.lowerBound) + growths[index]
    }
    return compactMap { stretch in
      let start = lower(stretch.utf8Range.lowerBound)
      let end = Swift.min(upper(stretch.utf8Range.upperBound), contentCount)
      return start < end ? stretch.moved(to: start..<end) : nil
    }
  }
}
