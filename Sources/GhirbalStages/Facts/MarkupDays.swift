import GhirbalDocument
import GhirbalText

/// Days that the markup says to be the text's, and days that stand around the title.
extension MarkupFacts {
  private static let maxDateUTF8Count = 90

  /// What of the body says a day, source by source, each in the page's order; nothing shown on a page
  /// that sells or lists things is its own day.
  func days(_ marked: MarkedElements, isCatalogue: Bool) -> [Day] {
    let items = itemDays(marked.itemDates)
    if isCatalogue { return items }
    return items + times(marked.times) + classDays() + visibleDays()
      + [datelineDay()].compactMap { $0 }
  }

  /// What a page dates more often is no sign of its own day.
  private static let maxFound = 6

  private func itemDays(_ marked: [(element: ElementID, isModified: Bool)]) -> [Day] {
    var found: [Day] = []
    for (element, isModified) in marked where found.count < Self.maxFound {
      guard elements.tag(of: element) == .meta || isOwn(element), let date = day(of: element)
      else { continue }
      found.append(
        Day(
          date: date, element: element, source: .microdata,
          rule: isModified ? "itemprop.dateModified" : "itemprop.datePublished",
          block: elements.tag(of: element) == .meta && !isNear(element) ? nil : place(of: element),
          isModified: isModified))
    }
    return found
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

  private func times(_ marked: [ElementID]) -> [Day] {
    var found: [Day] = []
    for element in marked where isNear(element) && found.count < Self.maxFound {
      guard let date = day(of: element), isOwn(element) else { continue }
      found.append(day(date, element, .time, "time"))
    }
    return found
  }

  /// Dates in short blocks around the title, whatever markup says of them.
  private func visibleDays() -> [Day] {
    var days: [Day] = []
    for index in head where days.count < Self.maxFound {
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
      if findings.isEmpty, let day = dayAlone(in: index) { days.append(day) }
      var last = 0
      for finding in findings {
        let label = labels.last {
          $0.utf8Range.lowerBound >= last && $0.utf8Range.upperBound <= finding.utf8Range.lowerBound
            && $0.isOf(.modified, .published)
        }
        last = finding.utf8Range.upperBound
        days.append(
          Day(
            date: finding.date, element: element, source: .visible, rule: "date_near_title",
            block: index, isModified: label?.isOf(.modified) ?? saysModified(element),
            isLabelled: label != nil,
            place: (block.id, text.originalRange(of: finding.utf8Range))))
      }
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
      let labels = FactLabelLexicon.builtIn.cover(of: folded).filter { $0.isOf(.published) }
      guard let day = DateReader(folded, order).dates.first,
        folded.words.allSatisfy({ word in
          day.utf8Range.overlaps(word) || labels.contains { $0.utf8Range.overlaps(word) }
            || DateCompanions.contains(folded.string(word))
            || folded.utf8[word].allSatisfy { (0x30...0x39).contains($0) }
        })
      else { continue }
      return Day(
        date: day.date, element: element, source: .visible, rule: "date_near_title", block: block)
    }
    return nil
  }

  private static let maxPieces = 16

  /// The date that the first paragraph opens with, as agencies write it: "RAJSHAHI, Dec 20, 2025 (BSS) -".
  private func datelineDay() -> Day? {
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
        date: date.date, element: element, source: .dateline, rule: "dateline", block: index,
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
  private func classDays() -> [Day] {
    var days: [Day] = []
    for element in elements(in: head) where days.count < Self.maxFound {
      let words = FactWords.table.kinds(of: element, elements)
      guard !words.isDisjoint(with: [.date, .published, .modified, .author]),
        !words.contains(.other),
        elements.tag(of: element) != .time,
        let text = document.text(inside: element, maxUTF8Count: Self.maxDateUTF8Count),
        let date = Timestamp.day(text, order), isOwn(element)
      else { continue }
      days.append(day(date, element, .classed, "class.date"))
    }
    return days
  }

  private func day(
    _ date: CivilDate, _ element: ElementID, _ source: FactCandidate.Source, _ rule: String
  ) -> Day {
    let words = FactWords.table.kinds(of: element, elements)
    let isPublished = words.contains(.published)
    let isModified = !isPublished && (words.contains(.modified) || saysModified(element))
    return Day(
      date: date, element: element, source: source, rule: rule, block: place(of: element),
      isModified: isModified, isLabelled: isPublished || isModified)
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
    let text = document.withContent(of: block) { foldForMatching($0) }
    let labels = FactLabelLexicon.builtIn.cover(of: text)
    guard let label = labels.first else { return false }
    return label.utf8Range.lowerBound <= 2 && label.isOf(.modified)
      && !labels.contains { $0.isOf(.published) && !$0.isOf(.modified) }
  }
}
