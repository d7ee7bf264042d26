import GhirbalDocument

/// The rules of a page's style sheets, found by what an element is called.
///
/// A rule is looked for by its last compound: its id, else its class, else its tag. So an element asks
/// for the few rules that name it, and only what one of them hides is looked at further.
struct StyleRules {
  private let rules: [StyleRule]
  /// By rule: the names that elements around must have.
  private var around: [NameSketch] = []
  /// The rules that hide, and those that show, by the hash of what they are found by.
  private var hiding: [UInt64: [Int]] = [:]
  private var showing: [UInt64: [Int]] = [:]
  /// A bit for each key of `hiding`, by its low bits.
  private var screen = [UInt64](repeating: 0, count: 64)
  /// How many more compounds are compared. What a page's rules ask of its elements is a small part of
  /// this; past it no rule counts.
  private var steps: Int

  /// Nil where no rule hides anything.
  init?(_ rules: [StyleRule], textCount: Int) {
    self.rules = rules
    steps = 1 << 16 + 4 * textCount
    for (index, rule) in rules.enumerated() {
      let key = Self.key(of: rule)
      if rule.hides.display == true || rule.hides.visibility == true {
        hiding[key, default: []].append(index)
        screen[Int(key >> 6 & 63)] |= 1 << (key & 63)
      }
      if rule.hides.display == false || rule.hides.visibility == false {
        showing[key, default: []].append(index)
      }
      var names = NameSketch()
      for compound in rule.compounds.dropLast() {
        for name in compound.names { names.insert(name) }
      }
      around.append(names)
    }
    if hiding.isEmpty { return nil }
  }

  private static func key(of rule: StyleRule) -> UInt64 {
    let last = rule.compounds[rule.compounds.count - 1]
    return last.names.first ?? key(of: last.tag ?? .other)
  }

  private static func key(of tag: Tag) -> UInt64 {
    (UInt64(tag.rawValue) &+ 1) &* 0x9E37_79B9_7F4A_7C15
  }

  /// Whether the rules hide an element of these names and with a style of its own.
  ///
  /// - Parameter above: the names of the elements around it, whose attributes stand in the arena.
  mutating func hide(
    _ element: ElementID, _ tag: Tag, _ names: ElementNames, _ style: InlineStyle,
    inside above: NameSketch, in elements: borrowing ElementArena
  ) -> Bool {
    let tagKey = Self.key(of: tag)
    guard isScreened(tagKey) || names.hashes.contains(where: isScreened) else { return false }
    // A page hides all of itself until its scripts are there.
    guard tag != .html, tag != .body, tag != .head else { return false }
    for property in StyleRule.Property.allCases {
      var hidden: Rank?
      find(property, isHiding: true, tagKey, tag, names, above, element, elements, &hidden)
      guard let hidden, hidden.weight >= StyleRule.important || !style.declares(property) else {
        continue
      }
      var shown: Rank?
      find(property, isHiding: false, tagKey, tag, names, above, element, elements, &shown)
      if shown.map({ $0 < hidden }) ?? true { return true }
    }
    return false
  }

  private func isScreened(_ key: UInt64) -> Bool {
    screen[Int(key >> 6 & 63)] >> (key & 63) & 1 == 1
  }

  /// A rule that matches, by its weight and its place in the sheets.
  private struct Rank: Comparable {
    var weight: UInt64
    var index: Int

    static func < (a: Rank, b: Rank) -> Bool { (a.weight, a.index) < (b.weight, b.index) }
  }

  /// Finds the heaviest and latest of the rules that match.
  private mutating func find(
    _ property: StyleRule.Property, isHiding: Bool, _ tagKey: UInt64, _ tag: Tag,
    _ names: ElementNames, _ above: NameSketch, _ element: ElementID,
    _ elements: borrowing ElementArena, _ best: inout Rank?
  ) {
    for place in 0...names.hashes.count {
      let key = place == names.hashes.count ? tagKey : names.hashes[place]
      if isHiding, !isScreened(key) { continue }
      for index in (isHiding ? hiding : showing)[key] ?? [] where steps > 0 {
        steps -= 1
        let rank = Rank(weight: rules[index].weight, index: index)
        guard rules[index].hides[property] == isHiding, best.map({ $0 < rank }) ?? true,
          above.isSuperset(of: around[index])
        else { continue }
        let last = rules[index].compounds.count - 1
        guard rules[index].compounds[last].matches(tag, names),
          isInside(index, before: last, element, elements)
        else { continue }
        best = rank
      }
    }
  }

  /// Whether elements around one are what the compounds of a rule before one of its own ask for.
  private mutating func isInside(
    _ rule: Int, before compound: Int, _ element: ElementID, _ elements: borrowing ElementArena
  ) -> Bool {
    guard compound > 0 else { return true }
    let isChild = rules[rule].compounds[compound].isChild
    var ancestor = elements.parent(of: element)
    while let around = ancestor, steps > 0 {
      if isMatch(rules[rule].compounds[compound - 1], around, elements),
        isInside(rule, before: compound - 1, around, elements)
      {
        return true
      }
      if isChild { return false }
      ancestor = elements.parent(of: around)
    }
    return false
  }

  private mutating func isMatch(
    _ compound: StyleRule.Compound, _ element: ElementID, _ elements: borrowing ElementArena
  ) -> Bool {
    steps -= 1
    if let tag = compound.tag, tag != elements.tag(of: element) { return false }
    guard !compound.names.isEmpty else { return true }
    var names = ElementNames()
    elements.utf8.withUnsafeBufferPointer { utf8 in
      for place in elements.attributes(of: element) {
        let name = elements.attributeNames[place]
        guard name == .id || name == .class else { continue }
        let value = UnsafeBufferPointer(rebasing: utf8[elements.attributeValue(at: place)])
        steps -= value.count / 8
        if name == .id { names.addID(value) } else { names.addClasses(value) }
      }
    }
    return compound.matches(elements.tag(of: element), names)
  }
}

extension StyleRule.Compound {
  fileprivate func matches(_ tag: Tag, _ names: ElementNames) -> Bool {
    (self.tag ?? tag) == tag && self.names.allSatisfy(names.hashes.contains)
  }
}
