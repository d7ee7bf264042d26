import GhirbalDocument

/// The elements of a page whose markup says that they may ask something of its readers.
struct NagCandidates {
  struct Candidate {
    let marks: NagKinds
    /// The blocks inside, dropped ones too.
    let blocks: Range<Int>
  }

  /// In document order, so that an outer element comes before those inside it.
  private(set) var candidates: [Candidate] = []

  /// How deep marked elements are looked at inside one another, so that time stays linear.
  private static let maxDepth: UInt8 = 16
  /// What a longer element says is not looked at, unless it may be a policy. In no script do as many
  /// words as a region may have take more.
  private static let maxUTF8Count = 6000

  /// - Parameter minUTF8Count: shorter elements are left out.
  init(_ document: Document, minUTF8Count: Int) {
    let elements = document.elements
    let marks = document.derived(NagMarks.self)
    let titles = elements.elements(.h1).filter { !Self.blocks(of: $0, elements).isEmpty }
    // By block and one more: the live ones before it. What is dropped needs no second reason.
    var livesBefore: [Int32] = [0]
    livesBefore.reserveCapacity(document.blocks.count + 1)
    for index in document.blocks.indices {
      livesBefore.append(livesBefore[index] + (document.blocks[index].isDropped ? 0 : 1))
    }
    // By element: how many candidates stand around it, itself included.
    var depths = [UInt8](repeating: 0, count: elements.count)
    for index in 0..<elements.count {
      let parent = Int(elements.parents[index])
      depths[index] = parent < 0 ? 0 : depths[parent]
      let element = ElementID(index)
      let blocks = Self.blocks(of: element, elements)
      guard livesBefore[blocks.lowerBound] < livesBefore[blocks.upperBound],
        depths[index] < Self.maxDepth
      else { continue }
      let marks = marks[element]
      guard !marks.isEmpty, !Self.holdsAll(titles, blocks, elements) else { continue }
      depths[index] += 1
      let utf8Count = Self.utf8Count(document, blocks)
      guard utf8Count >= minUTF8Count,
        utf8Count <= Self.maxUTF8Count || !marks.isDisjoint(with: [.window, .cookieNotice])
      else { continue }
      candidates.append(Candidate(marks: marks, blocks: blocks))
    }
  }

  private static func blocks(of element: ElementID, _ elements: ElementArena) -> Range<Int> {
    let first = Int(elements.firstBlocks[element.index])
    return first..<max(first, Int(elements.endBlocks[element.index]))
  }

  /// A page's text stands with its title, so what holds the title is no region.
  private static func holdsAll(
    _ titles: [ElementID], _ blocks: Range<Int>, _ elements: ElementArena
  ) -> Bool {
    guard let first = titles.first, let last = titles.last else { return false }
    return Self.blocks(of: first, elements).lowerBound >= blocks.lowerBound
      && Self.blocks(of: last, elements).upperBound <= blocks.upperBound
  }

  /// The UTF-8 of some blocks, counted no farther than matters.
  private static func utf8Count(_ document: Document, _ blocks: Range<Int>) -> Int {
    var count = 0
    for block in blocks where count <= maxUTF8Count {
      count += document.blocks[block].content.count
    }
    return count
  }
}
