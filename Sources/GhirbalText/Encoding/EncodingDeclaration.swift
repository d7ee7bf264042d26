/// What the first bytes of a page say about its encoding.
enum EncodingDeclaration {
  /// How far a `meta` is looked for, in bytes.
  ///
  /// The standard stops at 1024. Pages exist with several kilobytes of comments, styles and scripts
  /// before it; beyond the standard's bytes the search also ends at `<body`.
  static let maxPrescanBytes = 16384
  private static let standardPrescanBytes = 1024

  /// The encoding that a `meta` element declares.
  ///
  /// https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding
  static func meta(_ bytes: Span<UInt8>) -> TextEncoding? {
    let end = min(bytes.count, maxPrescanBytes)
    var position = 0
    while position < end {
      guard bytes[position] == 0x3C else {
        position += 1
        continue
      }
      if bytes.matches("<!--", at: position) {
        // The dashes that open it may be those that close it: `<!-->`.
        guard let close = bytes.firstIndex(of: "-->", from: position + 2, end: end) else {
          return nil
        }
        position = close + 3
      } else if bytes.matches("<meta", at: position), position + 5 < end,
        bytes[position + 5].isASCIISpace || bytes[position + 5] == 0x2F
      {
        position += 5
        var attributes = AttributeReader(position: position, end: end)
        guard let encoding = attributes.metaEncoding(bytes) else { return nil }
        if case .found(let encoding) = encoding { return encoding }
        position = attributes.position + 1
      } else if bytes.isTagStart(at: position, end: end) {
        if position >= standardPrescanBytes, bytes.matches("<body", at: position) { return nil }
        while position < end, !bytes[position].isASCIISpace, bytes[position] != 0x3E {
          position += 1
        }
        var attributes = AttributeReader(position: position, end: end)
        while let attribute = attributes.next(bytes), attribute != nil {}
        if attributes.isPastEnd { return nil }
        position = attributes.position + 1
      } else if position + 1 < end, [0x21, 0x2F, 0x3F].contains(bytes[position + 1]) {
        guard let close = bytes.firstIndex(of: ">", from: position + 1, end: end) else {
          return nil
        }
        position = close + 1
      } else {
        position += 1
      }
    }
    return nil
  }

  /// The encoding that an XML declaration at the very start names.
  ///
  /// https://html.spec.whatwg.org/multipage/parsing.html#concept-get-xml-encoding-when-sniffing
  static func xml(_ bytes: Span<UInt8>) -> TextEncoding? {
    guard bytes.matches("<?xml", at: 0),
      let end = bytes.firstIndex(of: ">", from: 0, end: min(bytes.count, standardPrescanBytes)),
      var position = bytes.firstIndex(of: "encoding", from: 0, end: end)
    else { return nil }
    position += 8
    while position < end, bytes[position] <= 0x20 { position += 1 }
    guard position < end, bytes[position] == 0x3D else { return nil }
    position += 1
    while position < end, bytes[position] <= 0x20 { position += 1 }
    guard position < end, bytes[position] == 0x22 || bytes[position] == 0x27 else { return nil }
    let quote = bytes[position]
    let start = position + 1
    position = start
    while position < end, bytes[position] != quote { position += 1 }
    guard position < end else { return nil }
    return TextEncoding(label: bytes.extracting(start..<position))?.withoutUTF16
  }

  /// The encoding that the `content` of a `meta` or a `Content-Type` names.
  ///
  /// https://html.spec.whatwg.org/multipage/urls-and-fetching.html#extracting-character-encodings-from-meta-elements
  static func contentType(_ value: Span<UInt8>) -> TextEncoding? {
    var position = 0
    while let found = value.firstIndex(of: "charset", from: position, end: value.count) {
      position = found + 7
      while position < value.count, value[position].isASCIISpace { position += 1 }
      guard position < value.count, value[position] == 0x3D else { continue }
      position += 1
      while position < value.count, value[position].isASCIISpace { position += 1 }
      guard position < value.count else { return nil }
      let first = value[position]
      let isQuoted = first == 0x22 || first == 0x27
      let start = isQuoted ? position + 1 : position
      var end = start
      while end < value.count,
        isQuoted ? value[end] != first : !value[end].isASCIISpace && value[end] != 0x3B
      {
        end += 1
      }
      if isQuoted, end == value.count { return nil }
      return TextEncoding(label: value.extracting(start..<end))
    }
    return nil
  }
}

extension TextEncoding {
  /// A declaration that could be read as ASCII does not stand in UTF-16: UTF-8 is meant.
  fileprivate var withoutUTF16: TextEncoding {
    self == .utf16LE || self == .utf16BE ? .utf8 : self
  }
}

/// Reads the attributes of a tag as the prescan does, lower-cased.
///
/// https://html.spec.whatwg.org/multipage/parsing.html#concept-get-attributes-when-sniffing
private struct AttributeReader {
  struct Attribute: Equatable {
    var name: [UInt8] = []
    var value: [UInt8] = []
  }

  /// What the attributes of a `meta` say together.
  enum MetaEncoding {
    case found(TextEncoding)
    case none
  }

  private(set) var position: Int
  /// Whether the bytes came to an end inside the tag.
  private(set) var isPastEnd = false
  private let end: Int

  init(position: Int, end: Int) {
    self.position = position
    self.end = end
  }

  /// What the attributes declare; nil where the bytes end in the tag.
  mutating func metaEncoding(_ bytes: Span<UInt8>) -> MetaEncoding? {
    var names: [[UInt8]] = []
    var isPragma = false
    var needsPragma: Bool?
    var encoding: TextEncoding?
    while let attribute = next(bytes), let attribute {
      if names.contains(attribute.name) { continue }
      names.append(attribute.name)
      switch String(decoding: attribute.name, as: UTF8.self) {
      case "http-equiv": isPragma = attribute.value == Array("content-type".utf8)
      case "content":
        if encoding == nil, let found = EncodingDeclaration.contentType(attribute.value.span) {
          encoding = found
          needsPragma = true
        }
      case "charset":
        encoding = TextEncoding(label: attribute.value.span)
        needsPragma = false
      default: break
      }
    }
    if isPastEnd { return nil }
    guard let needsPragma, !needsPragma || isPragma, let encoding else { return MetaEncoding.none }
    return .found(encoding.kind == .xUserDefined ? .windows1252 : encoding.withoutUTF16)
  }

  /// The next attribute; `.some(nil)` at the end of the tag, nil at the end of the bytes.
  mutating func next(_ bytes: Span<UInt8>) -> Attribute?? {
    // 1. White space and slashes before it.
    while let byte = byte(bytes), byte.isASCIISpace || byte == 0x2F { position += 1 }
    guard let first = byte(bytes) else { return nil }
    // 2. The end of the tag.
    if first == 0x3E { return .some(nil) }
    var attribute = Attribute()
    // 3–5. The name.
    while true {
      guard let byte = byte(bytes) else { return nil }
      if byte == 0x3D, !attribute.name.isEmpty { break }
      if byte.isASCIISpace { break }
      if byte == 0x2F || byte == 0x3E { return attribute }
      attribute.name.append(byte.asciiLowercased)
      position += 1
    }
    // 6–8. White space, and whether there is a value.
    while let byte = byte(bytes), byte.isASCIISpace { position += 1 }
    guard let equals = byte(bytes) else { return nil }
    if equals != 0x3D { return attribute }
    position += 1
    // 9–11. The value.
    while let byte = byte(bytes), byte.isASCIISpace { position += 1 }
    guard let opening = byte(bytes) else { return nil }
    if opening == 0x22 || opening == 0x27 {
      position += 1
      while let byte = byte(bytes), byte != opening {
        attribute.value.append(byte.asciiLowercased)
        position += 1
      }
      if isPastEnd { return nil }
      position += 1
      return attribute
    }
    while let byte = byte(bytes), !byte.isASCIISpace, byte != 0x3E {
      attribute.value.append(byte.asciiLowercased)
      position += 1
    }
    return isPastEnd ? nil : attribute
  }

  private mutating func byte(_ bytes: Span<UInt8>) -> UInt8? {
    if position < end { return bytes[position] }
    isPastEnd = true
    return nil
  }
}

extension UInt8 {
  var asciiLowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
}

extension Span where Element == UInt8 {
  /// Whether the lower-case `text` stands at `position`, whatever its case there.
  fileprivate func matches(_ text: StaticString, at position: Int) -> Bool {
    guard position + text.utf8CodeUnitCount <= count else { return false }
    return text.withUTF8Buffer { buffer in
      for index in buffer.indices where self[position + index].asciiLowercased != buffer[index] {
        return false
      }
      return true
    }
  }

  /// Where the lower-case `text` first stands whole between `start` and `end`.
  fileprivate func firstIndex(of text: StaticString, from start: Int, end: Int) -> Int? {
    var position = start
    while position + text.utf8CodeUnitCount <= end {
      if matches(text, at: position) { return position }
      position += 1
    }
    return nil
  }

  /// Whether a start or end tag begins at `position`, where `<` stands.
  fileprivate func isTagStart(at position: Int, end: Int) -> Bool {
    var next = position + 1
    if next < end, self[next] == 0x2F { next += 1 }
    return next < end && self[next].isASCIILetter
  }
}
