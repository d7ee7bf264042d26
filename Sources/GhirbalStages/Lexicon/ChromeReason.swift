/// What a piece of a site's chrome is: what phrases of the lexicon tell, and why `DropSiteChrome`
/// drops a block.
public enum ChromeReason: String, CaseIterable, Sendable {
  /// The heading of a list of a site's other texts: "Recent Posts".
  case recentPosts = "recent_posts"
  /// A link, or the heading of links, to texts on the same subject: "Read also: …".
  case relatedLinks = "related_links"
  /// The label of a link to where the text came from: "Source link".
  case sourceLink = "source_link"
  /// Who took or drew a picture, with the picture gone: "Photo: …".
  case imageCredit = "image_credit"
  /// Who published the text, when and where: "Posted by … on …", "About the author".
  case byline
  /// A form for replies, and its fields and notices.
  case replyForm = "reply_form"
  /// How many replies there are.
  case commentCount = "comment_count"
  /// Buttons that send the text to a network.
  case shareBar = "share_bar"
  /// An invitation to a site's own channels.
  case followBar = "follow_bar"
  case cookieNotice = "cookie_notice"
  case newsletter
  /// What is to be paid, or who is to be, before the rest of a text may be read.
  case paywall
  /// An invitation to read on in an app.
  case appBanner = "app_banner"
  /// How others may publish the text, with a copy of it.
  case republish
  /// What the reader is asked to think of the page.
  case feedback
  /// A notice of rights, or of who made the site.
  case copyright
  /// A date told from today: "9 months ago".
  case relativeDate = "relative_date"
  case readingTime = "reading_time"
  /// Printing, type size, listening, bookmarks.
  case pageTool = "page_tool"
  case shortLink = "short_link"
  case newsCode = "news_code"
  /// A mark that the text ends here: «انتهای پیام».
  case endMark = "end_mark"
  case advertisement
  /// What the software of forums and blogs sets around posts: "Joined: …", "Reply with quote".
  case forumLine = "forum_line"
  /// A way to another page or place: "Back to top", "Next".
  case navigation
  /// Logging in, registering, a shop's basket.
  case account
  /// A label whose values are gone: "Tags:".
  case emptyLabel = "empty_label"
  /// A message in the place of something that did not load.
  case placeholder
  case viewCount = "view_count"
  /// A title, date or link in the list that a heading opened.
  case listUnderHeading = "list_under_heading"
  /// The cut-off beginning of another text in such a list.
  case teaser
  /// A few words between two pieces of chrome below the text.
  case tailFragment = "tail_fragment"
  /// A phrase of the options.
  case configuredPhrase = "configured_phrase"
}
