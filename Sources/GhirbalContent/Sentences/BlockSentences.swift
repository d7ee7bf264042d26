extension FeatureSentence {
  /// The features of the blocks of HTML pages.
  static let ofBlocks: [FeatureSentence] =
    ofShape + ownText + places + containers + repetition + neighbours + mainText + landmarks
    + pageSays + images + records + sections + comments + wholePage.map(\.ofPage)

  private static let ownText: [FeatureSentence] = [
    FeatureSentence("density", "{%} of its text is in links", none: "none of its text is in links"),
    FeatureSentence("links", "has {n} link{s}", none: "has no links"),
    FeatureSentence(
      "link_fragments", "{%} of its links lead to places of the page",
      none: "no link of it leads to a place of the page"),
    FeatureSentence(
      "link_absolute", "{%} of its links name a host", none: "no link of it names a host"),
    FeatureSentence(
      "link_networks", "{%} of its links lead to social networks",
      none: "no link of it leads to a social network"),
    FeatureSentence(
      "link_nothing", "{%} of its links lead to scripts, mail or nowhere",
      none: "no link of it leads to a script, mail or nowhere"),
    FeatureSentence(
      "link_articles", "has {n} link{s} to what looks like an article",
      none: "has no link to what looks like an article"),
    FeatureSentence(
      "quotes", "{%} of its characters are quotation marks", none: "has no quotation marks"),
    FeatureSentence("token_share", "has {%} of the page's words"),
  ]

  private static let places: [FeatureSentence] = [
    FeatureSentence("tag", "stands in {tag}"),
    FeatureSentence("heading_level", "is a heading of level {n}", none: "is no heading"),
    FeatureSentence("depth", "its element is {n} levels deep"),
    FeatureSentence("list_depth", "stands in {n} list{s}", none: "stands in no list"),
    FeatureSentence("preformatted", "is preformatted", none: "is not preformatted"),
    FeatureSentence(
      "position", "{%} of the page's blocks come before it", none: "is the first block"),
    FeatureSentence(
      "word_position", "{%} of the page's words come before it",
      none: "no words of the page come before it"),
    FeatureSentence(
      "good_position", "{%} of the page's prose comes before it",
      none: "no prose of the page comes before it"),
    FeatureSentence("remaining", "{n} block{s} are left from here on"),
    FeatureSentence("index", "{n} block{s} come before it", none: "is the first block"),
    FeatureSentence("in_*", "stands in {*}", none: "does not stand in {*}"),
    FeatureSentence(
      "region_*", "stands {n} level{s} below what is named as {*}",
      none: "its element is named as {*}"),
  ]

  private static let containers: [FeatureSentence] = [
    FeatureSentence("level*_blocks", "a container of it has {n} block{s}"),
    FeatureSentence("level*_words", "a container of it has {n} word{s}"),
    FeatureSentence(
      "level*_density", "{%} of a container's text is in links",
      none: "a container of it has no linked text"),
    FeatureSentence("level*_share", "a container of it has {%} of the page's words"),
    FeatureSentence(
      "level*_good_share", "a container of it has {%} of the page's prose",
      none: "a container of it has no prose"),
    FeatureSentence(
      "level*_paragraphs", "{%} of a container's words are in paragraphs",
      none: "a container of it has no paragraphs"),
    FeatureSentence("level*_mean", "the blocks around it have {n} words on average"),
    FeatureSentence(
      "level*_long", "{%} of the blocks around it are long", none: "no block around it is long"),
    FeatureSentence("level*_alike", "a container of it stands among {n} made alike"),
    FeatureSentence(
      "level*_has_title", "a container of it has the title",
      none: "a container of it lacks the title"),
    FeatureSentence("level*_elements", "a container of it has {n} elements a block"),
    FeatureSentence(
      "level*_images", "a container of it has {n} image{s} a block",
      none: "a container of it has no images"),
    FeatureSentence(
      "level*_commas", "a container of it has a comma for {%} of its words",
      none: "a container of it has no comma"),
    FeatureSentence(
      "level*_headings", "{%} of the blocks around it are headings",
      none: "no block around it is a heading"),
    FeatureSentence(
      "level*_lists", "{%} of a container's words are in lists",
      none: "a container of it has no lists"),
    FeatureSentence("level*_children", "a container of it stands among {n} elements"),
    FeatureSentence(
      "level*_article_links", "the blocks around it have {n} links to articles each",
      none: "the blocks around it have no links to articles"),
    FeatureSentence(
      "level*_all_links", "{%} of the blocks around it are links",
      none: "no block around it is a mere link"),
    FeatureSentence("level*_place", "{%} of a container's blocks come before it"),
  ]

  private static let repetition: [FeatureSentence] = [
    FeatureSentence("path_*_blocks", "{n} block{s} of the page are made like it"),
    FeatureSentence("path_*_mean", "blocks made like it have {n} words on average"),
    FeatureSentence(
      "path_*_density", "{%} of the text of blocks made like it is in links",
      none: "blocks made like it have no linked text"),
    FeatureSentence("path_*_share", "{%} of the page's words are in blocks made like it"),
    FeatureSentence(
      "triples_before", "{%} of what it says stands above already",
      none: "says nothing that stands above"),
    FeatureSentence(
      "triples_again", "{%} of what it says stands on the page again",
      none: "says nothing that the page says again"),
    FeatureSentence("triples_most", "three words of it stand on the page {n} time{s}"),
    FeatureSentence("beginning_again", "{n} block{s} start like it"),
    FeatureSentence("ending_again", "{n} block{s} end like it"),
    FeatureSentence("owner_children", "its element has {n} children"),
  ]

  private static let neighbours: [FeatureSentence] = [
    FeatureSentence("neighbour*_words", "the block {*} has {n} word{s}"),
    FeatureSentence("neighbour*_density", "{%} of the block {*} is in links"),
    FeatureSentence(
      "neighbour*_heading", "the block {*} is a heading", none: "the block {*} is no heading"),
    FeatureSentence(
      "neighbour*_ends_sentence", "the block {*} ends like a sentence",
      none: "the block {*} does not end like a sentence"),
    FeatureSentence(
      "neighbour*_same_path", "the block {*} is made alike",
      none: "the block {*} is made in another way"),
    FeatureSentence("neighbour*_tag", "the block {*} stands in {tag}"),
    FeatureSentence("window*_words", "the blocks near it have {n} word{s}"),
    FeatureSentence(
      "window*_good", "the blocks near it have {n} word{s} of prose",
      none: "the blocks near it have no prose"),
    FeatureSentence(
      "window*_linked", "the blocks near it have {n} linked word{s}",
      none: "the blocks near it have no linked words"),
    FeatureSentence(
      "last_heading", "the last heading before it is of level {n}",
      none: "no heading comes before it"),
    FeatureSentence(
      "last_heading_distance", "the last heading is {n} block{s} before it",
      nowhere: "no heading comes before it"),
    FeatureSentence("run_blocks", "stands in a row of {n} block{s} made alike"),
    FeatureSentence("run_words", "stands in a row of blocks made alike with {n} words"),
  ]

  private static let mainText: [FeatureSentence] = [
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

  private static let landmarks: [FeatureSentence] = [
    FeatureSentence(
      "passed_*", "{n} block{s} of {*} lie between the main text and it",
      none: "nothing of {*} lies between the main text and it"),
    FeatureSentence(
      "soon_*", "{n} block{s} of {*} follow soon", none: "nothing of {*} follows soon"),
    FeatureSentence(
      "just_*", "{n} block{s} of {*} came shortly before",
      none: "nothing of {*} came shortly before"),
  ]

  private static let pageSays: [FeatureSentence] = [
    FeatureSentence(
      "title_fit", "says {%} of the title", none: "says nothing of the title"),
    FeatureSentence(
      "description_fit", "{%} of its words stand in the page's description",
      none: "none of its words stands in the page's description"),
    FeatureSentence(
      "linked_body_fit", "{%} of it stands in the page's own copy of its text",
      none: "does not stand in a copy of the text for machines"),
    FeatureSentence(
      "title_distance", "comes {n} block{s} after the title", none: "comes before any title"),
    FeatureSentence("title_levels", "is {n} level{s} away from the title", none: "is at the title"),
    FeatureSentence(
      "title_level_headings", "{n} heading{s} of the title's level come between",
      none: "no heading of the title's level comes between"),
    FeatureSentence(
      "top_headings", "{n} heading{s} of level 1 come between",
      none: "no further heading of level 1 comes between"),
    FeatureSentence(
      "title_in_main", "the title comes before the main text",
      none: "no title comes before the main text"),
    FeatureSentence(
      "articles_since_title", "{n} article{s} began since the title",
      none: "no other article began since the title"),
  ]

  private static let images: [FeatureSentence] = [
    FeatureSentence(
      "images_before", "{n} image{s} come right before it", none: "no image comes right before it"),
    FeatureSentence(
      "images_after", "{n} image{s} come right after it", none: "no image comes right after it"),
    FeatureSentence("image_distance", "the last image is {n} block{s} away"),
    FeatureSentence(
      "image_words", "{n} word{s} lie between the last image and it",
      none: "an image comes right before it", nowhere: "no image comes before it"),
    FeatureSentence("imaged_levels", "an image is {n} level{s} around it", none: "has an image"),
    FeatureSentence("imaged_blocks", "shares its nearest image with {n} block{s}"),
    FeatureSentence("imaged_words", "shares its nearest image with {n} word{s}"),
    FeatureSentence("imaged_share", "what it shares an image with has {n} a block"),
  ]

  private static let records: [FeatureSentence] = [
    FeatureSentence("record_levels", "is {n} level{s} deep in one of a series"),
    FeatureSentence("record_count", "is one of a series of {n}", none: "is not one of a series"),
    FeatureSentence(
      "record_blocks", "its part of a series has {n} block{s}", none: "is not one of a series"),
    FeatureSentence(
      "record_words", "its part of a series has {n} word{s}", none: "is not one of a series"),
    FeatureSentence(
      "record_density", "{%} of its part of a series is in links",
      none: "no series of links stands around it"),
    FeatureSentence(
      "record_images", "its part of a series has {n} image{s}",
      none: "no series with images stands around it"),
    FeatureSentence(
      "record_share", "its series has {%} of the page's words", none: "is not one of a series"),
    FeatureSentence(
      "record_headings", "its part of a series has {n} heading{s}",
      none: "no series with headings stands around it"),
    FeatureSentence(
      "record_article_links", "its part of a series has {n} link{s} to articles",
      none: "no series of links to articles stands around it"),
    FeatureSentence(
      "record_linked_heading", "its part of a series has {n} linked heading{s}",
      none: "no series of linked headings stands around it"),
    FeatureSentence(
      "record_good", "{%} of its part of a series is prose",
      none: "no series of prose stands around it"),
    FeatureSentence(
      "record_has_title", "its part of a series has the title",
      none: "no series around it has the title"),
    FeatureSentence("records_position", "its series starts after {%} of the page"),
    FeatureSentence(
      "outer_count", "is in a series of {n} that holds others",
      none: "is not in a series within a series"),
    FeatureSentence(
      "outer_words", "its part of an outer series has {n} word{s}",
      none: "is not in a series within a series"),
    FeatureSentence(
      "outer_density", "{%} of its part of an outer series is in links",
      none: "is not in a series of links within a series"),
    FeatureSentence("linked_heading_levels", "a linked heading is {n} level{s} around it"),
    FeatureSentence("linked_heading_words", "{n} word{s} share its nearest linked heading"),
    FeatureSentence(
      "linked_heading_count", "{n} linked heading{s} stand around it",
      none: "no linked heading stands around it"),
    FeatureSentence("linked_heading_blocks", "{n} block{s} share its nearest linked heading"),
  ]

  private static let sections: [FeatureSentence] = [
    FeatureSentence(
      "section_level", "stands below a heading of level {n}", none: "stands below no heading"),
    FeatureSentence(
      "section_blocks", "its section has {n} block{s}", none: "stands below no heading"),
    FeatureSentence(
      "section_words", "its section has {n} word{s}", none: "stands below no heading"),
    FeatureSentence(
      "section_density", "{%} of its section is in links",
      none: "no section of links stands around it"),
    FeatureSentence(
      "section_good", "{%} of its section is prose", none: "no section of prose stands around it"),
    FeatureSentence(
      "section_mean", "the blocks of its section have {n} words on average",
      none: "stands below no heading"),
    FeatureSentence(
      "section_article_links", "the blocks of its section have {n} links to articles each",
      none: "no section of links to articles stands around it"),
    FeatureSentence(
      "section_images", "its section has {n} image{s} a block",
      none: "no section with images stands around it"),
    FeatureSentence(
      "section_place", "{%} of its section comes before it", none: "does not follow a heading"),
    FeatureSentence(
      "section_number", "stands in section {n} of the page", none: "stands below no heading"),
    FeatureSentence(
      "section_left", "{n} section{s} follow its own", none: "no section follows its own"),
    FeatureSentence(
      "section_heading_words", "the heading above has {n} word{s}",
      none: "stands below no heading"),
    FeatureSentence(
      "section_heading_density", "{%} of the heading above is a link",
      none: "no linked heading stands above"),
    FeatureSentence(
      "section_heading_same_path", "shares its parent with the heading above",
      none: "does not share its parent with a heading"),
    FeatureSentence(
      "section_share", "its section has {%} of the page's words",
      none: "stands below no heading"),
    FeatureSentence(
      "section_all_links", "{%} of the blocks of its section are links",
      none: "no section of links stands around it"),
    FeatureSentence(
      "section_long", "{%} of the blocks of its section are long",
      none: "no section of long blocks stands around it"),
  ]

  private static let comments: [FeatureSentence] = [
    FeatureSentence("comment", "stands among comments", none: "stands among no comments"),
    FeatureSentence(
      "comment_other_before", "{n} word{s} of other prose come before it",
      none: "no prose outside of comments comes before it"),
    FeatureSentence("comment_other", "the page has {n} word{s} of prose outside of comments"),
    FeatureSentence(
      "comment_words", "the page has {n} word{s} of comments", none: "the page has no comments"),
    FeatureSentence(
      "comment_share", "{%} of the page's prose is comments", none: "the page has no comments"),
    FeatureSentence(
      "comment_after", "comes after the first comment", none: "comes before any comment"),
    FeatureSentence(
      "comment_before", "{n} word{s} of comments come before it", none: "comes before any comment"),
    FeatureSentence("comment_main", "{n} word{s} of prose come before the comments"),
    FeatureSentence(
      "comment_main_inside", "is a comment below {n} word{s} of prose",
      none: "is no comment below a text"),
  ]

  private static let wholePage: [FeatureSentence] = [
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
