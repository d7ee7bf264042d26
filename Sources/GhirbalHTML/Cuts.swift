/// Pieces of a page that the parser is not given, and the way from its positions to the page's.
struct Cuts {
  private struct Cut {
    /// What is left out of the page.
    let range: Range<Int>
    /// Where it is missing in what the parser is given.
    let place: Int
  }

  private var cuts: [Cut] = []
  private var cutCount = 0
  /// The next cut that the parser has not passed, and how much those before it took out.
  private var next = 0
  private var shift = 0

  /// Shorter pieces cost more to leave out than to parse.
  private static let minUTF8Count = 16

  /// Leaves out a piece behind all others, if it is long enough.
  mutating func append(_ range: Range<Int>) {
    guard range.count >= Self.minUTF8Count else { return }
    cuts.append(Cut(range: range, place: range.lowerBound - cutCount))
    cutCount += range.count
  }

  /// What is left of the page.
  func rest(of page: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: page.count - cutCount) { rest, count in
      var position = 0
      for range in cuts.lazy.map(\.range) + [page.count..<page.count] {
        let piece = UnsafeBufferPointer(rebasing: page[position..<range.lowerBound])
        _ = UnsafeMutableBufferPointer(rebasing: rest[count...]).update(fromContentsOf: piece)
        count += piece.count
        position = range.upperBound
      }
    }
  }

  /// The page's offset where the parser stands; to be asked in ascending order.
  ///
  /// A cut is never at the end of what is told, so the place of one itself is before it.
  mutating func offset(ofParserAt position: Int) -> Int {
    while next < cuts.count, cuts[next].place < position {
      shift += cuts[next].range.count
      next += 1
    }
    return position + shift
  }
}
