public import GhirbalDocument

/// What the head of a page calls the page and its site, as it stands there: what pages of a site have in common of it
/// is the site's.
public struct PageClaims {
  /// The `title` element and what networks and search engines are told.
  public private(set) var titles: [String] = []
  /// The site's name as the head says it, and what stands at an end of the `title` element.
  public private(set) var siteNames: [String] = []

  /// - Parameter document: as it was read.
  public init(_ document: Document) {
    guard document.format == .html else { return }
    let elements = document.elements
    let marked = document.derived(MarkedElements.self)
    let linked = document.derived(LinkedData.self)
    if let title = marked.title.flatMap({ elements.text(of: $0) }).map(HeadText.plain) {
      titles.append(title)
      let parts = TitleParts(title).parts
      if parts.count > 1 { siteNames += [parts[0], parts[parts.count - 1]] }
    }
    for meta in marked.metas {
      switch meta.key {
      case .title: titles.append(HeadText.plain(meta.content))
      case .siteName: siteNames.append(HeadText.plain(meta.content))
      default: break
      }
    }
    for item in linked.items {
      if item.kind != .page, let headline = linked.headline(of: item) {
        titles.append(HeadText.plain(headline))
      }
      if let publisher = linked.publisher(of: item) { siteNames.append(HeadText.plain(publisher)) }
    }
  }
}
