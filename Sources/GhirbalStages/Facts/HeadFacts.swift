import GhirbalDocument
import GhirbalText

/// What the head of an HTML page and the markup of its body say.
struct HeadFacts {
  let document: Document
  let marked: MarkedElements
  let linked: LinkedData
  let body: MarkupFacts
  let title: PageTitle
  /// In what order numbers of a date stand.
  let order: DateReader.Order

  init(_ document: Document, _ order: DateReader.Order) {
    self.document = document
    marked = document.derived(MarkedElements.self)
    linked = document.derived(LinkedData.self)
    title = document.derived(PageTitle.self)
    self.order = order == .unknown ? .ofEnglish(marked.declaredLanguage) : order
    body = MarkupFacts(document, title: title.heading, order: self.order)
    item = Self.item(linked, document, title.heading, marked.metas)
  }

  var metas: [HeadMeta] { marked.metas }

  // MARK: What kind of page

  /// The object of the JSON-LD that is the page's text; nil where there is none, or many.
  let item: LinkedData.Item?

  private static func item(
    _ linked: LinkedData, _ document: Document, _ title: BlockID?, _ metas: [HeadMeta]
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

  /// What the site's pages have in common of what they say.
  var ofSite: SiteFacts { document.siteEvidence?.facts ?? SiteFacts() }
}
