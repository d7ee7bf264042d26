public import GhirbalDocument

/// Units that hang on a text that stays: a table below its heading, a quotation that closes an article, a
/// heading above what it is over.
///
/// The model judges a unit by what is in it. A table of links and hashes looks like nothing, however
/// plainly the heading before it says what it is, and without it that heading stands over nothing.
public struct HangingUnits {
  private let document: Document
  private let units: Units

  public init(_ document: Document) {
    self.document = document
    units = document.derived(Units.self)
  }

  /// How likely a unit must be where the block before it is a heading. Of structure-a's quotations .925
  /// stay then (F1; .918 before), and word F1 moves by .001 at most on eight sets.
  private static let minUnderHeading: Float = 0.05
  /// The same where the block before it is text and stands in the same element.
  private static let minBesideText: Float = 0.2
  /// How likely a heading must be where what stands right below it stays. Of structure-a's headings .953 stay
  /// then (.945 before), and word F1 moves by .001 at most on eight sets; of .966 by .2, .002.
  private static let minOverText: Float = 0.35
  /// Lists are as often links to elsewhere, and captions of figures are a matter of taste.
  private static let kinds: Set<Unit.Kind> = [.table, .definitions, .code, .quotation]
  private static let furniture: BlockContext = [
    .navigation, .pageHeader, .pageFooter, .aside, .dialog, .button, .form, .hidden, .noscript,
  ]

  /// Which blocks stay, with the units that hang on them.
  ///
  /// - Parameter kept: by block, whether it stays by itself.
  public func completed(_ kept: [Bool], _ probability: (BlockID) -> Float) -> [Bool] {
    var kept = kept
    for unit in units.all where Self.kinds.contains(unit.kind) {
      let members = unit.blocks.filter { units.place(of: BlockID($0)) != nil }
      guard let first = members.first, !kept[first],
        document.blocks[first].context.isDisjoint(with: Self.furniture),
        let before = shownBlock(before: unit.blocks.lowerBound), kept[before],
        let least = least(for: unit, behind: document.blocks[before]),
        probability(BlockID(first)) >= least
      else { continue }
      for block in members { kept[block] = true }
    }
    // From the end, since the last of several headings in a row takes the others along.
    for heading in document.liveBlocks.reversed() where !kept[heading.id.index] {
      guard let level = level(of: heading), heading.context.isDisjoint(with: Self.furniture),
        units.place(of: heading.id) == nil,
        let next = shownBlock(after: heading.id.index), kept[next],
        self.level(of: document.blocks[next]).map({ $0 > level }) ?? true,
        probability(heading.id) >= Self.minOverText
      else { continue }
      kept[heading.id.index] = true
    }
    return kept
  }

  /// The level of a heading that markup calls one; nil for any other block.
  private func level(of block: Block) -> Int? {
    if case .heading(let level) = block.kind, level > 0 { level } else { nil }
  }

  /// How likely the unit must be behind a block; nil where it does not hang on it.
  private func least(for unit: Unit, behind block: Block) -> Float? {
    if block.kind.isHeading { return Self.minUnderHeading }
    guard let element = block.element, parent(of: element) == parent(of: unit.element) else {
      return nil
    }
    return Self.minBesideText
  }

  private func parent(of element: ElementID) -> Int32 { document.elements.parents[element.index] }

  private func shownBlock(after block: Int) -> Int? {
    document.blocks[(block + 1)...].firstIndex(where: isShown)
  }

  private func shownBlock(before block: Int) -> Int? {
    document.blocks[..<block].lastIndex(where: isShown)
  }

  private func isShown(_ block: Block) -> Bool {
    !block.isDropped && block.context.isDisjoint(with: ShownText.unseen)
  }
}
