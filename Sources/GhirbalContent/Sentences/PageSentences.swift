extension FeatureSentence {
  /// What holds for a page, and for all its blocks alike.
  static let wholePage: [FeatureSentence] = [
    FeatureSentence("container_share", "the main text's container has {%} of the prose"),
    FeatureSentence("container_depth", "the main text's container is {n} levels deep"),
    FeatureSentence("container_words", "the main text's container has {n} words"),
    FeatureSentence("container_word_share", "the main text's container has {%} of all words"),
    FeatureSentence("container_start", "the main text's container starts after {%} of the page"),
    FeatureSentence("container_end", "the main text's container ends after {%} of the page"),
    FeatureSentence("container_images", "the main text's container has {n} image{s}"),
    FeatureSentence("container_headings", "the main text's container has {n} heading{s}"),
    FeatureSentence("page_blocks", "the page has {n} block{s}"),
    FeatureSentence("page_words", "the page has {n} word{s}"),
    FeatureSentence("page_density", "{%} of the page is in links"),
    FeatureSentence("page_good", "the page has {n} word{s} of prose"),
    FeatureSentence("page_good_share", "{%} of the page is prose"),
    FeatureSentence("page_headings", "{%} of the page's blocks are headings"),
    FeatureSentence(
      "page_first_headings", "the page has {n} heading{s} of level 1",
      none: "the page has no heading of level 1"),
    FeatureSentence("page_paragraphs", "{%} of the page's words are in paragraphs"),
    FeatureSentence("page_lists", "{%} of the page's words are in lists"),
    FeatureSentence("page_images", "the page has {n} image{s}", none: "the page has no images"),
    FeatureSentence("page_elements", "the page has {n} elements"),
    FeatureSentence(
      "page_articles", "the page has {n} article element{s}",
      none: "the page has no article element"),
    FeatureSentence(
      "page_times", "the page has {n} time element{s}", none: "the page has no time element"),
    FeatureSentence("page_currency", "{%} of the page's blocks name a currency"),
    FeatureSentence("page_dates", "{%} of the page's blocks have a date"),
    FeatureSentence("page_questions", "{%} of the page's blocks have a question mark"),
    FeatureSentence("page_long", "the page has {n} long block{s}"),
    FeatureSentence("page_mean", "the page's blocks have {n} words on average"),
    FeatureSentence("page_same", "{%} of the page's blocks say the same as others"),
    FeatureSentence("page_most_alike", "{n} block{s} of the page are made alike"),
    FeatureSentence("page_path_share", "{%} of the page's prose is made alike"),
    FeatureSentence("page_second_share", "{%} of the page's prose is made in a second way"),
    FeatureSentence("page_path_entropy", "{%} of the page's prose is made in the same ways"),
    FeatureSentence("page_main_blocks", "the main text has {n} block{s}"),
    FeatureSentence("page_main_share", "the main text has {%} of the page's prose"),
    FeatureSentence("page_top_path", "{%} of the main text's container is set alike"),
    FeatureSentence("page_article_links", "the page's blocks have {n} links to articles each"),
    FeatureSentence("page_linked_headings", "the page has {n} linked heading{s}"),
    FeatureSentence("page_all_links", "{%} of the page's blocks are links"),
    FeatureSentence(
      "page_open_graph", "the page says what kind it is of (Open Graph)",
      none: "the page does not say what kind it is of (Open Graph)"),
    FeatureSentence(
      "page_article_properties", "the page says that it is an article",
      none: "the page does not say that it is an article"),
    FeatureSentence("page_amp", "the page has an AMP version", none: "the page has no AMP version"),
    FeatureSentence(
      "page_path_parts", "the page's address has {n} part{s}", none: "the page says no address"),
    FeatureSentence("page_path_hyphens", "the page's address has {n} hyphen{s} at its end"),
    FeatureSentence("page_path_digits", "the page's address has {n} digit{s}"),
    FeatureSentence("page_path_length", "the page's address is {n} characters long"),
    FeatureSentence(
      "page_linked_body", "the page has a copy of its text for machines",
      none: "the page has no copy of its text for machines"),
    FeatureSentence(
      "page_linked_text", "the page tells machines parts of its text",
      none: "the page tells machines no parts of its text"),
    FeatureSentence(
      "page_description", "the page's description has {n} word{s}",
      none: "the page has no description"),
    FeatureSentence(
      "page_in_*", "{%} of the page's words stand in {*}",
      none: "no words of the page stand in {*}"),
    FeatureSentence(
      "page_region_*", "{%} of the page's blocks are named as {*}",
      none: "nothing of the page is named as {*}"),
    FeatureSentence(
      "body_*", "the page as a whole is named as {*}",
      none: "the page as a whole is not named as {*}"),
    FeatureSentence(
      "linked_*", "the page says that it is of type {*}",
      none: "the page does not say that it is of type {*}"),
  ]
}
