import GhirbalDocument

/// Finds the elements that a page does not show, and says of its blocks what follows from that.
///
/// What attributes say holds at once. What style sheets say holds only where it does not hide most of
/// the page's text, which is known at the end: sheets against clickjacking and for loading hide all of
/// a page until a script runs.
struct UnshownElements {
  private var rules: StyleRules?
  /// The names of the element that is being read.
  private(set) var names = ElementNames()
  private var elements: [UnshownElement] = []
  /// Those of them that rules hide and that are no part of a line, whose text is runs.
  private var blockElements: [ElementID] = []

  init(_ rules: StyleRules?) { self.rules = rules }

  /// Takes note of an attribute of the element that comes next.
  mutating func read(_ attribute: AttributeName, _ value: UnsafeBufferPointer<UInt8>) {
    guard rules != nil else { return }
    switch attribute {
    case .class: names.addClasses(value)
    case .id: names.addID(value)
    default: break
    }
  }

  /// Takes note of an element; whether a rule hides it where no attribute does.
  mutating func add(
    _ element: ElementID, _ frame: inout OpenElement, _ meaning: AttributeMeaning,
    in arena: borrowing ElementArena
  ) -> Bool {
    let (tag, layout) = (frame.tag, frame.layout)
    let above = frame.names
    for name in names.hashes { frame.names.insert(name) }
    defer { names.removeAll() }
    if let cause = meaning.hidingCause {
      elements.append(UnshownElement(element, cause))
      guard cause == .ariaHidden else { return false }
    }
    if tag == .template || tag.isReplaced {
      elements.append(UnshownElement(element, .tag))
    } else if rules?.hide(element, tag, names, meaning.style, inside: above, in: arena) == true {
      elements.append(UnshownElement(element, .rule))
      if layout == .block || layout == .aside { blockElements.append(element) }
      return true
    }
    return false
  }

  /// Settles which rules hold, and flags the blocks that are hidden as a whole.
  func settle(_ blocks: inout [Block], _ utf8: [UInt8], _ arena: inout ElementArena) {
    let doubted = elements.contains { $0.cause == .rule } ? hidingMost(of: blocks, arena) : []
    arena.setUnshown(elements.filter { $0.cause != .rule || !doubted.contains($0.element) })
    var end = 0
    for element in blockElements where !doubted.contains(element) {
      let inside = arena.blocks(in: element)
      for index in max(end, inside.lowerBound)..<max(end, inside.upperBound) {
        blocks[index].insert(.hidden)
      }
      end = max(end, inside.upperBound)
    }
    for index in blocks.indices where !blocks[index].unseen.isEmpty {
      if !doubted.isEmpty { blocks[index].forgetUnseen { doubted.contains($0.element) } }
      if isWhollyUnseen(blocks[index], utf8) {
        blocks[index].insert(.hidden)
        blocks[index].forgetUnseen { _ in true }
      }
    }
  }

  /// Whether inline elements of one kind hide all that a block says.
  private func isWhollyUnseen(_ block: Block, _ utf8: [UInt8]) -> Bool {
    guard let kind = block.unseen.first?.kind, kind == .hidden || kind == .ariaHidden else {
      return false
    }
    var position = block.content.lowerBound
    for run in block.unseen {
      let start = block.content.lowerBound + run.utf8Range.lowerBound
      guard run.kind == kind, isSpace(utf8[position..<start]) else { return false }
      position = block.content.lowerBound + run.utf8Range.upperBound
    }
    return isSpace(utf8[position..<block.content.upperBound])
  }

  private func isSpace(_ text: ArraySlice<UInt8>) -> Bool { text.allSatisfy { $0 <= 0x20 } }

  /// The elements hidden by rules that hold more than half of the page's text.
  private func hidingMost(of blocks: [Block], _ arena: ElementArena) -> Set<ElementID> {
    var before = [0]
    before.reserveCapacity(blocks.count + 1)
    var inline: [ElementID: Int] = [:]
    for block in blocks {
      before.append(before[before.count - 1] + block.content.count)
      for run in block.unseen { inline[run.element, default: 0] += run.utf8Range.count }
    }
    // The blocks around an inline element's ends are not all inside of it; its runs are.
    let around = blockElements.filter { element in
      let inside = arena.blocks(in: element)
      return 2 * (before[inside.upperBound] - before[inside.lowerBound]) > before[blocks.count]
    }
    let insideLines = elements.lazy.filter { unshown in
      unshown.cause == .rule && 2 * (inline[unshown.element] ?? 0) > before[blocks.count]
    }
    return Set(around).union(insideLines.map(\.element))
  }
}
