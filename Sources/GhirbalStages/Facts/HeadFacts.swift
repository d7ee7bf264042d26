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

  /// The name of the site, for what is held against it.
  var siteName: String? {
    metas.first { $0.key == .siteName }?.content
      ?? linked.items.lazy.compactMap {
        linked.publisher(of: $0)
      }.first ?? ofSite.name
  }

  /// What the site's pages have in common of what they say.
  var ofSite: SiteFacts { document.siteEvidence?.facts ?? SiteFacts() }
}
