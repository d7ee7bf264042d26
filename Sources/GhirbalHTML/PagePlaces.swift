#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where in the page the parser's events stand, which it tells but roughly.
struct PagePlaces {
  /// The page, and what the parser was given for it: equally long, see `Preparation`.
  private let text: UnsafeBufferPointer<UInt8>
  private let prepared: UnsafeBufferPointer<UInt8>
  /// Where the parser stood after the last event; text and tags since then start there.
  private(set) var lastEnd = 0
  /// The same but for end tags, whose place is a guess: what comes next does not stand before it.
  private(set) var sureEnd = 0
  /// Whether the parser had yet to step over the `>` of a start tag then.
  private var isBeforeTagEnd = false

  init(_ text: UnsafeBufferPointer<UInt8>, _ prepared: UnsafeBufferPointer<UInt8>) {
    self.text = text
    self.prepared = prepared
  }

  /// Where the start tag begins; nil for one that the parser implied.
  func tagStart(_ name: UnsafePointer<UInt8>, _ position: Int) -> Int? {
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

  /// Whether the byte is the `>` of `</>`, which is nothing in HTML 5; the parser takes it for text.
  func isEndOfNamelessTag(_ byte: Int) -> Bool {
    text[byte] == UInt8(ascii: ">") && byte >= 2 && prepared[byte - 1] == UInt8(ascii: "/")
      && prepared[byte - 2] == UInt8(ascii: "<")
  }

  /// Where text goes on after the last event: behind the tag's end, which the parser had not passed.
  var expectedStart: Int {
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
  func verbatimRange(
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

  /// Where an element ends that was just closed: behind its end tag, if it stands where it is
  /// expected; otherwise behind the last text. What comes next does not stand before.
  mutating func surelyEnded() -> Int {
    let end = expectedStart
    guard end > sureEnd, end <= text.count else { return sureEnd }
    // A void element, or one whose start tag is its last: the parser is behind that tag.
    var place = end - 1
    guard prepared[place] == UInt8(ascii: ">") else { return sureEnd }
    while place > sureEnd, prepared[place] != UInt8(ascii: "<") { place -= 1 }
    guard prepared[place] == UInt8(ascii: "<"), prepared[place + 1] == UInt8(ascii: "/") else {
      return sureEnd
    }
    sureEnd = end
    return end
  }

  /// A start tag ends at `position`; the parser has yet to step over its `>`.
  mutating func passStartTag(at position: Int) {
    lastEnd = position
    sureEnd = position
    isBeforeTagEnd = true
  }

  /// What an end tag says: it ends at `position`, if that is behind a `>` where a tag is expected.
  mutating func passEndTag(at position: Int, mayBeFarther: Bool) {
    let start = expectedStart
    if position > 0, position <= text.count, text[position - 1] == UInt8(ascii: ">"),
      start == position || (start < text.count && prepared[start] == UInt8(ascii: "<"))
        || mayBeFarther
    {
      lastEnd = position
      isBeforeTagEnd = false
    }
  }

  /// Text ends at `position`.
  mutating func pass(at position: Int) {
    lastEnd = position
    sureEnd = position
    isBeforeTagEnd = false
  }

  /// Text ends at `position` or before; what comes next may stand before it.
  mutating func passUnsurely(at position: Int) {
    lastEnd = position
    isBeforeTagEnd = false
  }

  /// Where the first `&` of a stretch of the page stands.
  func ampersand(in range: Range<Int>) -> Int? {
    guard let base = text.baseAddress,
      let found = memchr(base + range.lowerBound, 0x26, range.count)
    else { return nil }
    return UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
  }
}
