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

  private var utf8: [UInt8] = []
  private var blocks: [Block] = []
  private var place: Place?
  private var contentStart = 0
  private var map = SourceMap()
  private var links: [Mark] = []
  private var marks: [Mark] = []
  private var unseen: [UnseenRun] = []
  /// The run that the text so far is in.
  private var openRun: (evidence: Evidence, start: Int)?
  /// The seam that the open run began with.
  private var runSeam = Seam()
  private var isApproximate = false
  /// The row and the cell the last block stood in, and whether it was alone there and short.
  private var lastRow: ElementID?
  private var row: ElementID?
  private var gap = Gap.none
  /// Between the cells of a row the gap is settled; what opens inside a cell widens it no more.
  private var isGapSettled = false
  private var openRow: OpenRow?
  /// Whether the row before stands on one line.
  private var isInRows = false
  private var pending = PendingSpace.none
  /// What the pending white space stands in.
  private var pendingEvidence: Evidence?
  private var seam = Seam()
  private var openLinks: [(element: ElementID, start: Int?)] = []
  private var openMarks = OpenMarks()
  private var openRewritings = OpenRewritings()
  private var rewritable: [RewritableText] = []
  private let ruby: RubyReading
  private var codeLines = CodeLines()
  private var lastFormula: Formula?
  /// How many blocks of the page stand before the first one here.
  private let base: Int
  /// What stands in the middle of the open block and is none of it; it follows behind.
  private var asides: [BlockAssembler] = []
  private var asideCount = 0

  private enum PendingSpace {
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
        endLinkRange()
        openLinks.append((element, nil))
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
        closeLink()
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
    let isSettled = blocks.indices[row.firstBlock...].allSatisfy { index in
      let block = blocks[index]
      return block.gap.count <= 1 && !utf8[block.tile].contains(0x0A)
        && (row.endsCell(index) || utf8[block.gap].first == 0x20)
    }
    if isSettled { return }
    let firstBlock = row.firstBlock
    var end = blocks[firstBlock].content.lowerBound
    for index in firstBlock..<blocks.count {
      let content = blocks[index].content
      let start = end
      for place in content {
        utf8[end] = utf8[place] == 0x0A ? 0x20 : utf8[place]
        end += 1
      }
      guard index + 1 < blocks.count else {
        blocks[index].move(to: start, gapUTF8Count: 0)
        break
      }
      utf8[end] = row.endsCell(index) ? 0x09 : 0x20
      end += 1
      blocks[index].move(to: start, gapUTF8Count: 1)
    }
    utf8.removeLast(utf8.count - end)
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
  private mutating func wait(for space: PendingSpace, in evidence: Evidence?) {
    switch (pending, space) {
    case (.none, _), (.space, .lineBreak): break
    case (.space, .space) where pendingEvidence != nil && evidence == nil: break
    default: return
    }
    pending = space
    pendingEvidence = evidence
  }

  private mutating func closeLink() {
    endLinkRange()
    openLinks.removeLast(openLinks.isEmpty ? 0 : 1)
  }

  /// Records the link that the text so far is in. Only the innermost of open links has any: in HTML 5
  /// links do not nest.
  private mutating func endLinkRange() {
    guard let last = openLinks.indices.last, let start = openLinks[last].start else { return }
    openLinks[last].start = nil
    guard utf8.count > start else { return }
    links.append(
      Mark(
        utf8Range: start - contentStart..<utf8.count - contentStart,
        element: openLinks[last].element))
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
  private mutating func endCodeLine(at byte: Int) {
    if place != nil, codeLines.takeDueLineEnd() { appendOwn(0x0A, at: byte) }
  }

  // MARK: Text

  /// Adds text that stands at `offset` of the decoded page as it is.
  mutating func append(
    _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, _ place: Place, _ source: SourcePositions
  ) {
    if place.isPreformatted {
      appendPreformatted(bytes, at: offset, place, source)
      return
    }
    var index = 0
    while index < bytes.count {
      var end = index
      if isSpace(bytes[index]) {
        while end < bytes.count, isSpace(bytes[end]) { end += 1 }
        if self.place != nil { wait(for: .space(offset + index..<offset + end), in: place.unseen) }
      } else {
        // Words with single spaces between them are copied in one piece.
        while end < bytes.count {
          if !isSpace(bytes[end]) {
            end += 1
          } else if bytes[end] == 0x20, end + 1 < bytes.count, !isSpace(bytes[end + 1]) {
            end += 2
          } else {
            break
          }
        }
        begin(
          place, UnsafeBufferPointer(rebasing: bytes[index...]), at: offset + index, source)
        utf8.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[index..<end]))
        source.append(offset + index..<offset + end, to: &map)
      }
      index = end
    }
  }

  /// Adds white space that is no text of its own.
  mutating func appendSpace(_ place: Place) {
    if self.place != nil, !place.isPreformatted { wait(for: .space(0..<0), in: place.unseen) }
  }

  /// Adds text that stands for a stretch of raw bytes as a whole.
  mutating func appendAtomic(
    _ bytes: UnsafeBufferPointer<UInt8>, standingFor sourceBytes: Range<Int>, isApproximate: Bool,
    _ place: Place
  ) {
    guard !bytes.isEmpty else { return }
    if place.isPreformatted {
      if self.place == nil, bytes.allSatisfy(isLineEnd) { return }
      endCodeLine(at: sourceBytes.lowerBound)
      codeLines.appendText()
    } else if bytes.allSatisfy(isSpace) {
      appendSpace(place)
      return
    }
    begin(place, bytes, sourceByte: sourceBytes.lowerBound)
    utf8.append(contentsOf: bytes)
    map.append(textCount: bytes.count, source: sourceBytes, textUnit: 0, sourceUnit: 0)
    if isApproximate { self.isApproximate = true }
  }

  /// Adds the alternative text of an image, marked by its element.
  mutating func appendAlternative(
    _ bytes: UnsafeBufferPointer<UInt8>, of element: ElementID,
    standingFor sourceBytes: Range<Int>, _ place: Place
  ) {
    openMarks.open(element)
    appendAtomic(bytes, standingFor: sourceBytes, isApproximate: false, place)
    if let mark = openMarks.close(at: utf8.count, in: contentStart) { marks.append(mark) }
    // The text after the image stands apart from it like the text before.
    seam.open(.img, style: 0)
  }

  /// A browser's rules for `pre`: the first line break is not shown, CR is a line break.
  private mutating func appendPreformatted(
    _ text: UnsafeBufferPointer<UInt8>, at textOffset: Int, _ place: Place,
    _ source: SourcePositions
  ) {
    let counting = self.place == nil ? text.indices : codeLines.textBetweenLines(text)
    let bytes = UnsafeBufferPointer(rebasing: text[counting])
    let offset = textOffset + counting.lowerBound
    guard !bytes.isEmpty else { return }
    var start = 0
    if self.place == nil {
      guard let first = bytes.firstIndex(where: { !isLineEnd($0) }) else { return }
      start = first
    } else if !isLineEnd(bytes[0]) {
      endCodeLine(at: source.byte(at: offset))
    }
    codeLines.appendText()
    begin(place, UnsafeBufferPointer(rebasing: bytes[start...]), at: offset + start, source)
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0D { end += 1 }
      utf8.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<end]))
      source.append(offset + start..<offset + end, to: &map)
      guard end < bytes.count else { break }
      if end + 1 == bytes.count || bytes[end + 1] != 0x0A {
        utf8.append(0x0A)
        map.append(
          textCount: 1, source: source.bytes(in: offset + end..<offset + end + 1), textUnit: 0,
          sourceUnit: 0)
      }
      start = end + 1
    }
  }

  private mutating func begin(
    _ place: Place, _ text: UnsafeBufferPointer<UInt8>, at offset: Int, _ source: SourcePositions
  ) {
    if case .space(let range) = pending, !range.isEmpty, self.place != nil {
      let start = utf8.count
      utf8.append(0x20)
      if range.count == 1 {
        source.append(range, to: &map)
      } else {
        map.append(
          textCount: 1, source: source.bytes(in: range), textUnit: 0, sourceUnit: 0)
      }
      enter(place.unseen, spaceFrom: start)
      pending = .none
      pendingEvidence = nil
      seam = Seam()
    }
    begin(place, text, sourceByte: source.byte(at: offset))
  }

  /// Opens a block if none is open, and writes the white space that is due before the next text.
  private mutating func begin(
    _ place: Place, _ text: UnsafeBufferPointer<UInt8>, sourceByte: Int
  ) {
    var start = utf8.count
    if self.place == nil {
      openBlock(place)
      start = contentStart
    } else {
      switch pending {
      case .none:
        if isSeparated(place, text) { appendOwn(0x20, at: sourceByte) }
      case .space(let range): appendOwn(0x20, at: range.isEmpty ? sourceByte : sourceByte)
      case .lineBreak(let byte): appendOwn(0x0A, at: byte)
      }
    }
    enter(place.unseen, spaceFrom: start)
    pending = .none
    pendingEvidence = nil
    seam = Seam()
    if let last = openLinks.indices.last, openLinks[last].start == nil {
      openLinks[last].start = utf8.count
    }
    openMarks.begin(at: utf8.count)
    openRewritings.begin(at: utf8.count)
  }

  /// Whether text that touches the text before stands apart on the screen, from it or from what is
  /// shown before it.
  private func isSeparated(_ place: Place, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first, Seam.isWordByte(first) else { return false }
    if seam.separates, let last = utf8.last, Seam.isWordByte(last) { return true }
    if !place.isPreformatted, !place.context.contains(.code), isBetweenNumbers(text) { return true }
    guard let openRun, openRun.evidence.kind == .hidden, place.unseen == nil,
      openRun.start > contentStart, Seam.isWordByte(utf8[openRun.start - 1])
    else { return false }
    return runSeam.over(seam).separates
  }

  /// Whether the digits before and behind the seam are two numbers.
  private func isBetweenNumbers(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard Seam.startsWithDigit(text),
      let digit = Seam.startOfLastDigit(in: utf8, before: utf8.count),
      digit >= contentStart
    else { return false }
    let isLone = Seam.startOfLastDigit(in: utf8, before: digit).map { $0 < contentStart } ?? true
    return seam.separatesDigits(isLone: isLone)
  }

  /// Ends and opens runs where text of another kind begins. White space between the two, which starts
  /// at `spaceFrom`, is in the run that it was found in.
  private mutating func enter(_ evidence: Evidence?, spaceFrom: Int) {
    guard openRun?.evidence != evidence else { return }
    if let openRun {
      endRun(at: pendingEvidence == openRun.evidence ? utf8.count : spaceFrom)
    }
    if let evidence {
      runSeam = seam
      openRun = (evidence, pendingEvidence == evidence ? spaceFrom : utf8.count)
    }
  }

  private mutating func endRun(at end: Int) {
    guard let (evidence, start) = openRun else { return }
    openRun = nil
    guard start < end else { return }
    unseen.append(
      UnseenRun(
        utf8Range: start - contentStart..<end - contentStart, element: evidence.element,
        kind: evidence.kind))
  }

  /// Writes white space that stands for no text of the page.
  private mutating func appendOwn(_ byte: UInt8, at sourceByte: Int) {
    utf8.append(byte)
    map.append(textCount: 1, source: sourceByte..<sourceByte, textUnit: 0, sourceUnit: 0)
  }

  // MARK: Blocks

  private mutating func openBlock(_ place: Place) {
    if !blocks.isEmpty { pending = .none }
    closeGap(gap)
    self.place = place
    contentStart = utf8.count
    gap = .none
    isGapSettled = false
  }

  /// Ends the open block; its gap is written when it is known how far off the next one is.
  private mutating func finishBlock() {
    seam = Seam()
    pending = .none
    guard let place else { return }
    self.place = nil
    endLinkRange()
    openMarks.interrupt(at: utf8.count, in: contentStart, into: &marks)
    endRun(at: utf8.count)
    openRewritings.interrupt()
    codeLines = CodeLines()
    if place.isPreformatted { trimLineEnds() }
    if !rewritable.isEmpty { rewriteText() }
    blocks.append(
      Block(
        id: BlockID(count), kind: place.kind, context: place.context, element: place.owner,
        content: contentStart..<utf8.count, gap: utf8.count..<utf8.count,
        links: Self.takeAll(&links), marks: Self.takeAll(&marks), unseen: Self.takeAll(&unseen),
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
    Self.clamp(&links, to: whole)
    Self.clamp(&marks, to: whole)
    Self.clamp(&unseen, to: whole)
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

  // MARK: What is rewritten

  mutating func openRewriting(
    _ rewriting: ElementRewriting, _ element: ElementID, sourceStart: Int
  ) {
    openRewritings.open(rewriting, element, sourceStart: sourceStart)
  }

  mutating func closeRewriting(sourceEnd: Int) {
    if let text = openRewritings.close(at: utf8.count, in: contentStart, sourceEnd: sourceEnd) {
      rewritable.append(text)
    }
  }

  /// Writes the raised, lowered and annotated text of the block as plain text says it.
  private mutating func rewriteText() {
    let content = utf8[contentStart...]
    let rewriter = TextRewriter(rewritable, in: content, ruby)
    let replacements = rewriter.replacements
    rewritable.removeAll(keepingCapacity: true)
    // Marks of what the text says itself would say it twice.
    if !rewriter.toldElements.isEmpty {
      marks.removeAll { rewriter.toldElements.contains($0.element) }
    }
    guard !replacements.isEmpty else { return }
    lastFormula = nil
    var rewritten: [UInt8] = []
    var pieces: [(utf8Range: Range<Int>, count: Int, source: Range<Int>)] = []
    var position = 0
    for replacement in replacements {
      let range = replacement.utf8Range
      rewritten.append(contentsOf: utf8[contentStart + position..<contentStart + range.lowerBound])
      rewritten.append(contentsOf: replacement.utf8)
      // What stands around the element in the page stays the source of the text around.
      let first =
        range.lowerBound == 0
        ? 0 : map.sourceRange(of: range.lowerBound - 1..<range.lowerBound).upperBound
      let end =
        range.upperBound == map.textCount
        ? Int.max : map.sourceRange(of: range.upperBound..<range.upperBound + 1).lowerBound
      let text = map.sourceRange(of: range)
      let start = max(first, min(replacement.source.lowerBound, text.lowerBound))
      pieces.append(
        (
          range, replacement.utf8.count,
          start..<max(start, min(end, max(replacement.source.upperBound, text.upperBound)))
        ))
      position = range.upperBound
    }
    rewritten.append(contentsOf: utf8[(contentStart + position)...])
    map = map.replacing(pieces)
    let counts = pieces.map { ($0.utf8Range, $0.count) }
    links = links.replacing(counts, contentCount: rewritten.count)
    marks = marks.replacing(counts, contentCount: rewritten.count)
    unseen = unseen.replacing(counts, contentCount: rewritten.count)
    utf8.replaceSubrange(contentStart..., with: rewritten)
  }

  // MARK: Formulas

  /// The formula that was added last, while it is the end of the text.
  private struct Formula {
    var element: ElementID
    var utf8Range: Range<Int>
    var sourceStart: Int
    var rank: FormulaRank
  }

  /// How much a formula's text is worth beside another copy of it.
  enum FormulaRank: Comparable {
    case preview, shown, source
  }

  /// Adds a formula as one piece, in place of a lesser copy of it right before.
  mutating func appendFormula(
    _ bytes: [UInt8], of element: ElementID, standingFor sourceBytes: Range<Int>,
    _ rank: FormulaRank, _ place: Place
  ) {
    var sourceBytes = sourceBytes
    var wasFinished = false
    if let last = lastFormula, last.utf8Range.upperBound == utf8.count, last.rank < rank {
      if self.place == nil {
        // Set on its own among other text it stays as it was shown.
        guard reopenBlock(of: last) else { return }
        wasFinished = true
      }
      sourceBytes = last.sourceStart..<max(last.sourceStart, sourceBytes.upperBound)
      takeBack(last)
    }
    openMarks.open(element)
    bytes.withUnsafeBufferPointer {
      appendAtomic($0, standingFor: sourceBytes, isApproximate: false, place)
    }
    let end = utf8.count
    if let mark = openMarks.close(at: end, in: contentStart) { marks.append(mark) }
    lastFormula = Formula(
      element: element, utf8Range: end - bytes.count..<end, sourceStart: sourceBytes.lowerBound,
      rank: rank)
    if wasFinished { finishBlock() }
  }

  /// Opens the last block again, if it is the formula alone.
  private mutating func reopenBlock(of formula: Formula) -> Bool {
    guard let last = blocks.last, last.content == formula.utf8Range, last.gap.isEmpty,
      last.links.isEmpty, last.unseen.isEmpty, let owner = last.element
    else { return false }
    blocks.removeLast()
    place = Place(
      kind: last.kind, context: last.context, owner: owner,
      isPreformatted: last.kind == .preformatted)
    contentStart = last.content.lowerBound
    marks = last.marks
    map = last.sourceMap
    return true
  }

  private mutating func takeBack(_ formula: Formula) {
    let count = formula.utf8Range.count
    utf8.removeLast(count)
    map.removeLast(count)
    marks.removeAll { $0.element == formula.element }
    // White space between the copies is none between the formula and what comes before.
    pending = .none
    pendingEvidence = nil
    seam = Seam()
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte <= 0x0D && byte >= 0x09 && byte != 0x0B)
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
