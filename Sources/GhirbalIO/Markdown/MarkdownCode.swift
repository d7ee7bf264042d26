import GhirbalDocument

/// What a page says about its code.
enum MarkdownCode {
  /// The language of a preformatted block, from the classes of `pre`, its `code` or what is right
  /// around it; empty where none is named.
  ///
  /// `language-x` is the HTML standard's (section 4.5.15), `lang-x` and `highlight-source-x` are what
  /// the usual highlighters write.
  static func language(of block: Block, in elements: ElementArena) -> [UInt8] {
    guard let owner = block.element else { return [] }
    var places = block.marks.map(\.element).filter { elements.tag(of: $0) == .code }
    places.append(owner)
    var place = owner
    for _ in 0..<2 {
      guard let parent = elements.parent(of: place) else { break }
      places.append(parent)
      place = parent
    }
    for element in places {
      guard let classes = elements.attribute(.class, of: element) else { continue }
      for name in classes.split(whereSeparator: \.isWhitespace) {
        for prefix in prefixes where name.hasPrefix(prefix) {
          let language = name.utf8.dropFirst(prefix.utf8.count)
          if !language.isEmpty, language.count <= 32, language.allSatisfy(isNameByte),
            !noLanguages.contains(String(language) ?? "")
          {
            return Array(language)
          }
        }
      }
    }
    return []
  }

  private static let prefixes = ["language-", "lang-", "highlight-source-", "highlight-text-"]
  private static let noLanguages: Set<String> = ["none", "plaintext", "text", "default", "plain"]

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E, 0x23, 0x5F: true
    default: false
    }
  }
}
