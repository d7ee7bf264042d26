import GhirbalDocument

/// Reads one selector of a style sheet, as far as it asks for tags, classes, ids, and elements inside
/// others. What depends on more (states, places, attributes) is not read: such a rule says nothing of
/// the page as it stands.
///
/// `SelectorList` reads all of these, as values of a person's configuration; style sheets hold
/// thousands of selectors that must be read and matched while the page is.
struct StyleSelectorReader {
  private(set) var compounds: [StyleRule.Compound] = []
  private(set) var specificity: UInt64 = 0

  /// Selectors with more compounds are passed over.
  static let maxCompounds = 8

  /// Classes of the page's root that a script takes off before anything is seen.
  private static let scriptless = Set(
    ["no-js", "nojs", "no_js", "js-disabled", "no-javascript", "noscript", "amp-mode-mouse"]
      .map { StyleRule.hash($0.utf8.map(\.self)) })

  /// Nil where the selector is empty, or asks for what is not read.
  init?(_ selector: Slice<UnsafeBufferPointer<UInt8>>) {
    var index = selector.startIndex
    var isChild = false
    while true {
      while index < selector.endIndex, selector[index] <= 0x20 { index += 1 }
      guard index < selector.endIndex else { break }
      if selector[index] == UInt8(ascii: ">") {
        guard !compounds.isEmpty, !isChild else { return nil }
        isChild = true
        index += 1
        continue
      }
      guard compounds.count < Self.maxCompounds,
        var compound = readCompound(selector, &index)
      else { return nil }
      compound.isChild = isChild
      isChild = false
      compounds.append(compound)
    }
    guard !compounds.isEmpty, !isChild else { return nil }
  }

  private mutating func readCompound(
    _ selector: Slice<UnsafeBufferPointer<UInt8>>, _ index: inout Int
  ) -> StyleRule.Compound? {
    var compound = StyleRule.Compound()
    let start = index
    while index < selector.endIndex, selector[index] > 0x20, selector[index] != UInt8(ascii: ">") {
      let sign = selector[index]
      let nameStart = Self.isName(sign) ? index : index + 1
      var end = nameStart
      while end < selector.endIndex, Self.isName(selector[end]) { end += 1 }
      let name = selector[nameStart..<end]
      switch sign {
      case UInt8(ascii: "."):
        let hash = StyleRule.hash(name)
        guard !name.isEmpty, !Self.scriptless.contains(hash) else { return nil }
        compound.names.append(hash)
        specificity += 1 << 8
      case UInt8(ascii: "#"):
        guard !name.isEmpty else { return nil }
        // First, since few elements have it.
        compound.names.insert(StyleRule.id(name), at: 0)
        specificity += 1 << 16
      case UInt8(ascii: "*") where index == start && name.isEmpty: break
      default:
        guard nameStart == index, index == start else { return nil }
        compound.tag = Self.tags[String(decoding: name, as: UTF8.self).lowercased()]
        guard compound.tag != nil else { return nil }
        specificity += 1
      }
      index = end
    }
    // All elements at once are never meant to be gone.
    return compound == StyleRule.Compound() ? nil : compound
  }

  private static let tags: [String: Tag] = Dictionary(
    uniqueKeysWithValues: Tag.allCases.filter { $0 != .other }.map { ($0.name, $0) })

  /// Whether a byte may stand in a name; names with escapes are not read.
  private static func isName(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }
}
