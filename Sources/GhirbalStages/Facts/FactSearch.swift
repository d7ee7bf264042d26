import GhirbalDocument
import GhirbalText

/// Looks for facts in a page's blocks, from the top to the bottom.
struct FactSearch {
  private typealias Reason = LiftFacts.Reason

  private let reading: PageReading
  private let options: LiftFacts.Options
  private let head: HeadFacts
  /// Who wrote the text, and when it appeared, as every source has it.
  private(set) var authors: AuthorCandidates
  private(set) var days: DayCandidates
  private let place: TextPlace
  private let frame: FrameLines
  private let values: CleanValues
  private var glued: GluedValues

  private static let maxDatedLines = 3
  /// In flattened text, whose markup cannot tell, more lines of facts of one kind may be what the text
  /// is about: minutes, a chronicle, a catalogue. They stay.
  private static let maxLikeLines = 3

  init(
    _ reading: PageReading, _ options: LiftFacts.Options, _ sections: SectionNames,
    _ glued: GluedValues, _ values: CleanValues, head: HeadFacts
  ) {
    self.head = head
    authors = AuthorCandidates(head)
    days = DayCandidates(head)
    self.reading = reading
    self.values = values
    self.options = options
    place = TextPlace(reading)
    frame = FrameLines(reading, place, sections)
    self.glued = glued
  }

  /// The edits, ordered by block, behind those for the head; their values are clean.
  mutating func edits() -> [Edit<LiftFacts.Reason>] {
    let lines = addLines()
    let choice = FactChoice(authors, days, head)
    var counts: [Reason: Int] = [:]
    for (_, facts) in lines {
      if let drop = facts.whyCovered { counts[drop.reason, default: 0] += 1 }
    }
    var edits = HeadLifts(head).edits + choice.edits.filter { $0.block == nil }
    var chosen = choice.edits.filter { $0.block != nil }
      .sorted { ($0.block?.index ?? 0) < ($1.block?.index ?? 0) }[...]
    for (index, facts) in lines {
      let block = reading.entries[index].block
      // Edits stand in the order of their blocks.
      while let next = chosen.first?.block, next <= block.id {
        edits.append(chosen.removeFirst())
      }
      for fact in facts.found where !choice.replaces(fact.field, at: index) {
        edits.append(
          .lift(
            fact.field, fact.value, from: block.id, fact.utf8Range, fact.reason, rule: fact.rule,
            confidence: fact.confidence))
      }
      guard !options.keepBlocks, let drop = facts.whyCovered,
        reading.document.format == .html || counts[drop.reason, default: 0] <= Self.maxLikeLines
      else { continue }
      edits.append(.drop(block.id, drop.reason, rule: drop.rule, confidence: drop.confidence))
    }
    edits += chosen
    return values.cleaned(choice.withOthers(edits))
  }

  /// The candidates for who wrote the text, with their features, as their judge sees them.
  mutating func authorTable() -> FactTable {
    addLines()
    return FactTable(
      values: AuthorRows(authors.all, days, head, FactPage(head)).values,
      texts: authors.all.map { $0.values.joined(separator: "; ") }, rules: authors.all.map(\.rule))
  }

  /// Those for when it appeared.
  mutating func dayTable() -> FactTable {
    addLines()
    let hasAuthor = !authors.all.isEmpty
    return FactTable(
      values: DayRows(days.all, head, FactPage(head), hasAuthor: hasAuthor).values,
      texts: days.all.map { $0.said.values[0] }, rules: days.all.map(\.said.rule))
  }

  /// Takes in what the lines of the page hold, and says it.
  @discardableResult
  private mutating func addLines() -> [(index: Int, facts: FactLine.Facts)] {
    let lines = factsOfLines()
    authors.add(lines, reading)
    days.add(lines, reading)
    return lines
  }

  /// What the lines of the page hold, by their place in the reading.
  private mutating func factsOfLines() -> [(index: Int, facts: FactLine.Facts)] {
    var lines = reading.entries.indices.map(line)
    let metaLines = MetaLines(lines, reading, authors: knownAuthors)
    // A page with many dated lines is a list of texts or a forum: the dates are not its own.
    let dated = lines.indices.filter { lines[$0]?.hasLabelledDate ?? false }
    if dated.count > Self.maxDatedLines { for index in dated { lines[index] = nil } }
    let bareDates = frame.bareDates(lines)
    let title = frame.title(head.title.heading, lines, metaLines)
    let section = frame.section(lines, title: title)
    let signature = frame.signature(lines) { word, line in
      glued.vocabulary(without: reading.folded(line)).contains(word)
    }
    var found: [(index: Int, facts: FactLine.Facts)] = []
    for index in reading.entries.indices {
      var facts = lines[index].map { self.facts(in: $0, at: index, title) } ?? FactLine.Facts()
      if facts.isEmpty, bareDates.contains(index), let dates = lines[index]?.bareDate {
        facts = dates
      }
      if facts.isEmpty, place.isBelowTitle(index, title), let line = lines[index],
        let pieces = TouchingPieces(line, head.order)?.facts
      {
        facts = pieces
      }
      if facts.isEmpty, facts.drop == nil,
        let meta = metaLines.facts(
          at: index, title: title, isNearTitle: place.isBelowTitle(index, title))
      {
        facts = meta
      }
      if facts.isEmpty, facts.drop == nil {
        if index == section {
          facts = whole(index, .category, .sectionName, rule: "section_name", confidence: 0.85)
        } else if index == signature {
          facts = whole(index, .author, .initials, rule: "initials", confidence: 0.85)
        } else if let lastProse = place.lastProse, index > lastProse {
          facts = glued.tags(index)
        }
      }
      if reading.document.format == .html
        ? reading.entries[index].block.id == head.title.block : index == title
      {
        facts = self.title(index)
      }
      if index == place.firstProse, facts.isEmpty { facts = dateline(index) }
      if !facts.isEmpty || facts.drop != nil { found.append((index, facts)) }
    }
    return found
  }

  /// Names that may stand in lines without a label.
  private var knownAuthors: [String] {
    var known: [String] = []
    for name in authors.all.lazy.filter({ !$0.isOrganization }).flatMap(\.values)
    where !known.contains(name) && known.count < Self.maxKnownAuthors && !AuthorNames.isHandle(name)
    {
      known.append(name)
    }
    return known
  }

  /// A text has few authors; those of a whole site are not looked for in every line.
  private static let maxKnownAuthors = 8

  private func line(_ index: Int) -> FactLine? {
    let entry = reading.entries[index]
    let chrome: BlockContext = [.navigation, .hidden, .dialog, .button]
    guard entry.shape.wordCount <= options.maxWords, !entry.isVerbatim,
      entry.block.context.isDisjoint(with: chrome), entry.block.content.count <= 1024,
      mayHoldFacts(index)
    else { return nil }
    return FactLine(reading, index, head.order)
  }

  /// Whether a line is worth reading: it stands around the text's ends, starts with a label, or
  /// holds a digit. Most lines in the middle of a text do neither.
  private func mayHoldFacts(_ index: Int) -> Bool {
    guard let firstProse = place.firstProse, let lastProse = place.lastProse else { return true }
    let isInside = index >= firstProse && index <= lastProse
    // The menus of an HTML page are outside of its text as well.
    if reading.document.format == .text {
      if !isInside { return true }
    } else if place.isNearTitle(index) || place.isBelowText(index) {
      return true
    }
    let block = reading.entries[index].block
    if reading.document.withContent(of: block, DateReader.mayHoldDate) { return true }
    return reading.document.withContent(of: block, FactLabelLexicon.builtIn.mayStartWithLabel)
      && FactLabelLexicon.builtIn.startsWithLabel(
        reading.folded(index, maxUTF8Count: Self.labelUTF8Count))
  }

  /// Longer than the longest label with its marks.
  private static let labelUTF8Count = 96

  // MARK: Labelled lines

  private mutating func facts(in line: FactLine, at index: Int, _ title: Int?) -> FactLine.Facts {
    let labelled = line.labelledValues
    if !labelled.isEmpty {
      var facts = FactLine.Facts()
      facts.coverBlock = true
      for values in labelled {
        let found = self.values(values, in: line, at: index)
        facts.found += found.found
        facts.coverBlock = facts.coverBlock && found.coverBlock
      }
      // A line of which only a part is values is a sentence.
      return facts.coverBlock ? facts : FactLine.Facts()
    }
    return line.people(
      isNearText: place.isBelowTitle(index, title) || place.isBelowText(index),
      isNearTitle: place.isNearTitle(index))
  }

  private mutating func values(
    _ label: FactLine.LabelledValues, in line: FactLine, at index: Int
  ) -> FactLine.Facts {
    switch label.row.kind {
    case .category, .tag:
      let pieces = label.isLinked ? label.pieces : glued.apart(label.pieces, of: index)
      guard isListOfValues(pieces, label, at: index) else { return FactLine.Facts() }
      return FactLine.Facts(
        found: line.values(pieces, label.row, confidence: 0.95), coverBlock: true)
    case .source:
      let facts = line.source(label)
      guard facts.isEmpty, reading.document.format == .text, place.isBelowText(index) else {
        return facts
      }
      return line.namedSource(label)
    case .author, .published, .modified: return FactLine.Facts()
    }
  }

  /// Whether pieces read as values: a few words each, and no heading that starts like a label
  /// ("Tags: a history of graffiti").
  private func isListOfValues(
    _ pieces: [Range<Int>], _ label: FactLine.LabelledValues, at index: Int
  ) -> Bool {
    guard (1...40).contains(pieces.count), !reading.hasCodeMarks(label.rest, of: index) else {
      return false
    }
    let entry = reading.entries[index]
    let counts = pieces.map { reading.wordCount($0, of: index) }
    if label.isLinked { return counts.allSatisfy { $0 <= 8 } }
    guard counts.allSatisfy({ (1...5).contains($0) }), entry.shape.ending != .stop,
      entry.shape.ending != .question
    else { return false }
    if pieces.count > 1 { return true }
    let headsText =
      entry.block.kind.isHeading
      || index + 1 < reading.entries.count && reading.entries[index + 1].isProse
    return counts[0] <= (headsText ? 2 : 3)
  }

  // MARK: Lines without a label

  /// An entry that is a value as a whole.
  private func whole(
    _ index: Int, _ field: MetadataField, _ reason: LiftFacts.Reason, rule: String,
    confidence: Double
  ) -> FactLine.Facts {
    let range = reading.trimmed(0..<reading.entries[index].block.content.count, of: index)
    return FactLine.Facts(
      found: [reading.fact(field, range, of: index, reason, rule: rule, confidence: confidence)],
      coverBlock: true)
  }

  private func title(_ index: Int) -> FactLine.Facts {
    let range =
      reading.document.format == .text
      ? HeadingForm(reading, index).utf8Range
      : reading.trimmed(0..<reading.entries[index].block.content.count, of: index)
    return FactLine.Facts(
      found: [
        reading.fact(
          .title, range, of: index, .pageTitle, rule: "heading",
          confidence: reading.document.format == .text ? 0.9 : head.title.likelihood)
      ])
  }

  private func dateline(_ index: Int) -> FactLine.Facts {
    let content = reading.entries[index].block.content.count
    let range = reading.trimmed(0..<content, of: index)
    guard let place = DatelineReader.place(in: reading.value(range, of: index, maxUTF8Count: 320))
    else { return FactLine.Facts() }
    let utf8Range = range.lowerBound + place.lowerBound..<range.lowerBound + place.upperBound
    return FactLine.Facts(
      found: [
        reading.fact(
          .dateline, utf8Range, of: index, .dateline, rule: "dateline", confidence: 0.9)
      ])
  }
}

extension PageReading {
  /// A stretch of an entry's content as a fact.
  func fact(
    _ field: MetadataField, _ utf8Range: Range<Int>, of index: Int, _ reason: LiftFacts.Reason,
    rule: String, confidence: Double
  ) -> FactLine.Fact {
    FactLine.Fact(
      field: field, value: value(utf8Range, of: index), utf8Range: utf8Range, reason: reason,
      rule: rule, confidence: confidence)
  }
}
