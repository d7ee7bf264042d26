import GhirbalContent
import GhirbalDocument

extension Units {
  /// The edits without those that would tear a unit: that drop some of its live blocks and not others.
  ///
  /// What goes may be the unit, the first or last groups of rows of a table, or items that are half of
  /// a list at least: that is a row of links and labels, no list of a text.
  func whole<Reason>(_ edits: [Edit<Reason>], in document: Document) -> [Edit<Reason>] {
    guard !all.isEmpty else { return edits }
    var dropped: Set<Int> = []
    for edit in edits {
      if case .drop = edit.change, let block = edit.block, self[block] != nil {
        dropped.insert(block.index)
      }
    }
    guard !dropped.isEmpty else { return edits }
    var spared: Set<Int> = []
    for place in Set(dropped.compactMap { self.place(of: BlockID($0)) }) {
      let live = all[place].blocks.filter {
        self.place(of: BlockID($0)) == place && !document.blocks[$0].isDropped
      }
      let going = live.filter { dropped.contains($0) }
      guard going.count < live.count else { continue }
      spared.formUnion(Set(going).subtracting(all[place].detachable(going, of: live)))
    }
    guard !spared.isEmpty else { return edits }
    return edits.filter { edit in
      guard case .drop = edit.change, let block = edit.block else { return true }
      return !spared.contains(block.index)
    }
  }
}

extension Unit {
  /// Those of the blocks that are to go which can go while the unit's other live blocks stay.
  fileprivate func detachable(_ going: [Int], of live: [Int]) -> Set<Int> {
    let goes = Set(going)
    let parts = self.parts.map { part in live.filter { part.contains($0) } }
      .filter { !$0.isEmpty }
    let whole = parts.map { $0.allSatisfy { goes.contains($0) } }
    switch kind {
    case .table:
      let first = whole.prefix { $0 }.count
      let last = whole.reversed().prefix { $0 }.count
      return Set((parts.prefix(first) + parts.suffix(last)).joined())
    case .list, .references:
      let count = whole.count { $0 }
      return 2 * count < parts.count
        ? [] : Set(zip(parts, whole).filter(\.1).map(\.0).joined())
    case .definitions, .code, .quotation, .figure, .lines: return []
    }
  }
}
