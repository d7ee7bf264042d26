import GhirbalDocument

/// The elements of a page that may say something about it, found in one pass over the arena.
struct MarkedElements: DerivedFromElements {
  /// The `meta` elements that say something of the page.
  private(set) var metas: [HeadMeta] = []
  private(set) var links: [ElementID] = []
  private(set) var title: ElementID?
  private(set) var itemAuthors: [ElementID] = []
  private(set) var itemDates: [(element: ElementID, isModified: Bool)] = []
  private(set) var authorLinks: [(element: ElementID, isRel: Bool)] = []
  private(set) var times: [ElementID] = []
  /// The language that the page declares, with its region: `en-US`.
  private(set) var declaredLanguage: String?

  /// A forum's page has hundreds; those of the page itself stand among the first.
  private static let maxMarks = 64

  /// A page has a hundred at most; what they say is compared pair by pair.
  private static let maxMetas = 1024

  init(_ elements: ElementArena) {
    for index in 0..<elements.count {
      let element = ElementID(index)
      switch elements.tags[index] {
      case .meta:
        if metas.count < Self.maxMetas, let meta = HeadMeta(element, elements) {
          metas.append(meta)
        }
        markItem(element, elements)
      case .link: links.append(element)
      case .script: break
      case .title: if title == nil { title = element }
      case .html: declaredLanguage = elements.attribute(.lang, of: element)
      case .time:
        if times.count < Self.maxMarks { times.append(element) }
        markItem(element, elements)
      case .a: markLink(element, elements)
      default: markItem(element, elements)
      }
    }
  }

  private mutating func markItem(_ element: ElementID, _ elements: ElementArena) {
    for place in elements.attributes(of: element) {
      switch elements.attributeNames[place] {
      case .itemprop: markItem(element, elements.utf8, elements.attributeValue(at: place))
      case .property where elements.tag(of: element) != .meta:
        // RDFa gives the same words behind a prefix: `schema:datePublished`.
        let value = elements.attributeValue(at: place)
        let colon = elements.utf8[value].lastIndex(of: 0x3A)
        markItem(
          element, elements.utf8, (colon.map { $0 + 1 } ?? value.lowerBound)..<value.upperBound)
      case .rel:
        if authorLinks.count < Self.maxMarks,
          elements.utf8[elements.attributeValue(at: place)].hasWord("author")
        {
          authorLinks.append((element, true))
        }
      default: break
      }
    }
  }

  private mutating func markItem(_ element: ElementID, _ utf8: [UInt8], _ range: Range<Int>) {
    guard itemAuthors.count + itemDates.count < Self.maxMarks else { return }
    let value = utf8[range]
    if value.hasWord("author") || value.hasWord("creator") {
      itemAuthors.append(element)
    } else if value.hasWord("datepublished") || value.hasWord("datecreated") {
      itemDates.append((element, false))
    } else if value.hasWord("datemodified") {
      itemDates.append((element, true))
    }
  }

  private mutating func markLink(_ element: ElementID, _ elements: ElementArena) {
    var isRel = false
    var leadsToAuthor = false
    for place in elements.attributes(of: element) {
      switch elements.attributeNames[place] {
      case .itemprop: markItem(element, elements.utf8, elements.attributeValue(at: place))
      case .rel: isRel = elements.utf8[elements.attributeValue(at: place)].hasWord("author")
      case .href:
        leadsToAuthor = elements.utf8[elements.attributeValue(at: place)].leadsToAuthor
      default: break
      }
    }
    if isRel || leadsToAuthor, authorLinks.count < Self.maxMarks {
      authorLinks.append((element, isRel))
    }
  }
}

extension ArraySlice<UInt8> {
  /// Whether a word stands in a list parted by white space, in capitals or not.
  fileprivate func hasWord(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard self.count >= count else { return false }
    var start = startIndex
    while start + count <= endIndex {
      if start == startIndex || self[start - 1] <= 0x20,
        start + count == endIndex || self[start + count] <= 0x20,
        isWord(word, at: start)
      {
        return true
      }
      start += 1
    }
    return false
  }

  private func isWord(_ word: StaticString, at start: Int) -> Bool {
    for offset in 0..<word.utf8CodeUnitCount
    where self[start + offset] | 0x20 != word.utf8Start[offset] { return false }
    return true
  }

  /// Whether an address has a folder that sites keep their authors in, with a name behind it.
  fileprivate var leadsToAuthor: Bool {
    var start = startIndex
    while let slash = self[start...].firstIndex(of: 0x2F) {
      start = slash + 1
      guard start < endIndex else { return false }
      switch self[start] | 0x20 {
      case 0x61, 0x62, 0x63, 0x6A, 0x6D, 0x70, 0x72, 0x73, 0x74, 0x75, 0x77: break
      default: continue
      }
      for folder in Self.authorFolders {
        let end = start + folder.utf8CodeUnitCount
        if end + 1 < endIndex, self[end] == 0x2F || self[end] == 0x3D, isWord(folder, at: start) {
          return true
        }
      }
    }
    return false
  }

  private static let authorFolders: [StaticString] = [
    "author", "authors", "autor", "autoren", "autores", "auteur", "auteurs", "autore", "autori",
    "byline", "contributor", "contributors", "columnist", "columnists", "journalist",
    "journalists", "people", "person", "profile", "profiles", "reporter", "reporters", "staff",
    "team", "writer", "writers", "user", "users", "member", "members", "u",
  ]
}
