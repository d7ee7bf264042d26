import GhirbalDocument
import GhirbalText

/// Finds the lines around a text that no label names: its title, its section, its day, and the letters
/// somebody signs with.
struct FrameLines {
  private let reading: PageReading
  private let place: TextPlace
  private let sections: SectionNames

  init(_ reading: PageReading, _ place: TextPlace, _ sections: SectionNames) {
    self.reading = reading
    self.place = place
    self.sections = sections
  }

  /// The block that is the text's title: the heading that `PageTitle` finds, or the first line
  /// above the first paragraph that reads as one.
  func title(_ heading: BlockID?, _ factLines: [FactLine?], _ metaLines: MetaLines) -> Int? {
    if reading.document.format == .html {
      return heading.flatMap { heading in
        reading.entries.firstIndex { $0.block.id == heading }
      }
    }
    guard let choice = LineTitle(reading) else { return nil }
    let chrome = ChromeReader()
    func isChrome(_ index: Int) -> Bool { chrome.hit(index, in: reading) != nil }
    func isFact(_ index: Int) -> Bool {
      guard let line = factLines[index] else { return reading.entries[index].isVerbatim }
      return metaLines.isWhole(index) || !line.labelledValues.isEmpty || line.bareDate != nil
        || line.isByline || isSection(index, line)
    }
    let lines = choice.head.filter { index in
      choice.readsAsTitle(index) && factLines[index] != nil && !reading.entries[index].isVerbatim
        && !isFact(index) && !isChrome(index)
    }
    guard let title = choice.title(among: lines, isChrome: isChrome, isFact: isFact) else {
      return nil
    }
    // A few words right above a longer line are a kicker ("Towns and ports").
    if title == lines.first, lines.count > 1, lines[1] == title + 1,
      reading.entries[title].shape.wordCount <= 3, reading.entries[title + 1].shape.wordCount >= 5
    {
      return title + 1
    }
    return title
  }

  private func isSection(_ index: Int, _ line: FactLine) -> Bool {
    reading.entries[index].shape.wordCount <= 4 && reading.entries[index].shape.ending == .none
      && sections.coverAll(line.words)
  }

  /// The name of a section right above the title: of flattened text the first line, of an HTML page no
  /// menu, whose names are links.
  func section(_ lines: [FactLine?], title: Int?) -> Int? {
    guard let title, title > 0, let line = lines[title - 1], isSection(title - 1, line),
      reading.document.format == .html ? isAlone(title - 1) : title == 1,
      reading.entries[title].shape.wordCount >= 4, let firstProse = place.firstProse
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
    return title - 1
  }

  private func isAlone(_ index: Int) -> Bool {
    let block = reading.entries[index].block
    return !block.kind.isHeading && block.links.count <= 1
  }

  /// Date lines that may be the text's own: at most two, around the title, and no diary.
  func bareDates(_ lines: [FactLine?]) -> Set<Int> {
    guard let firstProse = place.firstProse else { return [] }
    let dates = lines.indices.filter { lines[$0]?.bareDate != nil }
    let overProse = dates.filter {
      $0 + 1 < reading.entries.count && reading.entries[$0 + 1].isProse
    }
    guard overProse.count <= 1 else { return [] }
    if reading.document.format == .text, let stamp = feedStamp(dates, lines) { return [stamp] }
    let near = dates.filter { $0 < firstProse && place.isNearTitle($0) }
    let hasTitle = place.head.contains {
      !dates.contains($0) && reading.entries[$0].shape.isTitleLike
    }
    return hasTitle && near.count <= 2 ? Set(near) : []
  }

  /// The day that a feed gives a text, in a line of its own: below its title and what the feed says of the
  /// text, or behind the text. No other line may be a date.
  private func feedStamp(_ dates: [Int], _ lines: [FactLine?]) -> Int? {
    guard dates.count == 1, let index = dates.first, lines[index]?.isStamp == true else {
      return nil
    }
    let paragraphs = reading.document.derived(Paragraphs.self).ranges
    let block = reading.entries[index].block.id.index
    let place = paragraphs.firstIndex { $0.contains(block) } ?? 0
    return place <= Self.feedSpan || place == paragraphs.count - 1 ? index : nil
  }

  /// How many paragraphs of a feed stand above the day at most; some say the whole text twice.
  private static let feedSpan = 12

  /// The letters somebody signs with, alone right below the last paragraph.
  ///
  /// - Parameter isWord: whether the page has such a word elsewhere.
  func signature(_ lines: [FactLine?], isWord: (_ word: String, _ line: Int) -> Bool) -> Int? {
    guard let lastProse = place.lastProse, lastProse + 1 < reading.entries.count,
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
    return isWord(line.words[0], index) ? nil : index
  }

  /// What texts end with, and is nobody's name.
  private static let endings: Set<String> = [
    "end", "ends", "fin", "ende", "تمام", "ختم", "شد", "پایان", "انتها", "تمت", "تم", "نهایت",
    "конец",
    "faq", "rss", "pdf", "نظر", "چاپ", "خبر", "منبع", "رد", "بعد", "قبل", "ورود", "عکس", "فیلم",
    "سوف",
    "صور", "بحث", "top", "ads", "سلام", "منو", "خانه", "بالا", "aa", "next",
  ]
}
