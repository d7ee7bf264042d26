import GhirbalDocument

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Turns the parser's events into the arena of elements and, in the same pass, into blocks.
///
/// libxml2 is trusted for the structure. The text is copied from the page itself, at the positions
/// the parser tells, so that every block knows its source. References are hidden from the parser and
/// read here by the standard's rules.
struct MarkupReader {
  /// The page, and what the parser was given for it: equally long, see `Preparation`.
  private let text: UnsafeBufferPointer<UInt8>
  private let prepared: UnsafeBufferPointer<UInt8>
  private let source: SourcePositions
  private let readsAlternatives: Bool
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
  private var attributeCache = AttributeCache()
  /// Where the parser stood after the last event; text and tags since then start there.
  private var lastEnd = 0
  /// The same but for end tags, whose place is a guess: what comes next does not stand before it.
  private var sureEnd = 0
  /// Whether the parser had yet to step over the `>` of a start tag then.
  private var isBeforeTagEnd = false
  /// Text up to here was taken already, by a reference that the parser told in two pieces.
  private var consumedEnd = 0
  private var keptText: [UInt8] = []

  init(
    _ text: UnsafeBufferPointer<UInt8>, prepared: UnsafeBufferPointer<UInt8>,
    source: SourcePositions, readsAlternatives: Bool, rules: StyleRules?, isFrameset: Bool
  ) {
    self.text = text
    self.readsAlternatives = readsAlternatives
    self.prepared = prepared
    self.source = source
    self.isFrameset = isFrameset
    unshown = UnshownElements(rules)
    blocks = BlockAssembler(textCount: text.count)
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
    let parent = frames.last
    var tag = tagCache.tag(name)
    let isTooltip = tag == .title && parent?.isInSVG == true
    if isTooltip { tag = .other }
    // Where there are frames, what stands in for them is the page's body.
    if tag == .noframes, isFrameset { tag = .div }
    if frames.count >= HTMLReader.maxDepth {
      startTooDeep(tag, isThere: tagStart(name, position) != nil, at: position)
      return
    }
    let start = tagStart(name, position)
    let sourceStart = source.byte(at: start ?? expectedStart)
    let isAside = tag.isAside && interrupted.count < Self.maxAsideDepth
    if isAside {
      let aside = blocks.aside()
      interrupted.append(blocks)
      blocks = aside
    }
    let element = elements.append(
      tag, parent: parent?.element, sourceStart: sourceStart, firstBlock: blocks.count)
    let meaning = attributes.map { keep($0, of: tag) } ?? AttributeMeaning()
    var frame = OpenElement(
      tag, element, isAside ? .aside : .init(tag, meaning.style.display), inside: parent,
      isTooltip: isTooltip)
    let isHiddenByRule = unshown.add(element, &frame, meaning, in: elements)
    frame.adopt(meaning, isHiddenByRule: isHiddenByRule)
    let boundary = frame.layout == .block ? Gap.boundary(of: tag, inside: frame.kind) : nil
    if frame.layout == .line, frame.treatment == .flow {
      blocks.startLine(at: sourceStart, frame.unseen)
    }
    frame.adopt(tag)
    if tag == .script, elements.attribute(.type, of: element) == "application/ld+json" {
      frame.treatment = .kept
    }
    // An implied tag takes no place; what comes next may stand before the parser's position.
    if start != nil {
      lastEnd = position
      sureEnd = position
      isBeforeTagEnd = true
    }
    blocks.startElement(tag, element, boundary, at: sourceStart, frame.unseen)
    frames.append(frame)
    if frame.treatment == .kept { keptText.removeAll(keepingCapacity: true) }
    if tag == .img, readsAlternatives, frame.treatment == .flow, start != nil {
      readAlternative(of: element, frame, from: sourceStart)
    }
  }

  /// Starts an element that is none of its own in the arena: it stands for the one around it.
  private mutating func startTooDeep(_ tag: Tag, isThere: Bool, at position: Int) {
    guard var frame = frames.last else { return }
    isTooDeep = true
    let (element, wasKept) = (frame.element, frame.treatment == .kept)
    let sourceStart = source.byte(at: expectedStart)
    if isThere {
      lastEnd = position
      sureEnd = position
      isBeforeTagEnd = true
    }
    // What marks its text would mark it as the element around does.
    frame.tag = tag == .a || tag.isMarked ? .other : tag
    frame.layout = tag.isBlockLevel ? .block : .inline
    let boundary = Gap.boundary(of: frame.tag, inside: frame.kind)
    frame.adopt(frame.tag)
    if frame.treatment == .kept, !wasKept { frame.treatment = .ignored }
    blocks.startElement(frame.tag, element, boundary, at: sourceStart, frame.unseen)
    frames.append(frame)
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
    let end = max(sourceStart, source.byte(at: expectedStart))
    Array(words.utf8).withUnsafeBufferPointer {
      blocks.appendAlternative($0, of: element, standingFor: sourceStart..<end, place)
    }
  }

  mutating func end(at position: Int) {
    // An element that the next one's start tag closes is told from inside that tag, and one that
    // text closes from behind the text. What was in a script may have been left out.
    let start = expectedStart
    if position > 0, position <= text.count, text[position - 1] == UInt8(ascii: ">"),
      start == position || (start < text.count && prepared[start] == UInt8(ascii: "<"))
        || frames.last?.tag == .script || frames.last?.tag == .style
    {
      lastEnd = position
      isBeforeTagEnd = false
    }
    guard let frame = frames.popLast() else { return }
    if frame.treatment == .kept, frames.last?.treatment != .kept, !keptText.isEmpty {
      keptText.withUnsafeBufferPointer { elements.appendText($0, of: frame.element) }
    }
    let sourceEnd = source.byte(at: expectedStart)
    let kind = frames.last?.kind ?? .paragraph
    var endBlock: Int?
    switch frame.layout {
    case .inline: blocks.endElement(frame.tag, nil)
    case .line:
      blocks.endElement(frame.tag, nil)
      if frame.treatment == .flow { blocks.startLine(at: sourceEnd, frame.unseen) }
    case .block: blocks.endElement(frame.tag, Gap.boundary(of: frame.tag, inside: kind))
    case .aside:
      blocks.endElement(frame.tag, .apart(inside: kind))
      endBlock = blocks.count
      let aside = blocks
      blocks = interrupted.removeLast()
      blocks.add(aside, of: frame.tag, .apart(inside: kind))
    }
    elements.close(frame.element, sourceEnd: sourceEnd, endBlock: endBlock ?? blocks.count)
  }

  mutating func skipped(at position: Int) {
    lastEnd = position
    sureEnd = position
    isBeforeTagEnd = false
  }

  mutating func rawText(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) {
    if frames.last?.treatment == .kept {
      let range = verbatimRange(of: bytes, parserAt: position)
      keptText.append(contentsOf: range.map { UnsafeBufferPointer(rebasing: text[$0]) } ?? bytes)
    }
    skipped(at: position)
  }

  /// Where the start tag begins; nil for one that the parser implied.
  private func tagStart(_ name: UnsafePointer<UInt8>, _ position: Int) -> Int? {
    // As a rule the tag follows right on what came before it; after a comment it may not.
    let expected = expectedStart
    if expected < position, isTag(name, at: expected) { return expected }
    var start = min(position, text.count) - 1
    while start >= expected {
      if isTag(name, at: start) { return start }
      start -= 1
    }
    return nil
  }

  private func isTag(_ name: UnsafePointer<UInt8>, at start: Int) -> Bool {
    guard start + 1 < text.count, prepared[start] == UInt8(ascii: "<") else { return false }
    var index = start + 1
    var place = name
    while place.pointee != 0 {
      // The parser's names are in lower case; digits and marks have the bit that makes them so.
      guard index < text.count, prepared[index] | 0x20 == place.pointee | 0x20 else { return false }
      index += 1
      place += 1
    }
    // `p` is not the start of `pre`.
    return index == text.count
      || !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(text[index] | 0x20)
  }

  /// Keeps the attributes that the arena knows and returns what they say about the text inside.
  private mutating func keep(
    _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>, of tag: Tag
  ) -> AttributeMeaning {
    var meaning = AttributeMeaning()
    var pair = attributes
    while let name = pair[0] {
      // The values of forms are long, and nobody asks for them.
      if let known = attributeCache.attribute(name), known != .value || tag == .li {
        let value = UnsafeBufferPointer(start: pair[1], count: pair[1].map(terminatedCount) ?? 0)
        append(known, value)
        meaning.read(known, value, of: tag)
        unshown.read(known, value)
      }
      pair += 2
    }
    return meaning
  }

  /// Adds an attribute's value, with the references that were hidden from the parser.
  private mutating func append(_ name: AttributeName, _ value: UnsafeBufferPointer<UInt8>) {
    guard !value.isEmpty, memchr(value.baseAddress!, Int32(Preparation.cover), value.count) != nil
    else {
      elements.appendAttribute(name, value)
      return
    }
    let decoded = CharacterReferences.standard.decoding(
      value.map { $0 == Preparation.cover ? UInt8(ascii: "&") : $0 })
    decoded.withUnsafeBufferPointer { elements.appendAttribute(name, $0) }
  }

  // MARK: Text

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) {
    defer { isBeforeTagEnd = false }
    guard let treatment = frames.last?.treatment, treatment != .ignored else {
      lastEnd = position
      return
    }
    guard let range = verbatimRange(of: bytes, parserAt: position) else {
      add(bytes, source: min(lastEnd, position)..<position, isApproximate: true, treatment)
      lastEnd = max(lastEnd, position)
      return
    }
    lastEnd = range.upperBound
    sureEnd = range.upperBound
    if isEndOfNamelessTag(range.lowerBound) { consumedEnd = max(consumedEnd, range.lowerBound + 1) }
    add(max(range.lowerBound, consumedEnd)..<max(range.upperBound, consumedEnd), treatment)
  }

  /// Whether the byte is the `>` of `</>`, which is nothing in HTML 5; the parser takes it for text.
  private func isEndOfNamelessTag(_ byte: Int) -> Bool {
    text[byte] == UInt8(ascii: ">") && byte >= 2 && prepared[byte - 1] == UInt8(ascii: "/")
      && prepared[byte - 2] == UInt8(ascii: "<")
  }

  /// Where text goes on after the last event: behind the tag's end, which the parser had not passed.
  private var expectedStart: Int {
    guard isBeforeTagEnd else { return lastEnd }
    var start = lastEnd
    if start + 1 < text.count, text[start] == UInt8(ascii: "/"),
      text[start + 1] == UInt8(ascii: ">")
    {
      start += 1
    }
    if start < text.count, text[start] == UInt8(ascii: ">") { start += 1 }
    return start
  }

  /// Where the text stands in the page byte for byte. After an end tag that fits no start tag, of
  /// which the parser says nothing, it is not where it is expected; and the parser may report before
  /// it has stepped over the last character, so up to four bytes further on are tried.
  private func verbatimRange(
    of bytes: UnsafeBufferPointer<UInt8>, parserAt position: Int
  ) -> Range<Int>? {
    let start = expectedStart
    if isEqual(bytes, at: start) { return start..<start + bytes.count }
    for end in position...position + 4
    where end - bytes.count >= sureEnd && isEqual(bytes, at: end - bytes.count) {
      return end - bytes.count..<end
    }
    return nil
  }

  private func isEqual(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    guard start >= 0, start + bytes.count <= text.count else { return false }
    return memcmp(prepared.baseAddress! + start, bytes.baseAddress!, bytes.count) == 0
  }

  /// Adds a stretch of the page as it stands, but for the references in it.
  private mutating func add(_ range: Range<Int>, _ treatment: OpenElement.Treatment) {
    var start = range.lowerBound
    var position = start
    while position < range.upperBound {
      guard let found = memchr(text.baseAddress! + position, 0x26, range.upperBound - position)
      else { break }
      let ampersand = found - UnsafeMutableRawPointer(mutating: text.baseAddress!)
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
    if treatment == .kept {
      keptText.append(contentsOf: bytes)
    } else if let frame = frames.last {
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
    } else if let frame = frames.last {
      blocks.appendAtomic(
        bytes, standingFor: source.bytes(in: range), isApproximate: isApproximate, frame.place)
    }
  }
}
