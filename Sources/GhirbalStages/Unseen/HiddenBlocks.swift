import GhirbalDocument

/// The hidden blocks that no reader misses: what stands shown elsewhere, facts for machines, and text
/// for browsers that cannot show a medium. All others may be a tab or a fold, and stay to be judged.
struct HiddenBlocks {
  /// By block: why it goes; only those that go.
  private(set) var reasons: [BlockID: DropUnseenText.Reason] = [:]

  private let document: Document
  private var elements: ElementArena { document.elements }

  /// A part of a page that is hidden as a whole, with the words of each of its blocks.
  private struct Unit {
    /// The elements that hide it: one around blocks, or some inside a block.
    var roots: [ElementID]
    var blocks: [Block]
    var words: [FoldedWords] = []
  }

  /// Fewer words say nothing by standing twice: "Details" does in every tab.
  private static let minWords = 4
  /// The share of a unit's words, 0...1, that must stand shown elsewhere.
  private static let minCopiedShare = 0.9
  /// The share of a unit's raw bytes, 0...1, that must stand in elements for machines.
  private static let minMetadataShare = 0.9

  init(_ document: Document) {
    self.document = document
    guard document.blocks.contains(where: { $0.context.contains(.hidden) }) else { return }
    dropFallbacks()
    var texts: [Unit] = []
    var isHidden = [Bool](repeating: false, count: document.blocks.count)
    for var unit in units() {
      for block in unit.blocks { isHidden[block.id.index] = true }
      if isMetadata(unit) {
        drop(unit, .microdata)
        continue
      }
      unit.words = unit.blocks.map { block in
        document.withContent(of: block) { FoldedWords($0) }
      }
      if unit.words.reduce(0, { $0 + $1.hashes.count }) >= Self.minWords { texts.append(unit) }
    }
    dropCopies(texts, isHidden)
  }

  private mutating func drop(_ unit: Unit, _ reason: DropUnseenText.Reason) {
    for block in unit.blocks { reasons[block.id] = reason }
  }

  private mutating func dropFallbacks() {
    for unshown in elements.unshown
    where unshown.cause == .tag && elements.tag(of: unshown.element).isReplaced {
      for index in elements.blocks(in: unshown.element) where !document.blocks[index].isDropped {
        reasons[BlockID(index)] = .fallbackText
      }
    }
  }

  /// The hidden parts of the page, outermost ones, in order; a block that elements inside it hide is
  /// one by itself.
  private func units() -> [Unit] {
    var units: [Unit] = []
    /// The elements that hide the whole of the block at `position`, or a part of it.
    var roots: [ElementID] = []
    var position = 0
    func addSingles(before end: Int) {
      while position < end {
        let block = document.blocks[position]
        if isLeft(block), !roots.isEmpty { units.append(Unit(roots: roots, blocks: [block])) }
        roots.removeAll()
        position += 1
      }
    }
    // What is hidden from screen readers alone is there for the eye.
    for unshown in elements.unshown where unshown.cause != .ariaHidden {
      let inside = elements.blocks(in: unshown.element)
      guard inside.lowerBound >= position else { continue }
      addSingles(before: inside.lowerBound)
      if inside.isEmpty {
        roots.append(unshown.element)
      } else {
        let blocks = document.blocks[inside].filter(isLeft)
        if !blocks.isEmpty { units.append(Unit(roots: [unshown.element], blocks: blocks)) }
        position = inside.upperBound
        roots.removeAll()
      }
    }
    addSingles(before: document.blocks.count)
    return units
  }

  private func isLeft(_ block: Block) -> Bool {
    !block.isDropped && block.context.contains(.hidden) && reasons[block.id] == nil
  }

  // MARK: Metadata

  /// Whether a unit's text stands in elements that hold facts for machines.
  private func isMetadata(_ unit: Unit) -> Bool {
    var ranges: [Range<Int>] = []
    var nextElement = 0
    var end = 0
    for root in unit.roots where root.index >= nextElement {
      nextElement = elements.elements(in: root).upperBound
      for index in root.index..<nextElement {
        let element = ElementID(index)
        guard MetadataNames.name(element, elements) else { continue }
        let bytes = elements.sourceBytes(of: element)
        guard bytes.lowerBound >= end else { continue }
        ranges.append(bytes)
        end = bytes.upperBound
      }
    }
    guard !ranges.isEmpty else { return false }
    var (covered, total, next) = (0, 0, 0)
    for block in unit.blocks {
      let bytes = block.sourceBytes
      total += bytes.count
      while next < ranges.count, ranges[next].upperBound <= bytes.lowerBound { next += 1 }
      var index = next
      while index < ranges.count, ranges[index].lowerBound < bytes.upperBound {
        covered += ranges[index].clamped(to: bytes).count
        index += 1
      }
    }
    return Double(covered) >= Self.minMetadataShare * Double(total)
  }

  // MARK: Copies

  private mutating func dropCopies(_ units: [Unit], _ isHidden: [Bool]) {
    guard !units.isEmpty else { return }
    var phrases = ShownPhrases()
    for unit in units { for words in unit.words { phrases.want(words) } }
    let document = document
    let text = document.utf8.span
    for index in document.blocks.indices
    where !isHidden[index] && !document.blocks[index].isDropped && reasons[BlockID(index)] == nil {
      phrases.look(in: text.extracting(document.blocks[index].content))
    }
    for unit in units {
      let total = unit.words.reduce(0) { $0 + $1.hashes.count }
      let counts = unit.words.map { phrases.countOfFound($0) }
      guard !counts.contains(nil) else { continue }
      let copied = counts.reduce(0) { $0 + ($1 ?? 0) }
      if Double(copied) >= Self.minCopiedShare * Double(total) { drop(unit, .secondCopy) }
    }
  }
}
