import GhirbalContent
public import GhirbalDocument

/// Drops what nearly all pages of the site have around their texts, as the profile of the site says.
///
/// What repeats between texts of the page's own is left to be judged: labels, terms and names repeat
/// inside of texts too.
public struct DropSiteTemplate: Stage {
  public static let name: StageName = "drop_site_template"
  public static let summary = "Drops what nearly all pages of a site have at both ends."
  public static let judges = StageSubject.page

  public enum Reason: String, CaseIterable, Sendable {
    /// Part of a run of texts at an end of the page that other pages of the site have there too.
    case siteTemplate = "site_template"
  }

  public struct Options: StageOptions {
    /// The share of the site's pages that have a text which is the template's, 0...1.
    public var minShare = 0.8
    /// How many pages of the site have it at least.
    public var minPages = 4

    public init() {}

    public static var descriptions: [OptionDescription] {
      [
        OptionDescription(
          "minShare", .share, "the share of a site's pages that have a text of its template"),
        OptionDescription(
          "minPages", .count(2...Int.max), "how many pages of the site have such a text at least"),
      ]
    }
  }

  private let options: Options

  public init(_ options: Options) { self.options = options }

  public func edits(for document: Document) -> [Edit<Reason>] {
    guard let evidence = document.siteEvidence else { return [] }
    let blocks = document.blocks.indices
    let head = blocks.prefix {
      isTemplate($0, document, evidence) && !isProse($0, document)
    }
    // A page all of which other pages have is no page with a template around it.
    guard head.count < blocks.count else { return [] }
    let tail = blocks.reversed().prefix { isTemplate($0, document, evidence) }
    let going = (Array(head) + tail.reversed()).filter {
      isSure($0, evidence) && !document.blocks[$0].isDropped
    }
    return document.derived(Units.self).whole(
      going.map { block in
        .drop(
          BlockID(block), .siteTemplate, rule: Self.rule(evidence, block),
          confidence: Double(evidence.share(of: block)))
      }, in: document)
  }

  /// Whether a block does not end the run: it is gone already, kept by a person, or a text that other pages have word
  /// for word, outside of what the page says is its text.
  private func isTemplate(_ block: Int, _ document: Document, _ evidence: SiteEvidence) -> Bool {
    let here = document.blocks[block]
    let place = evidence.blocks[block]
    guard !here.isDropped, !place.isKept else { return true }
    return evidence.share(of: block) >= Self.minRunShare
      && place.variety * Float(place.pageCount) < Self.minTextCount
      && here.context.isDisjoint(with: [.main, .article])
  }

  /// Whether a block reads as a text. At the head of pages that may be the introduction of a series; what all
  /// pages of a site end with is the site's, sentences too.
  private func isProse(_ block: Int, _ document: Document) -> Bool {
    !document.blocks[block].isDropped
      && document.withContent(of: document.blocks[block]) { BlockShape($0).isProse }
  }

  /// A text on fewer of the pages ends a run; between those that are sure it goes along.
  private static let minRunShare: Float = 0.3
  /// So many texts that only their numbers part are no one text.
  private static let minTextCount: Float = 1.5

  private func isSure(_ block: Int, _ evidence: SiteEvidence) -> Bool {
    Double(evidence.share(of: block)) >= options.minShare
      && evidence.blocks[block].pageCount >= options.minPages
  }

  /// "184 of 200 pages".
  private static func rule(_ evidence: SiteEvidence, _ block: Int) -> String {
    "\(evidence.blocks[block].pageCount) of \(evidence.pageCount) pages"
  }
}
