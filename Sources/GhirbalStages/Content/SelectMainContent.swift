public import GhirbalDocument
import GhirbalText

/// Keeps the main content of an HTML page by landmarks, link density and text density.
///
/// Flattened text has no markup to judge by and is left to the stages after this one.
public struct SelectMainContent: Stage {
  public static let name: StageName = "select_main_content"
  public static let summary =
    "Keeps the main content of an HTML page, by where text stands and how dense it is."

  public enum Reason: String, CaseIterable, Sendable {
    /// Not shown on the page: hidden, a template, text for browsers without scripts.
    case hidden
    /// Inside navigation, a page's footer, a form, a side column, a dialog or a control.
    case landmark
    /// Inside an element whose class or id names chrome.
    case chromeClass = "chrome_class"
    /// Outside the element that holds most of the page's prose.
    case outsideMainElement = "outside_main_element"
    /// Mostly links.
    case linkDensity = "link_density"
    /// Short pieces after the last prose.
    case tail
    /// Inside an element that a selector under `keep` matches.
    case selectedByRule = "selected_by_rule"
    /// Inside an element that a selector under `drop` matches.
    case droppedByRule = "dropped_by_rule"
    /// Inside the page's comments.
    case comment
    /// Inside a table of data.
    case table
    /// Inside a list.
    case list
    /// Part of the frame that a script would have filled.
    case scriptShell = "script_shell"
  }

  public struct Options: StageOptions {
    /// The share of link text from which a block is mostly links, 0...1.
    public var maxLinkDensity = 0.5
    /// Words from which a block without an end mark counts as prose all the same.
    public var minProseWords = 12
    /// The share of the page's prose that the main element must hold, 0...1.
    public var minMainShare = 0.75
    /// CSS selectors of elements whose text stays, each a list of its own.
    public var keep: [String] = []
    /// CSS selectors of elements whose text goes.
    public var drop: [String] = []
    /// What readers wrote below the text.
    public var comments = RegionPolicy.auto
    /// Tables of data.
    public var tables = RegionPolicy.auto
    public var lists = RegionPolicy.auto

    public init() {}

    public func validate() throws(OptionProblem) {
      guard (0...1).contains(maxLinkDensity) else {
        throw OptionProblem("maxLinkDensity", "is not from 0 to 1")
      }
      guard minProseWords > 0 else { throw OptionProblem("minProseWords", "is below 1") }
      guard (0.5...1).contains(minMainShare) else {
        throw OptionProblem("minMainShare", "is not from 0.5 to 1")
      }
      try ContentRules.validate(self)
    }

    public static var choices: [String: [String]] {
      let policies = RegionPolicy.allCases.map(\.rawValue)
      return ["comments": policies, "tables": policies, "lists": policies]
    }

    public var writtenRules: [WrittenRule] { ContentRules.writtenRules(self) }
  }

  private let options: Options
  private let rules: ContentRules

  /// - Precondition: the options are valid.
  public init(_ options: Options) {
    self.options = options
    rules = ContentRules(options)
  }

  public func edits(for document: Document) -> [Edit<Reason>] {
    guard document.format == .html else { return [] }
    let forced = rules.verdicts(for: document)
    let isShell = ScriptShell.isOne(document)
    let page = PageDensity(document, options)
    // A page with no prose at all, a menu or an app's shell: nothing to choose by, so nothing goes
    // but what is not shown.
    return document.liveBlocks.compactMap { block in
      if let verdict = forced[block.id] { return verdict.edit(on: block.id) }
      if isShell { return .drop(block.id, .scriptShell) }
      return page.reason(toDrop: block).map {
        .drop(block.id, $0.reason, confidence: $0.confidence)
      }
    }
  }
}

/// How prose, links and landmarks lie over one page.
private struct PageDensity {
  private let options: SelectMainContent.Options
  private let elements: ElementArena
  private let blocks: [Block]
  private var shapes: [ProseShape] = []
  private var verdicts: [(reason: SelectMainContent.Reason, confidence: Double)?] = []
  /// Prose words before each block, so that any element's share is one subtraction.
  private var proseBefore: [Int] = [0]
  private var mainBlocks: Range<Int>
  private var lastProse: Int?

  init(_ document: Document, _ options: SelectMainContent.Options) {
    self.options = options
    elements = document.elements
    blocks = document.blocks
    shapes = document.blocks.map { document.withContent(of: $0) { ProseShape($0) } }
    mainBlocks = 0..<document.blocks.count
    // What a page is wholly inside of says nothing: chrome holds less than half of its prose.
    let allProse = document.blocks.indices.reduce(0) { $0 + rawProse(document.blocks[$1]) }
    let chrome = ChromeRegions(document, proseBefore: prefixSums(document), total: allProse)
    verdicts = document.blocks.map { chrome.verdict(on: $0) }
    for block in document.blocks {
      let isProse = verdicts[block.id.index] == nil && !block.isDropped
      proseBefore.append((proseBefore.last ?? 0) + (isProse ? rawProse(block) : 0))
    }
    findMainElement(document)
  }

  private func prefixSums(_ document: Document) -> [Int] {
    document.blocks.reduce(into: [0]) { sums, block in
      sums.append((sums.last ?? 0) + rawProse(block))
    }
  }

  /// Words of a block that reads as prose: it ends like a sentence or is long, and is no link list.
  private func rawProse(_ block: Block) -> Int {
    let shape = shapes[block.id.index]
    let isProse =
      shape.wordCount >= options.minProseWords
      || (shape.endsSentence && shape.wordCount >= options.minProseWords / 2)
    guard isProse || block.kind == .preformatted, block.linkDensity <= options.maxLinkDensity else {
      return 0
    }
    return shape.wordCount
  }

  /// The innermost element that holds enough of the prose. Two that do are nested, and elements
  /// come in document order, so it is the last one.
  private mutating func findMainElement(_ document: Document) {
    guard let total = proseBefore.last, total > 0 else { return }
    let elements = document.elements
    for index in 0..<elements.count {
      let first = Int(elements.firstBlocks[index])
      let end = Int(elements.endBlocks[index])
      guard end > first, elements.tags[index].isBlockLevel else { continue }
      if Double(proseBefore[end] - proseBefore[first]) >= options.minMainShare * Double(total) {
        mainBlocks = first..<end
      }
    }
    titleBlock = title(of: document)
    lastProse = document.blocks[mainBlocks].lastIndex {
      verdicts[$0.id.index] == nil && rawProse($0) > 0
    }
  }

  private var titleBlock: Int?

  /// The heading above the main element that is the title: what the head calls the page, otherwise
  /// the nearest of the first level, otherwise the nearest. Nil where the main element has it.
  private func title(of document: Document) -> Int? {
    let named = PageTitle(document)
    func isNamed(_ heading: Block) -> Bool { named.strength(of: heading, in: document) > 0 }
    let isInside = document.blocks[mainBlocks].contains {
      $0.kind == .heading(level: 1) || ($0.kind.isHeading && isNamed($0))
    }
    guard !isInside else { return nil }
    let headings = document.blocks[..<mainBlocks.lowerBound].filter {
      $0.kind.isHeading && !$0.isDropped && verdicts[$0.id.index] == nil
    }
    let best = headings.map { named.strength(of: $0, in: document) }.max() ?? 0
    let title =
      best == 0
      ? headings.last { $0.kind == .heading(level: 1) }
      : headings.last { named.strength(of: $0, in: document) == best }
    return (title ?? headings.last)?.id.index
  }

  func reason(
    toDrop block: Block
  ) -> (reason: SelectMainContent.Reason, confidence: Double)? {
    let index = block.id.index
    if let verdict = verdicts[index] {
      // Nothing but hidden text goes from a page without prose.
      return lastProse == nil && verdict.reason != .hidden ? nil : verdict
    }
    guard let lastProse, index != titleBlock else { return nil }
    if !mainBlocks.contains(index) {
      return isLead(block) ? nil : (.outsideMainElement, 0.8)
    }
    if block.linkDensity > options.maxLinkDensity, !block.kind.isHeading, !isInProse(block) {
      return (.linkDensity, min(1, 0.4 + block.linkDensity / 2))
    }
    if index > lastProse, isTail(block) { return (.tail, 0.6) }
    return nil
  }

  /// Prose between the title and the main element: the text that opens an article often stands there.
  private func isLead(_ block: Block) -> Bool {
    guard let titleBlock, (titleBlock..<mainBlocks.lowerBound).contains(block.id.index) else {
      return false
    }
    return rawProse(block) > 0
  }

  /// A linked item of a list or a table with other words around the links is content.
  private func isInProse(_ block: Block) -> Bool {
    shapes[block.id.index].endsSentence && shapes[block.id.index].wordCount >= options.minProseWords
  }

  /// The link density of the whole table that a cell stands in: a list of topics has links in one
  /// column only.
  private func tableLinkDensity(_ block: Block) -> Double {
    var element = block.element
    while let current = element, elements.tag(of: current) != .table {
      element = elements.parent(of: current)
    }
    guard let table = element else { return block.linkDensity }
    let cells = blocks[
      Int(elements.firstBlocks[table.index])..<Int(elements.endBlocks[table.index])]
    let text = cells.reduce(0) { $0 + $1.content.count }
    let links = cells.reduce(0.0) { $0 + $1.linkDensity * Double($1.content.count) }
    return text == 0 ? 0 : links / Double(text)
  }

  private func isTail(_ block: Block) -> Bool {
    switch block.kind {
    case .preformatted, .definition, .quotation: false
    case .tableCell: tableLinkDensity(block) > 0.2
    case .listItem: block.linkDensity > 0.2
    default:
      shapes[block.id.index].wordCount < options.minProseWords
        && !shapes[block.id.index].endsSentence
    }
  }
}

/// The elements of a page that are chrome by their tag, role, class or id.
private struct ChromeRegions {
  private let document: Document
  private let proseBefore: [Int]
  private let total: Int
  /// By element: whether it or an ancestor is chrome by its class.
  private var isChrome: [Bool] = []
  private let wholePage: BlockContext

  init(_ document: Document, proseBefore: [Int], total: Int) {
    self.document = document
    self.proseBefore = proseBefore
    self.total = total
    wholePage = Self.contexts(ofMostProseIn: document, proseBefore: proseBefore, total: total)
    let elements = document.elements
    isChrome.reserveCapacity(elements.count)
    for index in 0..<elements.count {
      let element = ElementID(index)
      let inherited = elements.parent(of: element).map { isChrome[$0.index] } ?? false
      isChrome.append(inherited || (namesChrome(element) && !holdsMostProse(element)))
    }
  }

  private func namesChrome(_ element: ElementID) -> Bool {
    [AttributeName.class, .id].contains { name in
      document.elements.attribute(name, of: element).map {
        ChromeTokens.names($0, ChromeTokens.chrome)
      } ?? false
    }
  }

  private func holdsMostProse(_ element: ElementID) -> Bool {
    let first = Int(document.elements.firstBlocks[element.index])
    let end = Int(document.elements.endBlocks[element.index])
    return 2 * (proseBefore[max(first, end)] - proseBefore[first]) > total
  }

  func verdict(on block: Block) -> (reason: SelectMainContent.Reason, confidence: Double)? {
    let context = block.context.subtracting(wholePage)
    if !context.isDisjoint(with: Self.unseen) { return (.hidden, 1) }
    if !context.isDisjoint(with: Self.landmarks) { return (.landmark, 0.9) }
    if let element = block.element, isChrome[element.index] { return (.chromeClass, 0.8) }
    return nil
  }

  private static let unseen: BlockContext = [.hidden, .noscript]
  private static let landmarks: BlockContext = [
    .navigation, .pageFooter, .aside, .dialog, .button, .form,
  ]

  /// The contexts that most of the page's prose stands in. They say nothing there: an ASP.NET page
  /// is one form, a page that a script unveils is hidden, some forums put all posts in `noscript`.
  private static func contexts(
    ofMostProseIn document: Document, proseBefore: [Int], total: Int
  ) -> BlockContext {
    var whole: BlockContext = []
    for context in [
      BlockContext.hidden, .noscript, .navigation, .pageFooter, .aside, .dialog, .button, .form,
    ] {
      let prose = document.blocks.indices.reduce(0) { sum, index in
        document.blocks[index].context.contains(context)
          ? sum + proseBefore[index + 1] - proseBefore[index] : sum
      }
      if 2 * prose > total { whole.insert(context) }
    }
    return whole
  }
}
