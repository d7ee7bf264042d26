import GhirbalDocument
import GhirbalText

/// What the JSON-LD of a page says about its own text (schema.org).
///
/// Followed are lists, `@graph`, `mainEntity` and `mainEntityOfPage`; lists of links, comments and
/// what a text is about are not the text itself.
struct LinkedData: DerivedFromElements {
  enum Kind {
    /// `Article` and its kinds, and other works that somebody wrote.
    case article
    /// The first post of a thread, or a question.
    case post
    /// A page as such: what a content system says about every page of a site.
    case page
  }

  struct Person: Equatable {
    let name: String
    let isOrganization: Bool
    /// Whether it says outright that this is a person.
    var isPerson = false
  }

  struct Item: Equatable {
    let element: ElementID
    let kind: Kind
    /// The first of its types that makes it one of the kind: `NewsArticle`.
    let type: String
    fileprivate let script: Int
    fileprivate let node: Int
  }

  private var scripts: [LooseJSON] = []
  private(set) var items: [Item] = []
  /// Whether the page is about something that is sold, or lists such things.
  private(set) var hasProduct = false
  /// Objects with an `@id`, which others refer to.
  private var named: [(script: Int, node: Int)] = []

  /// Longer scripts hold a shop's whole catalogue; the articles seen had under 8 KB.
  private static let maxUTF8Count = 1 << 18
  /// How deep lists and graphs are followed.
  private static let maxDepth = 6

  init(_ elements: ElementArena) {
    for script in elements.elements(.script) {
      guard let range = elements.textRange(of: script), range.count <= Self.maxUTF8Count else {
        continue
      }
      self.scripts.append(LooseJSON(elements.utf8, range))
      let last = self.scripts.count - 1
      for root in self.scripts[last].roots { read(root, of: last, script, depth: 0) }
    }
  }

  private mutating func read(_ node: Int, of script: Int, _ element: ElementID, depth: Int) {
    guard depth < Self.maxDepth else { return }
    let json = scripts[script]
    if json.kind(of: node) == .array {
      for item in json.items(of: node) { read(item, of: script, element, depth: depth + 1) }
      return
    }
    guard json.kind(of: node) == .object else { return }
    if json.member("@id", of: node) != nil { named.append((script, node)) }
    let types = strings(json.member("@type", of: node), in: script)
    for type in types {
      guard let kind = Self.kind(of: type) else { continue }
      items.append(Item(element: element, kind: kind, type: type, script: script, node: node))
      break
    }
    if types.contains(where: Self.products.contains) { hasProduct = true }
    for name: StaticString in ["@graph", "mainEntity", "mainEntityOfPage"] {
      if let inner = json.member(name, of: node) {
        read(inner, of: script, element, depth: depth + 1)
      }
    }
  }

  private static let products: Set<String> = [
    "Product", "ProductGroup", "Offer", "AggregateOffer", "ItemList", "CollectionPage", "Service",
    "LocalBusiness", "SearchResultsPage",
  ]
  private static let posts: Set<String> = [
    "DiscussionForumPosting", "Question", "SocialMediaPosting", "Conversation",
  ]
  private static let works: Set<String> = [
    "Report", "Recipe", "HowTo", "Review", "CreativeWork", "PodcastEpisode", "Guide", "Chapter",
    "LearningResource", "Poem", "ShortStory", "WebPageElement",
  ]

  private static func kind(of type: String) -> Kind? {
    if posts.contains(type) { return .post }
    if type.hasSuffix("Article") || type.hasSuffix("BlogPosting") || works.contains(type) {
      return .article
    }
    return type.hasSuffix("Page") ? .page : nil
  }

  // MARK: What an item says

  func headline(of item: Item) -> String? {
    text("headline", of: item) ?? (item.kind == .page ? nil : text("name", of: item))
  }

  func text(_ name: StaticString, of item: Item) -> String? { texts(name, of: item).first }

  func texts(_ name: StaticString, of item: Item) -> [String] {
    strings(scripts[item.script].member(name, of: item.node), in: item.script)
  }

  /// Who wrote an item, in order.
  func authors(of item: Item) -> [Person] {
    let json = scripts[item.script]
    var people: [Person] = []
    for name: StaticString in ["author", "creator"] where people.isEmpty {
      if let value = json.member(name, of: item.node) { people = self.people(value, item.script) }
    }
    return people
  }

  /// The address of an item's first picture, given as text or as an object.
  func image(of item: Item) -> String? {
    let json = scripts[item.script]
    guard let value = json.member("image", of: item.node) else { return nil }
    let first = json.items(of: value).first ?? value
    return strings(json.member("url", of: first) ?? first, in: item.script).first
  }

  /// The publisher's name, where one is given.
  func publisher(of item: Item) -> String? {
    scripts[item.script].member("publisher", of: item.node).flatMap {
      people($0, item.script).first?.name
    }
  }

  /// Names of people and organisations, given as text, as objects or by reference.
  private func people(_ value: Int, _ script: Int, depth: Int = 0) -> [Person] {
    let json = scripts[script]
    guard depth < 4 else { return [] }
    switch json.kind(of: value) {
    case .array: return json.items(of: value).flatMap { people($0, script, depth: depth + 1) }
    case .string:
      return json.string(value).map { [Person(name: $0, isOrganization: false)] } ?? []
    case .object:
      let types = strings(json.member("@type", of: value), in: script)
      let isOrganization = types.contains { $0.hasSuffix("Organization") || $0 == "Corporation" }
      let names = strings(json.member("name", of: value), in: script)
      if !names.isEmpty {
        return names.map {
          Person(name: $0, isOrganization: isOrganization, isPerson: types.contains("Person"))
        }
      }
      let parts = [
        json.member("givenName", of: value), json.member("familyName", of: value),
      ].compactMap { strings($0, in: script).first }
      if !parts.isEmpty {
        return [Person(name: parts.joined(separator: " "), isOrganization: isOrganization)]
      }
      return referred(by: value, script, depth: depth)
    default: return []
    }
  }

  private func referred(by value: Int, _ script: Int, depth: Int) -> [Person] {
    guard let id = scripts[script].member("@id", of: value).flatMap(scripts[script].string) else {
      return []
    }
    for other in named where other != (script, value) {
      let json = scripts[other.script]
      guard json.member("@id", of: other.node).flatMap(json.string) == id,
        json.member("name", of: other.node) != nil
      else { continue }
      return people(other.node, other.script, depth: depth + 1)
    }
    return []
  }

  private func strings(_ value: Int?, in script: Int) -> [String] {
    guard let value else { return [] }
    let json = scripts[script]
    if let string = json.string(value) { return string.isEmpty ? [] : [string] }
    if let inner = json.member("@value", of: value) { return strings(inner, in: script) }
    return json.items(of: value).compactMap(json.string).filter { !$0.isEmpty }
  }
}
