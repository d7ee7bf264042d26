import GhirbalDocument

/// The segments of a flattened text, measured once; everything that several features build on.
final class LineStatistics {
  let memory: PageMemory
  let count: Int
  let texts: Column<TextTraits>
  let layouts: Column<LineLayout>
  let words: PageWords
  let phrases: Column<PhraseHint>
  /// Line ends before each segment: 0 for a sentence that goes on in its line, 2 behind a blank line.
  let gaps: Column<Float>
  let isPart: Column<Bool>
  /// Lines of text that make each segment.
  let lineCounts: Column<Int>
  /// Whether a segment reads as prose: ten words or more that end or part a sentence.
  let isProse: Column<Bool>
  let sums: LineSums

  /// The fewest words of prose, and of a long paragraph.
  private static let minProseTokens = 10

  /// - Precondition: there is a segment, and all are of the document, in order.
  init(_ document: Document, _ segments: [TextSegment]) {
    let memory = PageMemory()
    self.memory = memory
    let count = segments.count
    self.count = count
    var scanner = TextScanner()
    let layouts: Column<LineLayout> = memory.column(count, of: LineLayout())
    let gaps: Column<Float> = memory.column(count, of: 1)
    let texts = memory.column(0..<count) { index in
      let segment = segments[index]
      return document.utf8.withUnsafeBufferPointer { utf8 in
        let first = document.blocks[segment.blocks.lowerBound]
        var range = first.content
        if let part = segment.utf8Range {
          range = range.lowerBound + part.lowerBound..<range.lowerBound + part.upperBound
        } else if segment.blocks.count > 1 {
          let joined = document.utf8(of: segment.blocks)
          return joined.withUnsafeBufferPointer { joined in
            layouts[index] = LineLayout(joined, 0..<joined.count)
            return scanner.scan(joined, 0..<joined.count, links: [])
          }
        }
        layouts[index] = LineLayout(utf8, range)
        return scanner.scan(utf8, range, links: [])
      }
    }
    self.layouts = layouts
    self.texts = texts
    for index in segments.indices.dropFirst() {
      let last = segments[index - 1].blocks.upperBound - 1
      gaps[index] =
        segments[index].blocks.lowerBound == last
        ? 0 : Self.lineEnds(document.utf8, document.blocks[last].gap)
    }
    self.gaps = gaps
    words = PageWords(scanner.words, memory)
    phrases = memory.column(0..<count) { segments[$0].phrase }
    isPart = memory.column(0..<count) { segments[$0].utf8Range != nil }
    lineCounts = memory.column(0..<count) { segments[$0].blocks.count }
    let isProse = memory.column(0..<count) {
      texts[$0].tokens >= Self.minProseTokens
        && (texts[$0].signs.contains(.endsSentence) || texts[$0].commas > 0)
    }
    self.isProse = isProse
    var sums = LineSums(count, memory)
    for index in 0..<count {
      sums.append(texts[index], isProse: isProse[index], segments[index].phrase)
    }
    self.sums = sums
  }

  private static func lineEnds(_ utf8: [UInt8], _ gap: Range<Int>) -> Float {
    Float(min(3, max(1, utf8[gap].count { $0 == 0x0A })))
  }
}

/// White space and marks by which tools lay out what they flatten.
struct LineLayout {
  /// White space before the text.
  var indent = 0
  var tabs = 0
  /// Runs of two spaces or more inside the text.
  var wideSpaces = 0
  /// `](`, the middle of a link in Markdown.
  var linkMarks = 0
  /// What the first sign says; the numbers are values of a feature.
  enum Mark: UInt8 {
    case none = 0
    case bullet = 1
    /// `#`.
    case heading = 2
    /// `>`.
    case quotation = 3
    /// `|`.
    case bar = 4
    /// `[`.
    case bracket = 5
  }

  var mark = Mark.none
  /// Whether a number and its mark stand first, as in an ordered list; no feature.
  var isNumbered = false
  /// Whether a `|` stands in the text; no feature.
  var hasBar = false

  private static let maxNumberUTF8Count = 3

  init() {}

  init(_ utf8: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound, utf8[index] == 0x20 || utf8[index] == 0x09 { index += 1 }
    indent = index - range.lowerBound
    guard index < range.upperBound else { return }
    let number = utf8[index..<range.upperBound].prefix(Self.maxNumberUTF8Count + 2)
    let digits = number.prefix { $0 &- 0x30 < 10 }.count
    if digits > 0, number.count > digits + 1 {
      let (sign, behind) = (number[index + digits], number[index + digits + 1])
      isNumbered = (sign == UInt8(ascii: ".") || sign == UInt8(ascii: ")")) && behind == 0x20
    }
    switch utf8[index] {
    case UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "+"): mark = .bullet
    case 0xE2
    where index + 2 < range.upperBound && utf8[index + 1] == 0x80 && utf8[index + 2] == 0xA2:
      mark = .bullet
    case UInt8(ascii: "#"): mark = .heading
    case UInt8(ascii: ">"): mark = .quotation
    case UInt8(ascii: "|"): mark = .bar
    case UInt8(ascii: "["): mark = .bracket
    default: break
    }
    var last: UInt8 = 0
    var beforeLast: UInt8 = 0
    while index < range.upperBound {
      let byte = utf8[index]
      if byte == 0x09 {
        tabs += 1
      } else if byte == 0x20 {
        if last == 0x20, beforeLast != 0x20 { wideSpaces += 1 }
      } else if byte == UInt8(ascii: "|") {
        hasBar = true
      } else if byte == UInt8(ascii: "("), last == UInt8(ascii: "]") {
        linkMarks += 1
      }
      beforeLast = last
      last = byte
      index += 1
    }
  }
}

/// Sums over the segments before each, so that a sum over any run of them is one subtraction.
struct LineSums {
  let words: Column<Float>
  let prose: Column<Float>
  let proseCount: Column<Float>
  let ends: Column<Float>
  let digits: Column<Float>
  let capitals: Column<Float>
  let phrases: Column<Float>
  let hints: Column<Float>
  let short: Column<Float>
  private var last = 0

  init(_ count: Int, _ memory: PageMemory) {
    func column() -> Column<Float> { memory.column(count + 1, of: 0) }
    words = column()
    prose = column()
    proseCount = column()
    ends = column()
    digits = column()
    capitals = column()
    phrases = column()
    hints = column()
    short = column()
  }

  mutating func append(_ text: TextTraits, isProse: Bool, _ phrase: PhraseHint) {
    let last = last
    func add(_ sums: Column<Float>, _ value: Float) { sums[last + 1] = sums[last] + value }
    add(words, Float(text.tokens))
    add(prose, isProse ? Float(text.tokens) : 0)
    add(proseCount, isProse ? 1 : 0)
    add(ends, text.signs.contains(.endsSentence) ? 1 : 0)
    add(digits, text.digitShare)
    add(capitals, text.capitalWordShare)
    add(phrases, phrase.strength.rawValue >= PhraseHint.Strength.settled.rawValue ? 1 : 0)
    add(hints, phrase.strength == .none ? 0 : 1)
    add(short, text.tokens < 6 ? 1 : 0)
    self.last = last + 1
  }
}

extension TextTraits {
  /// 0...1.
  var digitShare: Float { Float(digits) / Float(max(1, characters)) }
  /// Of the words that are written apart, 0...1.
  var capitalWordShare: Float { Float(capitalWords) / Float(max(1, plainWords)) }
}
