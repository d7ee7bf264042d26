import GhirbalDocument

/// The call-outs of a page: notes, tips and warnings that are set apart in a box.
///
/// Markdown writes them as quotations that start with what they are, `[!note]`, which GitHub and
/// Obsidian turn into such boxes again. What they are stands in classes, as the language of code does.
struct MarkdownCallouts {
  /// What each call-out is, in lower-case ASCII letters.
  private(set) var kinds: [ElementID: [UInt8]] = [:]

  init(_ elements: ElementArena) {
    for index in 0..<elements.count {
      switch elements.tags[index] {
      case .div, .aside, .section, .details, .blockquote: break
      default: continue
      }
      let element = ElementID(index)
      guard Self.namesMaker(element, elements),
        let classes = elements.attribute(.class, of: element), let kind = Self.kind(classes)
      else { continue }
      kinds[element] = Array(kind.utf8)
    }
  }

  /// Whether a block is the title that a call-out starts with.
  static func isTitle(_ block: Block, of callout: ElementID, _ elements: ElementArena) -> Bool {
    var element = block.element
    while let place = element, place > callout {
      if elements.tag(of: place) == .summary { return true }
      let classes = elements.attribute(.class, of: place)?.lowercased() ?? ""
      if titleWords.contains(where: { classes.contains($0) }) { return true }
      element = elements.parent(of: place)
    }
    return false
  }

  /// Whether one of the element's classes starts like those of a call-out. Nearly all elements have
  /// classes, and nearly none such; so this looks at bytes.
  private static func namesMaker(_ element: ElementID, _ elements: ElementArena) -> Bool {
    for index in elements.attributes(of: element) where elements.attributeNames[index] == .class {
      let value = elements.attributeValue(at: index)
      var isAtStart = true
      for place in value {
        let byte = elements.utf8[place]
        if isAtStart,
          makerStarts.contains(where: { start in
            place + start.count <= value.upperBound
              && zip(start, place...).allSatisfy { elements.utf8[$1] | 0x20 == $0 }
          })
        {
          return true
        }
        isAtStart = byte <= 0x20
      }
    }
    return false
  }

  private static func kind(_ classes: String) -> String? {
    let names = classes.lowercased().split(whereSeparator: \.isWhitespace)
    guard names.contains(where: { makers.contains(String($0)) }) else { return nil }
    for name in names {
      if types.contains(String(name)) { return String(name) }
      for maker in makers where name.hasPrefix(maker + "-") {
        let type = String(name.dropFirst(maker.count + 1))
        if types.contains(type) { return type }
      }
    }
    return nil
  }

  /// The classes of Sphinx, MkDocs and Hugo; of Quarto, Obsidian and others; of GitHub; of Docusaurus.
  private static let makers = ["admonition", "callout", "markdown-alert", "theme-admonition"]

  /// The makers' names, whose hyphens have the bit that makes letters small.
  private static let makerStarts = makers.map { Array($0.utf8) }

  private static let types: Set<String> = [
    "note", "info", "tip", "hint", "important", "warning", "caution", "danger", "error",
    "attention", "example", "abstract", "success", "question", "failure", "bug", "seealso",
  ]

  private static let titleWords = ["title", "heading", "summary", "header"]
}
