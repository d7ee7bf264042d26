import GhirbalDocument
import GhirbalText

/// An address that a page is known by, with what told it.
struct PageAddress {
  let reference: String
  /// Nil for the address that the page was fetched from.
  let element: ElementID?
  let rule: String
}

extension Document {
  /// What the page calls its own address, then where it was fetched from.
  var ownAddresses: [PageAddress] {
    let marked = derived(MarkedElements.self)
    var addresses: [PageAddress] = []
    for link in marked.links where elements.attribute(.rel, of: link)?.lowercased() == "canonical" {
      if let href = elements.attribute(.href, of: link) {
        addresses.append(PageAddress(reference: href, element: link, rule: "link.canonical"))
      }
    }
    for meta in marked.metas where meta.key == .address {
      addresses.append(
        PageAddress(reference: meta.content, element: meta.element, rule: meta.rule))
    }
    if let url { addresses.append(PageAddress(reference: url, element: nil, rule: "page.url")) }
    return addresses
  }

  /// The host of the page's own address; empty where nobody names one.
  var host: String {
    ownAddresses.lazy.compactMap { WebAddress.host(of: $0.reference) }.first ?? ""
  }

  /// The name of the site, for what is held against it; nil where nothing says it.
  var siteName: String? {
    let linked = derived(LinkedData.self)
    return derived(MarkedElements.self).metas.first { $0.key == .siteName }?.content
      ?? linked.items.lazy.compactMap { linked.publisher(of: $0) }.first
      ?? siteEvidence?.facts.name
  }
}
