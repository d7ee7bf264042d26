import GhirbalDocument

/// Counts the bytes before the zero that ends a C string.
func terminatedCount(_ string: UnsafePointer<UInt8>) -> Int {
  var count = 0
  while string[count] != 0 { count += 1 }
  return count
}

/// Looks tags up by name, and by the address of the name: libxml2 keeps one copy of each per page.
struct TagCache {
  private var addresses = [UInt](repeating: 0, count: 256)
  private var tags = [Tag](repeating: .other, count: 256)

  mutating func tag(_ name: UnsafePointer<UInt8>) -> Tag {
    let address = UInt(bitPattern: name)
    let slot = Int(truncatingIfNeeded: (address >> 3) ^ (address >> 11)) & 255
    if addresses[slot] == address { return tags[slot] }
    let tag = Self.byName[
      String(
        decoding: UnsafeBufferPointer(start: name, count: terminatedCount(name)), as: UTF8.self
      )
      .lowercased(), default: .other]
    addresses[slot] = address
    tags[slot] = tag
    return tag
  }

  private static let byName: [String: Tag] = Dictionary(
    uniqueKeysWithValues: Tag.allCases.map { ($0.name, $0) })
}

/// Attribute names, and what their values say about where text stands.
enum AttributeNames {
  private static let known: [[UInt8]: AttributeName] = Dictionary(
    uniqueKeysWithValues: AttributeName.allCases.dropFirst().map { (Array($0.name.utf8), $0) })

  /// Names by their first letter, so that most others are told apart at a glance.
  private static let candidates: [[(name: [UInt8], attribute: AttributeName)]] = {
    var table = [[(name: [UInt8], attribute: AttributeName)]](repeating: [], count: 128)
    for (name, attribute) in known.sorted(by: { $0.value.rawValue < $1.value.rawValue }) {
      table[Int(name[0])].append((name, attribute))
    }
    return table
  }()

  static func lookUp(_ name: UnsafePointer<UInt8>) -> AttributeName? {
    guard name[0] < 128 else { return nil }
    for candidate in candidates[Int(name[0] | 0x20)] {
      var index = 0
      while index < candidate.name.count, name[index] | 0x20 == candidate.name[index] | 0x20 {
        index += 1
      }
      if index == candidate.name.count, name[index] == 0 { return candidate.attribute }
    }
    return nil
  }

  /// What an attribute says about the text inside its element.
  static func context(
    of attribute: AttributeName, _ value: UnsafeBufferPointer<UInt8>?
  ) -> BlockContext {
    switch attribute {
    case .hidden: return .hidden
    case .ariaHidden: return value.map { $0.elementsEqual("true".utf8) } == true ? .hidden : []
    case .ariaModal: return .dialog
    case .style:
      guard let value else { return [] }
      return hides(value) ? .hidden : []
    case .role:
      guard let value else { return [] }
      return roles[String(decoding: value, as: UTF8.self).lowercased()] ?? []
    default: return []
    }
  }

  /// WAI-ARIA 1.2, section 5.3.4, landmark roles, and the roles of windows and controls.
  private static let roles: [String: BlockContext] = [
    "navigation": .navigation, "menu": .navigation, "menubar": .navigation, "banner": .pageHeader,
    "contentinfo": .pageFooter, "complementary": .aside, "main": .main, "article": .article,
    "dialog": .dialog, "alertdialog": .dialog, "button": .button, "search": .form, "form": .form,
  ]

  /// Whether an inline style takes the element off the screen.
  private static func hides(_ style: UnsafeBufferPointer<UInt8>) -> Bool {
    var text = ""
    for byte in style where byte > 0x20 {
      text.unicodeScalars.append(Unicode.Scalar(byte | (byte >= 0x41 && byte <= 0x5A ? 0x20 : 0)))
    }
    return text.contains("display:none") || text.contains("visibility:hidden")
  }
}
