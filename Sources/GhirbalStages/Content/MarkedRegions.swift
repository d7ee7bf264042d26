import GhirbalDocument

/// Regions that markup names: by tag, by the classes of wide-spread systems, by properties.
struct MarkedRegions: TextRegions {
  enum Kind {
    case caption
    case embed
    case standfirst

    var reason: SelectMainContent.Reason {
      switch self {
      case .caption: .caption
      case .embed: .embed
      case .standfirst: .standfirst
      }
    }

    fileprivate var marks: SelectorList {
      switch self {
      case .caption: Self.captions
      case .embed: Self.embeds
      case .standfirst: Self.standfirsts
      }
    }

    private static let captions = SelectorList(
      valid: """
        figcaption, [itemprop~=caption], .wp-caption-text, .gallery-caption, .image-caption,
        .img-caption, .photo-caption, .picture-caption, .media-caption, .figure-caption,
        .thumbcaption, .gallerytext, .article-image-caption, .image__caption, .figure__caption,
        .photo__caption, .media__caption, [class~=caption]
        """)

    /// What the networks have pasted into pages, and the blocks that systems wrap it in.
    private static let embeds = SelectorList(
      valid: """
        .twitter-tweet, .twitter-video, .instagram-media, .tiktok-embed, .fb-post, .fb-video,
        .fb-comment-embed, .reddit-card, .reddit-embed, .reddit-embed-bq, .bluesky-embed,
        .mastodon-embed, .imgur-embed-pub, .telegram-post, .vk-post, .wp-block-embed
        """)

    private static let standfirsts = SelectorList(
      valid: """
        [class*=standfirst i], [data-testid*=standfirst i], [itemprop~=alternativeHeadline],
        [class~=lede], [class~=dek], [class~=deck], [class~=chapo], [class~=entradilla],
        [class~=bajada], [class~=sommario], [class~=vorspann], [class~=ingress], [class~=lead],
        [class$=__lead], [class$=__dek], [class$=__deck], [class$=__lede], [class$='-lede'],
        [class$='-dek'], [class$='-deck'], [class~=article-lead], [class~=article-intro],
        [class~=article-subtitle], [class~=entry-subtitle], [class~=post-subtitle]
        """)
  }

  /// By element: whether it or one around it is marked.
  private let isInside: [Bool]

  init(_ kind: Kind, _ document: Document) {
    let elements = document.elements
    var isInside = [Bool](repeating: false, count: elements.count)
    for element in kind.marks.matches(in: elements) where Self.isPart(element, elements) {
      isInside[element.index] = true
    }
    for index in isInside.indices where elements.parents[index] >= 0 {
      if isInside[Int(elements.parents[index])] { isInside[index] = true }
    }
    self.isInside = isInside
  }

  /// A class of the whole page or of its text names no part of it.
  private static func isPart(_ element: ElementID, _ elements: ElementArena) -> Bool {
    switch elements.tag(of: element) {
    case .html, .body, .main, .article: false
    default: true
    }
  }

  func contains(_ block: Block) -> Bool { block.element.map { isInside[$0.index] } ?? false }

  func containsAsText(_ block: Block) -> Bool {
    contains(block) && block.context.isDisjoint(with: .frame)
  }
}
