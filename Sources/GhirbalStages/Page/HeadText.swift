/// Text as heads hold it: with references escaped twice, tags, and white space of any kind.
enum HeadText {
  static func plain(_ value: String) -> String {
    var text = value
    if text.utf8.contains(UInt8(ascii: "&")) {
      for (reference, character) in references where text.hasUTF8(reference) {
        text = text.replacing(String(describing: reference), with: character)
      }
    }
    if text.utf8.contains(UInt8(ascii: "<")) { text = withoutTags(text) }
    return collapsed(text)
  }

  static func collapsed(_ text: String) -> String {
    isCollapsed(text) ? text : text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether only single spaces stand between words, told by bytes; false is no more than a doubt.
  private static func isCollapsed(_ text: String) -> Bool {
    var last: UInt8 = 0x20
    for byte in text.utf8 {
      if byte < 0x20 || byte == 0x20 && last == 0x20 { return false }
      // U+0085, U+00A0, U+1680, U+2000..., U+3000.
      if byte == 0xC2 || byte == 0xE1 || byte == 0xE2 || byte == 0xE3 { return false }
      last = byte
    }
    return last != 0x20
  }

  private static let references: [(StaticString, String)] = [
    ("&amp;", "&"), ("&quot;", "\""), ("&#39;", "'"), ("&#039;", "'"), ("&#x27;", "'"),
    ("&apos;", "'"), ("&nbsp;", " "), ("&#8217;", "’"), ("&rsquo;", "’"), ("&#8216;", "‘"),
    ("&lt;", "<"), ("&gt;", ">"), ("&#8211;", "–"), ("&ndash;", "–"), ("&#8212;", "—"),
    ("&mdash;", "—"), ("&#8220;", "“"), ("&#8221;", "”"), ("&ldquo;", "“"), ("&rdquo;", "”"),
    ("&lsquo;", "‘"), ("&hellip;", "…"), ("&#8230;", "…"), ("&#038;", "&"),
  ]

  private static func withoutTags(_ text: String) -> String {
    var plain = ""
    var isInside = false
    for character in text {
      if character == "<" {
        isInside = true
        plain.append(" ")
      } else if character == ">", isInside {
        isInside = false
      } else if !isInside {
        plain.append(character)
      }
    }
    return plain
  }
}

extension String {
  /// Whether the bytes of a word stand in the text; faster than comparing characters.
  func hasUTF8(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    var text = self
    return text.withUTF8 { text in
      guard text.count >= count else { return false }
      var start = 0
      while start <= text.count - count {
        var offset = 0
        while offset < count, text[start + offset] == word.utf8Start[offset] { offset += 1 }
        if offset == count { return true }
        start += 1
      }
      return false
    }
  }
}

extension [UInt8] {
  /// Whether some bytes stand in these.
  func has(_ word: [UInt8]) -> Bool {
    guard let first = word.first, count >= word.count else { return false }
    var start = 0
    while start <= count - word.count {
      if self[start] == first, self[start..<start + word.count].elementsEqual(word) { return true }
      start += 1
    }
    return false
  }
}
