import GhirbalIO

/// A place of a text that a rule finds fault with, before anybody is asked whether that is known.
struct TextFault {
  let row: CheckRules.Row
  /// In the file.
  var utf8Range: Range<Int>
  /// What would stand there instead, place by place; empty where that is not known to the byte.
  var replacements: [(utf8Range: Range<Int>, text: String)] = []
  /// Whether all of it would go.
  var isDrop = false
  /// How many faults this one tells of.
  var count = 1
  /// The words it stands in.
  var excerpt = ""
  /// The same as they would be; nil where that is not known.
  var mended: String?
  /// Who says so.
  var detail: String?
  var confidence: Double

  init(
    row: CheckRules.Row, utf8Range: Range<Int>,
    replacements: [(utf8Range: Range<Int>, text: String)] = [], isDrop: Bool = false,
    excerpt: String = "", detail: String?, confidence: Double
  ) {
    self.row = row
    self.utf8Range = utf8Range
    self.replacements = replacements
    self.isDrop = isDrop
    self.excerpt = excerpt
    self.detail = detail
    self.confidence = confidence
  }

  /// Faults in the order of the text; several of one rule in the same words are one, and of a rule that
  /// counts several on the same line.
  static func merged(_ faults: [TextFault], in text: CheckedText) -> [TextFault] {
    var merged: [TextFault] = []
    for (_, ofRule) in Dictionary(grouping: faults, by: \.row.rule) {
      var words = 0..<0
      for fault in ofRule.sorted(by: precedes) {
        let own =
          fault.isDrop ? fault.utf8Range : Excerpt(around: fault.utf8Range, in: text.file).utf8Range
        if var last = merged.last, last.row.rule == fault.row.rule, !fault.isDrop, !last.isDrop,
          own.lowerBound < words.upperBound
            || (fault.row.isCounted && !text.file[words.upperBound..<own.lowerBound].contains(0x0A))
        {
          last.count += 1
          last.confidence = min(last.confidence, fault.confidence)
          // Words that touch are shown together; what stands farther along the line is counted.
          if own.lowerBound < words.upperBound {
            words = words.lowerBound..<max(words.upperBound, own.upperBound)
            last.utf8Range =
              last.utf8Range.lowerBound..<max(last.utf8Range.upperBound, fault.utf8Range.upperBound)
          }
          last.replacements += fault.replacements
          merged[merged.count - 1] = last
        } else {
          if let index = merged.indices.last, merged[index].row.rule == fault.row.rule {
            merged[index].quote(words, text)
          }
          words = own
          merged.append(fault)
        }
      }
      if let index = merged.indices.last { merged[index].quote(words, text) }
    }
    return merged.sorted(by: precedes)
  }

  private static func precedes(_ a: TextFault, _ b: TextFault) -> Bool {
    (a.utf8Range.lowerBound, a.utf8Range.upperBound, a.row.rule.id)
      < (b.utf8Range.lowerBound, b.utf8Range.upperBound, b.row.rule.id)
  }

  /// Takes the words of the file, as they are and as they would be.
  private mutating func quote(_ words: Range<Int>, _ text: CheckedText) {
    guard excerpt.isEmpty, text.isExact || !words.isEmpty else { return }
    excerpt = Excerpt.trimmed(String(decoding: text.file[words], as: UTF8.self))
    let inside = replacements.filter {
      $0.utf8Range.lowerBound >= words.lowerBound && $0.utf8Range.upperBound <= words.upperBound
    }
    guard !inside.isEmpty else { return }
    var bytes: [UInt8] = []
    var position = words.lowerBound
    for (range, replacement) in inside {
      guard range.lowerBound >= position else { return }
      bytes += text.file[position..<range.lowerBound]
      bytes += replacement.utf8
      position = range.upperBound
    }
    bytes += text.file[position..<words.upperBound]
    mended = String(decoding: bytes, as: UTF8.self)
  }

  /// The message for a person.
  var message: String {
    var message = row.rule.title
    if !excerpt.isEmpty { message += ": \(excerpt.quoted())" }
    // Canonically equal texts would look the same.
    if let mended, mended != excerpt { message += " would be \(mended.quoted())" }
    if count > 1 {
      message += isDrop ? ", and \(count - 1) more below it" : ", \(count) times on this line"
    }
    if let detail {
      message +=
        row.rule == CheckRules.forbiddenPhrase
        ? ", forbidden as \(detail.quoted())" : " (\(detail))"
    }
    return message
  }
}

/// The words around a place of a text.
struct Excerpt {
  let utf8Range: Range<Int>
  let text: String

  /// Bytes to either side, and of what is quoted as a whole.
  private static let reach = 48
  private static let maxUTF8Count = 160

  /// The place itself and the words it touches, within one line.
  init(around place: Range<Int>, in utf8: [UInt8]) {
    var start = place.lowerBound
    while start > 0, utf8[start - 1] == 0x20, place.lowerBound - start < 4 { start -= 1 }
    while start > 0, utf8[start - 1] > 0x20, place.lowerBound - start < Self.reach { start -= 1 }
    var end = place.upperBound
    while end < utf8.count, utf8[end] == 0x20, end - place.upperBound < 4 { end += 1 }
    while end < utf8.count, utf8[end] > 0x20, end - place.upperBound < Self.reach { end += 1 }
    // Where the reach ends inside a character, the character stays out.
    while start < place.lowerBound, utf8[start] & 0xC0 == 0x80 { start += 1 }
    while end > place.upperBound, end < utf8.count, utf8[end] & 0xC0 == 0x80 { end -= 1 }
    utf8Range = start..<end
    text = String(decoding: utf8[start..<end], as: UTF8.self)
  }

  /// A text without white space at its ends, cut where it is long.
  static func trimmed(_ text: String) -> String {
    var utf8 = Array(text.utf8)[...]
    while let last = utf8.last, last <= 0x20 { utf8.removeLast() }
    while let first = utf8.first, first <= 0x20 { utf8.removeFirst() }
    if utf8.count > maxUTF8Count {
      utf8 = utf8.prefix(maxUTF8Count)
      while let last = utf8.last, last & 0xC0 == 0x80 { utf8.removeLast() }
      if let last = utf8.last, last >= 0xC0 { utf8.removeLast() }
    }
    return String(decoding: utf8, as: UTF8.self)
  }
}
