/// What the `meta` elements of a head say, by their names.
///
/// Names are compared without case and marks, since sites write `publish_date`, `publish-date` and
/// `publishDate` for the same.
enum MetaKey {
  case title, siteName, publisher, published, modified, author, description, image, tag, section
  case license, address, kind
  /// The name and the value of a card's line: "Written by", "Jane Doe".
  case cardLabel, cardValue

  init?(_ name: String) {
    var bare: [UInt8] = []
    for byte in name.utf8 {
      switch byte {
      case 0x41...0x5A: bare.append(byte | 0x20)
      case 0x61...0x7A, 0x30...0x39: bare.append(byte)
      default: break
      }
    }
    guard let key = Self.byName[String(decoding: bare, as: UTF8.self)] else { return nil }
    self = key
  }

  private static let rows: [(key: MetaKey, names: [String])] = [
    // Open Graph, Twitter cards, Dublin Core, Highwire Press (citation_), Parse.ly, Sailthru.
    (
      .title,
      ["ogtitle", "twittertitle", "dctitle", "dctermstitle", "citationtitle", "parselytitle"]
    ),
    (.siteName, ["ogsitename", "citationjournaltitle", "alsitename"]),
    (.kind, ["ogtype"]),
    (.address, ["ogurl", "parselylink"]),
    (
      .published,
      [
        "articlepublishedtime", "articlepublished", "published", "ogpublishedtime",
        "ogarticlepublishedtime",
        "datepublished", "publishdate", "publisheddate", "publicationdate", "publishedat",
        "publishedtime", "publishedon", "pubdate", "date", "datecreated", "created", "dcdate",
        "dcdateissued", "dcdatecreated", "dctermsdate", "dctermsissued", "dctermscreated",
        "dcissued", "dccreated", "citationpublicationdate", "citationdate", "citationonlinedate",
        "parselypubdate", "sailthrudate", "originalpublicationdate", "articlecreated",
        "articledateoriginal", "btpubdate", "cxenseparserecspublishtime", "rnewsdatepublished",
        "shareaholicarticlepublishedtime", "ptime", "releasedate", "itempropdatepublished",
        "displaydate", "firstpublished", "articlepublicationdate", "postdate", "newspublishdate",
        "dateissued", "issued", "eprintsdate", "bepresscitationdate", "videoreleasedate",
      ]
    ),
    (
      .modified,
      [
        "articlemodifiedtime", "articlemodified", "datemodified", "ogupdatedtime", "lastmodified",
        "dcdatemodified", "dctermsmodified", "dcmodified", "lastmod", "modified", "revised",
        "updatedtime", "dateupdated", "articleupdated", "lastupdated",
        "shareaholicarticlemodifiedtime",
      ]
    ),
    (
      .author,
      [
        "author", "authors", "articleauthor", "articleauthorname", "ogauthor", "ogarticleauthor",
        "dccreator", "dctermscreator", "parselyauthor", "sailthruauthor", "citationauthor", "byl",
        "byline", "authorname", "creator", "rnewsauthor", "cxenseparseauthor",
        "shareaholicarticleauthorname", "dcauthor", "pageauthor", "postauthor", "writer",
        "bepresscitationauthor", "eprintscreatorsname",
      ]
    ),
    (
      .publisher,
      [
        "publisher", "dcpublisher", "dctermspublisher", "citationpublisher", "articlepublisher",
        "ogarticlepublisher", "copyrightholder",
      ]
    ),
    (
      .description,
      ["description", "ogdescription", "twitterdescription", "dcdescription", "dctermsdescription"]
    ),
    (
      .image,
      ["ogimage", "ogimageurl", "ogimagesecureurl", "twitterimage", "twitterimagesrc", "thumbnail"]
    ),
    (.tag, ["articletag", "parselytags", "newskeywords"]),
    (.section, ["articlesection", "parselysection"]),
    (.license, ["dcrights", "dctermslicense", "dcrightslicense", "copyrightlicense", "cclicense"]),
    (.cardLabel, ["twitterlabel1"]),
    (.cardValue, ["twitterdata1"]),
  ]

  private static let byName: [String: MetaKey] = rows.reduce(into: [:]) { byName, row in
    for name in row.names { byName[name] = row.key }
  }
}
