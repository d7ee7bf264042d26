/// What the words of class and id names say about the facts inside an element.
struct FactWords: OptionSet {
  let rawValue: UInt16

  static let author = FactWords(rawValue: 1 << 0)
  static let date = FactWords(rawValue: 1 << 1)
  static let published = FactWords(rawValue: 1 << 2)
  static let modified = FactWords(rawValue: 1 << 3)
  /// What stands beside names and dates and is neither: pictures, biographies, shares.
  static let other = FactWords(rawValue: 1 << 4)
  /// Regions that are no part of the text: comments, lists of other texts, navigation.
  static let region = FactWords(rawValue: 1 << 5)

  static let table = ClassNameWords<FactWords>(
    CommentWords.ofComments.map { ($0.language, .region, $0.words) } + rows)

  private static let rows: [ClassNameWords<FactWords>.Row] = [
    (
      "mul", .author,
      [
        "author", "authors", "byline", "bylines", "autor", "autoren", "autores", "auteur",
        "auteurs", "autore", "autori", "writer", "writers", "contributor", "contributors",
        "reporter", "redakteur", "verfasser", "username", "nickname", "postedby", "yazar",
        "authorname", "journalist", "columnist", "creator", "skribent", "forfatter", "auhor",
        "postauthor", "poster", "firma", "signature",
      ]
    ),
    (
      "mul", .date,
      [
        "date", "datetime", "dateline", "time", "timestamp", "datum", "fecha", "posted", "postdate",
        "datestamp", "tarih", "dato", "postedon",
      ]
    ),
    (
      "mul", .published,
      [
        "published", "publish", "pubdate", "publication", "publishdate", "veroeffentlicht",
        "publicado", "created",
      ]
    ),
    (
      "mul", .modified,
      [
        "updated", "modified", "update", "lastupdated", "lastmodified", "dtmodified", "updatedate",
        "revised",
      ]
    ),
    (
      "mul", .other,
      [
        "bio", "avatar", "image", "img", "photo", "social", "share", "description", "desc", "title",
        "job", "role", "position", "icon", "picture", "links", "follow", "archive", "biography",
        "event", "countdown", "copyright", "readtime", "reading", "label", "related",
      ]
    ),
    (
      "mul", .region,
      [
        "respond", "reply", "replies", "related",
        "recommended", "trending", "popular", "sidebar", "nav", "navbar", "menu",
        "footer", "breadcrumb", "breadcrumbs", "newsletter", "teaser", "teasers", "carousel",
        "slider", "testimonial", "testimonials", "review", "reviews", "readmore", "recent",
        "latest", "copyright", "events", "cookie",
      ]
    ),
  ]
}
