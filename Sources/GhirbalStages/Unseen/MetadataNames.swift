import GhirbalDocument

/// The names by which hidden elements hold facts about a page for machines, not text for readers.
///
/// What may be a text that a tab or a fold shows later is not among them: `text`, `description`,
/// `articleBody`, `reviewBody`, `acceptedAnswer`.
enum MetadataNames {
  /// Properties of schema.org in `itemprop` and `property`, in small letters.
  private static let properties = [
    "name", "headline", "alternativeheadline", "alternatename", "author", "creator", "publisher",
    "editor", "url", "sameas", "image", "logo", "thumbnailurl", "contenturl", "embedurl",
    "datepublished", "datemodified", "datecreated", "uploaddate", "dateline", "mainentityofpage",
    "keywords", "articlesection", "inlanguage", "wordcount", "copyrightholder", "copyrightyear",
    "sku", "mpn", "gtin", "gtin8", "gtin12", "gtin13", "gtin14", "productid", "brand", "price",
    "pricecurrency", "pricevaliduntil", "availability", "itemcondition", "pricerange",
    "ratingvalue", "bestrating", "worstrating", "reviewcount", "ratingcount", "aggregaterating",
    "reviewrating", "commentcount", "interactioncount", "interactionstatistic",
    "userinteractioncount", "width", "height", "duration", "position", "item", "itemreviewed",
    "identifier", "telephone", "email", "latitude", "longitude", "geo", "offers",
  ]

  /// Classes of microformats (h-entry, hAtom, hCard), in small letters.
  private static let classes = [
    "p-name", "p-summary", "p-author", "p-category", "p-location", "p-publication", "u-url",
    "u-uid",
    "u-photo", "u-author", "u-syndication", "u-featured", "dt-published", "dt-updated", "h-card",
    "vcard", "hcard", "fn", "entry-title", "published", "updated", "rich-snippet-hidden",
  ]

  private static let propertyHashes = Set(properties.map { hash($0.utf8.map(\.self)) })
  private static let classHashes = Set(classes.map { hash($0.utf8.map(\.self)) })

  /// Whether an element's attributes have such a name.
  static func name(_ element: ElementID, _ elements: ElementArena) -> Bool {
    elements.attributes(of: element).contains { place in
      switch elements.attributeNames[place] {
      case .itemprop, .property:
        hasWord(of: propertyHashes, elements.utf8[elements.attributeValue(at: place)])
      case .class: hasWord(of: classHashes, elements.utf8[elements.attributeValue(at: place)])
      default: false
      }
    }
  }

  private static func hasWord(of hashes: Set<UInt64>, _ value: ArraySlice<UInt8>) -> Bool {
    var start = value.startIndex
    while start < value.endIndex {
      var end = start
      while end < value.endIndex, value[end] > 0x20 { end += 1 }
      if end > start, hashes.contains(hash(value[start..<end])) { return true }
      start = end + 1
    }
    return false
  }

  /// FNV-1a, of small letters.
  private static func hash(_ name: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name { hash = (hash ^ UInt64(byte | 0x20)) &* 0x100_0000_01B3 }
    return hash
  }
}
