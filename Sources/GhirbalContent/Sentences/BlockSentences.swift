extension FeatureSentence {
  /// The features of the blocks of HTML pages.
  static let ofBlocks: [FeatureSentence] =
    ofShape + ownText + places + containers + repetition + neighbours + mainText + landmarks
    + pageSays + images + records + runs + sections + comments + wholePage.map(\.ofPage)

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
      "linked_text_fit",
      "{%} of it stands in ingredients, steps, posts or answers told to machines",
      none: "does not stand in parts told to machines"),
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

  private static let runs: [FeatureSentence] = [
    FeatureSentence(
      "run_*_members", "its {*} run has {n} members", none: "no {*} run stands around it"),
    FeatureSentence("run_*_words", "its {*} run has {n} word{s}"),
    FeatureSentence("run_*_share", "its {*} run has {%} of the page's words"),
    FeatureSentence(
      "run_*_good_share", "its {*} run has {%} of the page's prose",
      none: "its {*} run has no prose"),
    FeatureSentence("run_*_mean", "the members of its {*} run have {n} words on average"),
    FeatureSentence("run_*_variation", "the members of its {*} run differ in length by {%}"),
    FeatureSentence(
      "run_*_density", "{%} of its {*} run is in links", none: "its {*} run has no links"),
    FeatureSentence(
      "run_*_headings", "{%} of its {*} run's members have a heading",
      none: "no member of its {*} run has a heading"),
    FeatureSentence(
      "run_*_linked_headings", "{%} of its {*} run's members have a linked heading",
      none: "no member of its {*} run has a linked heading"),
    FeatureSentence(
      "run_*_article_links", "{%} of its {*} run's members link to articles",
      none: "no member of its {*} run links to articles"),
    FeatureSentence(
      "run_*_images", "{%} of its {*} run's members have an image",
      none: "no member of its {*} run has an image"),
    FeatureSentence(
      "run_*_dates", "{%} of its {*} run's members have a date",
      none: "no member of its {*} run has a date"),
    FeatureSentence(
      "run_*_currency", "{%} of its {*} run's members have a price",
      none: "no member of its {*} run has a price"),
    FeatureSentence(
      "run_*_sentences", "{%} of its {*} run's members have a sentence",
      none: "no member of its {*} run has a sentence"),
    FeatureSentence("run_*_digits", "its {*} run has {n} digits a word"),
    FeatureSentence(
      "run_*_numbered", "{%} of its {*} run's members begin with a digit",
      none: "no member of its {*} run begins with a digit"),
    FeatureSentence(
      "run_*_colons", "{%} of its {*} run's members begin with a label",
      none: "no member of its {*} run begins with a label"),
    FeatureSentence("run_*_alike", "the members of its {*} run have {n} blocks on average"),
    FeatureSentence("run_*_position", "its {*} run starts after {%} of the page"),
    FeatureSentence("run_*_end", "its {*} run ends after {%} of the page"),
    FeatureSentence(
      "run_*_title", "its {*} run stands elsewhere",
      kinds: [
        "the page has no title that its {*} run could follow", "its {*} run follows the title",
        "its {*} run holds the title", "its {*} run comes before the title",
      ]),
    FeatureSentence("run_*_rank", "its {*} run has {%} of the words of the page's largest"),
    FeatureSentence("run_*_good_rank", "its {*} run has {%} of the prose of the page's largest"),
    FeatureSentence("run_*_heading_near", "a heading is {n} block{s} before its {*} run"),
    FeatureSentence("run_*_topic", "{%} of its {*} run fits the title"),
    FeatureSentence("run_*_levels", "is {n} level{s} deep in its {*} run"),
    FeatureSentence("run_*_place", "stands after {%} of its {*} run"),
    FeatureSentence("run_*_relative", "its part of its {*} run is {%} as long as the others"),
    FeatureSentence("run_*_length", "its part of its {*} run has {n} word{s}"),
    FeatureSentence("run_*_single", "is all of its part of its {*} run"),
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
}
