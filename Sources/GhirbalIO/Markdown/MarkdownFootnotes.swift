import GhirbalDocument

/// The footnotes of a page, told by their links: marks in the text, and the notes they lead to.
///
/// Markdown writes both as `[^1]` (the notes of GitHub, Pandoc and PHP Markdown Extra). The numbers
/// are those of the page; where it has none or the same one for two notes, the notes are counted.
struct MarkdownFootnotes {
  /// The label of each link that is a mark.
  private(set) var marks: [ElementID: [UInt8]] = [:]
  /// The label of each element that is a note.
  private(set) var notes: [ElementID: [UInt8]] = [:]

  /// A link that may be a mark.
  private struct Candidate {
    let link: ElementID
    let block: BlockID
    let fragment: String
    /// The number it shows, with letters before it; empty for another sign.
    let number: [UInt8]
    let isRaised: Bool
  }

  /// A longer text is that of any link, `[note 12]` of a mark.
  private static let maxMarkUTF8Count = 16
  /// What has more blocks or elements is a part of the page, no note.
  private static let maxNoteBlocks = 12
  private static let maxNoteElements = 200

  init(_ document: Document) {
    let candidates = Self.candidates(document)
    guard !candidates.isEmpty else { return }
    let targets = Self.targets(of: Set(candidates.map(\.fragment)), document.elements)
    var found: [(candidate: Candidate, note: ElementID)] = []
    var fragments: [ElementID: Set<String>] = [:]
    for candidate in candidates {
      guard let target = targets[candidate.fragment],
        let note = Self.note(at: target, document, after: candidate.block),
        candidate.isRaised || Self.isNamedMark(candidate.link, document.elements)
          || Self.leadsBack(note, to: candidate.link, document.elements)
      else { continue }
      found.append((candidate, note))
      fragments[note, default: []].insert(candidate.fragment)
    }
    // An element that several notes stand in is none of them.
    found.removeAll { fragments[$0.note]?.count != 1 }
    var numbers: [ElementID: [UInt8]] = [:]
    for (candidate, note) in found where numbers[note] == nil { numbers[note] = candidate.number }
    let areNumbered =
      numbers.values.allSatisfy { !$0.isEmpty } && Set(numbers.values).count == numbers.count
    for (candidate, note) in found {
      let label =
        notes[note] ?? (areNumbered ? numbers[note] : nil) ?? Array("\(notes.count + 1)".utf8)
      notes[note] = label
      marks[candidate.link] = label
    }
  }

  // MARK: Marks

  private static func candidates(_ document: Document) -> [Candidate] {
    var candidates: [Candidate] = []
    for block in document.liveBlocks {
      for link in block.links where link.utf8Range.count <= maxMarkUTF8Count {
        guard let href = document.elements.attribute(.href, of: link.element),
          href.utf8.first == UInt8(ascii: "#"), href.utf8.count > 1
        else { continue }
        let start = block.content.lowerBound
        let text = document.utf8[
          start + link.utf8Range.lowerBound..<start + link.utf8Range.upperBound]
        guard let number = number(in: text) else { continue }
        candidates.append(
          Candidate(
            link: link.element, block: block.id, fragment: String(href.dropFirst()), number: number,
            isRaised: isRaised(link, document.elements)
              || block.marks.contains { mark in
                mark.utf8Range.overlaps(link.utf8Range)
                  && document.elements.tag(of: mark.element) == .sup
              }))
      }
    }
    return candidates
  }

  /// Whether a link stands in a `sup` or holds one: the reader has made its number `[1]`.
  private static func isRaised(_ link: Mark, _ elements: ElementArena) -> Bool {
    let inner = link.element.index + 1
    return elements.parent(of: link.element).map { elements.tag(of: $0) } == .sup
      || (inner < elements.count && Int(elements.parents[inner]) == link.element.index
        && elements.tags[inner] == .sup)
  }

  /// What a mark shows, its number in ASCII digits (`1`, `note3`); empty for a sign such as `*`; nil
  /// for what is no mark.
  private static func number(in text: ArraySlice<UInt8>) -> [UInt8]? {
    let characters = String(decoding: text, as: UTF8.self).unicodeScalars
      .filter { $0 != "[" && $0 != "]" && $0 != "(" && $0 != ")" && !$0.properties.isWhitespace }
    guard let last = characters.last else { return nil }
    if characters.count == 1, signs.contains(last) { return [] }
    let digits = characters.reversed().prefix { digit($0) != nil }
    let letters = characters.dropLast(digits.count)
    guard (1...4).contains(digits.count), letters.allSatisfy(isLetter) else { return nil }
    return letters.flatMap { Array(UTF8.encode($0) ?? UTF8.encodedReplacementCharacter) }
      + digits.reversed().compactMap(digit)
  }

  private static let signs: Set<Unicode.Scalar> = ["*", "†", "‡", "§", "※"]

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic }

  private static func digit(_ scalar: Unicode.Scalar) -> UInt8? {
    guard let value = scalar.properties.numericValue, value >= 0, value <= 9,
      value == value.rounded()
    else { return nil }
    return UInt8(value) + UInt8(ascii: "0")
  }

  /// Whether a link or what is right around it says that it is a mark (DPUB-ARIA 1.1,
  /// `doc-noteref`).
  private static func isNamedMark(_ link: ElementID, _ elements: ElementArena) -> Bool {
    [link, elements.parent(of: link)].contains { element in
      guard let element else { return false }
      return [AttributeName.class, .role, .id, .rel].contains { name in
        let value = elements.attribute(name, of: element)?.lowercased() ?? ""
        return markNames.contains { value.contains($0) }
      }
    }
  }

  private static let markNames = ["footnote", "noteref", "fnref", "endnote", "cite_ref"]

  // MARK: Notes

  /// The elements that bear a name, as `id` or as the `name` of an anchor.
  private static func targets(
    of fragments: Set<String>, _ elements: ElementArena
  ) -> [String: ElementID] {
    var names: [String: String] = [:]
    for fragment in fragments {
      names[fragment] = fragment
      names[decoded(fragment), default: fragment] = fragment
    }
    var targets: [String: ElementID] = [:]
    for index in 0..<elements.count {
      let element = ElementID(index)
      let name =
        elements.attribute(.id, of: element)
        ?? (elements.tags[index] == .a ? elements.attribute(.name, of: element) : nil)
      if let fragment = name.flatMap({ names[$0] }), targets[fragment] == nil {
        targets[fragment] = element
      }
    }
    return targets
  }

  /// A fragment without its percent signs (URL standard, section 1.3).
  private static func decoded(_ fragment: String) -> String {
    guard fragment.utf8.contains(UInt8(ascii: "%")) else { return fragment }
    var bytes: [UInt8] = []
    var rest = fragment.utf8[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2).compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
      if byte == UInt8(ascii: "%"), digits.count == 2 {
        bytes.append(UInt8(digits[0] * 16 + digits[1]))
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The block-level element that a note fills; nil where the target is no note.
  private static func note(
    at target: ElementID, _ document: Document, after mark: BlockID
  ) -> ElementID? {
    let elements = document.elements
    var element = target
    while !elements.tag(of: element).isBlockLevel {
      guard let parent = elements.parent(of: element) else { return nil }
      element = parent
    }
    switch elements.tag(of: element) {
    case .li, .p, .div, .dd, .aside: break
    default: return nil
    }
    let blocks = Int(elements.firstBlocks[element.index])..<Int(elements.endBlocks[element.index])
    guard (1...maxNoteBlocks).contains(blocks.count), !blocks.contains(mark.index),
      let first = document.blocks[blocks].first(where: { !$0.isDropped }),
      first.id > mark, !first.kind.isHeading,
      // The anchor of a note stands before its text.
      Int(elements.sourceStarts[target.index]) <= first.sourceBytes.lowerBound
    else { return nil }
    return element
  }

  /// Whether a link in the note leads to the mark or what is right around it.
  private static func leadsBack(
    _ note: ElementID, to mark: ElementID, _ elements: ElementArena
  ) -> Bool {
    let names = [mark, elements.parent(of: mark)].compactMap { element in
      element.flatMap { elements.attribute(.id, of: $0) ?? elements.attribute(.name, of: $0) }
    }
    guard !names.isEmpty else { return false }
    var index = note.index + 1
    while index < min(elements.count, note.index + maxNoteElements),
      Int(elements.parents[index]) >= note.index
    {
      if elements.tags[index] == .a,
        let href = elements.attribute(.href, of: ElementID(index)), href.utf8.first == 0x23,
        names.contains(String(href.dropFirst()))
      {
        return true
      }
      index += 1
    }
    return false
  }
}
