/// Finds the elements that a selector list matches, in one pass over the arena from its first element
/// to its last.
///
/// Bit k of an element's state says that the element is matched by compound k together with all
/// compounds before it in its selector. An element's state follows from its own tag and attributes
/// and from the states of its ancestors and earlier siblings, which are known by then: so nothing is
/// ever looked for upwards, and no selector makes the pass longer than elements × compounds.
struct SelectorMatcher {
  private let list: SelectorList
  private let elements: ElementArena

  /// Compounds by how they stand to the one before them, as bits.
  private var opening: UInt64 = 0
  private var descendants: UInt64 = 0
  private var children: UInt64 = 0
  private var adjacents: UInt64 = 0
  private var siblings: UInt64 = 0

  /// What can be told of many compounds at once, as bits.
  private let screen: CompoundScreen

  /// By element: its state, joined with those of its ancestors.
  private var inherited: [UInt64]
  private var states: [UInt64]
  /// By parent, the page itself first: the state of its latest child, of all its children so far,
  /// and their count; empty where no compound asks.
  private var latest: [UInt64] = []
  private var earlier: [UInt64] = []
  private var childCounts: [Int32] = []
  /// By parent: its last child; empty where no compound asks.
  private var lastChildren: [Int32] = []

  init(_ list: SelectorList, _ elements: ElementArena) {
    self.list = list
    self.elements = elements
    screen = CompoundScreen(list.compounds)
    inherited = [UInt64](repeating: 0, count: elements.count)
    states = inherited
    for (index, compound) in list.compounds.enumerated() {
      let bit: UInt64 = 1 << UInt64(index)
      switch compound.combinator {
      case .none: opening |= bit
      case .descendant: descendants |= bit
      case .child: children |= bit
      case .adjacent: adjacents |= bit
      case .sibling: siblings |= bit
      }
    }
    let parentCount = elements.count + 1
    if adjacents | siblings != 0 {
      latest = [UInt64](repeating: 0, count: parentCount)
      earlier = latest
    }
    if list.compounds.contains(where: { !$0.places.isEmpty }) {
      childCounts = [Int32](repeating: 0, count: parentCount)
    }
    if list.compounds.contains(where: \.isLastChild) {
      lastChildren = [Int32](repeating: -1, count: parentCount)
      for index in 0..<elements.count {
        lastChildren[Int(elements.parents[index]) + 1] = Int32(index)
      }
    }
  }

  mutating func matches() -> [ElementID] {
    var matches: [ElementID] = []
    for index in 0..<elements.count {
      let parent = Int(elements.parents[index])
      if !childCounts.isEmpty { childCounts[parent + 1] += 1 }
      let state = state(of: index, parent)
      states[index] = state
      inherited[index] = parent < 0 ? state : state | inherited[parent]
      if !latest.isEmpty {
        latest[parent + 1] = state
        earlier[parent + 1] |= state
      }
      if state & list.ends != 0 { matches.append(ElementID(index)) }
    }
    return matches
  }

  private func state(of index: Int, _ parent: Int) -> UInt64 {
    // The compound before compound k is compound k - 1: a chain stands together.
    var candidates = opening
    if parent >= 0 {
      candidates |= children & states[parent] << 1 | descendants & inherited[parent] << 1
    }
    if !latest.isEmpty {
      candidates |= adjacents & latest[parent + 1] << 1 | siblings & earlier[parent + 1] << 1
    }
    candidates = screen.passing(candidates, ElementID(index), in: elements)
    var state: UInt64 = 0
    while candidates != 0 {
      let k = candidates.trailingZeroBitCount
      candidates &= candidates - 1
      if matches(list.compounds[k], index, parent, state) { state |= 1 << UInt64(k) }
    }
    return state
  }

  /// Whether an element is what a compound asks for; `state` has the answers of all compounds before
  /// it.
  private func matches(
    _ compound: CompoundSelector, _ index: Int, _ parent: Int, _ state: UInt64
  ) -> Bool {
    if let tag = compound.tag, tag != elements.tags[index] { return false }
    if compound.exclusions & state != 0 { return false }
    for alternatives in compound.alternatives where alternatives & state == 0 { return false }
    for places in compound.places where !places.contains(Int(childCounts[parent + 1])) {
      return false
    }
    if compound.isLastChild, Int(lastChildren[parent + 1]) != index { return false }
    for attribute in compound.attributes where !attribute.matches(ElementID(index), in: elements) {
      return false
    }
    return true
  }
}
