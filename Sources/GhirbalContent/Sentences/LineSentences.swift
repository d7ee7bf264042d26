extension FeatureSentence {
  /// The features of the lines of flattened text.
  static let ofLines: [FeatureSentence] =
    ofShape + ownLine + linePlaces + lineNeighbours + said + phrases + wholeText.map(\.ofPage)

  private static let ownLine: [FeatureSentence] = [
    FeatureSentence("tokens", "has {n} word{s}", none: "has no words"),
    FeatureSentence("quotes", "has {n} quotation mark{s}", none: "has no quotation marks"),
    FeatureSentence("indent", "is indented by {n} space{s}", none: "is not indented"),
    FeatureSentence("tabs", "has {n} tab{s}", none: "has no tabs"),
    FeatureSentence("wide_spaces", "has {n} wide space{s}", none: "has no wide spaces"),
    FeatureSentence("link_marks", "has {n} Markdown link{s}", none: "has no Markdown links"),
    FeatureSentence(
      "mark", "starts with a mark",
      kinds: [
        "starts with no mark of a list, heading or table", "starts with a bullet",
        "starts with a heading's mark (#)", "starts with a quotation's mark (>)",
        "starts with a bar (|)", "starts with a bracket ([)",
      ]),
    FeatureSentence(
      "is_part", "is a sentence of a longer line", none: "is a line or paragraph of its own"),
    FeatureSentence("lines", "is {n} line{s} long"),
    FeatureSentence(
      "gap_before", "{n} line end{s} come before it", none: "no line end comes before it"),
    FeatureSentence(
      "gap_after", "{n} line end{s} come after it", none: "no line end comes after it"),
  ]

  private static let linePlaces: [FeatureSentence] = [
    FeatureSentence("index", "{n} line{s} come before it", none: "is the first line"),
    FeatureSentence("index_from_end", "{n} line{s} come after it", none: "is the last line"),
    FeatureSentence("place", "{%} of the text's lines come before it", none: "is the first line"),
    FeatureSentence("words_before", "{n} word{s} come before it", none: "no words come before it"),
    FeatureSentence("words_after", "{n} word{s} come after it", none: "no words come after it"),
    FeatureSentence(
      "prose_before", "{n} word{s} of prose come before it", none: "no prose comes before it"),
    FeatureSentence(
      "prose_after", "{n} word{s} of prose come after it", none: "no prose comes after it"),
    FeatureSentence(
      "prose_before_share", "{%} of the prose comes before it", none: "no prose comes before it"),
    FeatureSentence(
      "prose_after_share", "{%} of the prose comes after it", none: "no prose comes after it"),
    FeatureSentence(
      "to_prose_before", "the last prose is {n} line{s} before it", none: "reads as prose",
      nowhere: "no prose comes before it"),
    FeatureSentence(
      "to_prose_after", "the next prose is {n} line{s} after it", none: "reads as prose",
      nowhere: "no prose comes after it"),
    FeatureSentence(
      "to_long_before", "the last long line is {n} line{s} before it", none: "is a long line",
      nowhere: "no long line comes before it"),
    FeatureSentence(
      "to_long_after", "the next long line is {n} line{s} after it", none: "is a long line",
      nowhere: "no long line comes after it"),
    FeatureSentence(
      "short_before", "ends a row of {n} short line{s}", none: "is no short line"),
    FeatureSentence(
      "short_after", "starts a row of {n} short line{s}", none: "is no short line"),
    FeatureSentence(
      "short_run", "stands in a row of {n} short line{s}", none: "stands in no row of short lines"),
    FeatureSentence(
      "body_inside", "stands where most of the prose is",
      none: "stands outside of where most of the prose is"),
    FeatureSentence(
      "body_distance", "is {n} line{s} away from where most of the prose is",
      none: "stands where most of the prose is"),
    FeatureSentence(
      "body_side", "stands below most of the prose",
      none: "stands in or above most of the prose"),
  ]

  private static let lineNeighbours: [FeatureSentence] = [
    FeatureSentence("neighbour*_tokens", "the line {*} has {n} word{s}"),
    FeatureSentence(
      "neighbour*_ends_sentence", "the line {*} ends like a sentence",
      none: "the line {*} does not end like a sentence"),
    FeatureSentence(
      "neighbour*_phrase", "a phrase of site chrome stands in the line {*}",
      none: "no phrase of site chrome stands in the line {*}"),
    FeatureSentence(
      "neighbour*_capital_words", "{%} of the words of the line {*} start with a capital"),
    FeatureSentence("neighbour*_digit_share", "{%} of the line {*} is digits"),
    FeatureSentence(
      "neighbour*_alike", "the line {*} is built alike",
      none: "the line {*} is built in another way"),
    FeatureSentence("neighbour*_gap", "{n} line end{s} come before the line {*}"),
    FeatureSentence("window*_words", "the lines near it have {n} words on average"),
    FeatureSentence(
      "window*_prose", "the lines near it have {n} words of prose on average",
      none: "no line near it reads as prose"),
    FeatureSentence(
      "window*_ends", "{%} of the lines near it end like a sentence",
      none: "no line near it ends like a sentence"),
    FeatureSentence(
      "window*_phrases", "{%} of the lines near it have a phrase of site chrome",
      none: "no line near it has a phrase of site chrome"),
    FeatureSentence("window*_digits", "{%} of the characters near it are digits"),
    FeatureSentence("window*_capitals", "{%} of the words near it start with a capital"),
    FeatureSentence(
      "window*_short", "{%} of the lines near it are short", none: "no line near it is short"),
    FeatureSentence(
      "alike_near", "{n} line{s} near it are built alike", none: "no line near it is built alike"),
    FeatureSentence(
      "prose_words_before", "the last prose before it has {n} word{s}",
      none: "no prose comes before it"),
    FeatureSentence(
      "prose_words_after", "the next prose after it has {n} word{s}",
      none: "no prose comes after it"),
  ]

  private static let said: [FeatureSentence] = [
    FeatureSentence(
      "beginning_again", "{n} other line{s} start like it", none: "no other line starts like it"),
    FeatureSentence(
      "words_elsewhere", "{%} of its words stand in other lines too",
      none: "none of its words stands in another line"),
    FeatureSentence(
      "words_in_prose", "{%} of its words stand in the prose too",
      none: "none of its words stands in the prose"),
    FeatureSentence(
      "function_words", "{%} of its words are those that bind this text's sentences",
      none: "has none of the words that bind this text's sentences"),
    FeatureSentence(
      "title_fit", "{%} of its words stand in the first long line",
      none: "says nothing of the first long line"),
  ]

  private static let phrases: [FeatureSentence] = [
    FeatureSentence(
      "phrase", "has a phrase of site chrome",
      kinds: [
        "has no phrase of site chrome", "has a weak phrase of site chrome",
        "has a phrase of site chrome", "has a sure phrase of site chrome",
      ]),
    FeatureSentence("phrase_kind", "has a phrase of site chrome", kinds: kinds("has")),
    FeatureSentence(
      "phrase_before", "the last phrase of site chrome is {n} line{s} before it",
      nowhere: "no phrase of site chrome comes before it"),
    FeatureSentence(
      "phrase_after", "the next phrase of site chrome is {n} line{s} after it",
      nowhere: "no phrase of site chrome comes after it"),
    FeatureSentence(
      "phrase_before_kind", "a phrase of site chrome comes before it",
      kinds: kinds("the last before it is")),
    FeatureSentence(
      "phrase_after_kind", "a phrase of site chrome comes after it",
      kinds: kinds("the next after it is")),
    FeatureSentence(
      "phrases_above", "{n} phrase{s} of site chrome stand above",
      none: "no phrase of site chrome stands above"),
    FeatureSentence(
      "phrases_below", "{n} phrase{s} of site chrome stand below",
      none: "no phrase of site chrome stands below"),
    FeatureSentence(
      "posts_before", "a list of other texts starts {n} line{s} above",
      none: "is of a list of other texts", nowhere: "no list of other texts stands above"),
    FeatureSentence(
      "replies_before", "a form for replies stands {n} line{s} above",
      none: "is of a form for replies", nowhere: "no form for replies stands above"),
    FeatureSentence(
      "copyright_before", "a copyright line stands {n} line{s} above",
      none: "is a copyright line", nowhere: "no copyright line stands above"),
    FeatureSentence(
      "notice_before", "a notice to readers stands {n} line{s} above",
      none: "is a notice to readers", nowhere: "no notice to readers stands above"),
    FeatureSentence(
      "text_end_above", "what ends a text stands above", none: "nothing that ends a text is above"),
  ]

  /// By the numbers of `PhraseHint.Kind`.
  private static func kinds(_ place: String) -> [String] {
    [
      "no phrase of site chrome", "a phrase of lists of other texts", "a phrase of replies",
      "a phrase of sharing", "a phrase of notices to readers", "a phrase of copyright",
      "a phrase of menus and tools", "a phrase of dates and sources",
    ].map { "\(place) \($0)" }
  }

  private static let wholeText: [FeatureSentence] = [
    FeatureSentence("body_share", "one stretch of lines has {%} of the prose"),
    FeatureSentence("page_count", "the text has {n} line{s}"),
    FeatureSentence("page_words", "the text has {n} word{s}"),
    FeatureSentence("page_prose_share", "{%} of the text's words are prose"),
    FeatureSentence("page_prose_count_share", "{%} of the text's lines are prose"),
    FeatureSentence("page_mean_words", "the text's lines have {n} words on average"),
    FeatureSentence("page_ends_share", "{%} of the text's lines end like a sentence"),
    FeatureSentence("page_short_share", "{%} of the text's lines are short"),
    FeatureSentence(
      "page_phrase_share", "{%} of the text's lines have a phrase of site chrome",
      none: "no line of the text has a phrase of site chrome"),
    FeatureSentence(
      "page_hint_share", "{%} of the text's lines have a weak phrase of site chrome",
      none: "no line of the text has a weak phrase of site chrome"),
    FeatureSentence(
      "page_phrase_word_share", "{%} of the text's words are phrases of site chrome",
      none: "no words of the text are phrases of site chrome"),
    FeatureSentence("page_capital_words", "{%} of the text's words start with a capital"),
    FeatureSentence("page_digits", "{%} of the text is digits"),
    FeatureSentence("page_ideographs", "the text has {n} ideographs a letter"),
    FeatureSentence(
      "page_again_share", "{%} of the text's lines say what another said",
      none: "no line of the text says what another said"),
    FeatureSentence("page_longest_share", "the longest line has {%} of the text's words"),
    FeatureSentence(
      "page_blank_share", "{%} of the text's lines follow a blank one",
      none: "no line of the text follows a blank one"),
    FeatureSentence(
      "page_part_share", "{%} of the text is sentences of longer lines",
      none: "the text's lines are whole paragraphs"),
    FeatureSentence(
      "page_wrapped_share", "{%} of the text's paragraphs are wrapped",
      none: "the text's paragraphs are not wrapped"),
    FeatureSentence(
      "page_link_marks", "{%} of the text's lines have a Markdown link",
      none: "no line of the text has a Markdown link"),
    FeatureSentence(
      "page_short_run_share", "{%} of the text's lines stand in rows of short ones",
      none: "no lines of the text stand in rows of short ones"),
  ]
}
