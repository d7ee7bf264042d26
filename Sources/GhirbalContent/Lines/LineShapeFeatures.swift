/// The segment's own text.
struct LineShapeFeatures: FeatureGroup {
  static let names = [
    "tokens", "words", "characters", "word_length", "ends", "end_share", "commas", "comma_share",
    "ends_sentence", "ends_colon", "ends_ellipsis", "starts_capital", "currency", "date", "clock",
    "copyright", "separator", "at", "brace", "url", "question", "exclamation", "capital_share",
    "capital_words", "digit_share", "letter_share", "quotes", "brackets", "slashes",
    "words_per_sentence", "beginning", "indent", "tabs", "wide_spaces", "link_marks", "mark",
    "is_part", "lines", "gap_before", "gap_after",
  ]

  private let page: LineStatistics
  init(_ page: LineStatistics) { self.page = page }

  func write(_ line: Int, to row: inout FeatureRow) {
    let text = page.texts[line]
    let layout = page.layouts[line]
    let words = max(1, text.words)
    let characters = Float(max(1, text.characters))
    row.append(text.tokens)
    row.append(text.words)
    row.append(text.characters)
    row.append(characters / words)
    row.append(text.ends)
    row.append(Float(text.ends) / words)
    row.append(text.commas)
    row.append(Float(text.commas) / words)
    // All of `TextSigns`, in their order.
    row.append(bits: UInt64(text.signs.rawValue), 14)
    row.append(Float(text.capitals) / Float(max(1, text.letters)))
    row.append(text.capitalWordShare)
    row.append(text.digitShare)
    row.append(Float(text.letters) / characters)
    row.append(text.quotes)
    row.append(text.brackets)
    row.append(text.slashes)
    row.append(words / Float(max(1, text.ends)))
    row.append(Float(text.beginning))
    row.append(min(layout.indent, 40))
    row.append(layout.tabs)
    row.append(layout.wideSpaces)
    row.append(layout.linkMarks)
    row.append(Float(layout.mark.rawValue))
    row.append(page.isPart[line])
    row.append(page.lineCounts[line])
    row.append(page.gaps[line])
    row.append(line + 1 < page.count ? page.gaps[line + 1] : 3)
  }
}
