import GhirbalDocument

/// What the markup of each element says that it may ask of the page's readers.
struct NagMarks: DerivedFromElements {
  private var marks: [NagKinds] = []

  init(_ elements: ElementArena) {
    let forms = Self.formsForAddresses(elements)
    marks = (0..<elements.count).map { index in
      let element = ElementID(index)
      // What holds no block asks nothing.
      guard elements.firstBlocks[index] < elements.endBlocks[index],
        Self.mayAsk(elements.tags[index])
      else { return [] }
      let marks = Self.marks(of: element, elements)
      return forms.contains(index) ? marks.union(.newsletter) : marks
    }
  }

  subscript(element: ElementID) -> NagKinds { marks[element.index] }

  /// How far above its field a form is looked for, so that time stays linear.
  private static let maxFormDepth = 16

  private static func mayAsk(_ tag: Tag) -> Bool {
    tag.isBlockLevel && tag != .html && tag != .body && tag != .main && tag != .head
  }

  private static func marks(of element: ElementID, _ elements: ElementArena) -> NagKinds {
    var marks: NagKinds = elements.tag(of: element) == .dialog ? .window : []
    for index in elements.attributes(of: element) {
      let name = elements.attributeNames[index]
      let value = elements.utf8.span.extracting(elements.attributeValue(at: index))
      switch name {
      case .role:
        let role = value.withUnsafeBufferPointer { ARIARole($0) }
        if role == .dialog || role == .alertdialog { marks.insert(.window) }
      case .ariaModal: marks.insert(.window)
      case .ariaLabel: marks.formUnion(NagLexicon.builtIn.evidence(in: value).topics)
      case .style: if isFixed(value) { marks.insert(.window) }
      default: if NagNames.isName(name) { marks.formUnion(NagNames.kinds(of: value)) }
      }
    }
    return marks
  }

  private static func isEqual(_ value: Span<UInt8>, _ word: StaticString) -> Bool {
    guard value.count == word.utf8CodeUnitCount else { return false }
    for index in value.indices where value[index] | 0x20 != word.utf8Start[index] { return false }
    return true
  }

  /// Whether an inline style holds the element in its place over the page.
  private static func isFixed(_ style: Span<UInt8>) -> Bool {
    var word = 0
    var start = -1
    for index in 0...style.count {
      let byte = index < style.count ? style[index] | 0x20 : 0
      if byte >= 0x61 && byte <= 0x7A {
        if start < 0 { start = index }
        continue
      }
      guard start >= 0 else { continue }
      let name = style.extracting(start..<index)
      start = -1
      if word == 1 {
        if isEqual(name, "fixed") { return true }
        word = 0
      }
      if isEqual(name, "position") { word = 1 }
    }
    return false
  }

  /// Forms with a field for an e-mail address and none for a text, with the boxes they stand in.
  private static func formsForAddresses(_ elements: ElementArena) -> Set<Int> {
    var forms: Set<Int> = []
    for field in elements.elements(.input) {
      let isAddress = elements.attributes(of: field).contains { index in
        elements.attributeNames[index] == .type
          && isEqual(elements.utf8.span.extracting(elements.attributeValue(at: index)), "email")
      }
      guard isAddress, let form = form(around: field, elements) else { continue }
      forms.insert(form)
      // What it is for often stands above it, in a box of their own.
      if let box = elements.parent(of: ElementID(form)), elements.tag(of: box) == .div {
        forms.insert(box.index)
      }
    }
    guard !forms.isEmpty else { return forms }
    for area in elements.elements(.textarea) {
      guard let form = form(around: area, elements) else { continue }
      forms.remove(form)
      if let box = elements.parent(of: ElementID(form)) { forms.remove(box.index) }
    }
    return forms
  }

  private static func form(around field: ElementID, _ elements: ElementArena) -> Int? {
    var element = elements.parent(of: field)
    for _ in 0..<maxFormDepth {
      guard let current = element else { return nil }
      if elements.tag(of: current) == .form { return current.index }
      element = elements.parent(of: current)
    }
    return nil
  }
}
