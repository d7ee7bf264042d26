import GhirbalDocument
import GhirbalText

/// What the head of an HTML page says.
struct HeadFacts {
  private let document: Document
  private let linked: LinkedData
  /// The heading that is the title as readers see it; nil where the head must say it.
  let titleHeading: BlockID?

  init(_ document: Document) {
    self.document = document
    linked = LinkedData(document.elements)
    titleHeading =
      document.format == .html
      ? PageTitle(document, linked: linked).heading(
        among: document.liveBlocks.filter(PageTitle.isCandidate), in: document) : nil
  }

  /// Who the head says wrote the text.
  var authors: [String] {
    let elements = document.elements
    let named = elements.elements(.meta).filter {
      let key = elements.attribute(.name, of: $0) ?? elements.attribute(.property, of: $0)
      return key.map { Self.authorKeys.contains($0.lowercased()) } ?? false
    }.compactMap { elements.attribute(.content, of: $0) }
    let names = (linked.articles.flatMap(\.authors) + named).map(Self.collapsed).filter {
      !$0.isEmpty && $0.utf8.count <= 120 && !$0.contains("://")
    }
    return Array(names.prefix(Self.maxAuthors))
  }

  /// More are a list of everybody who ever wrote for the site.
  private static let maxAuthors = 8
  private static let authorKeys: Set<String> = [
    "article:author", "author", "dc.creator", "parsely-author", "article:author:name",
  ]

  var edits: [Edit<LiftFacts.Reason>] {
    guard document.format == .html else { return [] }
    var edits: [Edit<LiftFacts.Reason>] = []
    func lift(_ field: MetadataField, _ value: String, _ element: ElementID, _ rule: String) {
      guard !value.isEmpty else { return }
      edits.append(
        .liftFromHead(
          field, value, element, field == .title ? .pageTitle : .headMetadata, rule: rule))
    }
    let elements = document.elements
    var siteName: String?
    var socialTitle: (String, ElementID)?
    for meta in elements.elements(.meta) {
      let content = Self.collapsed(elements.attribute(.content, of: meta) ?? "")
      let key =
        (elements.attribute(.property, of: meta) ?? elements.attribute(.name, of: meta)
        ?? elements.attribute(.itemprop, of: meta) ?? "").lowercased()
      switch key {
      case "og:title", "twitter:title":
        if socialTitle == nil, !content.isEmpty { socialTitle = (content, meta) }
      case "og:site_name":
        if siteName == nil { siteName = content }
        lift(.siteName, content, meta, "meta.\(key)")
      case "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
        "publishdate", "pubdate", "article:published":
        if let date = Self.day(content) { lift(.published, date, meta, "meta.\(key)") }
      case "article:modified_time", "datemodified", "og:updated_time", "article:modified":
        if let date = Self.day(content) { lift(.modified, date, meta, "meta.\(key)") }
      case "article:author", "author", "dc.creator", "parsely-author", "article:author:name":
        if !content.contains("://"), content.utf8.count <= 120 {
          lift(.author, content, meta, "meta.\(key)")
        }
      case "article:tag": lift(.tag, content, meta, "meta.\(key)")
      case "article:section": lift(.category, content, meta, "meta.\(key)")
      default: break
      }
    }
    for link in elements.elements(.link) {
      let href = Self.collapsed(elements.attribute(.href, of: link) ?? "")
      switch elements.attribute(.rel, of: link)?.lowercased() {
      case "canonical": lift(.canonicalURL, href, link, "link.canonical")
      case "license": lift(.license, href, link, "link.license")
      default: break
      }
    }
    for article in linked.articles {
      for author in article.authors where author.utf8.count <= 120 {
        lift(.author, Self.collapsed(author), article.element, "json_ld.author")
      }
      if let date = article.published.flatMap(Self.day) {
        lift(.published, date, article.element, "json_ld.datePublished")
      }
      if let date = article.modified.flatMap(Self.day) {
        lift(.modified, date, article.element, "json_ld.dateModified")
      }
      for section in article.sections where section.utf8.count <= 120 {
        lift(.category, Self.collapsed(section), article.element, "json_ld.articleSection")
      }
    }
    let site = SiteName(document, siteName ?? linked.publisher)
    if titleHeading == nil {
      if let (title, element) = socialTitle {
        lift(.title, title, element, "meta.og:title")
      } else if let element = elements.elements(.title).first(where: { _ in true }) {
        let text = Self.collapsed(elements.text(of: element) ?? "")
        lift(.title, site.title(without: text), element, "title")
      }
    }
    return edits
  }

  private static func collapsed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The day of a timestamp; times and zones are left out, since sites give them wrongly.
  private static func day(_ text: String) -> String? {
    let utf8 = Array(text.utf8)
    return DateReader(foldForMatching(utf8.span), .dayFirst).dates.first?.date.iso8601
  }
}

/// The name of the site, as it stands in a page's `title` beside the text's title.
private struct SiteName {
  private let names: Set<String>

  /// - Parameter name: what the head says that the site is called.
  init(_ document: Document, _ name: String?) {
    var names: Set<String> = []
    if let name { names.insert(name.foldedForMatching) }
    // Headings, the page's header and links: where a site writes its own name.
    for block in document.blocks.prefix(Self.maxBlocks)
    where block.content.count <= Self.maxUTF8Count
      && (block.kind.isHeading || block.context.contains(.pageHeader) || block.linkDensity >= 0.9)
    {
      names.insert(document.string(of: block).foldedForMatching)
    }
    self.names = names
  }

  private static let maxBlocks = 40
  private static let maxUTF8Count = 80

  /// A title without the site's name behind or before it.
  func title(without title: String) -> String {
    let parts = TitleParts(title).parts
    guard parts.count >= 2, let first = parts.first, let last = parts.last else { return title }
    for seam in TitleParts.seams {
      if title.hasSuffix(seam + last), names.contains(last.foldedForMatching) {
        return String(title.dropLast(seam.count + last.count))
      }
      if title.hasPrefix(first + seam), names.contains(first.foldedForMatching) {
        return String(title.dropFirst(seam.count + first.count))
      }
    }
    return title
  }
}
