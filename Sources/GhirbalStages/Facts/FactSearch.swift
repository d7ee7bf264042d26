import GhirbalDocument
import GhirbalText

/// Looks for facts in a page's blocks, from the top to the bottom.
struct FactSearch {
  private typealias Reason = LiftFacts.Reason

  private let reading: PageReading
  private let options: LiftFacts.Options
  private let sections: SectionNames
  private let splitGluedWord: (@Sendable (String) -> [String]?)?
  private let titleHeading: BlockID?
  private let head: HeadFacts
  /// Who the head and the markup say wrote the text.
  private let authors: [HeadFacts.Authors]
  private let order: DateReader.Order
  private let firstProse: Int?
  private let lastProse: Int?
  /// What is known of the page's words, and what makes lifted values clean.
  private let values: CleanValues
  /// Made when the first value must be taken apart: most pages never need it.
  private var vocabulary: PageVocabulary?

  /// How far above the first paragraph a title and what stands around it are looked for.
  private static let headSpan = 8
  private static let maxDatedLines = 3
  /// In flattened text, whose markup cannot tell, more lines of facts of one kind may be what the text
  /// is about: minutes, a chronicle, a catalogue. They stay.
  private static let maxLikeLines = 3

  init(
    _ reading: PageReading, _ options: LiftFacts.Options, _ sections: SectionNames,
    _ splitGluedWord: (@Sendable (String) -> [String]?)?, _ values: CleanValues, head: HeadFacts
  ) {
    self.head = head
    authors = head.authorCandidates
    titleHeading = head.titleHeading
    self.reading = reading
    self.values = values
    self.options = options
    self.sections = sections
    self.splitGluedWord = splitGluedWord
    order = head.order
    firstProse = reading.firstProse
    lastProse = reading.lastProse
  }

  /// The edits, ordered by block, behind those for the head; their values are clean.
  mutating func edits() -> [Edit<LiftFacts.Reason>] {
    let lines = factsOfLines()
    let choice = FactChoice(head, authors, lines.flatMap(\.facts.found))
    var counts: [Reason: Int] = [:]
    for (_, facts) in lines {
      if let drop = facts.whyCovered { counts[drop.reason, default: 0] += 1 }
    }
    var edits = head.edits + choice.edits.filter { $0.block == nil }
    var chosen = choice.edits.filter { $0.block != nil }
      .sorted { ($0.block?.index ?? 0) < ($1.block?.index ?? 0) }[...]
    for (index, facts) in lines {
      let block = reading.entries[index].block
      // Edits stand in the order of their blocks.
      while let next = chosen.first?.block, next <= block.id {
        edits.append(chosen.removeFirst())
      }
      for fact in facts.found where !choice.replaces(fact.field) {
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
    return values.cleaned(edits)
  }

  /// What the lines of the page hold, by their place in the reading.
  private mutating func factsOfLines() -> [(index: Int, facts: FactLine.Facts)] {
    var lines = reading.entries.indices.map(line)
    let metaLines = MetaLines(lines, reading, authors: Self.known(authors))
    // A page with many dated lines is a list of texts or a forum: the dates are not its own.
    let dated = lines.indices.filter { lines[$0]?.hasLabelledDate ?? false }
    if dated.count > Self.maxDatedLines { for index in dated { lines[index] = nil } }
    let bareDates = self.bareDates(lines)
    let title = self.title(lines, metaLines)
    let section = sectionLine(lines, title: title)
    let signature = signatureLine(lines)
    var found: [(index: Int, facts: FactLine.Facts)] = []
    for index in reading.entries.indices {
      var facts = lines[index].map { self.facts(in: $0, at: index, title) } ?? FactLine.Facts()
      if facts.isEmpty, bareDates.contains(index), let dates = lines[index]?.bareDate {
        facts = dates
      }
      if facts.isEmpty, isBelowTitle(index, title), let line = lines[index],
        let pieces = TouchingPieces(line, order)?.facts
      {
        facts = pieces
      }
      if facts.isEmpty, facts.drop == nil,
        let meta = metaLines.facts(
          at: index, title: title, isNearTitle: isBelowTitle(index, title))
      {
        facts = meta
      }
      if facts.isEmpty, facts.drop == nil, index == section {
        facts = whole(index, .category, .sectionName, rule: "section_name", confidence: 0.85)
      }
      if facts.isEmpty, facts.drop == nil, index == signature {
        facts = whole(index, .author, .initials, rule: "initials", confidence: 0.85)
      }
      if facts.isEmpty, facts.drop == nil, let lastProse, index > lastProse {
        facts = gluedTags(index)
      }
      if index == title, !head.isTitleInHead {
        facts = whole(index, .title, .pageTitle, rule: "heading", confidence: 0.9)
        facts.coverBlock = false
      }
      if index == firstProse, facts.isEmpty { facts = dateline(index) }
      if !facts.isEmpty || facts.drop != nil { found.append((index, facts)) }
    }
    return found
  }

  /// Names that may stand in lines without a label.
  private static func known(_ authors: [HeadFacts.Authors]) -> [String] {
    var known: [String] = []
    for name in authors.lazy.filter({ !$0.isWeak }).flatMap(\.names)
    where !known.contains(name) && known.count < maxKnownAuthors {
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
    return FactLine(reading, index, order)
  }

  /// Whether a line is worth reading: it stands around the text's ends, starts with a label, or
  /// holds a digit. Most lines in the middle of a text do neither.
  private func mayHoldFacts(_ index: Int) -> Bool {
    guard let firstProse, let lastProse else { return true }
    let isInside = index >= firstProse && index <= lastProse
    // The menus of an HTML page are outside of its text as well.
    if reading.document.format == .text {
      if !isInside { return true }
    } else if isNearTitle(index) || index > lastProse && index <= lastProse + 4 {
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

  /// Day before month everywhere but in English, where nobody can tell.
  static func order(of reading: PageReading) -> DateReader.Order {
    switch reading.document.language {
    case .persian, .pashto: return .persian
    case .english: return .unknown
    case .some: return .dayFirst
    case nil: break
    }
    // Nobody identified the language: letters that only Persian and its neighbours have, or no
    // letter beyond ASCII at all.
    var isASCII = true
    for entry in reading.entries.prefix(40) {
      let content = reading.document.utf8[entry.block.content]
      var last: UInt8 = 0
      for byte in content {
        if byte >= 0x80, !(0xE2...0xE2).contains(last) { isASCII = isASCII && byte == 0xE2 }
        // پ, چ, ژ, گ
        if last == 0xD9 && byte == 0xBE || last == 0xDA && (byte == 0x86 || byte == 0xAF)
          || last == 0xDA && byte == 0x98
        {
          return .persian
        }
        last = byte
      }
    }
    return isASCII ? .unknown : .dayFirst
  }

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
    let isNearTitle = self.isNearTitle(index)
    let isBelowTitle = self.isBelowTitle(index, title)
    let isBelowText = lastProse.map { index > $0 && index <= $0 + 4 } ?? false
    return line.people(isNearText: isBelowTitle || isBelowText, isNearTitle: isNearTitle)
  }

  private func isNearTitle(_ index: Int) -> Bool {
    guard let first = firstProse else { return false }
    // A standfirst may be a sentence, so that what stands right below it still belongs to the head.
    return index < first + 2 && index + Self.headSpan >= first
  }

  private func isBelowTitle(_ index: Int, _ title: Int?) -> Bool {
    isNearTitle(index) && (title.map { index > $0 } ?? false)
  }

  private mutating func values(
    _ label: FactLine.LabelledValues, in line: FactLine, at index: Int
  ) -> FactLine.Facts {
    switch label.row.kind {
    case .category, .tag:
      let isTag = label.row.kind == .tag
      let pieces = label.isLinked ? label.pieces : apart(label.pieces, of: index)
      guard isListOfValues(pieces, label, at: index) else { return FactLine.Facts() }
      return FactLine.Facts(
        found: pieces.map {
          FactLine.Fact(
            field: isTag ? .tag : .category, value: reading.value($0, of: index), utf8Range: $0,
            reason: isTag ? .tagLabel : .categoryLabel, rule: label.row.name, confidence: 0.95)
        }, coverBlock: true)
    case .source: return line.source(label)
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

  // MARK: Values that ran together

  private mutating func vocabulary(without text: FoldedText) -> PageVocabulary {
    let whole = vocabulary ?? PageVocabulary(reading, sections)
    vocabulary = whole
    return whole.without(text)
  }

  /// The pieces, each taken apart where words of it were glued.
  ///
  /// The page's own words are asked first, then the lexicon of the block's language.
  private mutating func apart(_ pieces: [Range<Int>], of index: Int) -> [Range<Int>] {
    var opinion = splitGluedWord
    if opinion == nil, let language = values.language(of: reading.entries[index].block) {
      let page = values.pageWords
      opinion = { LexiconOpinion.parts(of: $0, language, page) }
    }
    let glue = GluedWords(
      vocabulary: vocabulary(without: reading.folded(index)), splitGluedWord: opinion)
    return pieces.flatMap { piece in
      var parts: [Range<Int>] = []
      var start = piece.lowerBound
      for word in reading.words(of: index, in: piece) {
        for seam in glue.seams(in: reading.value(word, of: index)) {
          parts.append(start..<word.lowerBound + seam)
          start = word.lowerBound + seam
        }
      }
      return parts + [start..<piece.upperBound]
    }
  }

  /// Tags without a label that ran together in a line below the text.
  ///
  /// One glued word proves little (a compound is one too), so the words around the seam must stand
  /// side by side elsewhere on the page, and most words of the line must stand there too.
  private mutating func gluedTags(_ index: Int) -> FactLine.Facts {
    let entry = reading.entries[index]
    // The reader of HTML parts what stands in elements of its own.
    guard reading.document.format == .text, (2...12).contains(entry.shape.wordCount),
      entry.shape.ending == .none, !entry.isVerbatim, index + 3 >= reading.entries.count
    else { return FactLine.Facts() }
    let content = 0..<entry.block.content.count
    let words = reading.words(of: index, in: content)
    let text = reading.folded(index)
    let vocabulary = self.vocabulary(without: text)
    let glue = GluedWords(vocabulary: vocabulary, splitGluedWord: nil)
    let known = words.count { vocabulary.knows(reading.value($0, of: index).foldedForMatching) }
    var parts: [Range<Int>] = []
    var start = reading.trimmed(content, of: index).lowerBound
    var hasPair = false
    for (place, word) in words.enumerated() {
      for seam in glue.seams(in: reading.value(word, of: index)) {
        let end = word.lowerBound + seam
        let left = reading.value(word.lowerBound..<end, of: index).foldedForMatching
        let right = reading.value(end..<word.upperBound, of: index).foldedForMatching
        let before = place > 0 ? reading.value(words[place - 1], of: index).foldedForMatching : ""
        let after =
          place + 1 < words.count
          ? reading.value(words[place + 1], of: index).foldedForMatching : ""
        hasPair =
          hasPair || vocabulary.knowsPair(right, after) || vocabulary.knowsPair(before, left)
        parts.append(start..<end)
        start = end
      }
    }
    guard !parts.isEmpty, hasPair, (known + parts.count) * 2 >= words.count else {
      return FactLine.Facts()
    }
    parts.append(start..<reading.trimmed(content, of: index).upperBound)
    return FactLine.Facts(
      found: parts.map {
        FactLine.Fact(
          field: .tag, value: reading.value($0, of: index), utf8Range: $0, reason: .gluedTags,
          rule: "glued_tags", confidence: 0.85)
      }, coverBlock: true)
  }

  // MARK: Lines without a label

  private func whole(
    _ index: Int, _ field: MetadataField, _ reason: LiftFacts.Reason, rule: String,
    confidence: Double
  ) -> FactLine.Facts {
    let block = reading.entries[index].block
    let range = reading.trimmed(0..<block.content.count, of: index)
    return FactLine.Facts(
      found: [
        FactLine.Fact(
          field: field, value: reading.value(range, of: index), utf8Range: range, reason: reason,
          rule: rule, confidence: confidence)
      ], coverBlock: true)
  }

  /// The block that is the text's title: the heading that `PageTitle` finds, or the first line
  /// above the first paragraph that reads as one.
  private func title(_ factLines: [FactLine?], _ metaLines: MetaLines) -> Int? {
    if reading.document.format == .html {
      return titleHeading.flatMap { heading in
        reading.entries.firstIndex { $0.block.id == heading }
      }
    }
    guard let firstProse else { return nil }
    let chrome = ChromeReader()
    let lines = (max(0, firstProse - Self.headSpan)..<firstProse).filter { index in
      let shape = reading.entries[index].shape
      guard shape.wordCount >= 2, shape.isTitleLike, shape.ending != .ellipsis,
        !reading.entries[index].isVerbatim, let line = factLines[index], !metaLines.isWhole(index)
      else { return false }
      return line.labelledValues.isEmpty && line.bareDate == nil && !line.isByline
        && !isSection(index, line) && chrome.hit(index, in: reading) == nil
    }
    guard let first = lines.first else { return nil }
    // A few words right above a longer line are a kicker ("Towns and ports").
    if lines.count > 1, lines[1] == first + 1, reading.entries[first].shape.wordCount <= 3,
      reading.entries[first + 1].shape.wordCount >= 5
    {
      return first + 1
    }
    return first
  }

  private func isSection(_ index: Int, _ line: FactLine) -> Bool {
    reading.entries[index].shape.wordCount <= 4 && reading.entries[index].shape.ending == .none
      && sections.coverAll(line.words)
  }

  /// The name of a section that is the first line, with the title right below.
  private mutating func sectionLine(_ lines: [FactLine?], title: Int?) -> Int? {
    guard reading.document.format == .text, let title, title == 1, let line = lines[0],
      isSection(0, line), reading.entries[1].shape.wordCount >= 4, let firstProse
    else { return nil }
    // "Economics" above a text about economics is its title.
    if line.words.count == 1 {
      for index in firstProse..<min(firstProse + 2, reading.entries.count)
      where reading.folded(index).words.contains(where: {
        reading.folded(index).string($0) == line.words[0]
      }) {
        return nil
      }
    }
    return 0
  }

  /// Date lines that may be the text's own: at most two, around the title, and no diary.
  private func bareDates(_ lines: [FactLine?]) -> Set<Int> {
    guard let firstProse else { return [] }
    let dates = lines.indices.filter { lines[$0]?.bareDate != nil }
    let overProse = dates.filter {
      $0 + 1 < reading.entries.count && reading.entries[$0 + 1].isProse
    }
    guard overProse.count <= 1 else { return [] }
    let near = dates.filter { $0 < firstProse && $0 + Self.headSpan >= firstProse }
    let hasTitle = (max(0, firstProse - Self.headSpan)..<firstProse).contains {
      !dates.contains($0) && reading.entries[$0].shape.isTitleLike
    }
    return hasTitle && near.count <= 2 ? Set(near) : []
  }

  /// The letters somebody signs with, alone right below the last paragraph.
  private mutating func signatureLine(_ lines: [FactLine?]) -> Int? {
    guard let lastProse, lastProse + 1 < reading.entries.count,
      reading.entries.count(where: \.isProse) >= 3, let line = lines[lastProse + 1],
      line.words.count == 1
    else { return nil }
    let index = lastProse + 1
    let value = reading.value(
      reading.trimmed(0..<reading.entries[index].block.content.count, of: index), of: index)
    let letters = Array(value.unicodeScalars)
    guard (2...4).contains(letters.count),
      letters.allSatisfy({ $0.properties.isAlphabetic && !$0.properties.isIdeographic }),
      // Small letters are a word; capitals, and letters without case, may be a name's.
      letters.allSatisfy({ !$0.properties.isLowercase }), !Self.endings.contains(line.words[0])
    else { return nil }
    return vocabulary(without: reading.folded(index)).contains(line.words[0]) ? nil : index
  }

  /// What texts end with, and is nobody's name.
  private static let endings: Set<String> = [
    "end", "ends", "fin", "ende", "تمام", "ختم", "شد", "پایان", "انتها", "تمت", "تم", "نهایت",
    "конец",
    "faq", "rss", "pdf", "نظر", "چاپ", "خبر", "منبع", "رد", "بعد", "قبل", "ورود", "عکس", "فیلم",
    "سوف",
    "صور", "بحث", "top", "ads", "سلام", "منو", "خانه", "بالا", "aa", "next",
  ]

  private func dateline(_ index: Int) -> FactLine.Facts {
    let content = reading.entries[index].block.content.count
    let range = reading.trimmed(0..<content, of: index)
    guard let place = DatelineReader.place(in: reading.value(range, of: index, maxUTF8Count: 320))
    else { return FactLine.Facts() }
    let utf8Range = range.lowerBound + place.lowerBound..<range.lowerBound + place.upperBound
    return FactLine.Facts(
      found: [
        FactLine.Fact(
          field: .dateline, value: reading.value(utf8Range, of: index), utf8Range: utf8Range,
          reason: .dateline, rule: "dateline", confidence: 0.9)
      ], coverBlock: false)
  }
}

extension PageReading {
  /// A copy of a stretch of an entry's content, or of its beginning.
  func value(_ utf8Range: Range<Int>, of index: Int, maxUTF8Count: Int = .max) -> String {
    var end = min(utf8Range.upperBound, utf8Range.lowerBound + min(maxUTF8Count, utf8Range.count))
    let start = entries[index].block.content.lowerBound
    while end < utf8Range.upperBound, document.utf8[start + end] & 0xC0 == 0x80 { end -= 1 }
    return document.string(in: entries[index].block, utf8Range.lowerBound..<end)
  }

  /// `utf8Range` of an entry's content without the white space at its ends.
  func trimmed(_ utf8Range: Range<Int>, of index: Int) -> Range<Int> {
    let start = entries[index].block.content.lowerBound
    var range = utf8Range
    while let width = blank(at: start + range.lowerBound, before: start + range.upperBound) {
      range = range.lowerBound + width..<range.upperBound
    }
    while !range.isEmpty {
      let end = start + range.upperBound
      if document.utf8[end - 1] <= 0x20 {
        range = range.lowerBound..<range.upperBound - 1
      } else if range.count >= 2, document.utf8[end - 2] == 0xC2, document.utf8[end - 1] == 0xA0 {
        range = range.lowerBound..<range.upperBound - 2
      } else {
        break
      }
    }
    return range
  }

  /// How wide the white space at an offset of the document is; nil for anything else.
  private func blank(at offset: Int, before end: Int) -> Int? {
    guard offset < end else { return nil }
    if document.utf8[offset] <= 0x20 { return 1 }
    let isNoBreakSpace =
      offset + 1 < end && document.utf8[offset] == 0xC2 && document.utf8[offset + 1] == 0xA0
    return isNoBreakSpace ? 2 : nil
  }

  /// The words between white space in a stretch of an entry's content.
  func words(of index: Int, in utf8Range: Range<Int>) -> [Range<Int>] {
    let start = entries[index].block.content.lowerBound
    var words: [Range<Int>] = []
    var position = utf8Range.lowerBound
    while position < utf8Range.upperBound {
      if let width = blank(at: start + position, before: start + utf8Range.upperBound) {
        position += width
        continue
      }
      var end = position
      while end < utf8Range.upperBound,
        blank(at: start + end, before: start + utf8Range.upperBound) == nil
      {
        end += 1
      }
      words.append(position..<end)
      position = end
    }
    return words
  }

  /// Whether a stretch holds marks of code or data: braces, equals signs.
  func hasCodeMarks(_ utf8Range: Range<Int>, of index: Int) -> Bool {
    let start = entries[index].block.content.lowerBound
    return document.utf8[start + utf8Range.lowerBound..<start + utf8Range.upperBound].contains {
      $0 == 0x7B || $0 == 0x7D || $0 == 0x3D
    }
  }

  func wordCount(_ utf8Range: Range<Int>, of index: Int) -> Int {
    words(of: index, in: utf8Range).count
  }
}
