/// The block's own text.
struct TextFeatures: FeatureGroup {
  static let names = [
    "words", "characters", "density", "links", "link_fragments", "link_absolute", "link_networks",
    "link_nothing", "link_articles", "end_share", "commas", "comma_share", "ends_sentence",
    "ends_colon", "ends_ellipsis", "starts_capital", "capital_share", "digit_share",
    "word_length", "capital_words", "currency", "date", "clock", "copyright", "separator", "at",
    "brace", "url", "question", "exclamation", "beginning", "quotes", "brackets", "slashes",
    "ends", "words_per_sentence", "token_share", "letter_share",
  ]

  private let page: PageStatistics
  init(_ page: PageStatistics) { self.page = page }

  func write(_ block: Int, to row: inout FeatureRow) {
    let text = page.texts[block]
    let link = page.links[block]
    let words = max(1, text.words)
    let characters = Float(max(1, text.characters))
    let links = Float(max(1, link.count))
    row.append(text.words)
    row.append(text.characters)
    row.append(page.densities[block])
    row.append(link.count)
    row.append(Float(link.toFragments) / links)
    row.append(Float(link.absolute) / links)
    row.append(Float(link.toNetworks) / links)
    row.append(Float(link.toNothing) / links)
    row.append(link.toArticles)
    row.append(Float(text.ends) / words)
    row.append(text.commas)
    row.append(Float(text.commas) / words)
    // endsSentence, endsWithColon, endsWithEllipsis, startsWithCapital.
    row.append(bits: UInt64(text.signs.rawValue), 4)
    row.append(Float(text.capitals) / Float(max(1, text.letters)))
    row.append(Float(text.digits) / characters)
    row.append(characters / words)
    row.append(Float(text.capitalWords) / Float(max(1, text.plainWords)))
    row.append(bits: UInt64(text.signs.rawValue >> 4), 10)
    row.append(Float(text.beginning))
    row.append(Float(text.quotes) / characters)
    row.append(text.brackets)
    row.append(text.slashes)
    row.append(text.ends)
    row.append(words / Float(max(1, text.ends)))
    row.append(text.words / max(1, page.sums.words[page.count]))
    row.append(Float(text.letters) / characters)
  }
}
