import GhirbalDocument
import GhirbalText

/// The facts that the head alone tells: title, site, addresses, what the page is about, tags, licence. Each is
/// lifted as often as it is said; of a field with one value the first counts.
struct HeadLifts {
  private let head: HeadFacts
  private let targets: LinkTargets
  private(set) var edits: [Edit<LiftFacts.Reason>] = []

  init(_ head: HeadFacts) {
    self.head = head
    targets = LinkTargets(head.document.elements, url: head.document.url)
    guard head.document.format == .html else {
      liftHostname()
      return
    }
    liftSite()
    liftSubjects()
    liftDescription()
    liftImage()
    liftLinks()
    liftLicense()
    liftAddresses()
    liftTitle()
  }

  private mutating func lift(
    _ field: MetadataField, _ value: String, _ element: ElementID?, _ rule: String
  ) {
    guard !value.isEmpty, ![.tag, .category].contains(field) || !Self.isPlaceholder(value) else {
      return
    }
    edits.append(.liftFromHead(field, value, element, .headMetadata, rule: rule))
  }

  private mutating func lift(_ field: MetadataField, _ value: String, _ meta: HeadMeta) {
    lift(field, value, meta.element, meta.rule)
  }

  /// What programs write where they know nothing.
  private static func isPlaceholder(_ value: String) -> Bool {
    ["none", "null", "undefined", "nil", "nan"].contains(value.lowercased())
  }

  // MARK: The site

  private mutating func liftSite() {
    let publisher = head.item.flatMap { item in
      head.linked.publisher(of: item).map { (HeadText.plain($0), item.element) }
    }
    if let meta = head.metas.first(where: { $0.key == .siteName }) {
      lift(.siteName, meta.content, meta)
    } else if let (name, element) = publisher {
      lift(.siteName, name, element, "json_ld.publisher")
    } else if let name = head.ofSite.name, let title = head.marked.title {
      lift(.siteName, name, title, SiteOwnFacts.rule)
    }
    if let (name, element) = publisher {
      lift(.publisher, name, element, "json_ld.publisher")
    } else if let meta = head.metas.first(where: { $0.key == .publisher && Self.isName($0.content) }
    ) {
      lift(.publisher, HeadText.plain(meta.content), meta)
    } else if let item = head.item,
      let body = head.linked.authors(of: item).first(where: \.isOrganization)
    {
      lift(.publisher, HeadText.plain(body.name), item.element, "json_ld.author")
    }
  }

  /// Whether a value is a name: sites give the address of their page on a network as well, or its number.
  private static func isName(_ value: String) -> Bool {
    !value.utf8.contains(UInt8(ascii: "/")) && !value.hasPrefix("@")
      && value.unicodeScalars.contains { $0.properties.isAlphabetic }
      && value.utf8.count <= maxNameUTF8Count
  }

  private static let maxNameUTF8Count = 160

  // MARK: What the page is about

  private mutating func liftSubjects() {
    for meta in head.metas {
      switch meta.key {
      case .tag:
        // Lists of keywords are lists; a tag of Open Graph is one.
        let values =
          meta.name == "article:tag"
          ? [meta.content] : meta.content.split(separator: ",").map(String.init)
        for value in values { lift(.tag, HeadText.collapsed(value), meta) }
      case .section: lift(.category, meta.content, meta)
      default: break
      }
    }
    guard let item = head.item else { return }
    for section in head.linked.texts("articleSection", of: item) where section.utf8.count <= 120 {
      lift(.category, HeadText.plain(section), item.element, "json_ld.articleSection")
    }
    for tag in head.linked.texts("keywords", of: item) where tag.utf8.count <= 1000 {
      for value in tag.split(separator: ",").prefix(40) where value.utf8.count <= 80 {
        lift(.tag, HeadText.plain(String(value)), item.element, "json_ld.keywords")
      }
    }
  }

  /// Of several descriptions the one for networks is the page's own most often: the one for search engines
  /// may be the site's.
  private mutating func liftDescription() {
    if let meta = meta(.description, first: "og:description") {
      lift(.description, HeadText.plain(meta.content), meta)
    } else if let item = head.item, let text = head.linked.text("description", of: item) {
      lift(.description, HeadText.plain(text), item.element, "json_ld.description")
    }
  }

  private mutating func liftImage() {
    if let meta = meta(.image, first: "og:image"), let image = image(meta.content) {
      lift(.image, image, meta)
    } else if let item = head.item,
      let image = head.linked.image(of: item).flatMap({ image($0) })
    {
      lift(.image, image, item.element, "json_ld.image")
    }
  }

  private func image(_ reference: String) -> String? {
    reference.utf8.count > Self.maxAddressUTF8Count ? nil : address(reference)
  }

  /// Longer ones hold the picture itself.
  private static let maxAddressUTF8Count = 2048

  private func meta(_ key: MetaKey, first name: String) -> HeadMeta? {
    head.metas.first { $0.key == key && $0.name == name } ?? head.metas.first { $0.key == key }
  }

  // MARK: Addresses

  private func address(_ reference: String) -> String? {
    targets.address(reference).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The address of a page; empty where a template had no host to put in.
  private func page(_ reference: String) -> String {
    guard let address = address(reference), !address.hasUTF8(":///") else { return "" }
    return address
  }

  private mutating func liftLinks() {
    let elements = head.document.elements
    for link in head.marked.links {
      guard let href = elements.attribute(.href, of: link) else { continue }
      switch elements.attribute(.rel, of: link)?.lowercased() {
      case "canonical": lift(.canonicalURL, page(href), link, "link.canonical")
      case "license": lift(.license, HeadText.collapsed(href), link, "link.license")
      default: break
      }
    }
  }

  private mutating func liftLicense() {
    if let item = head.item, let license = head.linked.text("license", of: item) {
      lift(.license, HeadText.plain(license), item.element, "json_ld.license")
    }
    for meta in head.metas where meta.key == .license { lift(.license, meta.content, meta) }
  }

  private mutating func liftAddresses() {
    for meta in head.metas where meta.key == .address {
      lift(.canonicalURL, page(meta.content), meta)
    }
    liftHostname()
  }

  private mutating func liftHostname() {
    for address in head.document.ownAddresses {
      if let host = WebAddress.host(of: address.reference) {
        lift(.hostname, host, address.element, address.rule)
        return
      }
    }
  }

  // MARK: The title

  private mutating func liftTitle() {
    guard let (text, element, rule) = head.title.inHead else { return }
    edits.append(
      .liftFromHead(
        .title, text, element, .pageTitle, rule: rule, confidence: head.title.likelihood))
  }
}
