import GhirbalText

/// What most pages of a site say of themselves in the same words: its name, and titles that no page has for itself.
public struct SiteFacts: Sendable, Equatable {
  /// What the site is called; nil where its pages do not say it.
  public let name: String?
  /// The share of the pages that say so, 0...1.
  public let share: Double
  private let names: Set<String>
  private let titles: Set<String>

  /// Nothing is known.
  public init() { self.init(names: [], share: 0, titles: []) }

  /// - Parameters:
  ///   - names: what the site is called, the commonest first.
  ///   - titles: what most pages have as their title.
  public init(names: [String], share: Double, titles: [String]) {
    name = names.first
    self.share = share
    self.names = Set(names.map(\.foldedForMatching))
    self.titles = Set(titles.map(\.foldedForMatching))
  }

  /// Whether a title is that of the whole site.
  public func isOfSite(title: String) -> Bool {
    !titles.isEmpty && titles.contains(title.foldedForMatching)
  }

  /// Whether an author is the site.
  public func isOfSite(author: String) -> Bool {
    !names.isEmpty && names.contains(author.foldedForMatching)
  }
}
