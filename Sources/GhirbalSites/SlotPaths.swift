import GhirbalDocument

/// The slots of a page's blocks: paths of elements by their tags and classes, whichever of several
/// children they are.
struct SlotPaths {
  private let elements: ElementArena
  /// By element, the hash of its path.
  private let hashes: [UInt64]

  private static let shownElements = 3
  private static let shownClasses = 2
  private static let maxNameCount = 40

  init(_ elements: ElementArena) {
    self.elements = elements
    var hashes: [UInt64] = []
    hashes.reserveCapacity(elements.count)
    for index in 0..<elements.count {
      let parent = Int(elements.parents[index])
      var hash = StableHash()
      if parent >= 0 { hash.add(hashes[parent]) }
      hash.add(UInt64(elements.tags[index].rawValue))
      for attribute in elements.attributes(of: ElementID(index))
      where elements.attributeNames[attribute] == .class {
        hash.add(withoutNumbers: elements.utf8[elements.attributeValue(at: attribute)])
      }
      hashes.append(hash.value)
    }
    self.hashes = hashes
  }

  /// The hash of an element's path.
  func hash(of element: ElementID) -> UInt64 { hashes[element.index] }

  /// The last elements of a path, as they look to a person.
  func path(of element: ElementID) -> String {
    var names: [String] = []
    var next: ElementID? = element
    while let element = next, names.count < Self.shownElements {
      let classes = (elements.attribute(.class, of: element) ?? "").split(separator: " ")
        .prefix(Self.shownClasses)
      let name = ([elements.tag(of: element).name] + classes.map(String.init))
        .joined(separator: ".")
      names.append(Self.shown(name))
      next = elements.parent(of: element)
    }
    return names.reversed().joined(separator: ">")
  }

  /// A name of ASCII letters and signs, runs of digits as one 0: slots that have one hash look the same.
  private static func shown(_ name: String) -> String {
    var result: [UInt8] = []
    for byte in name.utf8 where 0x21...0x7E ~= byte {
      let isDigit = 0x30...0x39 ~= byte
      if !(isDigit && result.last == 0x30) { result.append(isDigit ? 0x30 : byte) }
    }
    return String(decoding: result.prefix(maxNameCount), as: UTF8.self)
  }
}
