import GhirbalDocument
import GhirbalText

/// Tells what was found of a page from what its whole site says: a site's name is no author, and a title that all
/// pages bear is none.
enum SiteOwnFacts {
  /// Why a value is the site's.
  static let rule = "site_profile"

  /// The edits without titles of the whole site; an author that is the site is its name. Who writes a site of
  /// their name is told by JSON-LD, which says that this is a person.
  static func parted<Reason>(_ edits: [Edit<Reason>], of document: Document) -> [Edit<Reason>] {
    guard let facts = document.siteEvidence?.facts else { return edits }
    let linked = document.derived(LinkedData.self)
    let people = linked.items.flatMap { linked.authors(of: $0) }.filter(\.isPerson)
    func isSite(_ author: String) -> Bool {
      facts.isOfSite(author: author)
        && !people.contains { $0.name.foldedForMatching == author.foldedForMatching }
    }
    return edits.compactMap { edit in
      var edit = edit
      switch edit.change {
      case .lift(.title, let value, _):
        return facts.isOfSite(title: value) ? nil : edit
      case .liftFromHead(.title, let value, _):
        return facts.isOfSite(title: value) ? nil : edit
      case .lift(.author, let value, let range) where isSite(value):
        edit.change = .lift(.siteName, value, utf8Range: range)
      case .liftFromHead(.author, let value, let element) where isSite(value):
        edit.change = .liftFromHead(.siteName, value, element)
      default: return edit
      }
      edit.rule = rule
      return edit
    }
  }
}
