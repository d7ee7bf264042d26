import GhirbalDocument

/// The selectors under `keep` and `drop`: an element that one matches decides over the text in it.
///
/// Of several matching elements the nearest one around a block wins; where keep and drop match the
/// same element, drop does. An element inside a line of text decides over a block that lies in it as
/// a whole, and never over a part of one.
struct SelectorRules: Sendable {
  private let rules: [Rule]

  private struct Rule: Sendable {
    let list: SelectorList
    let isKept: Bool
  }

  /// Selectors each of which is read as a list of its own; a later `keep` gives way to an earlier.
  init(keep: [String], drop: [String]) throws(SelectorProblem) {
    var rules: [Rule] = []
    for text in keep { rules.append(Rule(list: try SelectorList(text), isKept: true)) }
    for text in drop { rules.append(Rule(list: try SelectorList(text), isKept: false)) }
    self.rules = rules
  }

  var isEmpty: Bool { rules.isEmpty }

  /// The verdict on each block of the document, dropped ones too; nil where no selector decides.
  func verdicts(for document: Document) -> [ForcedVerdict?] {
    let matched = matchedRules(in: document.elements)
    let nearest = Self.inherited(matched, document.elements)
    var inline = InlineCover(matched, document)
    return document.blocks.map { block in
      let owner = block.element.map(\.index) ?? -1
      var rule = owner < 0 ? nil : nearest[owner]
      if let cover = inline.innermost(around: block), cover > owner { rule = matched[cover] }
      return rule.map { verdict(of: rules[$0]) }
    }
  }

  private func verdict(of rule: Rule) -> ForcedVerdict {
    ForcedVerdict(
      standing: rule.isKept ? .pinned : nil,
      reason: rule.isKept ? .selectedByRule : .droppedByRule,
      rule: rule.list.text)
  }

  /// By element: the rule that matches it.
  private func matchedRules(in elements: ElementArena) -> [Int?] {
    var matched = [Int?](repeating: nil, count: elements.count)
    for (index, rule) in rules.enumerated() {
      for element in rule.list.matches(in: elements) {
        if let other = matched[element.index], rules[other].isKept == rule.isKept { continue }
        matched[element.index] = index
      }
    }
    return matched
  }

  /// By element: the rule of the nearest matched element, itself or an ancestor.
  private static func inherited(_ matched: [Int?], _ elements: ElementArena) -> [Int?] {
    var nearest = matched
    for index in nearest.indices where nearest[index] == nil {
      let parent = Int(elements.parents[index])
      if parent >= 0 { nearest[index] = nearest[parent] }
    }
    return nearest
  }
}

/// Finds matched elements that own no block but hold all of one: a `span` around the whole text of
/// its paragraph. Asked for the blocks in order, it takes time linear in elements and blocks.
private struct InlineCover {
  private let elements: ElementArena
  /// The matched elements that start no block of their own, in document order.
  private let candidates: [Int]
  private var next = 0
  /// Those around or in the current block, the innermost last.
  private var open: [Int] = []

  init(_ matched: [Int?], _ document: Document) {
    elements = document.elements
    let tags = document.elements.tags
    candidates = matched.indices.filter { matched[$0] != nil && !tags[$0].isBlockLevel }
  }

  /// The innermost one that holds the whole block; nil where none does.
  ///
  /// - Precondition: the block comes after all asked for before.
  mutating func innermost(around block: Block) -> Int? {
    let number = Int32(block.id.index)
    while let last = open.last, elements.endBlocks[last] < number { open.removeLast() }
    while next < candidates.count, elements.firstBlocks[candidates[next]] <= number {
      let element = candidates[next]
      next += 1
      if elements.endBlocks[element] >= number { open.append(element) }
    }
    for element in open.reversed() {
      // What starts in an earlier block and ends in a later one goes all around. All others start or
      // end in this block, so each is looked at for two blocks at most.
      if elements.firstBlocks[element] < number, elements.endBlocks[element] > number {
        return element
      }
      let source = elements.sourceBytes(of: ElementID(element))
      let content = block.sourceBytes
      if source.lowerBound <= content.lowerBound, content.upperBound <= source.upperBound {
        return element
      }
    }
    return nil
  }
}
