import GhirbalDocument
import GhirbalText

/// Turns the parser's events into the arena of elements and, in the same pass, into blocks.
///
/// libxml2 is trusted for the structure. The text is copied from the page itself, at the positions
/// the parser tells, so that every block knows its source. References are hidden from the parser and
/// read here by the standard's rules.
struct MarkupReader {
  private let text: UnsafeBufferPointer<UInt8>
  private let source: DecodingMap
  private let reading: MarkupReading
  private let isFrameset: Bool
  private(set) var elements = ElementArena()
  /// Asides nested deeper cut the text that they stand in: each one's text is moved when it ends.
  private static let maxAsideDepth = 16
  /// Whether elements were nested deeper than `HTMLReader.maxDepth`.
  private(set) var isTooDeep = false
  private var blocks: BlockAssembler
  /// The assemblers of the text around, where an aside is open; the outermost first.
  private var interrupted: [BlockAssembler] = []
  private var unshown: UnshownElements
  private var frames: [OpenElement] = []
  private var tagCache = TagCache()
  private var attributes: AttributeReader
  private var partCache = FormulaPartCache()
  private var formula: GatheredFormula?
  private var places: PagePlaces
  /// Text up to here was taken already, by a reference that the parser told in two pieces.
  private var consumedEnd = 0
  private var keptText: [UInt8] = []

  init(
    _ text: UnsafeBufferPointer<UInt8>, prepared: UnsafeBufferPointer<UInt8>,
    source: DecodingMap, _ reading: MarkupReading, rules: StyleRules?, isFrameset: Bool
  ) {
    self.text = text
    self.reading = reading
    places = PagePlaces(text, prepared)
    self.source = source
    self.isFrameset = isFrameset
    unshown = UnshownElements(rules)
    attributes = AttributeReader(reading)
    blocks = BlockAssembler(textCount: text.count, ruby: reading.ruby)
    elements.reserveCapacity(text.count / 48)
    frames.reserveCapacity(64)
  }

  /// The document, once the parser is done.
  mutating func finish() -> Document {
    while !frames.isEmpty { end(at: text.count) }
    let (utf8, read) = blocks.finish()
    var blocks = read
    unshown.settle(&blocks, utf8, &elements)
    return Document(format: .html, elements: elements, utf8: utf8, blocks: blocks)
  }

  // MARK: Tags

  mutating func start(
    _ name: UnsafePointer<UInt8>, _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?,
    at position: Int
  ) {
    var tag = tagCache.tag(name)
    if formula?.endsBefore(tag) ?? false { cutFormula() }
    let parent = frames.last
    let isTooltip = tag == .title && parent?.isInSVG == true
    if isTooltip { tag = .other }
    // Where there are frames, what stands in for them is the page's body.
    if tag == .noframes, isFrameset { tag = .div }
    if frames.count >= HTMLReader.maxDepth {
      startTooDeep(tag, isThere: places.tagStart(name, position) != nil, at: position)
      return
    }
    let start = places.tagStart(name, position)
    let sourceStart = source.sourceOffset(of: start ?? places.expectedStart)
    let isAside = tag.isAside && interrupted.count < Self.maxAsideDepth
    if isAside {
      let aside = blocks.aside()
      interrupted.append(blocks)
      blocks = aside
    }
    let element = elements.append(
      tag, parent: parent?.element, sourceStart: sourceStart, firstBlock: blocks.count)
    let meaning =
      attributes.map {
        self.attributes.keep($0, of: tag, in: &elements, &unshown)
      } ?? ElementMeaning()
    var frame = OpenElement(
      tag, element, isAside ? .aside : .init(tag, meaning.attributes.style.display),
      inside: parent, isTooltip: isTooltip)
    frame.style = meaning.style
    if frame.treatment == .preformatted {
      frame.line = tag.codeLine(
        isCalledLine: meaning.hints.contains(.codeLine), isLaidOutAsLine: frame.layout == .line)
    }
    let isHiddenByRule = unshown.add(element, &frame, meaning.attributes, in: elements)
    frame.adopt(meaning.attributes, isHiddenByRule: isHiddenByRule)
    if !meaning.hints.isEmpty || tag == .button { frame.adopt(meaning.hints) }
    let boundary = boundary(of: frame, inside: parent)
    if frame.layout == .line, frame.treatment == .flow {
      blocks.startLine(at: sourceStart, frame.unseen)
    }
    frame.adopt(tag)
    if tag == .table, frame.treatment == .flow, meaning.hints.contains(.codeTable) {
      frame.kind = .preformatted
      frame.treatment = .preformatted
    }
    if tag == .script, elements.attribute(.type, of: element) == "application/ld+json" {
      frame.treatment = .kept
    }
    // An implied tag takes no place; what comes next may stand before the parser's position.
    if start != nil {
      places.passStartTag(at: position)
    }
    if frame.treatment == .gathered {
      let part = part(name, meaning)
      let alternative = imageAlternative(of: frame)
      formula?.start(part, meaning, alternative)
      frames.append(frame)
      return
    }
    blocks.startElement(
      tag, element, boundary, style: frame.style, at: sourceStart, frame.unseen)
    if let line = frame.line { blocks.startCodeLine(line, at: sourceStart) }
    open(&frame, meaning, sourceStart: sourceStart)
    frames.append(frame)
    if frame.treatment == .kept { keptText.removeAll(keepingCapacity: true) }
    if frame.treatment == .gathered {
      let part = part(name, meaning)
      formula?.start(part, meaning, nil)
    } else if tag == .img, frame.treatment == .flow, start != nil {
      if meaning.hints.contains(.formulaImage), let alternative = imageAlternative(of: frame) {
        addFormulaImage(alternative, frame, from: sourceStart)
      } else if reading.images == .alt {
        readAlternative(of: element, frame, from: sourceStart)
      }
    }
  }

  /// How far an element's text stands off the one around it; nil where it is in one line with it.
  private func boundary(of frame: OpenElement, inside parent: OpenElement?) -> Gap? {
    guard frame.layout == .block, frame.treatment != .gathered else { return nil }
    return Gap.boundary(of: frame.tag, inside: parent?.kind ?? .paragraph)
  }

  /// Opens what is made of an element's text beside blocks: a formula, or another writing of it.
  private mutating func open(
    _ frame: inout OpenElement, _ meaning: ElementMeaning, sourceStart: Int
  ) {
    let isScript = meaning.hints.contains(.formulaSource) && frame.tag == .script
    if isScript, let around = frames.last?.treatment, around == .flow || around == .preformatted {
      frame.treatment = around
    }
    guard frame.treatment == .flow || frame.treatment == .preformatted else { return }
    let rank: BlockAssembler.FormulaRank? =
      isScript
      ? .source
      : frame.tag == .math || meaning.hints.contains(.formula)
        ? .shown : meaning.hints.contains(.formulaPreview) ? .preview : nil
    if let rank, !frame.tag.isBlockLevel || frame.tag == .div {
      formula = GatheredFormula(
        element: frame.element, tag: frame.tag, rank: rank, place: frame.place,
        depth: frames.count, sourceStart: sourceStart)
      frame.treatment = .gathered
    } else if let rewriting = meaning.rewriting(of: frame.tag) {
      frame.rewrites = true
      blocks.openRewriting(rewriting, frame.element, sourceStart: sourceStart)
    }
  }

  /// Starts an element that is none of its own in the arena: it stands for the one around it.
  private mutating func startTooDeep(_ tag: Tag, isThere: Bool, at position: Int) {
    guard var frame = frames.last else { return }
    isTooDeep = true
    let (element, wasKept) = (frame.element, frame.treatment == .kept)
    let sourceStart = source.sourceOffset(of: places.expectedStart)
    if isThere {
      places.passStartTag(at: position)
    }
    // What marks its text would mark it as the element around does.
    frame.tag = tag == .a || tag.isMarked ? .other : tag
    frame.layout = tag.isBlockLevel ? .block : .inline
    frame.rewrites = false
    frame.style = 0
    frame.line = nil
    if frame.treatment == .gathered {
      formula?.start(nil, ElementMeaning(), nil)
      frames.append(frame)
      return
    }
    let boundary = Gap.boundary(of: frame.tag, inside: frame.kind)
    frame.adopt(frame.tag)
    if frame.treatment == .kept, !wasKept { frame.treatment = .ignored }
    blocks.startElement(
      frame.tag, element, boundary, style: 0, at: sourceStart, frame.unseen)
    frames.append(frame)
  }

  // MARK: Formulas

  private mutating func part(
    _ name: UnsafePointer<UInt8>, _ meaning: ElementMeaning
  ) -> FormulaText.Part? {
    guard let part = partCache.part(name) else { return nil }
    return part == .otherCopy && meaning.isInTeX ? .tex : part
  }

  private func imageAlternative(of frame: OpenElement) -> String? {
    frame.tag == .img ? elements.attribute(.alt, of: frame.element) : nil
  }

  private mutating func addFormulaImage(
    _ alternative: String, _ frame: OpenElement, from sourceStart: Int
  ) {
    var text = FormulaText()
    text.addTeX(alternative.utf8)
    guard let reading = text.reading else { return }
    elements.setFormula(frame.element, reading.notation)
    blocks.appendFormula(
      reading.utf8, of: frame.element,
      standingFor: sourceStart..<max(sourceStart, source.sourceOffset(of: places.expectedStart)),
      .shown,
      frame.place)
  }

  /// Ends the formula where `sourceEnd` is, and puts it into the text.
  private mutating func finishFormula(sourceEnd: Int) {
    guard let formula else { return }
    self.formula = nil
    guard let reading = formula.text.reading else { return }
    elements.setFormula(formula.element, reading.notation)
    if formula.text.startsWithSpace { blocks.appendSpace(formula.place) }
    blocks.appendFormula(
      reading.utf8, of: formula.element,
      standingFor: formula.sourceStart..<max(formula.sourceStart, sourceEnd), formula.rank,
      formula.place)
    if formula.text.endsWithSpace { blocks.appendSpace(formula.place) }
  }

  /// Ends a formula that was not closed before text that can be no part of it; what is open inside
  /// goes on as text.
  private mutating func cutFormula() {
    guard let formula else { return }
    finishFormula(sourceEnd: source.sourceOffset(of: places.sureEnd))
    let isPreformatted = formula.place.isPreformatted
    for index in formula.depth..<frames.count {
      frames[index].treatment = isPreformatted ? .preformatted : .flow
      guard index > formula.depth else { continue }
      let frame = frames[index]
      blocks.startElement(
        frame.tag, frame.element, boundary(of: frame, inside: frames[index - 1]),
        style: frame.style, at: source.sourceOffset(of: places.sureEnd), frame.unseen)
    }
  }

  /// Adds the alternative text of an image as if it stood in place of the tag.
  private mutating func readAlternative(
    of element: ElementID, _ frame: OpenElement, from sourceStart: Int
  ) {
    guard let alternative = elements.attribute(.alt, of: element) else { return }
    let words = alternative.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !words.isEmpty else { return }
    var place = frame.place
    // What stands for a figure is its caption.
    if place.context.contains(.figure), place.kind == .paragraph { place.kind = .caption }
    let end = max(sourceStart, source.sourceOffset(of: places.expectedStart))
    Array(words.utf8).withUnsafeBufferPointer {
      blocks.appendAlternative($0, of: element, standingFor: sourceStart..<end, place)
    }
  }

  mutating func end(at position: Int) {
    // An element that the next one's start tag closes is told from inside that tag, and one that
    // text closes from behind the text. What was in a script may have been left out.
    let wasLeftOut = frames.last?.tag == .script || frames.last?.tag == .style
    places.passEndTag(at: position, mayBeFarther: wasLeftOut)
    guard let frame = frames.popLast() else { return }
    let sourceEnd = source.sourceOffset(of: places.expectedStart)
    if frame.treatment == .gathered {
      formula?.end()
      guard frames.count == formula?.depth else {
        elements.close(frame.element, sourceEnd: sourceEnd, endBlock: blocks.count)
        return
      }
      finishFormula(sourceEnd: source.sourceOffset(of: places.surelyEnded()))
    }
    if frame.rewrites {
      blocks.closeRewriting(sourceEnd: source.sourceOffset(of: places.surelyEnded()))
    }
    if let line = frame.line { blocks.endCodeLine(line) }
    if frame.treatment == .kept, frames.last?.treatment != .kept, !keptText.isEmpty {
      keptText.withUnsafeBufferPointer { elements.appendText($0, of: frame.element) }
    }
    let kind = frames.last?.kind ?? .paragraph
    var endBlock: Int?
    switch frame.layout {
    case .inline: blocks.endElement(frame.tag, nil, style: frame.style)
    case .line:
      blocks.endElement(frame.tag, nil, style: frame.style)
      if frame.treatment == .flow { blocks.startLine(at: sourceEnd, frame.unseen) }
    case .block:
      blocks.endElement(frame.tag, Gap.boundary(of: frame.tag, inside: kind), style: frame.style)
    case .aside:
      blocks.endElement(frame.tag, .apart(inside: kind), style: 0)
      endBlock = blocks.count
      let aside = blocks
      blocks = interrupted.removeLast()
      blocks.add(aside, of: frame.tag, .apart(inside: kind))
    }
    elements.close(frame.element, sourceEnd: sourceEnd, endBlock: endBlock ?? blocks.count)
  }

  mutating func skipped(at position: Int) { places.pass(at: position) }

  mutating func rawText(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) {
    if let frame = frames.last, frame.treatment == .kept || frame.treatment == .gathered {
      let range = places.verbatimRange(of: bytes, parserAt: position)
      let raw = range.map { UnsafeBufferPointer(rebasing: text[$0]) } ?? bytes
      if frame.treatment == .kept {
        keptText.append(contentsOf: raw)
      } else if formula?.rank == .source {
        formula?.text.addTeX(raw)
      }
    }
    places.pass(at: position)
  }

  // MARK: Text

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) {
    guard let treatment = frames.last?.treatment, treatment != .ignored else {
      places.passUnsurely(at: position)
      return
    }
    guard let range = places.verbatimRange(of: bytes, parserAt: position) else {
      let start = min(places.lastEnd, position)
      add(bytes, source: start..<position, isApproximate: true, treatment)
      places.passUnsurely(at: max(places.lastEnd, position))
      return
    }
    places.pass(at: range.upperBound)
    if places.isEndOfNamelessTag(range.lowerBound) {
      consumedEnd = max(consumedEnd, range.lowerBound + 1)
    }
    add(max(range.lowerBound, consumedEnd)..<max(range.upperBound, consumedEnd), treatment)
  }

  /// Adds a stretch of the page as it stands, but for the references in it.
  private mutating func add(_ range: Range<Int>, _ treatment: OpenElement.Treatment) {
    var start = range.lowerBound
    var position = start
    while position < range.upperBound {
      guard let ampersand = places.ampersand(in: position..<range.upperBound) else { break }
      guard let match = CharacterReferences.standard.match(in: text, at: ampersand) else {
        position = ampersand + 1
        continue
      }
      addPlain(start..<ampersand, treatment)
      consumedEnd = ampersand + match.utf8Count
      match.utf8.withUnsafeBufferPointer {
        add($0, source: ampersand..<consumedEnd, isApproximate: false, treatment)
      }
      position = consumedEnd
      start = consumedEnd
    }
    if start < range.upperBound { addPlain(start..<range.upperBound, treatment) }
  }

  private mutating func addPlain(_ range: Range<Int>, _ treatment: OpenElement.Treatment) {
    guard !range.isEmpty else { return }
    let bytes = UnsafeBufferPointer(rebasing: text[range])
    switch treatment {
    case .kept: keptText.append(contentsOf: bytes)
    case .gathered: formula?.text.append(bytes)
    default:
      guard let frame = frames.last else { return }
      if treatment == .preformatted, frame.tag.holdsOnlyElements, bytes.allSatisfy({ $0 <= 0x20 }) {
        return
      }
      blocks.append(bytes, at: range.lowerBound, frame.place, source)
    }
  }

  /// Adds text that stands for `range` of the page as a whole.
  private mutating func add(
    _ bytes: UnsafeBufferPointer<UInt8>, source range: Range<Int>, isApproximate: Bool,
    _ treatment: OpenElement.Treatment
  ) {
    if treatment == .kept {
      keptText.append(contentsOf: bytes)
    } else if treatment == .gathered {
      formula?.text.append(bytes)
    } else if let frame = frames.last {
      blocks.appendAtomic(
        bytes, standingFor: source.sourceRange(of: range), isApproximate: isApproximate, frame.place
      )
    }
  }
}
