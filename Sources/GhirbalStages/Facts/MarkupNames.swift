import GhirbalDocument
import GhirbalText

/// Names that the markup says to be the authors'.
extension MarkupFacts {
  private static let maxNameUTF8Count = 100

  /// What of the body says that it names the authors, source by source, each in the page's order.
  func authors(_ marked: MarkedElements) -> [Names] {
    itemAuthors(marked.itemAuthors) + labelledAuthors(in: looked)
      + linkedAuthors(marked.authorLinks) + classAuthors(in: looked)
  }

  /// Names behind labels and in boxes about authors anywhere on the page.
  var boxedAuthors: [Names] {
    let all = [document.blocks.indices]
    return labelledAuthors(in: all) + classAuthors(in: all)
  }

  /// What a page names more often is no sign of its own author.
  private static let maxFound = 6

  private func itemAuthors(_ marked: [ElementID]) -> [Names] {
    var found: [Names] = []
    for element in marked {
      guard found.count < Self.maxFound else { break }
      guard let value = itemName(element) else { continue }
      let names = AuthorNames.names(in: value)
      guard !names.isEmpty else { continue }
      found.append(
        Names(
          names: names, element: element,
          block: elements.tag(of: element) == .meta && !isNear(element) ? nil : place(of: element),
          source: .microdata, rule: "itemprop.author"))
    }
    return found
  }

  /// The name of a person as microdata: the value of the element itself, or of `name` inside it.
  private func itemName(_ element: ElementID) -> String? {
    if let content = elements.attribute(.content, of: element) { return content }
    var index = element.index + 1
    // The elements inside come right behind; each has a parent that is not before the first.
    while index < elements.count, elements.parents[index] >= Int32(element.index) {
      let inner = ElementID(index)
      index += 1
      guard elements.attribute(.itemprop, of: inner)?.lowercased() == "name" else { continue }
      return elements.attribute(.content, of: inner)
        ?? document.text(inside: inner, maxUTF8Count: Self.maxNameUTF8Count)
    }
    return nameText(inside: element)
  }

  /// The text of an element for names: of several blocks the first that is no mere label, since an
  /// office and a day often stand below the name.
  private func nameText(inside element: ElementID) -> String? {
    let blocks =
      Int(elements.firstBlocks[element.index])..<Int(elements.endBlocks[element.index])
    guard blocks.count > 1 else {
      return document.text(inside: element, maxUTF8Count: Self.maxNameUTF8Count)
    }
    guard blocks.count <= 8 else { return nil }
    for block in document.blocks[blocks] where block.content.count <= Self.maxNameUTF8Count {
      let text = HeadText.collapsed(document.string(of: block))
      if !AuthorNames.withoutLabel(text).isEmpty { return text }
    }
    return nil
  }

  /// Links that say they lead to the author; several in a row are several authors.
  private func linkedAuthors(_ links: [(element: ElementID, isRel: Bool)]) -> [Names] {
    var found: [Names] = []
    for link in links {
      let block = place(of: link.element)
      guard isLooked(block),
        let text = document.text(inside: link.element, maxUTF8Count: 60),
        !Self.countsSomething(text)
      else { continue }
      let names = AuthorNames.names(in: text).filter(Self.isNameLike)
      guard !names.isEmpty else { continue }
      if let last = found.last, last.block == block, last.names.count < Self.maxNames {
        found[found.count - 1].names += names.filter { !last.names.contains($0) }
      } else if found.count < Self.maxFound {
        found.append(
          Names(
            names: names, element: link.element, block: block, source: link.isRel ? .rel : .link,
            rule: link.isRel ? "rel.author" : "link.author"))
      }
    }
    return found
  }

  private static let maxNames = 8

  /// "12 posts", "View profile": beside a name, and no name.
  private static func countsSomething(_ text: String) -> Bool {
    text.unicodeScalars.first.map { (0x30...0x39).contains($0.value) } ?? true
  }

  /// Whether a text in a place for names reads as one: few words, each with a capital or none at all.
  private static func isNameLike(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    guard (1...7).contains(words.count) else { return false }
    if words.count == 1 { return true }
    return words.allSatisfy { word in
      guard let first = word.unicodeScalars.first(where: { $0.properties.isAlphabetic }) else {
        return true
      }
      return !first.properties.isLowercase || NameReader.isParticle(word.lowercased())
    }
  }

  /// "By Jane Doe" in a block of its own, or "Written by" with the name in the next one.
  private func labelledAuthors(in ranges: [Range<Int>]) -> [Names] {
    var found: [Names] = []
    for index in ranges.joined() where found.count < Self.maxFound {
      let block = document.blocks[index]
      guard block.content.count <= Self.maxNameUTF8Count,
        block.context.isDisjoint(with: Self.hidden),
        block.kind != .preformatted,
        document.withContent(of: block, { FactLabelLexicon.builtIn.mayStartWithLabel($0) }),
        let element = block.element
      else { continue }
      let text = HeadText.collapsed(document.string(of: block))
      let value = AuthorNames.withoutLabel(text)
      guard value != text, AuthorNames.isLabelled(text) else { continue }
      let next = index + 1 < document.blocks.count ? document.blocks[index + 1] : nil
      let name: String
      if !value.isEmpty {
        name = value
      } else if let next, next.content.count <= 60 {
        name = document.string(of: next)
      } else {
        continue
      }
      let names = AuthorNames.names(in: withoutDate(HeadText.collapsed(name)))
        .filter(Self.isNameLike)
      guard !names.isEmpty else { continue }
      found.append(
        Names(names: names, element: element, block: index, source: .byline, rule: "byline"))
    }
    return found
  }

  /// Elements whose class says that a name stands in them.
  private func classAuthors(in ranges: [Range<Int>]) -> [Names] {
    var found: [Names] = []
    for element in ranges.lazy.flatMap(elements(in:)) where found.count < Self.maxFound {
      let words = FactWords.table.kinds(of: element, elements)
      guard words.contains(.author), !words.contains(.other), let text = nameText(inside: element)
      else { continue }
      let names = AuthorNames.names(in: withoutDate(Self.withoutOffice(text)))
        .filter(Self.isNameLike)
      guard !names.isEmpty, names != found.last?.names else { continue }
      found.append(
        Names(
          names: names, element: element, block: place(of: element), source: .classed,
          rule: "class.author"))
    }
    return found
  }

  /// "Author Jane Doe" in an element for just that: the word is no part of the name.
  private static func withoutOffice(_ text: String) -> String {
    for word in ["Author ", "Autor ", "Autorin ", "Auteur ", "توسط "]
    where text.hasPrefix(word) && text.count > word.count {
      return String(text.dropFirst(word.count))
    }
    return text
  }

  /// A byline up to the first date or bar in it.
  private func withoutDate(_ text: String) -> String {
    let utf8 = Array(text.utf8)
    // "By | Jane Doe": a bar stands behind the name, never before it.
    var end =
      TitleParts.seams(in: utf8).first { $0.sign != .colon && $0.utf8Range.lowerBound > 3 }?
      .utf8Range.lowerBound ?? utf8.count
    let folded = foldForMatching(utf8.span)
    if let date = DateReader(folded, .anyOrder).dates.first {
      end = min(end, folded.originalRange(of: date.utf8Range).lowerBound)
    }
    return String(decoding: utf8[..<end], as: UTF8.self)
  }
}
