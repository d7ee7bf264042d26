import GhirbalDocument
import GhirbalText

/// What a page calls itself and its site, as names of people are held against it, and what kind of page
/// it is: the features of all candidates alike.
struct FactPage {
  let publishers: Set<String>
  /// A value for each name.
  let values: [Float]

  static let names = [
    "page_is_article", "page_has_item", "page_is_catalogue", "page_has_product", "og_article",
    "og_website", "og_other", "prose", "prose_share", "link_share", "blocks", "has_title",
    "first_headings", "item_authors", "author_links", "times", "items", "folders", "digits_in_path",
    "item_is_recipe", "item_is_news", "item_is_blog", "item_is_post", "citations",
  ]

  private let site: String
  private let host: HostWords
  private let title: Set<Substring>
  /// The short lines around the title and around the end of the text, folded.
  private let lines: [[[UInt8]]]

  private static let maxLineUTF8Count = 160

  init(_ head: HeadFacts) {
    let document = head.document
    publishers = Set(
      head.linked.items.compactMap { head.linked.publisher(of: $0)?.foldedForMatching })
    site = head.document.siteName?.foldedForMatching ?? ""
    host = HostWords(document)
    let named = head.marked.title.flatMap { document.elements.text(of: $0) } ?? ""
    title = Set(named.foldedForMatching.split { !$0.isLetter && !$0.isNumber }.map(Substring.init))
    lines = head.body.looked.map { range in
      document.blocks[range].compactMap { block in
        guard block.content.count <= Self.maxLineUTF8Count else { return nil }
        return document.withContent(of: block) { FoldedText($0).utf8 }
      }
    }
    values = Self.values(head)
  }

  private static func values(_ head: HeadFacts) -> [Float] {
    let blocks = head.document.blocks
    let prose = blocks.count { $0.linkDensity < 0.5 && head.document.shape(of: $0).isProse }
    let links = blocks.count { $0.linkDensity >= 0.5 }
    let count = Float(max(1, blocks.count))
    let kind = head.metas.first { $0.key == .kind }?.content.lowercased()
    let path = head.document.ownAddresses.first.map { address in
      address.reference.split(separator: "/").drop { $0.hasSuffix(":") }.dropFirst()
    }
    let flags: [Bool] = [
      head.isArticle, head.item != nil, head.isCatalogue, head.linked.hasProduct,
      kind == "article", kind == "website", kind != nil && kind != "article" && kind != "website",
    ]
    return flags.map { $0 ? 1 : 0 } + [
      Float(min(60, prose)), Float(prose) / count, Float(links) / count, min(400, count),
      head.body.hasTitle ? 1 : 0, Float(blocks.count { $0.kind == .heading(level: 1) }),
      Float(head.marked.itemAuthors.count), Float(head.marked.authorLinks.count),
      Float(head.marked.times.count), Float(head.linked.items.count),
      path.map { Float($0.count) } ?? -1,
      path.map { Float($0.joined().utf8.count { (0x30...0x39).contains($0) }) } ?? -1,
      head.item?.type == "Recipe" ? 1 : 0, head.item?.type.hasPrefix("News") ?? false ? 1 : 0,
      head.item?.type.hasSuffix("BlogPosting") ?? false ? 1 : 0, head.item?.kind == .post ? 1 : 0,
      Float(head.metas.count { $0.name.hasPrefix("citation_") }),
    ]
  }

  func isSite(_ name: String) -> Bool {
    name == site || name.hasSuffix(".com") || name.hasSuffix(".org") || name.hasSuffix(".net")
  }

  /// Whether a name stands in the site's name or the other way round.
  func isInSite(_ name: String) -> Bool {
    !site.isEmpty && !name.isEmpty && (site.contains(name) || name.contains(site))
  }

  /// How many letters of a name are words of the host, 0...1.
  func hostWords(_ name: String) -> Float {
    host.share(of: name.split { !$0.isLetter && !$0.isNumber })
  }

  /// The share of a name's words that stand in the `title` element.
  func titleWords(_ name: String) -> Float {
    let words = name.split { !$0.isLetter && !$0.isNumber }
    return words.isEmpty ? 0 : Float(words.count(where: title.contains)) / Float(words.count)
  }

  /// How many short lines near the title and around the end of the text hold a name.
  func timesSeen(_ name: String) -> [Float] {
    let name = Array(name.utf8)
    return lines.map { lines in Float(lines.count { $0.has(name) }) }
  }
}
