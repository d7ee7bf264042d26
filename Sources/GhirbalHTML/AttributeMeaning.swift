import GhirbalDocument

/// What attributes say about where text stands.
enum AttributeMeaning {
  /// The context that an attribute gives to the text inside its element.
  static func context(
    of attribute: AttributeName, _ value: UnsafeBufferPointer<UInt8>
  ) -> BlockContext {
    switch attribute {
    case .hidden: .hidden
    case .ariaHidden: isEqual(value, "true") ? .hidden : []
    case .ariaModal: .dialog
    case .style: hides(value) ? .hidden : []
    case .role: roles.first { isEqual(value, $0.role) }?.context ?? []
    default: []
    }
  }

  /// WAI-ARIA 1.2, section 5.3.4, landmark roles, and the roles of windows and controls.
  private static let roles: [(role: StaticString, context: BlockContext)] = [
    ("navigation", .navigation), ("menu", .navigation), ("menubar", .navigation),
    ("banner", .pageHeader), ("contentinfo", .pageFooter), ("complementary", .aside),
    ("main", .main), ("article", .article), ("dialog", .dialog), ("alertdialog", .dialog),
    ("button", .button), ("search", .form), ("form", .form),
  ]

  private static func isEqual(_ value: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
    guard value.count == word.utf8CodeUnitCount else { return false }
    for index in value.indices where value[index] | 0x20 != word.utf8Start[index] { return false }
    return true
  }

  /// Whether an inline style takes the element off the screen.
  private static func hides(_ style: UnsafeBufferPointer<UInt8>) -> Bool {
    declares(style, "display", "none") || declares(style, "visibility", "hidden")
  }

  /// Whether a style has `property: value`, with white space and letter case as they come.
  static func declares(
    _ style: UnsafeBufferPointer<UInt8>, _ property: StaticString, _ value: StaticString
  ) -> Bool {
    let count = property.utf8CodeUnitCount
    guard style.count > count else { return false }
    for start in 0..<style.count - count where style[start] | 0x20 == property.utf8Start[0] {
      var index = start
      if skip(property, in: style, &index) {
        skipSpace(in: style, &index)
        guard index < style.count, style[index] == UInt8(ascii: ":") else { continue }
        index += 1
        skipSpace(in: style, &index)
        if skip(value, in: style, &index) { return true }
      }
    }
    return false
  }

  private static func skip(
    _ word: StaticString, in style: UnsafeBufferPointer<UInt8>, _ index: inout Int
  ) -> Bool {
    guard index + word.utf8CodeUnitCount <= style.count else { return false }
    for offset in 0..<word.utf8CodeUnitCount
    where style[index + offset] | 0x20 != word.utf8Start[offset] { return false }
    index += word.utf8CodeUnitCount
    return true
  }

  private static func skipSpace(in style: UnsafeBufferPointer<UInt8>, _ index: inout Int) {
    while index < style.count, style[index] <= 0x20 { index += 1 }
  }
}
