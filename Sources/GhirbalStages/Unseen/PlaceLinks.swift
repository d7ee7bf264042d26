import GhirbalDocument

/// Links that are no text: from a heading to itself, from a note back to its mark.
///
/// They are told by the sign alone that stands there, or by a class or role together with a text
/// without letters or digits.
enum PlaceLinks {
  /// Longer text is a link with words.
  private static let maxUTF8Count = 24

  /// What heads of sections end or begin with.
  private static let headingSigns: Set<String> = [
    "¶", "#", "§", "🔗", "\u{F0C1}", "⚓", "∞", "🖇", "⛓", "##", "###", "####",
  ]
  /// What notes begin or end with.
  private static let noteSigns: Set<String> = [
    "↩", "↑", "^", "⤴", "⏎", "↵", "⮌", "⮐", "↖", "⬆", "⇑", "⇧", "🔙", "[^]", "[↑]", "[↩]", "(↑)",
    "(↩)", "↲", "⮭",
  ]
  private static let classes: Set<String> = [
    "headerlink", "anchor", "anchorjs-link", "heading-anchor", "header-anchor", "anchor-link",
    "heading-link", "hash-link", "permalink", "toc-anchor", "footnote-backref", "footnote-back",
    "footnote-return", "footnote-backlink", "reversefootnote", "data-footnote-backref",
    "fn-backref", "footnote_backlink", "easy-footnote-to-top", "back-to-ref",
  ]

  /// The links of a block that lead to a place and are no text, as UTF-8 offsets in its content.
  static func ranges(in block: Block, of document: Document) -> [Range<Int>] {
    block.links.filter { isOne($0, in: block, of: document) }.map(\.utf8Range)
  }

  private static func isOne(_ link: Mark, in block: Block, of document: Document) -> Bool {
    guard link.utf8Range.count <= maxUTF8Count,
      document.withContent(of: block, { mayBeSign($0[link.utf8Range.lowerBound]) }),
      document.elements.attribute(.href, of: link.element)?.contains("#") ?? false
    else { return false }
    var text = document.string(in: block, link.utf8Range)
    // Signs may be told to stand as text, not as pictures.
    text.unicodeScalars.removeAll {
      $0.properties.isWhitespace || $0 == "\u{200B}" || (0xFE00...0xFE0F).contains($0.value)
    }
    if noteSigns.contains(text) { return true }
    if headingSigns.contains(text), block.kind.isHeading || block.kind == .definition {
      return true
    }
    return isNamed(link.element, in: document.elements)
      && text.unicodeScalars.allSatisfy {
        !$0.properties.isAlphabetic && $0.properties.numericType == nil
      }
  }

  private static func mayBeSign(_ byte: UInt8) -> Bool {
    !(0x30...0x39).contains(byte) && !(0x61...0x7A).contains(byte | 0x20)
  }

  private static func isNamed(_ element: ElementID, in elements: ElementArena) -> Bool {
    if elements.attribute(.role, of: element) == "doc-backlink" { return true }
    return elements.attribute(.class, of: element)?.split(whereSeparator: \.isWhitespace).contains {
      classes.contains(String($0))
    } ?? false
  }
}
