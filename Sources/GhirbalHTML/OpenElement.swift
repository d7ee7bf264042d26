import GhirbalDocument

/// An element whose end the parser has not reached, and what it means for the text inside.
struct OpenElement {
  var tag: Tag
  var element: ElementID
  var context: BlockContext
  var kind: BlockKind
  /// The nearest block-level element, which owns the text.
  var owner: ElementID
  var treatment: Treatment
  /// Whether it is an `svg` or stands in one, where a title is a tooltip.
  var isInSVG: Bool

  /// What is done with the text inside an element.
  enum Treatment {
    case flow
    case preformatted
    /// Kept in the arena, no block: the page's title, JSON-LD.
    case kept
    case ignored
  }

  var place: BlockAssembler.Place {
    BlockAssembler.Place(
      kind: kind, context: context, owner: owner, isPreformatted: treatment == .preformatted)
  }

  /// Takes on what its element's name says about the text inside.
  mutating func adopt(_ tag: Tag) {
    // Inside what is ignored or kept, everything is.
    guard treatment == .flow || treatment == .preformatted else { return }
    switch tag {
    case .script, .style: treatment = .ignored
    case .svg:
      context.insert(.figure)
      isInSVG = true
    case .title: treatment = .kept
    case .nav: context.insert(.navigation)
    case .header: if !context.contains(.article) { context.insert(.pageHeader) }
    case .footer: if !context.contains(.article) { context.insert(.pageFooter) }
    case .aside: context.insert(.aside)
    case .main: context.insert(.main)
    case .article: context.insert(.article)
    case .form: context.insert(.form)
    case .button, .select, .datalist: context.insert(.button)
    case .dialog: context.insert(.dialog)
    case .template, .iframe, .noembed, .noframes, .object, .audio, .video, .canvas:
      context.insert(.hidden)
    case .noscript: context.insert(.noscript)
    case .ul, .ol, .menu, .dir: context.insert(.list)
    case .li: kind = .listItem
    case .p where kind == .tableCell: kind = .paragraph
    case .dt, .dd: kind = .definition
    case .table: context.insert(.table)
    case .td, .th: kind = .tableCell
    case .figure: context.insert(.figure)
    case .figcaption, .caption: kind = .caption
    case .blockquote:
      context.insert(.quotation)
      kind = .quotation
    case .pre, .xmp, .plaintext, .textarea:
      kind = .preformatted
      treatment = .preformatted
    case .code where kind != .preformatted: context.insert(.code)
    default: if let level = tag.headingLevel { kind = .heading(level: level) }
    }
  }
}
