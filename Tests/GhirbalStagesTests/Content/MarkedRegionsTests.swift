import GhirbalDocument
import TestSupport
import Testing

@testable import GhirbalStages

@Suite struct MarkedRegionsTests {
  static let rows:
    [(
      label: String, kind: MarkedRegions.Kind?, tag: GhirbalDocument.Tag,
      attributes: [(AttributeName, String)]
    )] =
      [
        ("a caption by tag", .caption, .figcaption, []),
        ("a caption of a publishing system", .caption, .p, [(.class, "wp-caption-text")]),
        ("a caption by property", .caption, .span, [(.itemprop, "caption")]),
        ("a class that begins alike", nil, .div, [(.class, "captions-off")]),
        ("a table's caption", nil, .caption, []),
        ("a post of a network", .embed, .blockquote, [(.class, "twitter-tweet tw-align-center")]),
        ("a photo of a network", .embed, .blockquote, [(.class, "instagram-media")]),
        ("a quotation", nil, .blockquote, [(.class, "tweet-like")]),
        ("a standfirst", .standfirst, .div, [(.class, "article__StandFirst")]),
        ("a lede", .standfirst, .p, [(.class, "story-lede")]),
        ("a lead", .standfirst, .p, [(.class, "lead")]),
        ("people who lead", nil, .p, [(.class, "team-leads leadership")]),
        ("a page of a kind", nil, .body, [(.class, "lead")]),
        ("an article of a kind", nil, .article, [(.class, "lead")]),
      ]

  @Test(arguments: rows)
  func regionsAreTold(
    _ label: String, _ kind: MarkedRegions.Kind?, _ tag: GhirbalDocument.Tag,
    _ attributes: [(AttributeName, String)]
  ) {
    var sample = DocumentBuilder()
    sample.element(tag, attributes) { $0.element(.p) { $0.block(("A few words", nil)) } }
    sample.element(.footer) {
      $0.element(tag, attributes) { $0.block(("A few words", nil), in: .pageFooter) }
    }
    let document = sample.document
    for asked in [MarkedRegions.Kind.caption, .embed, .standfirst] {
      let regions = MarkedRegions(asked, document)
      let isOne = asked == kind
      #expect(document.blocks.map(regions.contains) == [isOne, isOne], "\(label)")
      #expect(document.blocks.map(regions.containsAsText) == [isOne, false], "\(label)")
    }
  }

  @Test(arguments: [
    ("captions", SelectMainContent.Reason.caption, GhirbalDocument.Tag.figcaption, "x"),
    ("embeds", .embed, .blockquote, "twitter-tweet"),
    ("standfirst", .standfirst, .p, "standfirst"),
  ])
  func policiesDecide(
    _ option: String, _ reason: SelectMainContent.Reason, _ tag: GhirbalDocument.Tag, _ name: String
  ) {
    var sample = DocumentBuilder()
    sample.element(tag, [(.class, name)]) { $0.block(("Marked", nil)) }
    sample.element(.p) { $0.block(("A paragraph", nil)) }
    let document = sample.document
    for policy in RegionPolicy.allCases {
      var options = SelectMainContent.Options()
      switch reason {
      case .caption: options.captions = policy
      case .embed: options.embeds = policy
      default: options.standfirst = policy
      }
      let verdicts = ContentRules(options).verdicts(for: document)
      let expected: ForcedVerdict? =
        policy == .auto
        ? nil : ForcedVerdict(standing: policy == .keep ? .open : nil, reason: reason)
      #expect(document.blocks.map { verdicts[$0.id] } == [expected, nil], "\(option): \(policy)")
    }
  }
}
