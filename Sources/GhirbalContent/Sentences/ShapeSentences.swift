extension FeatureSentence {
  /// What is counted and measured in the text of a block and of a line alike.
  static let ofShape: [FeatureSentence] = [
    FeatureSentence("words", "has {n} word{s}", none: "has no words"),
    FeatureSentence("characters", "has {n} character{s}"),
    FeatureSentence(
      "end_share", "has a sentence end for {%} of its words", none: "has no sentence end"),
    FeatureSentence("ends", "has {n} sentence end{s}", none: "has no sentence end"),
    FeatureSentence("commas", "has {n} comma{s}", none: "has no comma"),
    FeatureSentence("comma_share", "has a comma for {%} of its words", none: "has no comma"),
    FeatureSentence(
      "ends_sentence", "ends like a sentence", none: "does not end like a sentence"),
    FeatureSentence("ends_colon", "ends with a colon", none: "does not end with a colon"),
    FeatureSentence(
      "ends_ellipsis", "ends with an ellipsis", none: "does not end with an ellipsis"),
    FeatureSentence(
      "starts_capital", "starts with a capital", none: "does not start with a capital"),
    FeatureSentence("capital_share", "{%} of its letters are capitals", none: "has no capitals"),
    FeatureSentence(
      "capital_words", "{%} of its words start with a capital",
      none: "none of its words starts with a capital"),
    FeatureSentence("digit_share", "{%} of its characters are digits", none: "has no digits"),
    FeatureSentence("letter_share", "{%} of its characters are letters", none: "has no letters"),
    FeatureSentence("word_length", "its words have {n} characters on average"),
    FeatureSentence("currency", "names a currency", none: "names no currency"),
    FeatureSentence("date", "has a date", none: "has no date"),
    FeatureSentence("clock", "has a time of day", none: "has no time of day"),
    FeatureSentence("copyright", "has a copyright sign", none: "has no copyright sign"),
    FeatureSentence(
      "separator", "has a separator such as | or »", none: "has no separator such as | or »"),
    FeatureSentence("at", "has an @", none: "has no @"),
    FeatureSentence("brace", "has braces, as code does", none: "has no braces, as code would"),
    FeatureSentence("url", "has a web address", none: "has no web address"),
    FeatureSentence("question", "has a question mark", none: "has no question mark"),
    FeatureSentence("exclamation", "has an exclamation mark", none: "has no exclamation mark"),
    FeatureSentence(
      "beginning", "starts in another way",
      kinds: [
        "starts with a letter", "starts with a digit", "starts with a quotation mark",
        "starts with a bullet or an arrow", "starts with no letter or digit",
      ]),
    FeatureSentence("brackets", "has {n} bracket{s}", none: "has no brackets"),
    FeatureSentence("slashes", "has {n} of the signs / and |", none: "has no / or |"),
    FeatureSentence("words_per_sentence", "its sentences have {n} words on average"),
    FeatureSentence(
      "same_text", "the page says the same {n} more time{s}",
      none: "the page says it only once"),
    FeatureSentence(
      "same_text_before", "the page has said the same before", none: "is not said before"),
  ]
}
