import GhirbalText
import TestSupport
import Testing

/// A source in an encoding, its text, and what was replaced.
struct DecodeRow: Sendable, CustomTestStringConvertible {
  var label: String
  var encoding: String
  var source: [UInt8]
  var text: String
  var replaced: [Range<Int>] = []

  var testDescription: String { "\(encoding): \(label)" }
}

private let rows: [DecodeRow] = [
  DecodeRow(label: "nothing", encoding: "utf-8", source: [], text: ""),
  DecodeRow(
    label: "a letter cut off by another", encoding: "utf-8", source: [0xD8, 0x41],
    text: "\u{FFFD}A", replaced: [0..<1]),
  DecodeRow(
    label: "a maximal subpart is one replacement", encoding: "utf-8",
    source: [0xF0, 0x9F, 0x98, 0x41], text: "\u{FFFD}A", replaced: [0..<3]),
  DecodeRow(
    label: "a surrogate is three", encoding: "utf-8", source: [0xED, 0xA0, 0x80],
    text: "\u{FFFD}\u{FFFD}\u{FFFD}", replaced: [0..<1, 1..<2, 2..<3]),
  DecodeRow(
    label: "an overlong slash is two", encoding: "utf-8", source: [0xC0, 0xAF],
    text: "\u{FFFD}\u{FFFD}", replaced: [0..<1, 1..<2]),
  DecodeRow(
    label: "U+FFFD itself is text", encoding: "utf-8", source: [0xEF, 0xBF, 0xBD],
    text: "\u{FFFD}"),
  DecodeRow(
    label: "the last scalar", encoding: "utf-8", source: [0xF4, 0x8F, 0xBF, 0xBF],
    text: "\u{10FFFF}"),
  DecodeRow(
    label: "only the first mark is dropped", encoding: "utf-8",
    source: [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF, 0x41], text: "\u{FEFF}A"),
  DecodeRow(
    label: "Persian letters", encoding: "windows-1256", source: [0x90, 0x8D, 0x81, 0x8E, 0x9D],
    text: "گچپژ\u{200C}"),
  DecodeRow(
    label: "ISO-8859-1 is windows-1252", encoding: "iso-8859-1", source: [0x93, 0xE9, 0x94, 0x81],
    text: "“é”\u{81}"),
  DecodeRow(
    label: "a byte that stands for nothing", encoding: "iso-8859-6", source: [0xC7, 0xA1, 0xE4],
    text: "ا\u{FFFD}ل", replaced: [1..<2]),
  DecodeRow(
    label: "hamza on yeh", encoding: "iso-8859-6", source: [0xC6, 0xE4], text: "ئل"),
  DecodeRow(
    label: "Ukrainian and Belarusian", encoding: "koi8-u", source: [0xA6, 0xAE, 0xBE],
    text: "іўЎ"),
  DecodeRow(
    label: "private use", encoding: "x-user-defined", source: [0x41, 0x80, 0xFF],
    text: "A\u{F780}\u{F7FF}"),
  DecodeRow(
    label: "anything", encoding: "iso-2022-kr", source: [0x41, 0x42], text: "\u{FFFD}",
    replaced: [0..<2]),
  DecodeRow(
    label: "a pair", encoding: "utf-16le", source: [0x3D, 0xD8, 0x00, 0xDE], text: "😀"),
  DecodeRow(
    label: "a high surrogate before a letter", encoding: "utf-16be",
    source: [0xD8, 0x3D, 0x06, 0x27], text: "\u{FFFD}ا", replaced: [0..<2]),
  DecodeRow(
    label: "a low surrogate", encoding: "utf-16be", source: [0xDE, 0x00, 0x06, 0x27],
    text: "\u{FFFD}ا", replaced: [0..<2]),
  DecodeRow(
    label: "cut off in a pair with an odd byte", encoding: "utf-16le", source: [0x3D, 0xD8, 0x00],
    text: "\u{FFFD}", replaced: [0..<3]),
  DecodeRow(
    label: "an odd byte", encoding: "utf-16le", source: [0x41, 0x00, 0x42],
    text: "A\u{FFFD}", replaced: [2..<3]),
  DecodeRow(
    label: "two and four bytes", encoding: "gb18030",
    source: [0xD6, 0xD0, 0x81, 0x30, 0x81, 0x30, 0x94, 0x39, 0xFC, 0x36], text: "中\u{80}😀"),
  DecodeRow(
    label: "the exceptional pointer", encoding: "gb18030", source: [0x81, 0x35, 0xF4, 0x37],
    text: "\u{E7C7}"),
  DecodeRow(
    label: "the euro in one byte", encoding: "gbk", source: [0x80, 0xA2, 0xE3], text: "€€"),
  DecodeRow(
    label: "a lead before ASCII", encoding: "gbk", source: [0xD6, 0x3C, 0x62],
    text: "\u{FFFD}<b", replaced: [0..<1]),
  DecodeRow(
    label: "four bytes gone wrong", encoding: "gb18030", source: [0x81, 0x30, 0x81, 0x41],
    text: "\u{FFFD}0丄", replaced: [0..<1]),
  DecodeRow(
    label: "four bytes cut off", encoding: "gb18030", source: [0x41, 0x81, 0x30, 0x81],
    text: "A\u{FFFD}", replaced: [1..<4]),
  DecodeRow(
    label: "two scalars in one character", encoding: "big5", source: [0x88, 0x62, 0x88, 0xA5],
    text: "Ê\u{304}ê\u{30C}"),
  DecodeRow(
    label: "the vendors' punctuation", encoding: "big5",
    source: [0xA1, 0x45, 0xA1, 0xE3, 0xA4, 0x51],
    text: "‧～十"),
  DecodeRow(
    label: "half and full width", encoding: "shift_jis",
    source: [0xB1, 0x83, 0x41, 0x5C, 0x81, 0x5F],
    text: "ｱア\\＼"),
  DecodeRow(
    label: "private use", encoding: "shift_jis", source: [0xF0, 0x40], text: "\u{E000}"),
  DecodeRow(
    label: "an invalid trail that is ASCII", encoding: "shift_jis", source: [0x81, 0x20],
    text: "\u{FFFD} ", replaced: [0..<1]),
  DecodeRow(
    label: "three code sets", encoding: "euc-jp",
    source: [0xA4, 0xA2, 0x8E, 0xB1, 0x8F, 0xB0, 0xA1], text: "あｱ丂"),
  DecodeRow(
    label: "Hangul outside of the standard set", encoding: "euc-kr",
    source: [0xB0, 0xA1, 0x81, 0x41], text: "가갂"),
  DecodeRow(
    label: "escape sequences", encoding: "iso-2022-jp",
    source: [0x41, 0x1B, 0x24, 0x42, 0x24, 0x22, 0x1B, 0x28, 0x49, 0x31, 0x1B, 0x28, 0x42, 0x42],
    text: "AあｱB"),
  DecodeRow(
    label: "two escape sequences in a row", encoding: "iso-2022-jp",
    source: [0x1B, 0x28, 0x4A, 0x1B, 0x28, 0x42, 0x41], text: "\u{FFFD}A", replaced: [3..<6]),
  DecodeRow(
    label: "an escape that is none", encoding: "iso-2022-jp", source: [0x1B, 0x41],
    text: "\u{FFFD}A", replaced: [0..<1]),
]

extension TextEncoding {
  /// The bytes of `text`; what a macro cannot be given is the span.
  func encoding(_ text: String) -> [UInt8]? { encode(text.utf8.span) }
}

@Suite struct DecodedTextTests {
  @Test(arguments: rows) func sourcesAreDecodedAsTheStandardSays(_ row: DecodeRow) throws {
    let encoding = try #require(TextEncoding(label: row.encoding))
    let text = encoding.decode(row.source.span)
    #expect(
      String(decoding: text.utf8, as: UTF8.self).unicodeScalars.elementsEqual(
        row.text.unicodeScalars))
    #expect(text.replaced == row.replaced)
    #expect(encoding.decode(row.source).utf8 == text.utf8)
  }

  @Test func utf8IsRepairedAsTheStandardLibraryDoes() {
    var random = SplitMix(seed: 2)
    for round in 0..<4000 {
      let source = random.bytes(round % 97)
      var expected = Array(String(decoding: source, as: UTF8.self).utf8)
      if expected.starts(with: [0xEF, 0xBB, 0xBF]) && source.starts(with: [0xEF, 0xBB, 0xBF]) {
        expected.removeFirst(3)
      }
      #expect(TextEncoding.utf8.decode(source.span).utf8 == expected, "\(source)")
    }
  }

  /// Every pair after every lead, with words of ASCII or Arabic around it, at every offset in a word.
  @Test func validUTF8IsToldFromInvalidAtEveryOffset() {
    for lead in UInt8(0xBF)...0xFF {
      for second in UInt8(0x7E)...0xC2 {
        for tail in [[], [0x80], [0x80, 0x80], [0xBF, 0xBF, 0xBF], [0x41]] as [[UInt8]] {
          let sequence = [lead, second] + tail
          let isValid = String(validating: sequence, as: UTF8.self) != nil
          for padding in 0..<8 {
            let before = [UInt8](repeating: 0x61, count: padding)
            let text = before + [0xD8, 0xA7] + sequence + [0xD8, 0xA7, 0x20, 0x62, 0x63, 0x64]
            let found = UTF8Text.isValid(text.span)
            if found != isValid { Issue.record("\(text) is \(isValid ? "" : "not ")valid") }
          }
        }
      }
    }
  }

  @Test func validTextIsItsOwnSource() {
    let source = Array("<p>سلام دنیا 🙂 plain words that are longer than a word</p>".utf8)
    let text = TextEncoding.utf8.decode(source)
    #expect(text.isIdentity)
    #expect(text.map.runs.isEmpty)
    #expect(text.utf8 == source)
    #expect(text.map.sourceRange(of: 3..<11) == 3..<11)
    #expect(TextEncoding.windows1256.decode(Array("ASCII".utf8)).isIdentity)
    #expect(!TextEncoding.utf16LE.decode(Array("ASCII!".utf8)).isIdentity)
  }

  @Test func arabicInOneByteIsTwoForOne() throws {
    let source = try #require(TextEncoding.windows1256.encoding("ab سلام"))
    let map = TextEncoding.windows1256.decode(source.span).map
    #expect(
      map.runs == [
        DecodingRun(utf8Start: 0, sourceStart: 0, utf8Unit: 1, sourceUnit: 1),
        DecodingRun(utf8Start: 3, sourceStart: 3, utf8Unit: 2, sourceUnit: 1),
      ])
    #expect(map.sourceRange(of: 5..<9) == 4..<6)
    #expect(map.sourceRange(of: 2..<5) == 2..<4)
    // A bound inside a letter moves outwards.
    #expect(map.sourceRange(of: 6..<8) == 4..<6)
    #expect(map.sourceRange(of: 11..<11) == 7..<7)
  }

  @Test func aReplacementStandsForAllOfItsBytes() {
    let source: [UInt8] = [0xEF, 0xBB, 0xBF, 0x61, 0xF0, 0x9F, 0x98, 0x62]
    let text = TextEncoding.utf8.decode(source.span)
    #expect(String(decoding: text.utf8, as: UTF8.self) == "a\u{FFFD}b")
    #expect(text.replaced == [4..<7])
    #expect(text.map.sourceRange(of: 0..<1) == 3..<4)
    #expect(text.map.sourceRange(of: 1..<4) == 4..<7)
    #expect(text.map.sourceRange(of: 1..<5) == 4..<8)
    #expect(text.map.sourceRange(of: 2..<3) == 4..<7)
    #expect(text.map.sourceRange(of: 5..<5) == 8..<8)
    #expect(
      text.irreversiblePieces(of: source.span).map(\.sourceRange) == [0..<3, 4..<7])
  }

  @Test func usualTextNeedsNoRawPieces() throws {
    let rows = [
      ("gb18030", "汉字，中文。"), ("gbk", "汉字€"), ("big5", "十漢字，中文。"), ("shift_jis", "日本語ｱ、①∵≒髙"),
      ("euc-jp", "日本語ｱ丂"), ("euc-kr", "한국어 갂"), ("iso-2022-jp", "a日本b語ｱ\n"), ("utf-16be", "ا😀"),
      ("windows-1256", "گچپژ\u{200C}ي"), ("x-user-defined", "\u{F780}"), ("utf-8", "ا😀"),
    ]
    for (label, text) in rows {
      let encoding = try #require(TextEncoding(label: label))
      let source = try #require(encoding.encoding(text))
      let decoded = encoding.decode(source.span)
      #expect(String(decoding: decoded.utf8, as: UTF8.self) == text)
      #expect(decoded.irreversiblePieces(of: source.span).isEmpty, "\(label)")
    }
  }

  @Test func onlyTheUnusualBytesOfAnUnusualCharacterAreKept() throws {
    // NEC's 纊 between two kanji; the second place of 十; the second ideographic space.
    let rows: [(label: String, source: [UInt8], kept: Range<Int>)] = [
      ("shift_jis", [0x93, 0xFA, 0xED, 0x40, 0x96, 0x7B], 2..<4),
      ("big5", [0xA4, 0x51, 0xA2, 0xCC, 0xA4, 0x51], 2..<4),
      ("gb18030", [0xA1, 0xA1, 0xA3, 0xA0], 2..<4),
    ]
    for (label, source, kept) in rows {
      let encoding = try #require(TextEncoding(label: label))
      let text = encoding.decode(source.span)
      #expect(text.replaced.isEmpty)
      let pieces = text.irreversiblePieces(of: source.span)
      #expect(pieces.map(\.sourceRange) == [kept], "\(label)")
    }
  }

  /// The sizes of the indexes of https://encoding.spec.whatwg.org/#indexes; of the 18590 rows of
  /// Big5 the system lacks some duplicates.
  @Test(arguments: [
    ("gb18030", 23940...23940), ("euc-kr", 17048...17048), ("shift_jis", 7724...7724),
    ("big5", 18440...18590),
  ])
  func indexesAreWhole(_ label: String, _ counts: ClosedRange<Int>) throws {
    let encoding = try #require(TextEncoding(label: label))
    var count = 0
    for lead in UInt8(0x81)...0xFE {
      for trail in UInt8(0x40)...0xFE {
        if encoding.name == "Shift_JIS" && (0xA0...0xDF ~= lead || lead >= 0xF0 && lead <= 0xF9) {
          continue
        }
        let pair: [UInt8] = [lead, trail]
        let text = encoding.decode(pair.span)
        if text.replaced.isEmpty { count += 1 }
      }
    }
    #expect(counts.contains(count), "\(count)")
  }

  @Test func whatAnEncodingCannotWriteIsNotWritten() {
    #expect(TextEncoding.windows1256.encoding("中") == nil)
    #expect(TextEncoding.windows1256.encoding("\u{FFFD}") == nil)
    let invalid: [UInt8] = [0xC3]
    for encoding in [TextEncoding.utf8, .windows1252, .utf16LE] {
      let encoded = encoding.encode(invalid.span)
      #expect(encoded == nil)
    }
  }
}
