import GhirbalDocument

/// What all attributes of an element say about the text inside.
struct ElementMeaning {
  /// What it says about where the text stands and whether it is shown.
  var attributes = AttributeMeaning()
  var hints: ElementHints = []
  /// Differs, as a rule, for elements of different classes or styles; 0 for no class and no style.
  var style: UInt64 = 0
  /// The mail address that the element stands for, and whether its text is for sure no other.
  var address: (utf8: [UInt8], isCertain: Bool)?
  /// The formula that the element is, as an attribute says.
  var alternativeFormula: [UInt8]?
  /// Whether the text is in a notation called TeX.
  var isInTeX = false

  mutating func add(
    _ attribute: AttributeName, _ value: UnsafeBufferPointer<UInt8>, of tag: Tag
  ) {
    attributes.read(attribute, value, of: tag)
    hints.formUnion(ElementHints.hints(of: attribute, value))
    if attributes.style.isUnselectable { hints.insert(.unselectable) }
    if attribute == .class || attribute == .style { addStyle(value) }
  }

  mutating func add(
    _ attribute: HintingAttribute, _ value: UnsafeBufferPointer<UInt8>, decoded: () -> [UInt8]
  ) {
    switch attribute {
    case .protectedAddress:
      if let utf8 = ProtectedAddress.decoded(value) { address = (utf8, isCertain: true) }
    case .noteReference: hints.insert(.note)
    case .alternativeFormula: alternativeFormula = decoded()
    case .encoding: isInTeX = Self.namesTeX(value)
    case .codeLine: hints.insert(.codeLine)
    }
  }

  /// The count and the last bytes tell styles apart well enough.
  private mutating func addStyle(_ value: UnsafeBufferPointer<UInt8>) {
    for byte in value.suffix(8) { style = style &* 0x100 &+ UInt64(byte) }
    style = style &* 31 &+ UInt64(value.count)
  }

  /// `application/x-tex`, `TeX`, `LaTeX`.
  private static func namesTeX(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    value.count <= 32 && value.suffix(3).map { $0 | 0x20 }.elementsEqual("tex".utf8)
  }

  private var height: TextHeight? {
    attributes.style.height
      ?? (hints.contains(.raised) ? .raised : hints.contains(.lowered) ? .lowered : nil)
  }

  /// What is made of the element's text; nil where it stays as it is for sure.
  func rewriting(of tag: Tag) -> ElementRewriting? {
    if let address { return .address(address.utf8, isCertain: address.isCertain) }
    switch tag {
    case .sup: return .raised(isNote: !hints.isDisjoint(with: [.note, .noteIfRaised]))
    case .sub: return .lowered
    case .ruby: return .ruby
    case .rt: return .reading
    case .rp: return .readingBracket
    default:
      if hints.contains(.note) { return .reference(isNote: true) }
      if tag == .a, hints.contains(.placeOnPage) { return .reference(isNote: false) }
      if tag.isBlockLevel { return nil }
      switch height {
      case .raised: return .raised(isNote: hints.contains(.noteIfRaised))
      case .lowered: return .lowered
      case nil: return nil
      }
    }
  }
}
