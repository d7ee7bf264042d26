import GhirbalDocument
import GhirbalText

/// Names and dates that the markup of a page's body says to be its text's: microdata, `rel`,
/// addresses of authors' pages, classes, `time`.
///
/// What stands in comments, lists of other texts and the like is left out, and so is what stands far
/// from the title: a page names many people and days.
struct MarkupFacts {
  struct Names {
    let names: [String]
    let element: ElementID
    let rule: String
  }

  struct Day {
    let date: CivilDate
    let element: ElementID
    let rule: String
    /// Where the date stands in a block; nil where an attribute gives it.
    var place: (block: BlockID, utf8Range: Range<Int>)?
  }

  private let document: Document
  private let elements: ElementArena
  private let order: DateReader.Order
  /// The block of the title; where there is none, the first of the page.
  private let title: Int
  private let hasTitle: Bool
  /// The blocks that may hold facts of the text.
  private let near: Range<Int>
  /// Those of them that stand above the text's second paragraph: a standfirst is one.
  private let head: Range<Int>

  /// How far above and below the title names and dates of the text stand, in blocks: 95 of 100 of
  /// those that agree with the labels of wcxb-dev.
  private static let blocksAbove = 12
  private static let blocksBelow = 24
  private static let maxNameUTF8Count = 100
  private static let maxDateUTF8Count = 90

  init(_ document: Document, title: BlockID?, order: DateReader.Order) {
    self.document = document
    elements = document.elements
    self.order = order
    self.title = title?.index ?? 0
    hasTitle = title != nil
    let below = title == nil ? 60 : Self.blocksBelow
    near =
      max(0, self.title - Self.blocksAbove)..<min(document.blocks.count, self.title + below)
    var proseCount = 0
    var end = min(near.upperBound, self.title + 1)
    while end < near.upperBound, proseCount < 2 {
      let block = document.blocks[end]
      if block.linkDensity < 0.5, document.shape(of: block).isProse {
        proseCount += 1
      }
      end += 1
    }
    head = near.lowerBound..<max(near.lowerBound, end)
  }

  // MARK: Where

  private func isNear(_ element: ElementID) -> Bool {
    near.contains(Int(elements.firstBlocks[element.index]))
  }

  /// Whether an element stands in a region of its own that is no part of the text: comments, lists
  /// of other texts, navigation.
  private func isInChrome(_ element: ElementID) -> Bool {
    var current: ElementID? = element
    while let inner = current {
      let first = Int(elements.firstBlocks[inner.index])
      let end = Int(elements.endBlocks[inner.index])
      // What the title stands in as well is the text, or the whole page.
      if inner != element,
        hasTitle ? first <= title && title < end : (end - first) * 2 > document.blocks.count
      {
        return false
      }
      switch elements.tag(of: inner) {
      case .nav, .footer, .body, .html: return elements.tag(of: inner) != .body
      default: break
      }
      if FactWords.table.kinds(of: inner, elements).contains(.region) { return true }
      current = elements.parent(of: inner)
    }
    return false
  }

  /// Whether a heading that leads elsewhere stands between the title and a block: then the block
  /// belongs to that.
  private func belongsToAnother(_ block: Int) -> Bool {
    guard block > title else { return false }
    return document.blocks[title + (hasTitle ? 1 : 0)..<block].contains {
      $0.kind.isHeading && $0.linkDensity >= 0.9 && !$0.content.isEmpty && !repeatsTitle($0)
    }
  }

  /// Whether a heading is the title again, as forums set it over each post.
  private func repeatsTitle(_ heading: Block) -> Bool {
    guard hasTitle else { return false }
    let title = document.blocks[self.title].content
    guard heading.content.count >= title.count else { return false }
    return document.utf8[heading.content.upperBound - title.count..<heading.content.upperBound]
      .elementsEqual(document.utf8[title])
  }

  private func isOwn(_ element: ElementID) -> Bool {
    isNear(element) && !belongsToAnother(Int(elements.firstBlocks[element.index]))
      && !isInChrome(element)
  }

  /// Whether a block near the title is no part of a region or text of its own.
  private func isOwn(_ block: Block) -> Bool {
    guard let element = block.element else { return false }
    return !belongsToAnother(block.id.index) && !isInChrome(element)
  }

  // MARK: Names

  func itemAuthors(_ marked: [ElementID]) -> Names? {
    for element in marked where elements.tag(of: element) == .meta || isOwn(element) {
      guard let value = itemName(element) else { continue }
      let names = AuthorNames.names(in: value)
      if !names.isEmpty { return Names(names: names, element: element, rule: "itemprop.author") }
    }
    return nil
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
  func linkedAuthors(_ links: [(element: ElementID, isRel: Bool)]) -> Names? {
    var names: [String] = []
    var first: (element: ElementID, isRel: Bool, block: Int)?
    for link in links {
      let block = Int(elements.firstBlocks[link.element.index])
      if let first, block != first.block { break }
      guard isOwn(link.element),
        let text = document.text(inside: link.element, maxUTF8Count: 60),
        !Self.countsSomething(text)
      else { continue }
      let found = AuthorNames.names(in: text).filter(Self.isNameLike)
      guard !found.isEmpty else { continue }
      if first == nil { first = (link.element, link.isRel, block) }
      for name in found where !names.contains(name) { names.append(name) }
      if names.count >= Self.maxNames { break }
    }
    guard let first else { return nil }
    return Names(
      names: names, element: first.element, rule: first.isRel ? "rel.author" : "link.author")
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
  func labelledAuthors(below isBelowTitle: Bool) -> Names? {
    let range = isBelowTitle ? near : document.blocks.indices
    for index in range {
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
      guard isBelowTitle ? isOwn(block) : !isInChrome(element) else { continue }
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
      if !names.isEmpty { return Names(names: names, element: element, rule: "byline") }
    }
    return nil
  }

  private static let hidden: BlockContext = [.navigation, .hidden, .dialog, .pageFooter]

  /// Elements whose class says that a name stands in them.
  func classAuthors(below isBelowTitle: Bool) -> Names? {
    for element in elements(in: isBelowTitle ? near : document.blocks.indices) {
      let words = FactWords.table.kinds(of: element, elements)
      guard words.contains(.author), !words.contains(.other),
        let text = nameText(inside: element),
        isBelowTitle ? isOwn(element) : !isInChrome(element)
      else { continue }
      let names = AuthorNames.names(in: withoutDate(Self.withoutOffice(text)))
        .filter(Self.isNameLike)
      if !names.isEmpty { return Names(names: names, element: element, rule: "class.author") }
    }
    return nil
  }

  /// "Author Jane Doe" in an element for just that: the word is no part of the name.
  private static func withoutOffice(_ text: String) -> String {
    for word in ["Author ", "Autor ", "Autorin ", "Auteur "]
    where text.hasPrefix(word) && text.count > word.count {
      return String(text.dropFirst(word.count))
    }
    return text
  }

  /// A byline up to the first date or bar in it.
  private func withoutDate(_ text: String) -> String {
    var end = text.endIndex
    for bar in TitleParts.seams where text.hasUTF8(bar) {
      // "By | Jane Doe": the bar stands behind the name, never before it.
      if let range = text.firstRange(of: bar.description), range.lowerBound < end,
        text.utf8.distance(from: text.startIndex, to: range.lowerBound) > 3
      {
        end = range.lowerBound
      }
    }
    let utf8 = Array(text.utf8)
    let folded = foldForMatching(utf8.span)
    if let date = DateReader(folded, .anyOrder).dates.first {
      let start = folded.originalRange(of: date.utf8Range).lowerBound
      let place = text.utf8.index(text.startIndex, offsetBy: start)
      if place < end { end = place }
    }
    return String(text[..<end])
  }

  /// The elements that start in some of the blocks, in document order.
  private func elements(in blocks: Range<Int>) -> some Sequence<ElementID> {
    let starts = elements.firstBlocks
    func place(_ block: Int) -> Int {
      var low = 0
      var high = starts.count
      while low < high {
        let middle = (low + high) / 2
        if Int(starts[middle]) < block { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return (place(blocks.lowerBound)..<place(blocks.upperBound)).lazy.map { ElementID($0) }
  }

  // MARK: Days

  struct Days {
    var published: Day?
    var modified: Day?
  }

  func itemDays(_ marked: [(element: ElementID, isModified: Bool)]) -> Days {
    var days = Days()
    for (element, isModified) in marked {
      guard isModified ? days.modified == nil : days.published == nil,
        elements.tag(of: element) == .meta || isOwn(element),
        let date = day(of: element)
      else { continue }
      let found = Day(
        date: date, element: element,
        rule: isModified ? "itemprop.dateModified" : "itemprop.datePublished")
      if isModified { days.modified = found } else { days.published = found }
    }
    return days
  }

  private func day(of element: ElementID) -> CivilDate? {
    for name in [AttributeName.datetime, .content] {
      if let value = elements.attribute(name, of: element), let day = Timestamp.day(value, order) {
        return day
      }
    }
    return document.text(inside: element, maxUTF8Count: Self.maxDateUTF8Count).flatMap {
      Timestamp.day($0, order)
    }
  }

  func times(_ marked: [ElementID]) -> Days {
    var days = Days()
    for element in marked where isNear(element) {
      guard days.published == nil || days.modified == nil else { break }
      let words = FactWords.table.kinds(of: element, elements)
      guard let date = day(of: element), isOwn(element) else { continue }
      add(date, element, words, "time", to: &days)
    }
    return days
  }

  /// Dates in short blocks around the title, whatever markup says of them.
  func visibleDays() -> Days {
    var days = Days()
    for index in head {
      let block = document.blocks[index]
      guard block.content.count <= (block.kind.isHeading ? 40 : Self.maxDateUTF8Count + 30),
        block.context.isDisjoint(with: Self.hidden), block.kind != .preformatted,
        document.withContent(of: block, DateReader.mayHoldDate), let element = block.element,
        isOwn(block)
      else { continue }
      let text = document.withContent(of: block) { foldForMatching($0) }
      let words = text.words
      guard words.count <= (block.kind.isHeading ? 7 : 16),
        !words.contains(where: { Self.otherDays.contains(text.string($0)) })
      else { continue }
      let labels = FactLabelLexicon.builtIn.cover(of: text)
      let findings = DateReader(text, order).dates
      if findings.isEmpty, days.published == nil { days.published = dayAlone(in: index) }
      var last = 0
      for finding in findings {
        let label = labels.last {
          $0.utf8Range.lowerBound >= last && $0.utf8Range.upperBound <= finding.utf8Range.lowerBound
            && $0.rows.contains { $0.kind == .modified || $0.kind == .published }
        }
        last = finding.utf8Range.upperBound
        let isModified = label.map { $0.rows.contains { $0.kind == .modified } } ?? false
        let day = Day(
          date: finding.date, element: element, rule: "date_near_title",
          place: (block.id, text.originalRange(of: finding.utf8Range)))
        if isModified || label == nil && saysModified(element) {
          if days.modified == nil { days.modified = day }
        } else if days.published == nil {
          days.published = day
        }
      }
      if days.published != nil { break }
    }
    return days
  }

  /// The date in an inline element of its own, where the line around it is no date: a number touches it
  /// that the page sets apart, "No. 12345" and "12 May 2023".
  private func dayAlone(in block: Int) -> Day? {
    for element in elements(in: block..<block + 1).prefix(Self.maxPieces)
    where elements.firstBlocks[element.index] == elements.endBlocks[element.index] {
      guard let text = document.text(inside: element, maxUTF8Count: Self.maxDateUTF8Count) else {
        continue
      }
      let utf8 = Array(text.utf8)
      let folded = foldForMatching(utf8.span)
      let labels = FactLabelLexicon.builtIn.cover(of: folded).filter {
        $0.rows.contains { $0.kind == .published }
      }
      guard let day = DateReader(folded, order).dates.first,
        folded.words.allSatisfy({ word in
          day.utf8Range.overlaps(word) || labels.contains { $0.utf8Range.overlaps(word) }
            || DateCompanions.contains(folded.string(word))
            || folded.utf8[word].allSatisfy { (0x30...0x39).contains($0) }
        })
      else { continue }
      return Day(date: day.date, element: element, rule: "date_near_title")
    }
    return nil
  }

  private static let maxPieces = 16

  /// The date that the first paragraph opens with, as agencies write it: "RAJSHAHI, Dec 20, 2025 (BSS) -".
  func datelineDay() -> Day? {
    for index in head where index > title || !hasTitle {
      let block = document.blocks[index]
      guard block.content.count > 80, block.linkDensity < 0.5, let element = block.element,
        document.shape(of: block).isProse, isOwn(block)
      else { continue }
      var end = block.content.lowerBound + Self.datelineUTF8Count
      while end < block.content.upperBound, document.utf8[end] & 0xC0 == 0x80 { end -= 1 }
      let start = document.utf8.span.extracting(
        block.content.lowerBound..<min(end, block.content.upperBound))
      guard DateReader.mayHoldDate(start) else { return nil }
      let text = foldForMatching(start)
      guard let date = DateReader(text, order).dates.first else { return nil }
      // A dash, bar or bracket parts it from the sentence; a date in a sentence has none.
      let rest = text.utf8[date.utf8Range.upperBound...].prefix {
        $0 != 0x2D && $0 != 0x7C && $0 != 0x28
      }
      let before = text.words.count { $0.upperBound <= date.utf8Range.lowerBound }
      guard before <= 4, date.utf8Range.upperBound + rest.count < text.utf8.count,
        rest.allSatisfy({ !(0x61...0x7A).contains($0) })
      else { return nil }
      return Day(
        date: date.date, element: element, rule: "dateline",
        place: (block.id, text.originalRange(of: date.utf8Range)))
    }
    return nil
  }

  private static let datelineUTF8Count = 72

  /// Words beside dates of something else than the text.
  private static let otherDays: Set<String> = [
    "joined", "registered", "released", "release", "copyright", "©", "since", "expires", "expired",
    "effective", "deadline", "until", "through", "born", "died", "starts", "begins", "ends",
    "register", "version", "accessed", "member", "due", "valid", "beigetreten", "registriert",
    "inscrit", "registrado", "issn", "event",
  ]

  /// Elements whose class says that a date stands in them.
  func classDays() -> Days {
    var days = Days()
    for element in elements(in: head) {
      let words = FactWords.table.kinds(of: element, elements)
      guard !words.isDisjoint(with: [.date, .published, .modified, .author]),
        !words.contains(.other),
        elements.tag(of: element) != .time,
        let text = document.text(inside: element, maxUTF8Count: Self.maxDateUTF8Count),
        let date = Timestamp.day(text, order), isOwn(element)
      else { continue }
      add(date, element, words, "class.date", to: &days)
      if days.published != nil { break }
    }
    return days
  }

  private func add(
    _ date: CivilDate, _ element: ElementID, _ words: FactWords, _ rule: String,
    to days: inout Days
  ) {
    let isModified =
      words.contains(.modified) && !words.contains(.published)
      || !words.contains(.published) && saysModified(element)
    if isModified {
      if days.modified == nil { days.modified = Day(date: date, element: element, rule: rule) }
    } else if days.published == nil {
      days.published = Day(date: date, element: element, rule: rule)
    }
  }

  /// Whether the block that an element stands in starts like "Updated", or the element around it is
  /// named so.
  private func saysModified(_ element: ElementID) -> Bool {
    if let parent = elements.parent(of: element),
      elements.endBlocks[parent.index] - elements.firstBlocks[parent.index] <= 1
    {
      let words = FactWords.table.kinds(of: parent, elements)
      if words.contains(.modified), !words.contains(.published) { return true }
    }
    let block = document.blocks[Int(elements.firstBlocks[element.index])]
    guard block.content.count <= 200 else { return false }
    let content = document.utf8.span.extracting(block.content)
    let text = foldForMatching(content)
    guard let label = FactLabelLexicon.builtIn.cover(of: text).first else { return false }
    return label.utf8Range.lowerBound <= 2 && label.rows.contains { $0.kind == .modified }
      && !FactLabelLexicon.builtIn.cover(of: text).contains { other in
        other.rows.contains { $0.kind == .published }
          && !other.rows.contains { $0.kind == .modified }
      }
  }
}
