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
  var layout: Layout
  /// What says that the text is not shown, where an inline element around it does.
  var unseen: BlockAssembler.Evidence?
  /// What the element and those around it are called, where style rules may ask for it.
  var names = NameSketch()
  /// What would show the text inside all the same.
  private var undoing: AttributeMeaning.Undoing?
  /// Whether its text may be rewritten (`ElementRewriting`).
  var rewrites = false
  /// What tells elements apart that a style sheet may set differently; 0 for no class and no style.
  var style: UInt64 = 0
  /// The line of preformatted text that it is, if it is one.
  var line: CodeLines.Kind?

  /// How an element stands among the text around it.
  enum Layout {
    /// A part of the line.
    case inline
    /// An inline element that its style sets on lines of its own.
    case line
    case block
    /// In the line or between the lines, and no part of the text (`Tag.isAside`).
    case aside

    init(_ tag: Tag, _ display: InlineStyle.Display?) {
      if tag.isBlockLevel || tag.isAside {
        self = display == .inline && tag.mayBeInline ? .inline : .block
      } else {
        self = display == .block ? .line : .inline
      }
    }
  }

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
      kind: kind, context: context, owner: owner, isPreformatted: treatment == .preformatted,
      unseen: unseen)
  }

  init(
    _ tag: Tag, _ element: ElementID, _ layout: Layout, inside parent: OpenElement?,
    isTooltip: Bool
  ) {
    self.tag = tag
    self.element = element
    // What lays out lines of code is code.
    self.layout = parent?.treatment == .preformatted && tag.isCodeLayout ? .inline : layout
    context = parent?.context ?? []
    kind = parent?.kind ?? .paragraph
    owner = self.layout == .inline || self.layout == .line ? parent?.owner ?? element : element
    treatment = isTooltip ? .ignored : parent?.treatment ?? .flow
    isInSVG = parent?.isInSVG ?? false
    unseen = parent?.unseen
    undoing = parent?.undoing
    if let parent { names = parent.names }
  }

  /// Takes on what its element's attributes say about the text inside.
  mutating func adopt(_ meaning: AttributeMeaning, isHiddenByRule: Bool) {
    context.formUnion(meaning.context)
    guard layout == .inline || layout == .line else {
      if meaning.hidingCause != nil { context.insert(.hidden) }
      return
    }
    if let undoing, meaning.undoes(undoing) {
      unseen = nil
      self.undoing = nil
    }
    guard let kind = isHiddenByRule ? .hidden : meaning.unseenKind,
      unseen == nil || (kind == .hidden && unseen?.kind != kind)
    else { return }
    unseen = BlockAssembler.Evidence(element: element, kind: kind)
    undoing = meaning.undoing
  }

  /// Takes on what speaks against the text as a part of the page's, if it is seen.
  mutating func adopt(_ hints: ElementHints) {
    guard unseen?.kind != .hidden, unseen?.kind != .outOfSight,
      let kind = hints.unseenKind(
        of: tag, isInCode: treatment == .preformatted, isInHeading: self.kind.isHeading)
    else { return }
    unseen = BlockAssembler.Evidence(element: element, kind: kind)
    undoing = nil
  }

  /// Takes on what its element's name says about the text inside.
  mutating func adopt(_ tag: Tag) {
    // Inside what is ignored or kept, everything is.
    guard treatment == .flow || treatment == .preformatted else { return }
    if treatment == .preformatted, tag.isCodeLayout { return }
    let outerKind = kind
    defer { if layout == .inline, tag.isBlockLevel { kind = outerKind } }
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
    case .template: context.insert(.hidden)
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
    default:
      if let level = tag.headingLevel {
        kind = .heading(level: level)
      } else if tag.isReplaced {
        context.insert(.hidden)
      }
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
  func codeLine(isCalledLine: Bool, isLaidOutAsLine: Bool) -> CodeLines.Kind? {
    switch self {
    case .tr, .li: .row
    case .div: isCalledLine ? .row : .block
    case .ol, .ul, .table: .block
    case .td, .th: nil
    default: isLaidOutAsLine ? .block : isCalledLine ? .span : nil
    }
  }

  /// Whether a style may make the element a part of the line around it. Items and cells stay what
  /// they are to their list and table, and what keeps its white space keeps it.
  fileprivate var mayBeInline: Bool {
    switch self {
    case .address, .article, .aside, .blockquote, .center, .dd, .details, .div, .dl, .dt, .fieldset,
      .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hgroup, .legend,
      .main, .nav, .p, .search, .section, .summary:
      true
    default: false
    }
  }
}
