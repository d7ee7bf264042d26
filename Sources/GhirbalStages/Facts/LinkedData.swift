import Foundation
import GhirbalDocument

/// What the JSON-LD of a page's head says about its article (schema.org, `Article` and its kinds).
///
/// Scripts that are no valid JSON say nothing, and so do objects of other types: a page's list of
/// links and the site's own name are no facts of the text.
struct LinkedData {
  struct Article {
    let element: ElementID
    var headline: String?
    var authors: [String] = []
    var published: String?
    var modified: String?
    var sections: [String] = []
  }

  private(set) var articles: [Article] = []
  /// The publisher's name, where one is given.
  private(set) var publisher: String?

  /// Longer scripts hold a shop's whole catalogue; the articles seen had under 8 KB.
  private static let maxUTF8Count = 1 << 18
  /// How deep `@graph` and lists are followed.
  private static let maxDepth = 4

  init(_ elements: ElementArena) {
    for script in elements.elements(.script) {
      guard let text = elements.text(of: script), text.utf8.count <= Self.maxUTF8Count,
        let value = try? JSONSerialization.jsonObject(with: Data(text.utf8))
      else { continue }
      read(value, in: script, depth: 0)
    }
  }

  private mutating func read(_ value: Any, in script: ElementID, depth: Int) {
    guard depth < Self.maxDepth else { return }
    if let list = value as? [Any] {
      for item in list { read(item, in: script, depth: depth + 1) }
    } else if let object = value as? [String: Any] {
      if let graph = object["@graph"] { read(graph, in: script, depth: depth + 1) }
      if Self.strings(object["@type"]).contains(where: Self.isArticle) {
        articles.append(
          Article(
            element: script, headline: Self.strings(object["headline"]).first,
            authors: Self.names(Self.people(object["author"])),
            published: Self.strings(object["datePublished"]).first,
            modified: Self.strings(object["dateModified"]).first,
            sections: Self.strings(object["articleSection"])))
        publisher = publisher ?? Self.names(object["publisher"]).first
      }
    }
  }

  private static func isArticle(_ type: String) -> Bool {
    type.hasSuffix("Article") || type.hasSuffix("BlogPosting") || type == "Report"
  }

  private static func strings(_ value: Any?) -> [String] {
    if let string = value as? String { return string.isEmpty ? [] : [string] }
    return (value as? [Any])?.compactMap { $0 as? String } ?? []
  }

  /// Authors but those that are organisations: a site that signs its own texts is no author.
  private static func people(_ value: Any?) -> [Any] {
    let list = value as? [Any] ?? value.map { [$0] } ?? []
    return list.filter { author in
      let types = strings((author as? [String: Any])?["@type"])
      return !types.contains { $0.hasSuffix("Organization") }
    }
  }

  /// Names of people and organisations, given as text or as objects.
  private static func names(_ value: Any?) -> [String] {
    if let list = value as? [Any] { return list.flatMap { names($0) } }
    if let object = value as? [String: Any] { return strings(object["name"]) }
    return strings(value).filter { !$0.contains("://") }
  }
}
