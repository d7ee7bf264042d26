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
  /// Whether its text may be rewritten (`ElementRewriting`).
  var rewrites = false
  /// What tells elements apart that a style sheet may set differently; 0 for no class and no style.
  var style: UInt64 = 0
  /// The line of preformatted text that it is, if it is one.
  var line: CodeLines.Kind?

  /// What is done with the text inside an element.
  enum Treatment {
    case flow
    case preformatted
    /// Gathered with all that is inside, to be one piece of text: a formula.
    case gathered
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
    // What lays out lines of code is code.
    if treatment == .preformatted, tag.isCodeLayout { return }
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

extension Tag {
  /// Elements that lay out lines inside of preformatted text; others start a block there too.
  var isCodeLayout: Bool {
    switch self {
    case .div, .ol, .ul, .li, .table, .tbody, .thead, .tfoot, .tr, .td, .th, .colgroup, .col: true
    default: false
    }
  }

  /// Elements in which white space only sets out the tags inside.
  var holdsOnlyElements: Bool {
    switch self {
    case .ol, .ul, .table, .tbody, .thead, .tfoot, .tr, .colgroup: true
    default: false
    }
  }

  /// Whether the element is a line of preformatted text, and of what kind.
  func codeLine(isCalledLine: Bool) -> CodeLines.Kind? {
    switch self {
    case .tr, .li: .row
    case .div: isCalledLine ? .row : .block
    case .ol, .ul, .table: .block
    case .span, .code: isCalledLine ? .span : nil
    default: nil
    }
  }
}
