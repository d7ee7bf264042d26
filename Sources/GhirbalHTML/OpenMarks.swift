import GhirbalDocument

/// The marked inline elements whose end the parser has not reached, outermost first.
struct OpenMarks {
  private var elements: [(element: ElementID, start: Int)] = []
  /// How many of them, from the outermost on, have text in the open block.
  private var begunCount = 0
  /// How many more are open inside of those that are followed.
  private var passedOver = 0

  /// Elements nested deeper are not followed: each open one costs time at every block. A page that
  /// never closes `<b>` has thousands of them, text for people hardly three.
  private static let maxDepth = 8

  mutating func open(_ element: ElementID) {
    if elements.count < Self.maxDepth {
      elements.append((element, 0))
    } else {
      passedOver += 1
    }
  }

  /// Text begins at `offset`: all that are open stand around it.
  mutating func begin(at offset: Int) {
    while begunCount < elements.count {
      elements[begunCount].start = offset
      begunCount += 1
    }
  }

  /// The mark of the innermost element, which ends at `offset`; nil where there was no text in it.
  mutating func close(at offset: Int, in contentStart: Int) -> Mark? {
    if passedOver > 0 {
      passedOver -= 1
      return nil
    }
    guard let (element, start) = elements.popLast(), begunCount > elements.count else { return nil }
    begunCount = elements.count
    guard start < offset else { return nil }
    return Mark(utf8Range: start - contentStart..<offset - contentStart, element: element)
  }

  /// A block ends at `offset`: what is open goes on in the next one.
  mutating func interrupt(at offset: Int, in contentStart: Int, into marks: inout [Mark]) {
    while begunCount > 0 {
      begunCount -= 1
      let (element, start) = elements[begunCount]
      if start < offset {
        marks.append(
          Mark(utf8Range: start - contentStart..<offset - contentStart, element: element))
      }
    }
  }
}
