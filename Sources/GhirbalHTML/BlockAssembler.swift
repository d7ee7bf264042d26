import GhirbalDocument

/// Gathers the text between block boundaries into blocks, folding white space as a browser does.
struct BlockAssembler {
  /// Where text stands when it arrives; the first text of a block decides for the block.
  struct Place {
    var kind: BlockKind
    var context: BlockContext
    var owner: ElementID
    var isPreformatted: Bool
    /// What says that the text is not shown, where an inline element does; the block's context says
    /// it otherwise.
    var unseen: Evidence?
  }

  /// An inline element and what it says of the text inside.
  struct Evidence: Equatable {
    var element: ElementID
    var kind: UnseenRun.Kind
  }

  var utf8: [UInt8] = []
  var blocks: [Block] = []
  var place: Place?
  var contentStart = 0
  var map = SourceMap()
  var marks: [Mark] = []
  var unseen = UnseenRuns()
  var isApproximate = false
  /// The row and the cell the last block stood in, and whether it was alone there and short.
  private var lastRow: ElementID?
  private var row: ElementID?
  var gap = Gap.none
  /// Between the cells of a row the gap is settled; what opens inside a cell widens it no more.
  private var isGapSettled = false
  private var openRow: OpenRow?
  /// Whether the row before stands on one line.
  private var isInRows = false
  var pending = PendingSpace.none
  /// What the pending white space stands in.
  var pendingEvidence: Evidence?
  var seam = Seam()
  var links = OpenLinks()
  var openMarks = OpenMarks()
  var openRewritings = OpenRewritings()
  var rewritable: [RewritableText] = []
  let ruby: RubyReading
  var codeLines = CodeLines()
  var lastFormula: Formula?
  /// How many blocks of the page stand before the first one here.
  private let base: Int
  /// What stands in the middle of the open block and is none of it; it follows behind.
  private var asides: [BlockAssembler] = []
  private var asideCount = 0

  enum PendingSpace {
    case none
    /// Offsets in the decoded page; empty for a space that the page does not hold.
    case space(Range<Int>)
    case lineBreak(sourceByte: Int)
  }

  /// Cells longer than this stand on lines of their own: then the table is there for layout.
  private static let maxCellUTF8Count = 160

  init(textCount: Int, ruby: RubyReading) {
    base = 0
    self.ruby = ruby
    utf8.reserveCapacity(textCount / 2)
    blocks.reserveCapacity(textCount / 300)
  }

  /// For what stands inside a block of another's and is none of it.
  private init(base: Int, ruby: RubyReading) {
    self.base = base
    self.ruby = ruby
  }

  /// How many blocks of the page are finished.
  var count: Int { base + blocks.count }

  // MARK: Asides

  /// Where the text of an element goes that stands in a sentence without being a part of it: text
  /// for browsers without scripts, a list of options. Its blocks follow the one it stands in.
  func aside() -> BlockAssembler {
    BlockAssembler(base: count + asideCount + (place == nil ? 0 : 1), ruby: ruby)
  }

  /// Takes over what `aside` gave, its last block finished; goes on in the open block as if nothing
  /// had stood there.
  mutating func add(_ aside: BlockAssembler, of tag: Tag, _ boundary: Gap) {
    var aside = aside
    aside.gap = max(aside.gap, boundary)
    seam.open(tag, style: 0)
    guard !aside.blocks.isEmpty else { return }
    asides.append(aside)
    asideCount += aside.blocks.count
    if place == nil { placeAsides() }
  }

  private mutating func placeAsides() {
    guard !asides.isEmpty else { return }
    for aside in asides {
      closeGap(isGapSettled ? gap : max(gap, aside.gap))
      let start = utf8.count
      utf8.append(contentsOf: aside.utf8)
      for var block in aside.blocks {
        block.shift(by: start)
        blocks.append(block)
      }
      gap = aside.gap
      isGapSettled = false
    }
    asides.removeAll()
    asideCount = 0
  }

  // MARK: Boundaries

  mutating func startElement(
    _ tag: Tag, _ element: ElementID, _ boundary: Gap?, style: UInt64, at byte: Int,
    _ evidence: Evidence?
  ) {
    if let boundary {
      bound(boundary)
      if tag == .table { isInRows = false }
      if tag == .tr {
        row = element
        isGapSettled = false
        openRow = OpenRow(firstBlock: blocks.count)
      }
      if boundary == .cell {
        settleCell()
        openRow?.startCell(at: blocks.count)
      }
    } else if tag == .br {
      breakLine(at: byte, evidence)
    } else {
      seam.open(tag, style: style)
      if tag == .a {
        links.open(element, at: utf8.count, in: contentStart)
      } else if tag.isMarked {
        openMarks.open(element)
      }
    }
  }

  mutating func endElement(_ tag: Tag, _ boundary: Gap?, style: UInt64) {
    if let boundary {
      bound(boundary)
      switch tag {
      case .tr:
        isGapSettled = false
        settleRow()
      // What follows in a cell around it is no cell of its last row.
      case .table: row = nil
      default: break
      }
    } else if tag != .br {
      seam.close(tag, style: style)
      if tag == .a {
        links.close(at: utf8.count, in: contentStart)
      } else if tag.isMarked, let mark = openMarks.close(at: utf8.count, in: contentStart) {
        marks.append(mark)
      }
    }
  }

  private mutating func bound(_ boundary: Gap) {
    finishBlock()
    if !isGapSettled { gap = max(gap, boundary) }
  }

  private mutating func settleCell() {
    guard let last = blocks.last, row != nil, lastRow == row else { return }
    if last.content.count <= Self.maxCellUTF8Count {
      gap = .cell
      isGapSettled = true
    } else {
      gap = max(gap, .line)
    }
  }

  /// A row of short cells stands on one line, whatever its cells hold: line ends in them become
  /// spaces. Prose, headings and code in a cell keep their lines: then the table is there for layout.
  private mutating func settleRow() {
    defer { openRow = nil }
    // Below such a row one cell may stand alone, beside one that reaches down.
    guard let row = openRow else { return }
    isInRows = row.isOnOneLine(
      blocks, minCells: isInRows ? 1 : 2, maxCellUTF8Count: Self.maxCellUTF8Count)
    guard isInRows else { return }
    // What its last cell held moves the next row no further off.
    gap = min(gap, .line)
    row.setOnOneLine(&blocks, &utf8)
  }

  private mutating func breakLine(at byte: Int, _ evidence: Evidence?) {
    guard let place else { return }
    // What is not laid out has no lines.
    if place.isPreformatted {
      appendOwn(0x0A, at: byte)
    } else if evidence?.kind == .hidden {
      wait(for: .space(0..<0), in: evidence)
    } else if case .lineBreak = pending {
      bound(.paragraph)
    } else {
      wait(for: .lineBreak(sourceByte: byte), in: evidence)
    }
  }

  /// Starts a line where an inline element is laid out as a block, or behind its end.
  mutating func startLine(at byte: Int, _ evidence: Evidence?) {
    guard place != nil, evidence?.kind != .hidden else { return }
    wait(for: .lineBreak(sourceByte: byte), in: evidence)
  }

  /// Notes white space before the next text. What is hidden has its own, which goes with it.
  mutating func wait(for space: PendingSpace, in evidence: Evidence?) {
    switch (pending, space) {
    case (.none, _), (.space, .lineBreak): break
    case (.space, .space) where pendingEvidence != nil && evidence == nil: break
    default: return
    }
    pending = space
    pendingEvidence = evidence
  }

  // MARK: Lines of code

  /// White space before the first line's element, in UTF-8, that sets it out or in.
  private static let maxIndentUTF8Count = 64

  /// A line starts in preformatted text.
  mutating func startCodeLine(_ kind: CodeLines.Kind, at byte: Int) {
    guard let place, place.isPreformatted else { return }
    let isIndented =
      utf8.count - contentStart < Self.maxIndentUTF8Count
      && utf8[contentStart...].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    if codeLines.start(kind, isAtLineStart: isIndented || utf8.last == 0x0A) {
      appendOwn(0x0A, at: byte)
    }
  }

  mutating func endCodeLine(_ kind: CodeLines.Kind) {
    guard let place, place.isPreformatted else { return }
    codeLines.end(kind, isAtLineStart: utf8.last == 0x0A)
  }

  /// Writes the line end that is due before the next text.
  mutating func endCodeLine(at byte: Int) {
    if place != nil, codeLines.takeDueLineEnd() { appendOwn(0x0A, at: byte) }
  }

  // MARK: Blocks

  mutating func openBlock(_ place: Place) {
    if !blocks.isEmpty { pending = .none }
    closeGap(gap)
    self.place = place
    contentStart = utf8.count
    gap = .none
    isGapSettled = false
  }

  /// Ends the open block; its gap is written when it is known how far off the next one is.
  mutating func finishBlock() {
    seam = Seam()
    pending = .none
    guard let place else { return }
    self.place = nil
    links.endRange(at: utf8.count, in: contentStart)
    openMarks.interrupt(at: utf8.count, in: contentStart, into: &marks)
    unseen.end(at: utf8.count, in: contentStart)
    openRewritings.interrupt()
    codeLines = CodeLines()
    if place.isPreformatted { trimLineEnds() }
    if !rewritable.isEmpty { rewriteText() }
    blocks.append(
      Block(
        id: BlockID(count), kind: place.kind, context: place.context, element: place.owner,
        content: contentStart..<utf8.count, gap: utf8.count..<utf8.count,
        links: Self.takeAll(&links.ranges), marks: Self.takeAll(&marks),
        unseen: Self.takeAll(&unseen.runs),
        sourceMap: map.takeAll(), isApproximate: isApproximate))
    lastRow = row
    isApproximate = false
    placeAsides()
  }

  /// Hands over a block's marks, allocated once at their size; nothing where there are none.
  private static func takeAll<Stretch: BlockStretch>(_ marks: inout [Stretch]) -> [Stretch] {
    guard !marks.isEmpty else { return [] }
    var taken: [Stretch] = []
    taken.reserveCapacity(marks.count)
    taken.append(contentsOf: marks)
    marks.removeAll(keepingCapacity: true)
    return taken
  }

  private mutating func trimLineEnds() {
    let end = utf8[contentStart...].lastIndex { !isLineEnd($0) }.map { $0 + 1 } ?? contentStart
    guard end < utf8.count else { return }
    map.removeLast(utf8.count - end)
    utf8.removeLast(utf8.count - end)
    let whole = 0..<end - contentStart
    Self.clamp(&links.ranges, to: whole)
    Self.clamp(&marks, to: whole)
    Self.clamp(&unseen.runs, to: whole)
  }

  private static func clamp(_ stretches: inout [some BlockStretch], to whole: Range<Int>) {
    stretches = stretches.compactMap { stretch in
      let utf8Range = stretch.utf8Range.clamped(to: whole)
      return utf8Range.isEmpty ? nil : stretch.moved(to: utf8Range)
    }
  }

  private mutating func closeGap(_ gap: Gap) {
    guard let last = blocks.indices.last else { return }
    gap.utf8.withUTF8Buffer { utf8.append(contentsOf: $0) }
    blocks[last].closeGap(utf8Count: gap.utf8.utf8CodeUnitCount)
  }

  /// The text and the blocks; the last block ends its line.
  mutating func finish() -> ([UInt8], [Block]) {
    finishBlock()
    closeGap(.line)
    return (utf8, blocks)
  }

  /// The formula that was added last, while it is the end of the text.
  struct Formula {
    var element: ElementID
    var utf8Range: Range<Int>
    var sourceStart: Int
    var rank: FormulaRank
  }
}
