import GhirbalDocument

/// What the words in class and id attributes say about the facts inside an element.
struct ClassWords: OptionSet {
  let rawValue: UInt8

  static let author = ClassWords(rawValue: 1 << 0)
  static let date = ClassWords(rawValue: 1 << 1)
  static let published = ClassWords(rawValue: 1 << 2)
  static let modified = ClassWords(rawValue: 1 << 3)
  /// What stands beside names and dates and is neither: pictures, biographies, shares.
  static let other = ClassWords(rawValue: 1 << 4)
  /// Regions that are no part of the text: comments, lists of other texts, navigation.
  static let region = ClassWords(rawValue: 1 << 5)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Reads class and id of an element; nothing is allocated where no word is known.
  init(_ element: ElementID, _ elements: ElementArena) {
    var words: ClassWords = []
    for place in elements.attributes(of: element) {
      let name = elements.attributeNames[place]
      guard name == .class || name == .id || name == .dataTestID else { continue }
      words.formUnion(Self.words(in: elements.utf8, elements.attributeValue(at: place)))
    }
    self = words
  }

  private static func words(in utf8: [UInt8], _ range: Range<Int>) -> ClassWords {
    var words: ClassWords = []
    var start = range.lowerBound
    var last: UInt8 = 0
    for position in range {
      let byte = utf8[position]
      let isUpper = byte >= 0x41 && byte <= 0x5A
      let isLower = byte >= 0x61 && byte <= 0x7A
      if !isUpper && !isLower || isUpper && last >= 0x61 {
        words.formUnion(word(utf8, start..<position))
        start = isUpper ? position : position + 1
      }
      last = byte
    }
    words.formUnion(word(utf8, start..<range.upperBound))
    return words
  }

  private static func word(_ utf8: [UInt8], _ range: Range<Int>) -> ClassWords {
    guard (3...12).contains(range.count) else { return [] }
    var key: UInt128 = 0
    for position in range { key = key << 8 | UInt128(utf8[position] | 0x20) }
    return byWord[key] ?? []
  }

  private static let rows: [(words: ClassWords, names: [StaticString])] = [
    (
      .author,
      [
        "author", "authors", "byline", "bylines", "autor", "autoren", "autores", "auteur",
        "auteurs", "autore", "autori", "writer", "writers", "contributor", "contributors",
        "reporter", "redakteur", "verfasser", "username", "nickname", "postedby", "yazar",
        "authorname", "journalist", "columnist", "creator", "skribent", "forfatter", "auhor",
        "postauthor", "poster", "firma", "signature",
      ]
    ),
    (
      .date,
      [
        "date", "datetime", "dateline", "time", "timestamp", "datum", "fecha", "posted", "postdate",
        "datestamp", "tarih", "dato", "postedon",
      ]
    ),
    (
      .published,
      [
        "published", "publish", "pubdate", "publication", "publishdate", "veroeffentlicht",
        "publicado", "created",
      ]
    ),
    (
      .modified,
      [
        "updated", "modified", "update", "lastupdated", "lastmodified", "dtmodified", "updatedate",
        "revised",
      ]
    ),
    (
      .other,
      [
        "bio", "avatar", "image", "img", "photo", "social", "share", "description", "desc", "title",
        "job", "role", "position", "icon", "picture", "links", "follow", "archive", "biography",
        "event", "countdown", "copyright", "readtime", "reading", "label", "related",
      ]
    ),
    (
      .region,
      [
        "comments", "comment", "commentlist", "disqus", "respond", "reply", "replies", "related",
        "recommended", "trending", "popular", "sidebar", "nav", "navbar", "menu",
        "footer", "breadcrumb", "breadcrumbs", "newsletter", "teaser", "teasers", "carousel",
        "slider", "testimonial", "testimonials", "review", "reviews", "readmore", "recent",
        "latest", "copyright", "events", "cookie", "kommentare", "commentaires", "comentarios",
      ]
    ),
  ]

  private static let byWord: [UInt128: ClassWords] = rows.reduce(into: [:]) { byWord, row in
    for name in row.names {
      let key = name.withUTF8Buffer { $0.reduce(UInt128(0)) { $0 << 8 | UInt128($1) } }
      byWord[key, default: []].formUnion(row.words)
    }
  }
}
