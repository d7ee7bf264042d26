import GhirbalDocument
import GhirbalText

/// What the head of an HTML page and the markup of its body say.
struct HeadFacts {
  private let document: Document
  private let marked: MarkedElements
  private let linked: LinkedData
  private let metas: [Meta]
  private let body: MarkupFacts
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
    self.order = order == .unknown ? Self.order(marked.declaredLanguage) : order
    body = MarkupFacts(document, title: titleHeading, order: self.order)
    item = Self.item(linked, document, titleHeading, metas)
    host = Self.host(marked.links, metas, document.elements)
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

  /// English pages say by their region how they write dates in numbers.
  private static func order(_ language: String?) -> DateReader.Order {
    guard let language = language?.lowercased(), language.hasPrefix("en") else { return .unknown }
    let region = language.dropFirst(3)
    if region == "us" { return .monthFirst }
    return ["gb", "uk", "au", "nz", "ie", "in", "za"].contains(region) ? .dayFirst : .unknown
  }

  // MARK: What kind of page

  /// The host of the page's own address, folded; empty where the page names none.
  private let host: String

  /// The object of the JSON-LD that is the page's text; nil where there is none, or many.
  private let item: LinkedData.Item?

  private static func host(
    _ links: [ElementID], _ metas: [Meta], _ elements: ElementArena
  ) -> String {
    let canonical = links.first {
      elements.attribute(.rel, of: $0)?.lowercased() == "canonical"
    }.flatMap { elements.attribute(.href, of: $0) }
    guard let address = canonical ?? metas.first(where: { $0.key == .address })?.content,
      let start = address.firstRange(of: "://")?.upperBound
    else { return "" }
    return address[start...].prefix { $0 != "/" && $0 != "?" }.lowercased()
  }

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

  // MARK: Authors

  struct Authors {
    let names: [String]
    let element: ElementID
    let rule: String
    /// Whether another source is better where there is one: an organisation, a name for logging in.
    let isWeak: Bool
    /// Whether the element stands in the body, where readers see it.
    let isVisible: Bool
  }

  /// Who wrote the text, as every source has it: the surest first.
  var authorCandidates: [Authors] {
    var candidates: [Authors] = []
    func add(
      _ names: [String], _ element: ElementID, _ rule: String, isWeak: Bool = false,
      isVisible: Bool = false
    ) {
      var unique: [String] = []
      for name in names where !unique.contains(where: { $0.lowercased() == name.lowercased() }) {
        unique.append(name)
      }
      guard !unique.isEmpty, unique.count <= Self.maxAuthors else { return }
      candidates.append(
        Authors(
          names: unique, element: element, rule: rule,
          isWeak: isWeak || unique.allSatisfy { AuthorNames.isHandle($0) || isSiteName($0) },
          isVisible: isVisible))
    }
    if let item {
      let people = linked.authors(of: item)
      add(
        people.filter { !$0.isOrganization }.flatMap { AuthorNames.names(in: $0.name) },
        item.element, "json_ld.author")
      add(
        people.filter(\.isOrganization).flatMap { AuthorNames.names(in: $0.name) }, item.element,
        "json_ld.author", isWeak: true)
    }
    let named = metas.filter { $0.key == .author }
    // Each name of `meta` on its own: sites give one author in several of them, in several forms.
    for name in Self.unique(named.map(\.name)) {
      let same = named.filter { $0.name == name }
      add(same.flatMap { AuthorNames.names(in: $0.content) }, same[0].element, "meta.\(name)")
    }
    if let value = metas.first(where: { $0.key == .cardValue }),
      let label = metas.first(where: { $0.key == .cardLabel }), Self.saysAuthor(label.content)
    {
      add(AuthorNames.names(in: value.content), value.element, "meta.\(value.name)")
    }
    // What readers see is asked where the head has no sure answer.
    if candidates.contains(where: { !$0.isWeak }) { return candidates }
    if let found = body.itemAuthors(marked.itemAuthors) {
      add(found.names, found.element, found.rule, isVisible: true)
    }
    if let found = body.labelledAuthors(below: true) {
      add(found.names, found.element, found.rule, isVisible: true)
    }
    if let found = body.linkedAuthors(marked.authorLinks) {
      add(found.names, found.element, found.rule, isVisible: true)
    }
    if let found = body.classAuthors(below: true) {
      add(found.names, found.element, found.rule, isVisible: true)
    }
    return candidates
  }

  /// Names in boxes about the author, far from the title.
  var distantAuthors: Authors? {
    (body.labelledAuthors(below: false) ?? body.classAuthors(below: false)).map {
      Authors(
        names: $0.names, element: $0.element, rule: "\($0.rule)_box", isWeak: true, isVisible: true)
    }
  }

  /// More are a list of everybody who ever wrote for the site.
  private static let maxAuthors = 12

  private static func unique(_ names: [String]) -> [String] {
    var unique: [String] = []
    for name in names where !unique.contains(name) { unique.append(name) }
    return unique
  }

  /// Whether a card's label says that an author follows: "Written by".
  private static func saysAuthor(_ label: String) -> Bool {
    let utf8 = Array(label.utf8)
    return FactLabelLexicon.builtIn.cover(of: foldForMatching(utf8.span)).contains {
      $0.rows.contains { $0.kind == .author }
    }
  }

  /// Whether a name is the site's own: what the head calls it, or a word of its host.
  private func isSiteName(_ name: String) -> Bool {
    let folded = name.foldedForMatching
    if siteName.map({ $0.foldedForMatching == folded }) ?? false { return true }
    if folded.hasSuffix(".com") || folded.hasSuffix(".org") || folded.hasSuffix(".net") {
      return true
    }
    guard !host.isEmpty else { return false }
    return folded.split(whereSeparator: { $0 == " " || $0 == "-" || $0 == "." }).contains {
      $0.utf8.count >= 5 && host.contains($0)
    }
  }

  // MARK: Dates

  struct Day {
    let date: CivilDate
    let element: ElementID
    let rule: String
    /// Whether the element stands in the body.
    var isVisible = false
    /// Where the date stands in a block; nil where an element gives it.
    var place: (block: BlockID, utf8Range: Range<Int>)?
  }

  struct Days {
    var published: [Day] = []
    var modified: [Day] = []
  }

  /// When the text appeared and was changed, as every source has it: the surest first.
  var days: Days {
    var days = Days()
    func day(_ text: String?, _ element: ElementID, _ rule: String) -> [Day] {
      text.flatMap { Timestamp.day($0, order) }.map {
        [Day(date: $0, element: element, rule: rule)]
      } ?? []
    }
    if let item {
      days.published += day(
        linked.text("datePublished", of: item), item.element, "json_ld.datePublished")
      days.published += day(
        linked.text("dateCreated", of: item), item.element, "json_ld.dateCreated")
      days.modified += day(
        linked.text("dateModified", of: item), item.element, "json_ld.dateModified")
    }
    for meta in metas where meta.key == .published {
      days.published += day(meta.content, meta.element, "meta.\(meta.name)")
    }
    for meta in metas where meta.key == .modified {
      days.modified += day(meta.content, meta.element, "meta.\(meta.name)")
    }
    let items = body.itemDays(marked.itemDates)
    days.published += [items.published].compactMap { $0 }.map(Self.day)
    days.modified += [items.modified].compactMap { $0 }.map(Self.day)
    let isSettled = !days.published.isEmpty && !days.modified.isEmpty
    if !isCatalogue, !isSettled {
      for found in [body.times(marked.times), body.classDays(), body.visibleDays()] {
        days.published += [found.published].compactMap { $0 }.map(Self.day)
        days.modified += [found.modified].compactMap { $0 }.map(Self.day)
      }
      if days.published.isEmpty {
        days.published += [body.datelineDay()].compactMap { $0 }.map(Self.day)
      }
    }
    return days
  }

  private static func day(_ day: MarkupFacts.Day) -> Day {
    Day(
      date: day.date, element: day.element, rule: day.rule,
      isVisible: !day.rule.hasPrefix("itemprop"), place: day.place)
  }

  /// The day of the last change, where the page shows no other: the text as it stands appeared then.
  ///
  /// Only where readers see it, or where it is the article's own; systems give such a day to every
  /// page of a site.
  func onlyDay(_ days: Days) -> Day? {
    days.modified.first { $0.isVisible || $0.rule == "json_ld.dateModified" }.map {
      Day(
        date: $0.date, element: $0.element, rule: "\($0.rule)_only", isVisible: $0.isVisible,
        place: $0.place)
    }
  }

  /// The day in the page's own address: `/2024/05/03/the-old-bridge`.
  var addressDay: Day? {
    for (address, element, rule) in addresses {
      if let date = AddressDate.day(in: address) {
        return Day(date: date, element: element, rule: rule)
      }
    }
    return nil
  }

  private var addresses: [(String, ElementID, String)] {
    let elements = document.elements
    var addresses: [(String, ElementID, String)] = []
    for link in marked.links where elements.attribute(.rel, of: link)?.lowercased() == "canonical" {
      if let href = elements.attribute(.href, of: link) {
        addresses.append((href, link, "link.canonical"))
      }
    }
    for meta in metas where meta.key == .address {
      addresses.append((meta.content, meta.element, "meta.\(meta.name)"))
    }
    return addresses
  }

  // MARK: The rest

  var siteName: String? {
    metas.first { $0.key == .siteName }?.content
      ?? linked.items.lazy.compactMap {
        linked.publisher(of: $0)
      }.first
  }

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
    let site = SiteName(
      document, siteName, addresses: addresses.map { $0.0 })
    if let meta = metas.first(where: { $0.key == .title }) {
      lift(
        .title, site.title(without: HeadText.plain(meta.content)), meta.element, "meta.\(meta.name)"
      )
    } else if let element = marked.title {
      let text = HeadText.plain(document.elements.text(of: element) ?? "")
      lift(.title, site.title(without: text), element, "title")
    }
  }
}
