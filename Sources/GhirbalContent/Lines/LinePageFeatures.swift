/// What the text is as a whole, the same for all its segments: a page with all that stood around its
/// text, or a text that is clean.
struct LinePageFeatures: FeatureGroup {
  static let names = [
    "page_count", "page_words", "page_prose_share", "page_prose_count_share", "page_mean_words",
    "page_ends_share", "page_short_share", "page_phrase_share", "page_hint_share",
    "page_phrase_word_share", "page_capital_words", "page_digits", "page_ideographs",
    "page_again_share", "page_longest_share", "page_blank_share", "page_part_share",
    "page_wrapped_share", "page_link_marks", "page_short_run_share",
  ]

  let values: [Float]

  init(_ page: LineStatistics) {
    let count = Float(page.count)
    let sums = page.sums
    let words = max(1, sums.words[page.count])
    var (phraseWords, blanks, parts, wrapped, longest) = (
      Float(0), Float(0), Float(0), Float(0), Float(0)
    )
    var (ideographs, letters, links, run, inRuns) = (
      Float(0), Float(0), Float(0), Float(0), Float(0)
    )
    var wholes = CountTable(capacity: page.count, page.memory)
    var again: Float = 0
    for line in page.indices {
      let text = page.texts[line]
      if page.phrases[line].isEvidence { phraseWords += Float(text.tokens) }
      if page.gaps[line] > 1 { blanks += 1 }
      if page.isPart[line] { parts += 1 }
      if page.lineCounts[line] > 1 { wrapped += 1 }
      longest = max(longest, Float(text.tokens))
      letters += Float(text.letters)
      ideographs += max(0, text.words - Float(text.plainWords)) * 1.7
      links += Float(min(1, page.layouts[line].linkMarks))
      var whole = UInt64(text.tokens)
      for word in page.words.of(line) { whole = (whole ^ UInt64(word)) &* 0x100_0000_01B3 }
      if wholes.count(at: wholes.add(whole)) > 1 { again += 1 }
      run = text.tokens < 6 ? run + 1 : 0
      if run >= 4 { inRuns += 1 }
    }
    values = [
      count, words, sums.prose[page.count] / words, sums.proseCount[page.count] / count,
      words / count, sums.ends[page.count] / count, sums.short[page.count] / count,
      sums.phrases[page.count] / count, sums.hints[page.count] / count, phraseWords / words,
      sums.capitals[page.count] / count, sums.digits[page.count] / count,
      ideographs / max(1, letters), again / count, longest / words, blanks / count, parts / count,
      wrapped / count, links / count, inRuns / count,
    ]
  }

  func write(_ line: Int, to row: inout FeatureRow) { for value in values { row.append(value) } }
}
