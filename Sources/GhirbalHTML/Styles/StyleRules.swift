import GhirbalDocument

/// The rules of a page's style sheets, found by what an element is called.
///
/// A rule is looked for by its last compound: its id, else its class, else its tag. So an element asks
/// for the few rules that name it, and only what one of them hides is looked at further.
struct StyleRules {
  private let rules: [StyleRule]
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
    }
    if hiding.isEmpty { return nil }
  }

  private static func key(of rule: StyleRule) -> UInt64 {
    let last = rule.compounds[rule.compounds.count - 1]
    return last.ids.first ?? last.classes.first ?? key(of: last.tag ?? .other)
  }

  private static func key(of tag: Tag) -> UInt64 {
    (UInt64(tag.rawValue) &+ 1) &* 0x9E37_79B9_7F4A_7C15
  }

  /// Whether the rules hide an element, whose attributes stand in the arena; `style` is its own.
  mutating func hide(
    _ element: ElementID, _ style: InlineStyle, in elements: ElementArena
  ) -> Bool {
    let tag = elements.tag(of: element)
    // A page hides all of itself until its scripts are there.
    guard tag != .html, tag != .body, tag != .head else { return false }
    guard mayHide(element, tag, elements) else { return false }
    let names = Names(element, elements)
    steps -= names.cost
    let keys = names.ids + names.classes + [Self.key(of: tag)]
    let hidden = StyleRule.Property.allCases.compactMap { property in
      best(property, isHiding: true, keys, element, elements).map { (property, $0) }
    }
    return hidden.contains { property, rank in
      if style.declares(property), rank.weight < StyleRule.important { return false }
      guard let shown = best(property, isHiding: false, keys, element, elements) else {
        return true
      }
      return (shown.weight, shown.index) < (rank.weight, rank.index)
    }
  }

  /// Whether an element has a name that a rule which hides is found by, or one that looks like it.
  private func mayHide(_ element: ElementID, _ tag: Tag, _ elements: ElementArena) -> Bool {
    if isScreened(Self.key(of: tag)) { return true }
    for place in elements.attributes(of: element) {
      let name = elements.attributeNames[place]
      guard name == .id || name == .class else { continue }
      var hash = StyleRule.noName
      for index in elements.attributeValue(at: place) {
        let byte = elements.utf8[index]
        if name == .class, byte <= 0x20 {
          if isScreened(hash) { return true }
          hash = StyleRule.noName
        } else {
          hash = StyleRule.hash(byte, after: hash)
        }
      }
      if isScreened(hash) { return true }
    }
    return false
  }

  private func isScreened(_ key: UInt64) -> Bool {
    screen[Int(key >> 6 & 63)] >> (key & 63) & 1 == 1
  }

  /// The heaviest and latest of the rules that match; nil where none does.
  private mutating func best(
    _ property: StyleRule.Property, isHiding: Bool, _ keys: [UInt64], _ element: ElementID,
    _ elements: ElementArena
  ) -> (weight: UInt64, index: Int)? {
    var best: (weight: UInt64, index: Int)?
    for key in keys {
      for index in (isHiding ? hiding : showing)[key] ?? [] {
        guard steps > 0 else { return nil }
        steps -= 1
        let rule = rules[index]
        guard rule.hides[property] == isHiding,
          best.map({ (rule.weight, index) > ($0.weight, $0.index) }) ?? true,
          matches(rule.compounds[...], element, elements)
        else { continue }
        best = (rule.weight, index)
      }
    }
    return best
  }

  /// Whether an element, and those around it, are what the compounds ask for.
  private mutating func matches(
    _ compounds: ArraySlice<StyleRule.Compound>, _ element: ElementID, _ elements: ElementArena
  ) -> Bool {
    guard let last = compounds.last else { return true }
    guard isMatch(last, element, elements) else { return false }
    let rest = compounds.dropLast()
    guard !rest.isEmpty else { return true }
    var ancestor = elements.parent(of: element)
    while let around = ancestor, steps > 0 {
      if matches(rest, around, elements) { return true }
      if last.isChild { return false }
      ancestor = elements.parent(of: around)
    }
    return false
  }

  private mutating func isMatch(
    _ compound: StyleRule.Compound, _ element: ElementID, _ elements: ElementArena
  ) -> Bool {
    guard steps > 0 else { return false }
    steps -= 1
    if let tag = compound.tag, tag != elements.tag(of: element) { return false }
    guard !compound.ids.isEmpty || !compound.classes.isEmpty else { return true }
    let names = Names(element, elements)
    steps -= names.cost
    return compound.ids.allSatisfy(names.ids.contains)
      && compound.classes.allSatisfy(names.classes.contains)
  }

  /// The hashes of an element's id and classes.
  private struct Names {
    private(set) var ids: [UInt64] = []
    private(set) var classes: [UInt64] = []
    /// What reading them costs, in steps.
    private(set) var cost = 0

    init(_ element: ElementID, _ elements: ElementArena) {
      for place in elements.attributes(of: element) {
        switch elements.attributeNames[place] {
        case .id: ids.append(StyleRule.hash(elements.utf8[elements.attributeValue(at: place)]))
        case .class:
          let value = elements.utf8[elements.attributeValue(at: place)]
          cost += value.count / 8
          for name in value.split(whereSeparator: { $0 <= 0x20 }) {
            classes.append(StyleRule.hash(name))
          }
        default: break
        }
      }
    }
  }
}
