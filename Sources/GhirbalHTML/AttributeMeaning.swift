import GhirbalDocument

/// What an element's attributes say about where and how its text stands.
struct AttributeMeaning {
  /// What the text stands inside of, but for whether it is hidden.
  private(set) var context: BlockContext = []
  private(set) var style = InlineStyle()
  private var hasHidden = false
  private var isAriaHidden = false
  private var isForScreenReaders = false

  /// Takes note of one attribute.
  mutating func read(_ attribute: AttributeName, _ value: UnsafeBufferPointer<UInt8>, of tag: Tag) {
    switch attribute {
    case .hidden: hasHidden = true
    case .ariaHidden: isAriaHidden = Self.isEqual(value, "true")
    case .ariaModal: context.insert(.dialog)
    case .style: style = InlineStyle(value)
    case .class: if !tag.isBlockLevel { isForScreenReaders = ScreenReaderClasses.contain(value) }
    case .role:
      if let role = ARIARole(value) { context.formUnion(Self.context(of: role)) }
    default: break
    }
  }

  /// What hides a block-level element's text; nil where nothing does.
  var hidingCause: UnshownElement.Cause? {
    if hasHidden || style.display == InlineStyle.Display.none || style.isInvisible == true {
      return .attribute
    }
    return isAriaHidden ? .ariaHidden : nil
  }

  /// What an inline element's attributes say against its text, the strongest first.
  var unseenKind: UnseenRun.Kind? {
    if hasHidden || style.isHidden { return .hidden }
    if style.isOutOfSight { return .outOfSight }
    if isForScreenReaders || style.isForScreenReaders { return .screenReaderText }
    return isAriaHidden ? .ariaHidden : nil
  }

  /// By what an element inside is shown all the same.
  var undoing: Undoing? {
    guard !hasHidden, style.display != InlineStyle.Display.none else { return nil }
    if style.isInvisible == true { return .visibility }
    return style.fontSize == .nothing ? .fontSize : nil
  }

  /// The properties that an element has of its own where it does not inherit them.
  enum Undoing { case visibility, fontSize }

  func undoes(_ undoing: Undoing) -> Bool {
    switch undoing {
    case .visibility: style.isInvisible == false
    case .fontSize: style.fontSize == .something
    }
  }

  private static func context(of role: ARIARole) -> BlockContext {
    switch role {
    case .navigation, .menu, .menubar: .navigation
    case .banner: .pageHeader
    case .contentinfo: .pageFooter
    case .complementary: .aside
    case .main: .main
    case .article: .article
    case .dialog, .alertdialog: .dialog
    case .button: .button
    case .search, .form: .form
    case .menuitem, .list, .listitem, .tabpanel: []
    }
  }

  private static func isEqual(_ value: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
    guard value.count == word.utf8CodeUnitCount else { return false }
    for index in value.indices where value[index] | 0x20 != word.utf8Start[index] { return false }
    return true
  }
}
