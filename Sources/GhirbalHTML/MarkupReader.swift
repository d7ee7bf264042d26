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
/// the parser tells, so that every block knows its source; where the two disagree, because the
/// parser resolved a reference, the reference is read again by the standard's rules.
struct MarkupReader {
  /// The page, and what the parser was given for it: equally long, see `Preparation`.
  private let text: UnsafeBufferPointer<UInt8>
  private let prepared: UnsafeBufferPointer<UInt8>
  private let source: SourcePositions
  private(set) var elements = ElementArena()
  private var blocks: BlockAssembler
  private var frames: [OpenElement] = []
  private var tagCache = TagCache()
  private var attributeCache = AttributeCache()
  /// Where the parser stood after the last event; text and tags since then start there.
  private var lastEnd = 0
  /// Text up to here was taken already, by a reference that reached past the parser's idea of it.
  private var consumedEnd = 0
  private var keptText: [UInt8] = []

  init(
    _ text: UnsafeBufferPointer<UInt8>, prepared: UnsafeBufferPointer<UInt8>,
    source: SourcePositions
  ) {
    self.text = text
    self.prepared = prepared
    self.source = source
    blocks = BlockAssembler(textCount: text.count)
    elements.reserveCapacity(text.count / 48)
    frames.reserveCapacity(64)
  }

  /// The document, once the parser is done.
  mutating func finish() -> Document {
    while !frames.isEmpty { end(at: text.count) }
    let (utf8, blocks) = blocks.finish()
    return Document(format: .html, elements: elements, utf8: utf8, blocks: blocks)
  }

  // MARK: Tags

  mutating func start(
    _ name: UnsafePointer<UInt8>, _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?,
    at position: Int
  ) {
    let tag = tagCache.tag(name)
    let parent = frames.last
    let tagStart = source.byte(at: tagStart(name, position))
    let element = elements.append(
      tag, parent: parent?.element, sourceStart: tagStart, firstBlock: blocks.count)
    var context = parent?.context ?? []
    if let attributes { context.formUnion(keep(attributes)) }
    var frame = OpenElement(
      tag: tag, element: element, context: context, kind: parent?.kind ?? .paragraph,
      owner: tag.isBlockLevel ? element : parent?.owner ?? element,
      treatment: parent?.treatment ?? .flow)
    let boundary = Gap.boundary(of: tag, inside: frame.kind)
    frame.adopt(tag)
    switch tag {
    case .title where frames.contains { $0.tag == .svg }: frame.treatment = .ignored
    case .script where elements.attribute(.type, of: element) == "application/ld+json":
      frame.treatment = .kept
    default: break
    }
    lastEnd = position
    blocks.startElement(tag, element, boundary, at: tagStart)
    frames.append(frame)
    if frame.treatment == .kept { keptText.removeAll(keepingCapacity: true) }
  }

  mutating func end(at position: Int) {
    lastEnd = position
    guard let frame = frames.popLast() else { return }
    if frame.treatment == .kept, frames.last?.treatment != .kept, !keptText.isEmpty {
      keptText.withUnsafeBufferPointer { elements.appendText($0, of: frame.element) }
    }
    let boundary = Gap.boundary(of: frame.tag, inside: frames.last?.kind ?? .paragraph)
    blocks.endElement(frame.tag, boundary)
    elements.close(
      frame.element, sourceEnd: source.byte(at: tagEnd(position)), endBlock: blocks.count)
  }

  mutating func skipped(at position: Int) { lastEnd = position }

  mutating func rawText(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) {
    lastEnd = position
    if frames.last?.treatment == .kept { keptText.append(contentsOf: bytes) }
  }

  /// Where the start tag begins; for an implied one, where the parser stands.
  private func tagStart(_ name: UnsafePointer<UInt8>, _ position: Int) -> Int {
    // As a rule the tag follows right on what came before it; after a comment it may not.
    let expected = expectedStart
    if isTag(name, at: expected) { return expected }
    var start = min(position, text.count) - 1
    while start >= lastEnd {
      if isTag(name, at: start) { return start }
      start -= 1
    }
    return position
  }

  private func isTag(_ name: UnsafePointer<UInt8>, at start: Int) -> Bool {
    start + 1 < text.count && text[start] == UInt8(ascii: "<") && text[start + 1] | 0x20 == name[0]
  }

  /// The parser reports an end tag when it stands before or after its `>`.
  private func tagEnd(_ position: Int) -> Int {
    position < text.count && text[position] == UInt8(ascii: ">") ? position + 1 : position
  }

  /// Keeps the attributes that the arena knows and returns what they say about the context.
  private mutating func keep(
    _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>
  ) -> BlockContext {
    var context: BlockContext = []
    var pair = attributes
    while let name = pair[0] {
      if let known = attributeCache.attribute(name) {
        let value = UnsafeBufferPointer(start: pair[1], count: pair[1].map(terminatedCount) ?? 0)
        elements.appendAttribute(known, value)
        context.formUnion(AttributeMeaning.context(of: known, value))
      }
      pair += 2
    }
    return context
  }

  // MARK: Text

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) {
    guard let treatment = frames.last?.treatment, treatment != .ignored else {
      lastEnd = position
      return
    }
    let start = expectedStart
    if start < text.count, text[start] == UInt8(ascii: "&") {
      addReference(bytes, from: start, to: position, treatment)
    } else if let range = verbatimRange(of: bytes, expectedAt: start, parserAt: position) {
      lastEnd = range.upperBound
      add(max(range.lowerBound, consumedEnd)..<max(range.upperBound, consumedEnd), treatment)
    } else {
      add(bytes, source: min(start, position)..<position, isApproximate: true, treatment)
      lastEnd = max(lastEnd, position)
    }
  }

  /// Where text goes on after the last event: behind the tag's end, which the parser had not passed.
  private var expectedStart: Int {
    var start = lastEnd
    if start + 1 < text.count, text[start] == UInt8(ascii: "/"),
      text[start + 1] == UInt8(ascii: ">")
    {
      start += 1
    }
    if start < text.count, text[start] == UInt8(ascii: ">") { start += 1 }
    return start
  }

  /// Where the text stands in the page byte for byte. The parser may report before it has stepped
  /// over the last character, so up to four bytes further on are tried.
  private func verbatimRange(
    of bytes: UnsafeBufferPointer<UInt8>, expectedAt start: Int, parserAt position: Int
  ) -> Range<Int>? {
    if isEqual(bytes, at: start) { return start..<start + bytes.count }
    for end in position...position + 4 where isEqual(bytes, at: end - bytes.count) {
      return end - bytes.count..<end
    }
    return nil
  }

  private func isEqual(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    guard start >= 0, start + bytes.count <= text.count else { return false }
    return memcmp(prepared.baseAddress! + start, bytes.baseAddress!, bytes.count) == 0
  }

  /// What the parser made of the ampersand at `start`, read again by the standard's rules.
  private mutating func addReference(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to position: Int,
    _ treatment: OpenElement.Treatment
  ) {
    // An unknown name is told as a bare ampersand first; the name follows as text.
    let isBareAmpersand = bytes.count == 1 && bytes[0] == UInt8(ascii: "&")
    guard let match = CharacterReferences.standard.match(in: text, at: start) else {
      addPlain(start..<start + 1, treatment)
      consumedEnd = start + 1
      lastEnd = isBareAmpersand ? start + 1 : max(start + 1, position)
      return
    }
    consumedEnd = start + match.utf8Count
    lastEnd = isBareAmpersand && match.scalars != ["&"] ? start + 1 : max(start + 1, position)
    add(match.scalars, source: start..<consumedEnd, treatment)
  }

  /// Adds a stretch of the page as it stands, but for references that the parser did not see.
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
      add(match.scalars, source: ampersand..<consumedEnd, treatment)
      position = consumedEnd
      start = consumedEnd
    }
    if start < range.upperBound { addPlain(start..<range.upperBound, treatment) }
  }

  private mutating func add(
    _ scalars: [Unicode.Scalar], source range: Range<Int>, _ treatment: OpenElement.Treatment
  ) {
    var characters = String(String.UnicodeScalarView(scalars))
    characters.withUTF8 { add($0, source: range, isApproximate: false, treatment) }
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
