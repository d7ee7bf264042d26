import GhirbalDocument
import GhirbalText

/// What the head of an HTML page and the markup of its body say.
struct HeadFacts {
  let document: Document
  let marked: MarkedElements
  let linked: LinkedData
  let metas: [Meta]
  let body: MarkupFacts
  /// The heading at the top of the text; nil where no heading is that.
  let titleHeading: BlockID?
  /// Whether the head says the title better than the page's heading.
  let isTitleInHead: Bool
  /// In what order numbers of a date stand.
  let order: DateReader.Order

  struct Meta {
    let key: MetaKey
    let name: String
    let content: String
    let element: ElementID
  }

  init(_ document: Document, _ order: DateReader.Order) {
    self.document = document
    marked = document.derived(MarkedElements.self)
    linked = document.derived(LinkedData.self)
    metas = Self.metas(marked.metas, document.elements)
    let title = document.derived(PageTitle.self)
    titleHeading = title.heading
    isTitleInHead = title.isInHead
    self.order = order == .unknown ? .ofEnglish(marked.declaredLanguage) : order
    body = MarkupFacts(document, title: titleHeading, order: self.order)
    item = Self.item(linked, document, titleHeading, metas)
  }

  private static func metas(_ marked: [ElementID], _ elements: ElementArena) -> [Meta] {
    marked.compactMap { meta in
      guard
        let name = elements.attribute(.property, of: meta)
          ?? elements.attribute(.name, of: meta) ?? elements.attribute(.itemprop, of: meta),
        let key = MetaKey(name), let content = elements.attribute(.content, of: meta),
        !content.isEmpty
      else { return nil }
      return Meta(
        key: key, name: name.lowercased(), content: HeadText.collapsed(content), element: meta)
    }
  }

  // MARK: What kind of page

  /// The object of the JSON-LD that is the page's text; nil where there is none, or many.
  let item: LinkedData.Item?

  private static func item(
    _ linked: LinkedData, _ document: Document, _ title: BlockID?, _ metas: [Meta]
  ) -> LinkedData.Item? {
    let items = linked.items.filter { $0.kind != .page }
    guard items.count > 1 else { return items.first }
    var titles = Set(metas.filter { $0.key == .title }.map(\.content.foldedForMatching))
    if let title { titles.insert(document.string(of: document[title]).foldedForMatching) }
    let own = items.first { item in
      linked.headline(of: item).map { headline in
        let folded = HeadText.plain(headline).foldedForMatching
        return titles.contains { $0 == folded || $0.hasPrefix(folded) || folded.hasPrefix($0) }
      } ?? false
    }
    return own ?? (items.count <= 3 ? items.first : nil)
  }

  /// Whether something says that the page is a text that somebody published.
  var isArticle: Bool {
    item != nil
      || metas.contains { $0.key == .kind && Self.articleKinds.contains($0.content.lowercased()) }
  }

  private static let articleKinds: Set<String> = ["article", "blog", "news", "newsarticle"]

  /// Whether something says that the page sells or lists things, and nothing that it is a text.
  var isCatalogue: Bool {
    guard item == nil else { return false }
    return linked.hasProduct && !isArticle
      || metas.contains { $0.key == .kind && $0.content.lowercased().hasPrefix("product") }
  }

  // MARK: Addresses

  /// The host of the page's own address; empty where nobody names one.
  var host: String { addresses.lazy.compactMap { WebAddress.host(of: $0.0) }.first ?? "" }

  /// What the page calls its own address, then where it was fetched from, which no element says.
  var addresses: [(String, ElementID?, String)] {
    let elements = document.elements
    var addresses: [(String, ElementID?, String)] = []
    for link in marked.links where elements.attribute(.rel, of: link)?.lowercased() == "canonical" {
      if let href = elements.attribute(.href, of: link) {
        addresses.append((href, link, "link.canonical"))
      }
    }
    for meta in metas where meta.key == .address {
      addresses.append((meta.content, meta.element, "meta.\(meta.name)"))
    }
    if let url = document.url { addresses.append((url, nil, "page.url")) }
    return addresses
  }

  // MARK: The rest

  var siteName: String? {
    metas.first { $0.key == .siteName }?.content
      ?? linked.items.lazy.compactMap {
        linked.publisher(of: $0)
      }.first ?? ofSite.name
  }

  /// What the site's pages have in common of what they say.
  private var ofSite: SiteFacts { document.siteEvidence?.facts ?? SiteFacts() }

  /// Title, name of the site, addresses, tags and sections.
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
    if let meta = metas.first(where: { $0.key == .siteName }) {
      lift(.siteName, meta.content, meta.element, "meta.\(meta.name)")
    } else if let item, let publisher = linked.publisher(of: item) {
      lift(.siteName, HeadText.plain(publisher), item.element, "json_ld.publisher")
    } else if let name = ofSite.name, let title = marked.title {
      lift(.siteName, name, title, SiteOwnFacts.rule)
    }
    for meta in metas {
      switch meta.key {
      case .tag:
        // Lists of keywords are lists; a tag of Open Graph is one.
        let values =
          meta.name == "article:tag"
          ? [meta.content] : meta.content.split(separator: ",").map(String.init)
        for value in values {
          lift(.tag, HeadText.collapsed(value), meta.element, "meta.\(meta.name)")
        }
      case .section: lift(.category, meta.content, meta.element, "meta.\(meta.name)")
      default: break
      }
    }
    if let item {
      for section in linked.texts("articleSection", of: item) where section.utf8.count <= 120 {
        lift(.category, HeadText.plain(section), item.element, "json_ld.articleSection")
      }
      for tag in linked.texts("keywords", of: item) where tag.utf8.count <= 1000 {
        for value in tag.split(separator: ",").prefix(40) where value.utf8.count <= 80 {
          lift(.tag, HeadText.plain(String(value)), item.element, "json_ld.keywords")
        }
      }
    }
    for link in marked.links {
      let href = HeadText.collapsed(elements.attribute(.href, of: link) ?? "")
      switch elements.attribute(.rel, of: link)?.lowercased() {
      case "canonical": lift(.canonicalURL, href, link, "link.canonical")
      case "license": lift(.license, href, link, "link.license")
      default: break
      }
    }
    if let item, let license = linked.text("license", of: item) {
      lift(.license, HeadText.plain(license), item.element, "json_ld.license")
    }
    for meta in metas where meta.key == .license {
      lift(.license, meta.content, meta.element, "meta.\(meta.name)")
    }
    for meta in metas where meta.key == .address {
      lift(.canonicalURL, meta.content, meta.element, "meta.\(meta.name)")
    }
    liftTitle(lift)
    return edits
  }

  private func liftTitle(_ lift: (MetadataField, String, ElementID, String) -> Void) {
    guard isTitleInHead else { return }
    let site = SiteName(document, siteName, host: host)
    if let meta = metas.first(where: {
      $0.key == .title && !ofSite.isOfSite(title: HeadText.plain($0.content))
    }) {
      lift(
        .title, site.title(without: HeadText.plain(meta.content)), meta.element, "meta.\(meta.name)"
      )
    } else if let element = marked.title {
      let text = HeadText.plain(document.elements.text(of: element) ?? "")
      lift(.title, site.title(without: text), element, "title")
    }
  }
}
