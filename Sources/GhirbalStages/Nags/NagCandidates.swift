import GhirbalDocument

/// The elements of a page whose markup says that they may ask something of its readers.
struct NagCandidates {
  struct Candidate {
    let marks: NagKinds
    /// The blocks inside, dropped ones too.
    let blocks: Range<Int>
  }

  /// In document order, so that an outer element comes before those inside it.
  private(set) var candidates: [Candidate] = []

  /// How deep marked elements are looked at inside one another, so that time stays linear.
  private static let maxDepth: UInt8 = 16
  /// What a longer element says is not looked at, unless it may be a policy. In no script do as many
  /// words as a region may have take more.
  private static let maxUTF8Count = 6000

  /// - Parameter minUTF8Count: shorter elements are left out.
  init(_ document: Document, minUTF8Count: Int) {
    let elements = document.elements
    let titles = elements.elements(.h1).filter { !Self.blocks(of: $0, elements).isEmpty }
    let forms = Self.formsForAddresses(elements)
    // By block and one more: the live ones before it. What is dropped needs no second reason.
    var livesBefore: [Int32] = [0]
    livesBefore.reserveCapacity(document.blocks.count + 1)
    for index in document.blocks.indices {
      livesBefore.append(livesBefore[index] + (document.blocks[index].isDropped ? 0 : 1))
    }
    // By element: how many candidates stand around it, itself included.
    var depths = [UInt8](repeating: 0, count: elements.count)
    for index in 0..<elements.count {
      let parent = Int(elements.parents[index])
      depths[index] = parent < 0 ? 0 : depths[parent]
      let element = ElementID(index)
      let blocks = Self.blocks(of: element, elements)
      guard livesBefore[blocks.lowerBound] < livesBefore[blocks.upperBound],
        depths[index] < Self.maxDepth, Self.mayAsk(elements.tags[index])
      else { continue }
      var marks = Self.marks(of: element, elements)
      if forms.contains(index) { marks.insert(.newsletter) }
      guard !marks.isEmpty, !Self.holdsAll(titles, blocks, elements) else { continue }
      depths[index] += 1
      let utf8Count = Self.utf8Count(document, blocks)
      guard utf8Count >= minUTF8Count,
        utf8Count <= Self.maxUTF8Count || !marks.isDisjoint(with: [.window, .cookieNotice])
      else { continue }
      candidates.append(Candidate(marks: marks, blocks: blocks))
    }
  }

  private static func blocks(of element: ElementID, _ elements: ElementArena) -> Range<Int> {
    let first = Int(elements.firstBlocks[element.index])
    return first..<max(first, Int(elements.endBlocks[element.index]))
  }

  private static func mayAsk(_ tag: Tag) -> Bool {
    tag.isBlockLevel && tag != .html && tag != .body && tag != .main && tag != .head
  }

  /// A page's text stands with its title, so what holds the title is no region.
  private static func holdsAll(
    _ titles: [ElementID], _ blocks: Range<Int>, _ elements: ElementArena
  ) -> Bool {
    guard let first = titles.first, let last = titles.last else { return false }
    return Self.blocks(of: first, elements).lowerBound >= blocks.lowerBound
      && Self.blocks(of: last, elements).upperBound <= blocks.upperBound
  }

  /// The UTF-8 of some blocks, counted no farther than matters.
  private static func utf8Count(_ document: Document, _ blocks: Range<Int>) -> Int {
    var count = 0
    for block in blocks where count <= maxUTF8Count {
      count += document.blocks[block].content.count
    }
    return count
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
    for _ in 0..<Int(maxDepth) {
      guard let current = element else { return nil }
      if elements.tag(of: current) == .form { return current.index }
      element = elements.parent(of: current)
    }
    return nil
  }
}
