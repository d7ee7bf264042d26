/// Tells for all compounds of a list at once which an element cannot match, by its tag and the words
/// of its class.
struct CompoundScreen {
  /// By tag: the compounds that allow it.
  private var byTag: [UInt64]
  /// The compounds that ask for no class.
  private var classless: UInt64 = 0
  /// By the low bits of a word's hash: the compounds whose first class has them.
  private var byClass = [UInt64](repeating: 0, count: 64)

  init(_ compounds: [CompoundSelector]) {
    byTag = [UInt64](repeating: 0, count: Tag.allCases.count)
    for (index, compound) in compounds.enumerated() {
      let bit: UInt64 = 1 << UInt64(index)
      for tag in Tag.allCases where compound.tag ?? tag == tag { byTag[Int(tag.rawValue)] |= bit }
      if let word = compound.attributes.first(where: Self.isClass)?.value {
        var hash = Self.basis
        for byte in word { Self.add(byte, to: &hash) }
        byClass[Int(hash & 63)] |= bit
      } else {
        classless |= bit
      }
    }
  }

  private static func isClass(_ test: AttributeTest) -> Bool {
    test.name == .class && test.relation == .hasWord && !test.ignoresCase
  }

  /// Those of the candidates that the element may match.
  func passing(
    _ candidates: UInt64, _ element: ElementID, in elements: ElementArena
  ) -> UInt64 {
    let candidates = candidates & byTag[Int(elements.tags[element.index].rawValue)]
    guard candidates & ~classless != 0 else { return candidates }
    let named = elements.withAttribute(.class, of: element) { words(of: $0) } ?? 0
    return candidates & (classless | named)
  }

  /// The compounds whose class may be one of the words.
  private func words(of value: Span<UInt8>) -> UInt64 {
    var found: UInt64 = 0
    var hash = Self.basis
    for index in value.indices {
      let byte = value[index]
      if SelectorReader.isSpace(byte) {
        found |= byClass[Int(hash & 63)]
        hash = Self.basis
      } else {
        Self.add(byte, to: &hash)
      }
    }
    return found | byClass[Int(hash & 63)]
  }

  private static let basis: UInt32 = 0x811C_9DC5

  private static func add(_ byte: UInt8, to hash: inout UInt32) {
    hash = (hash ^ UInt32(byte)) &* 0x0100_0193
  }
}
