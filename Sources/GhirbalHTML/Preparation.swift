#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What must be covered up in a page before libxml2 sees it.
///
/// libxml2 reads HTML 4. Where HTML 5 differs so that text would be lost or made up, bytes are
/// replaced one for one: positions stay as they are, and the text itself is copied from the page,
/// not from here.
/// - NUL ends libxml2's input, and it takes other control characters and U+FFFE and U+FFFF away; it
///   resolves references by older rules and drops some. U+007F stands in for all of them.
/// - A `<` that starts no tag (section 13.2.5.6) is text.
/// - Tags inside `title`, `textarea`, `iframe`, `xmp`, `noembed` and `noframes` are text in HTML 5
///   (section 13.2.6.2, "parsing elements that contain only text"); their `<` is covered. So is the
///   end tag inside `<script><!-- <script> </script> -->` (section 13.2.5.20 and following).
/// - `<!-->`, `<!--->`, `<!foo>`, `<//p>` and `<![CDATA[` are comments up to the next `>`
///   (section 13.2.5.41); a processing instruction, which libxml2 skips likewise, stands in.
/// - Attributes past the limit are blanked.
///
/// What stands in comments, scripts and styles is no text, and the parser would still go through it
/// letter by letter; long pieces of it are left out of what it is given, see `Cuts`.
struct Preparation {
  /// What stands in for a byte that the parser shall take for plain text.
  static let cover: UInt8 = 0x7F

  /// The page with bytes covered.
  private(set) var utf8: [UInt8]
  /// Comments, scripts and styles that the parser need not see.
  private(set) var cuts = Cuts()
  private(set) var flags: Set<HTMLReader.Flag> = []
  /// Where the style sheets stand that count for the whole page on a screen.
  private(set) var styles: [Range<Int>] = []
  /// Whether frames stand in place of a body: then what stands in for them is the page's text.
  private(set) var isFrameset = false
  private var hasBody = false
  /// The element whose style sheets do not count: `noscript`, `template`. An inner one of the same
  /// name is taken for the outer one's end.
  private var unstyled: StaticString?

  init(_ original: [UInt8]) {
    utf8 = original
    original.withUnsafeBufferPointer { text in
      coverReferences(in: text)
      coverNoncharacters(in: text)
      coverControls(in: text)
      coverMarkup(in: text)
    }
  }

  private mutating func coverReferences(in text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while let ampersand = Self.next(0x26, in: text, from: index) {
      utf8[ampersand] = Self.cover
      index = ampersand + 1
    }
  }

  private mutating func coverNoncharacters(in text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while let lead = Self.next(0xEF, in: text, from: index) {
      index = lead + 3
      if lead + 2 < text.count, text[lead + 1] == 0xBF, text[lead + 2] >= 0xBE {
        for place in lead..<lead + 3 { utf8[place] = Self.cover }
      }
    }
  }

  /// Looks at eight bytes at once, by what each byte's high bit says after an addition that no byte
  /// carries out of (Anderson, "Bit Twiddling Hacks").
  private mutating func coverControls(in text: UnsafeBufferPointer<UInt8>) {
    let bytes = UnsafeRawBufferPointer(text)
    var index = 0
    while index + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let printable = ((word & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x6060_6060_6060_6060) | word
      if printable & Self.highBits != Self.highBits {
        let layout =
          Self.bytes(of: word, equalTo: 0x0A) | Self.bytes(of: word, equalTo: 0x09)
          | Self.bytes(of: word, equalTo: 0x0D)
        if (printable | layout) & Self.highBits != Self.highBits {
          coverControls(in: index..<index + 8, of: text)
        }
      }
      index += 8
    }
    coverControls(in: index..<bytes.count, of: text)
  }

  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// The high bit of each byte that is `byte`.
  private static func bytes(of word: UInt64, equalTo byte: UInt64) -> UInt64 {
    let difference = word ^ (byte &* 0x0101_0101_0101_0101)
    return ~(((difference & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F) | difference)
  }

  private mutating func coverControls(
    in range: Range<Int>, of text: UnsafeBufferPointer<UInt8>
  ) {
    for place in range where Self.isControl(text[place]) {
      utf8[place] = text[place] == 0x0C ? 0x20 : Self.cover
    }
  }

  /// C0 but for tab, line feed and carriage return.
  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x0A && byte != 0x09 && byte != 0x0D
  }

  /// Walks from `<` to `<`; only what can matter is looked at.
  private mutating func coverMarkup(in text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while let open = Self.next(0x3C, in: text, from: index) {
      index = open + 1
      let next = index < text.count ? text[index] : 0
      switch next | 0x20 {
      case UInt8(ascii: "!") | 0x20 where next == UInt8(ascii: "!"):
        index = declaration(in: text, at: open)
      case UInt8(ascii: "/"):
        if index + 1 == text.count {
          utf8[open] = Self.cover
        } else if !Self.isLetter(text[index + 1]) {
          index = coverBogusComment(in: text, at: open)
        } else {
          if let name = unstyled, Self.isEndTag(name, in: text, at: open) { unstyled = nil }
          index = Self.behindNextClose(in: text, at: open)
        }
      case UInt8(ascii: "a")...UInt8(ascii: "z"): index = tag(in: text, at: open)
      case UInt8(ascii: "?"): index = Self.behindNextClose(in: text, at: open)
      default: utf8[open] = Self.cover
      }
    }
  }

  /// Returns where to go on after a start tag.
  private mutating func tag(in text: UnsafeBufferPointer<UInt8>, at open: Int) -> Int {
    let end = Self.tagEnd(in: text, at: open)
    if end - open > 2 * HTMLReader.maxAttributes { blankSurplusAttributes(in: text, open..<end) }
    guard end < text.count else { return end }
    switch text[open + 1] | 0x20 {
    case UInt8(ascii: "s"), UInt8(ascii: "t"), UInt8(ascii: "i"), UInt8(ascii: "x"),
      UInt8(ascii: "n"):
      guard let row = Self.rawTextNames.firstIndex(where: { Self.isTag($0, in: text, at: open) })
      else {
        if unstyled == nil {
          unstyled = Self.unstyledNames.first { Self.isName($0, in: text, at: open + 1) }
        }
        return end
      }
      if isFrameset, Self.isName("noframes", in: text, at: open + 1) { return end }
      return rawText(row, in: text, tag: open..<end)
    case UInt8(ascii: "b"):
      if Self.isName("body", in: text, at: open + 1) { hasBody = true }
      return end
    case UInt8(ascii: "f"):
      if !hasBody, Self.isName("frameset", in: text, at: open + 1) {
        isFrameset = true
        flags.insert(.frameset)
      }
      return end
    default: return end
    }
  }

  private static let unstyledNames: [StaticString] = ["noscript", "template"]

  /// Where the `>` of a start tag is: not in a quoted value, and a quote opens one after `=` only
  /// (section 13.2.5.37). The end of the page if there is none.
  private static func tagEnd(in text: UnsafeBufferPointer<UInt8>, at open: Int) -> Int {
    var position = open + 1
    var end = next(0x3E, in: text, from: position) ?? text.count
    while let equals = next(UInt8(ascii: "="), in: text, from: position, to: end) {
      var value = equals + 1
      while value < end, text[value] <= 0x20 { value += 1 }
      guard value < end else { return end }
      if text[value] == 0x22 || text[value] == 0x27 {
        guard let close = next(text[value], in: text, from: value + 1) else { return text.count }
        position = close + 1
        if position > end { end = next(0x3E, in: text, from: position) ?? text.count }
      } else {
        position = value
        while position < end, text[position] > 0x20 { position += 1 }
      }
    }
    return end
  }

  private mutating func blankSurplusAttributes(
    in text: UnsafeBufferPointer<UInt8>, _ tag: Range<Int>
  ) {
    var count = 0
    var quote: UInt8 = 0
    var last: UInt8 = 0
    for index in tag.dropFirst() {
      let byte = text[index]
      if quote != 0 {
        if byte == quote {
          quote = 0
          last = 0x20
        }
      } else if last == UInt8(ascii: "="), byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte > 0x20 {
        if last == 0x20, byte != UInt8(ascii: "=") { count += 1 }
        last = byte == UInt8(ascii: "/") ? 0x20 : byte
      } else if last != UInt8(ascii: "=") {
        last = 0x20
      }
      if count > HTMLReader.maxAttributes { utf8[index] = 0x20 }
    }
    if count > HTMLReader.maxAttributes { flags.insert(.tooManyAttributes) }
  }

  /// Makes `<!…>` and `</…>` processing instructions; three bytes are too few for one.
  /// Returns where to go on behind it.
  private mutating func coverBogusComment(in text: UnsafeBufferPointer<UInt8>, at open: Int) -> Int
  {
    let end = Self.behindNextClose(in: text, at: open)
    guard open + 3 < text.count, text[open + 2] != 0x3E else { return end }
    utf8[open + 1] = UInt8(ascii: "?")
    var index = open + 2
    // The whole of a longer character: what is left of one would not be UTF-8.
    repeat {
      utf8[index] = UInt8(ascii: "z")
      index += 1
    } while index < text.count && text[index] & 0xC0 == 0x80
    return end
  }

  /// Behind the next `>`, where bogus comments end, and end tags too.
  private static func behindNextClose(in text: UnsafeBufferPointer<UInt8>, at open: Int) -> Int {
    next(0x3E, in: text, from: open).map { $0 + 1 } ?? text.count
  }

  /// Returns where to go on after `<!`.
  private mutating func declaration(in text: UnsafeBufferPointer<UInt8>, at open: Int) -> Int {
    guard open + 3 < text.count else { return open + 2 }
    guard text[open + 2] == 0x2D, text[open + 3] == 0x2D else {
      return Self.isName("doctype", in: text, at: open + 2)
        ? open + 2 : coverBogusComment(in: text, at: open)
    }
    let body = open + 4
    if body < text.count, text[body] == 0x3E || text[body...].starts(with: [0x2D, 0x3E]) {
      return coverBogusComment(in: text, at: open)
    }
    var index = body
    while let dash = Self.next(0x2D, in: text, from: index) {
      if dash + 2 < text.count, text[dash + 1] == 0x2D {
        if text[dash + 2] == 0x3E {
          cuts.append(body..<dash)
          return dash + 3
        }
        if text[dash + 2] == 0x21, dash + 3 < text.count, text[dash + 3] == 0x3E {
          // `--!>` ends a comment, with an error; libxml2 reads on.
          utf8[dash] = UInt8(ascii: "z")
          utf8[dash + 2] = 0x2D
          return dash + 4
        }
      }
      index = dash + 1
    }
    // A comment that never ends would swallow the rest of the page; so it does in a browser.
    return text.count
  }

  private enum Covering { case none, tags }

  private static let rawTextNames: [(name: StaticString, covering: Covering)] = [
    ("script", .none), ("style", .none), ("title", .tags), ("textarea", .tags), ("iframe", .tags),
    ("xmp", .tags), ("noembed", .tags), ("noframes", .tags),
  ]

  private static let styleRow = 1

  /// The rows of `rawTextNames` that have no end tag from here on.
  private var endlessRows: Set<Int> = []

  /// Covers what only looks like tags inside; returns where its end tag starts.
  private mutating func rawText(
    _ row: Int, in text: UnsafeBufferPointer<UInt8>, tag: Range<Int>
  ) -> Int {
    let tagEnd = tag.upperBound
    // A self-closed tag inside SVG (`<title/>`) has no text to cover.
    if text[tagEnd - 1] == UInt8(ascii: "/") { return tagEnd + 1 }
    let (name, covering) = Self.rawTextNames[row]
    var inside: [Int] = []
    // Where the comment that hides an inner script ends; its end tag does not end the outer one.
    var hiddenEnd = 0
    var index = tagEnd + 1
    while !endlessRows.contains(row), let next = Self.next(0x3C, in: text, from: index) {
      if Self.isEndTag(name, in: text, at: next), next >= hiddenEnd {
        for place in inside { utf8[place] = Self.cover }
        if covering == .none, !Self.isKept(text[tag]) { cuts.append(tagEnd + 1..<next) }
        if row == Self.styleRow, unstyled == nil, StyleTag(text[tag]).isForScreens {
          styles.append(tagEnd + 1..<next)
        }
        return next
      }
      index = next + 1
      if covering == .tags || next < hiddenEnd { inside.append(next) }
      if covering == .none, hiddenEnd == 0, text[next...].starts(with: "<!--".utf8) {
        hiddenEnd = endOfHiddenScript(in: text, from: next)
      }
    }
    endlessRows.insert(row)
    // A browser would take the rest of the page; keeping its text is worth more.
    if covering == .tags { utf8[tag.lowerBound + 1] = UInt8(ascii: "?") }
    return tagEnd + 1
  }

  /// Whether a script's tag says that it is JSON-LD, whose text the arena keeps.
  private static func isKept(_ tag: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    tag.indices.contains { tag[$0] == UInt8(ascii: "+") }
  }

  /// The end of a comment in a script that holds a whole script of its own; 1 for any other.
  private func endOfHiddenScript(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start + 4
    var depth = 0
    while let next = Self.next(0x3C, in: text, from: index) {
      // The comment may be over before the next tag.
      var dash = index
      while let found = Self.next(0x2D, in: text, from: dash, to: next) {
        if text[found...].starts(with: "-->".utf8) { return depth == 2 ? found : 1 }
        dash = found + 1
      }
      if Self.isName("script", in: text, at: next + 1) {
        depth = 1
      } else if Self.isEndTag("script", in: text, at: next) {
        guard depth == 1 else { return 1 }
        depth = 2
      }
      index = next + 1
    }
    return 1
  }

  // MARK: Bytes

  private static func next(
    _ byte: UInt8, in text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int? = nil
  ) -> Int? {
    let end = end ?? text.count
    guard start < end, let base = text.baseAddress,
      let found = memchr(base + start, Int32(byte), end - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

  private static func isTag(
    _ row: (name: StaticString, covering: Covering), in text: UnsafeBufferPointer<UInt8>,
    at open: Int
  ) -> Bool { isName(row.name, in: text, at: open + 1) }

  private static func isEndTag(
    _ name: StaticString, in text: UnsafeBufferPointer<UInt8>, at open: Int
  ) -> Bool {
    open + 1 < text.count && text[open + 1] == UInt8(ascii: "/")
      && isName(name, in: text, at: open + 2)
  }

  private static func isName(
    _ name: StaticString, in text: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> Bool {
    let count = name.utf8CodeUnitCount
    guard start + count < text.count else { return false }
    for index in 0..<count where text[start + index] | 0x20 != name.utf8Start[index] {
      return false
    }
    return !isLetter(text[start + count])
  }
}
