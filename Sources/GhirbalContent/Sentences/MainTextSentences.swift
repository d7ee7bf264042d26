extension FeatureSentence {
  /// Where a block stands to the main text, and to the part of it that it stands in.
  static let mainText: [FeatureSentence] = [
    FeatureSentence(
      "container_levels", "is {n} level{s} away from the main text's container",
      none: "stands inside the main text's container"),
    FeatureSentence(
      "container_inside", "stands inside the main text's container",
      none: "stands outside the main text's container"),
    FeatureSentence(
      "container_side", "stands elsewhere",
      kinds: [
        "stands before the main text's container", "stands within the main text's container",
        "stands after the main text's container",
      ]),
    FeatureSentence(
      "module_kind", "stands in another part",
      kinds: [
        "stands outside the main text's container", "stands in a part of the main text's container",
        "stands right in the main text's container",
      ]),
    FeatureSentence("module_blocks", "its part of the main text has {n} block{s}"),
    FeatureSentence("module_words", "its part of the main text has {n} word{s}"),
    FeatureSentence(
      "module_density", "{%} of its part of the main text is in links",
      none: "its part of the main text has no linked words"),
    FeatureSentence("module_good_share", "its part has {%} of the main text's prose"),
    FeatureSentence("module_share", "its part has {%} of the main text's words"),
    FeatureSentence(
      "module_images", "its part of the main text has {n} image{s}",
      none: "its part of the main text has no images"),
    FeatureSentence("module_alike", "its part stands among {n} made alike"),
    FeatureSentence("module_tag", "its part of the main text is {tag}"),
    FeatureSentence("module_depth", "is {n} level{s} deep in its part of the main text"),
    FeatureSentence("module_article_links", "the blocks of its part have {n} links to articles"),
    FeatureSentence(
      "module_linked_headings", "its part has {n} linked heading{s}",
      none: "its part has no linked headings"),
    FeatureSentence(
      "module_headings", "{%} of the blocks of its part are headings",
      none: "its part has no headings"),
    FeatureSentence(
      "module_all_links", "{%} of the blocks of its part are links",
      none: "no block of its part is a mere link"),
    FeatureSentence("module_children", "the main text's container has {n} parts"),
    FeatureSentence("module_paragraphs", "{%} of the words of its part are in paragraphs"),
    FeatureSentence("relative_words", "blocks set like it have {%} of the main text's words"),
    FeatureSentence("relative_good", "blocks set like it have {%} of the main text's prose"),
    FeatureSentence("relative_blocks", "{n} block{s} of the main text are set like it"),
    FeatureSentence("relative_rank", "what is set like it is {%} of the main text's largest part"),
    FeatureSentence(
      "main_position", "{%} of the main text comes before it",
      none: "all of the main text comes after it"),
    FeatureSentence(
      "main_before", "comes {n} block{s} before the main text",
      none: "does not come before the main text"),
    FeatureSentence(
      "main_after", "comes {n} block{s} after the main text",
      none: "does not come after the main text"),
    FeatureSentence(
      "main_words_after", "{n} word{s} lie between the main text and it",
      none: "no words lie between the main text and it"),
    FeatureSentence(
      "main_words_before", "{n} word{s} lie between it and the main text",
      none: "no words lie between it and the main text"),
    FeatureSentence(
      "main_last", "the main text is {n} block{s} before it",
      nowhere: "no main text comes before it"),
    FeatureSentence(
      "main_next", "the main text is {n} block{s} after it",
      none: "is part of the main text", nowhere: "no main text comes after it"),
    FeatureSentence(
      "topic", "{%} of its long words stand in the main text",
      none: "none of its long words stands in the main text"),
    FeatureSentence(
      "topic_title", "{%} of its long words stand in the title",
      none: "none of its long words stands in the title"),
    FeatureSentence(
      "inside_*", "is named as {*} within the main text",
      none: "is not named as {*} within the main text"),
  ]

  /// What lies between a block and the main text.
  static let landmarks: [FeatureSentence] = [
    FeatureSentence(
      "passed_*", "{n} block{s} of {*} lie between the main text and it",
      none: "nothing of {*} lies between the main text and it"),
    FeatureSentence(
      "soon_*", "{n} block{s} of {*} follow soon", none: "nothing of {*} follows soon"),
    FeatureSentence(
      "just_*", "{n} block{s} of {*} came shortly before",
      none: "nothing of {*} came shortly before"),
  ]
}
