import GhirbalDocument
import TestSupport
import Testing

/// Over generated trees the one pass finds what a naive search finds element by element.
@Suite struct SelectorLawTests {
  @Test(arguments: 0..<40) func findsWhatTheNaiveSearchFinds(_ seed: Int) throws {
    var numbers = SplitMix(seed: UInt64(seed))
    let page = Self.page(&numbers)
    for _ in 0..<60 {
      let list = NaiveSelectorList(&numbers, depth: 2)
      let found = try SelectorList(list.text).matches(in: page.elements).map(\.index)
      let wanted = page.rows.indices.filter { list.matches($0, in: page.rows) }
      #expect(found == wanted, "\(list.text)")
    }
  }

  /// Most selectors match something, otherwise the law says little.
  @Test func mostSelectorsMatch() {
    var numbers = SplitMix(seed: 1)
    let page = Self.page(&numbers)
    let matching = (0..<100).count { _ in
      let list = NaiveSelectorList(&numbers, depth: 2)
      return page.rows.indices.contains { list.matches($0, in: page.rows) }
    }
    #expect(matching > 50)
  }

  private static func page(_ numbers: inout SplitMix) -> SelectorSample {
    var rows: [SelectorSample.Row] = []
    for index in 0..<1 + numbers.below(40) {
      // Now and then another root, as a broken page has it.
      let parent = index == 0 || numbers.below(20) == 0 ? -1 : numbers.below(index)
      var attributes: [(AttributeName, String)] = []
      if numbers.below(3) > 0 {
        let words = ["a", "b", "a b", " b  c ", "a-b", "A", ""]
        attributes.append((.class, words[numbers.below(words.count)]))
      }
      if numbers.below(3) == 0 {
        attributes.append((.id, ["x", "y", "x-y"][numbers.below(3)]))
      }
      rows.append((parent, [.div, .p, .a][numbers.below(3)], attributes))
    }
    return SelectorSample(rows)
  }
}

/// A selector list that answers by trying out everything that its definition allows.
struct NaiveSelectorList {
  fileprivate var selectors: [[(sign: Character, compound: Compound)]] = []

  fileprivate struct Compound {
    var tag: GhirbalDocument.Tag?
    var className: String?
    var id: String?
    var attribute: (sign: String, value: String)?
    var place: (step: Int, offset: Int)?
    var isLastChild = false
    var alternatives: NaiveSelectorList?
    var exclusions: NaiveSelectorList?
  }

  init(_ numbers: inout SplitMix, depth: Int) {
    for _ in 0..<1 + numbers.below(2) {
      var chain: [(Character, Compound)] = []
      for _ in 0..<1 + numbers.below(3) {
        chain.append(
          ([" ", ">", "+", "~"][numbers.below(4)], Compound(&numbers, depth: depth)))
      }
      selectors.append(chain)
    }
  }

  var text: String {
    selectors.map { chain in
      chain.enumerated().map { ($0 == 0 ? "" : " \($1.sign) ") + $1.compound.text }.joined()
    }.joined(separator: ", ")
  }

  func matches(_ element: Int, in rows: [SelectorSample.Row]) -> Bool {
    selectors.contains { Self.matches($0[...], element, in: rows) }
  }

  private static func matches(
    _ chain: ArraySlice<(sign: Character, compound: Compound)>, _ element: Int,
    in rows: [SelectorSample.Row]
  ) -> Bool {
    guard let last = chain.last, last.compound.matches(element, in: rows) else { return false }
    let rest = chain.dropLast()
    guard !rest.isEmpty else { return true }
    let parent = rows[element].parent
    let before = rows.indices.filter { $0 < element && rows[$0].parent == parent }
    let others: [Int] =
      switch last.sign {
      case ">": parent < 0 ? [] : [parent]
      case "+": before.suffix(1)
      case "~": before
      default: ancestors(of: element, in: rows)
      }
    return others.contains { matches(rest, $0, in: rows) }
  }

  private static func ancestors(of element: Int, in rows: [SelectorSample.Row]) -> [Int] {
    let parent = rows[element].parent
    return parent < 0 ? [] : [parent] + ancestors(of: parent, in: rows)
  }
}

extension NaiveSelectorList.Compound {
  fileprivate init(_ numbers: inout SplitMix, depth: Int) {
    switch numbers.below(depth > 0 ? 8 : 6) {
    case 0: tag = [.div, .p, .a][numbers.below(3)]
    case 1: className = ["a", "b", "c", "A"][numbers.below(4)]
    case 2: id = ["x", "y"][numbers.below(2)]
    case 3:
      attribute = (
        ["=", "~=", "|=", "^=", "$=", "*="][numbers.below(6)],
        ["a", "b", "a b", "-"][numbers.below(4)]
      )
    case 4: place = (numbers.below(5) - 2, numbers.below(5) - 1)
    case 5: isLastChild = true
    case 6: alternatives = NaiveSelectorList(&numbers, depth: depth - 1)
    default: exclusions = NaiveSelectorList(&numbers, depth: depth - 1)
    }
    if numbers.below(3) == 0, tag == nil { tag = .p }
  }

  fileprivate var text: String {
    var text = tag?.name ?? "*"
    if let className { text += ".\(className)" }
    if let id { text += "#\(id)" }
    if let attribute { text += "[class\(attribute.sign)'\(attribute.value)']" }
    if let place {
      text += ":nth-child(\(place.step)n\(place.offset < 0 ? "" : "+")\(place.offset))"
    }
    if isLastChild { text += ":last-child" }
    if let alternatives { text += ":is(\(alternatives.text))" }
    if let exclusions { text += ":not(\(exclusions.text))" }
    return text
  }

  fileprivate func matches(_ element: Int, in rows: [SelectorSample.Row]) -> Bool {
    let row = rows[element]
    func value(_ name: AttributeName) -> String? { row.attributes.first { $0.0 == name }?.1 }
    let siblings = rows.indices.filter { rows[$0].parent == row.parent }
    if let tag, tag != row.tag { return false }
    if let className, !words(value(.class)).contains(where: { $0 == className }) { return false }
    if let id, value(.id) != id { return false }
    if let attribute {
      guard let found = value(.class) else { return false }
      let wanted = attribute.value
      switch attribute.sign {
      case "=": if found != wanted { return false }
      case "~=": if !words(found).contains(where: { $0 == wanted }) { return false }
      case "|=": if found != wanted && !found.hasPrefix(wanted + "-") { return false }
      case "^=": if !found.hasPrefix(wanted) { return false }
      case "$=": if !found.hasSuffix(wanted) { return false }
      default: if !found.contains(wanted) { return false }
      }
    }
    if let place {
      let number = siblings.count { $0 <= element }
      let numbers = (0...50).map { place.step * $0 + place.offset }
      if !numbers.contains(number) { return false }
    }
    if isLastChild, siblings.last != element { return false }
    if let alternatives, !alternatives.matches(element, in: rows) { return false }
    if let exclusions, exclusions.matches(element, in: rows) { return false }
    return true
  }

  private func words(_ value: String?) -> [Substring] { (value ?? "").split(separator: " ") }
}
