import GhirbalDocument

/// What an element says about its text that plain text must say otherwise.
enum ElementRewriting: Equatable {
  case raised(isNote: Bool)
  case lowered
  /// A link to a place on the page; `isNote` where the page itself calls it a note's.
  case reference(isNote: Bool)
  case ruby
  /// `rt`: how the words before are read.
  case reading
  /// `rp`: brackets for those who cannot set readings above the words.
  case readingBracket
  /// Text that stands in an address's place; only where it is `isPlaceholder` as well, if that is
  /// not certain.
  case address([UInt8], isCertain: Bool)

  var height: TextHeight? {
    switch self {
    case .raised: .raised
    case .lowered: .lowered
    default: nil
    }
  }

  var isNote: Bool {
    switch self {
    case .raised(let isNote), .reference(let isNote): isNote
    default: false
    }
  }
}

/// A stretch of a block that an element with a rewriting holds.
struct RewritableText {
  var rewriting: ElementRewriting
  var element: ElementID
  /// UTF-8 offsets in the block's content; not empty.
  var utf8Range: Range<Int>
  /// The element's raw bytes.
  var source: Range<Int>
}

/// The elements with a rewriting whose end the parser has not reached, outermost first.
struct OpenRewritings {
  private var elements:
    [(rewriting: ElementRewriting, element: ElementID, start: Int?, sourceStart: Int)] = []
  /// How many of them, from the outermost on, have text in the open block or lost it to another.
  private var begunCount = 0
  private var passedOver = 0

  /// As with marks: nobody nests more, but for pages that never close a tag.
  private static let maxDepth = 8

  mutating func open(_ rewriting: ElementRewriting, _ element: ElementID, sourceStart: Int) {
    if elements.count < Self.maxDepth {
      elements.append((rewriting, element, nil, sourceStart))
    } else {
      passedOver += 1
    }
  }

  /// Text begins at `offset`.
  mutating func begin(at offset: Int) {
    while begunCount < elements.count {
      elements[begunCount].start = offset
      begunCount += 1
    }
  }

  /// What the innermost element holds; nil where there was no text in it or a block ended in it.
  mutating func close(at offset: Int, in contentStart: Int, sourceEnd: Int) -> RewritableText? {
    if passedOver > 0 {
      passedOver -= 1
      return nil
    }
    guard let last = elements.popLast() else { return nil }
    begunCount = min(begunCount, elements.count)
    guard let start = last.start, start < offset else { return nil }
    return RewritableText(
      rewriting: last.rewriting, element: last.element,
      utf8Range: start - contentStart..<offset - contentStart,
      source: last.sourceStart..<max(last.sourceStart, sourceEnd))
  }

  /// A block ends: what is open holds more than a stretch of one block.
  mutating func interrupt() {
    for index in 0..<begunCount { elements[index].start = nil }
  }
}

/// Decides what a block's rewritable text becomes.
struct TextRewriter {
  /// One piece of the content and what stands there instead.
  struct Replacement {
    var utf8Range: Range<Int>
    var utf8: [UInt8]
    var source: Range<Int>
  }

  /// The elements whose height the text tells by itself: as marks they would tell it twice.
  private(set) var toldElements: Set<ElementID> = []

  private let content: ArraySlice<UInt8>
  private let ruby: RubyReading
  /// Outer ones before inner ones.
  private let texts: [RewritableText]
  private(set) var replacements: [Replacement] = []
  /// Where the lowered half of a fraction stands in `texts`.
  private var denominator: Int?
  private var loweredEnd = -1

  init(_ texts: [RewritableText], in content: ArraySlice<UInt8>, _ ruby: RubyReading) {
    self.content = content
    self.ruby = ruby
    self.texts = texts.filter { $0.utf8Range.upperBound <= content.count }.sorted {
      ($0.utf8Range.lowerBound, -$0.utf8Range.upperBound, $0.element.index)
        < ($1.utf8Range.lowerBound, -$1.utf8Range.upperBound, $1.element.index)
    }
    rewrite(self.texts.indices, isRaised: false)
  }

  private mutating func rewrite(_ range: Range<Int>, isRaised: Bool) {
    var index = range.lowerBound
    while index < range.upperBound {
      let end = texts[index].utf8Range.upperBound
      var next = index + 1
      while next < range.upperBound, texts[next].utf8Range.lowerBound < end { next += 1 }
      rewrite(index, holding: index + 1..<next, isRaised: isRaised)
      index = next
    }
  }

  private mutating func rewrite(_ index: Int, holding inner: Range<Int>, isRaised: Bool) {
    let text = texts[index]
    defer { if text.rewriting == .lowered { loweredEnd = text.utf8Range.upperBound } }
    switch text.rewriting {
    case .address(let address, let isCertain):
      if isCertain || ProtectedAddress.isPlaceholder(slice(text.utf8Range)) {
        replace(text, with: address)
      }
    case .ruby:
      if let words = baseText(index, inner) {
        replace(text, with: words)
      } else {
        rewrite(inner, isRaised: isRaised)
      }
    case .reading, .readingBracket: rewrite(inner, isRaised: isRaised)
    case .raised, .lowered, .reference:
      let isRaised = isRaised || text.rewriting.height == .raised
      if isNote(index, inner, isRaised: isRaised) {
        switch noteMark(text) {
        case .written(let mark):
          // The number before a note's own text.
          let isFirst = text.utf8Range.lowerBound == 0 && isLetter(at: text.utf8Range.upperBound)
          replace(text, with: Array(mark.utf8) + (isFirst ? [0x20] : []))
          toldElements.formUnion(elements(index, inner))
          return
        case .asItStands:
          toldElements.formUnion(elements(index, inner))
          return
        case nil: break
        }
      }
      guard let height = text.rewriting.height else {
        rewrite(inner, isRaised: isRaised)
        return
      }
      rewrite(index, height, holding: inner, isRaised: isRaised)
    }
  }

  private mutating func replace(
    _ text: RewritableText, with utf8: [UInt8],
    takingBefore spaceUTF8Count: Int = 0
  ) {
    let range = text.utf8Range
    let start = range.lowerBound - spaceUTF8Count
    let isFree = (replacements.last?.utf8Range.upperBound ?? 0) <= start
    replacements.append(
      Replacement(
        utf8Range: (isFree ? start : range.lowerBound)..<range.upperBound, utf8: utf8,
        source: text.source))
  }

  private func elements(_ index: Int, _ inner: Range<Int>) -> [ElementID] {
    (index..<inner.upperBound).map { texts[$0].element }
  }

  private func slice(_ range: Range<Int>) -> ArraySlice<UInt8> {
    content[content.startIndex + range.lowerBound..<content.startIndex + range.upperBound]
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: slice(range), as: UTF8.self)
  }

  private func before(_ offset: Int) -> String {
    string(max(0, offset - RaisedText.maxSurroundingUTF8Count)..<offset)
  }

  private func after(_ offset: Int) -> String {
    string(offset..<min(content.count, offset + RaisedText.maxSurroundingUTF8Count))
  }

  private func isLetter(at offset: Int) -> Bool {
    after(offset).unicodeScalars.first?.isLetter ?? false
  }

  // MARK: Notes

  /// Whether an element holds one mark of a note: it is called so, or it is raised and leads to a
  /// place on the page.
  private func isNote(_ index: Int, _ inner: Range<Int>, isRaised: Bool) -> Bool {
    var links = 0
    var isRaised = isRaised
    var isMarked = false
    for text in texts[index..<inner.upperBound] {
      if case .reference = text.rewriting { links += 1 }
      isRaised = isRaised || text.rewriting.height == .raised
      isMarked = isMarked || text.rewriting.isNote
    }
    return links <= 1 && (isMarked || links == 1 && isRaised)
  }

  private func noteMark(_ text: RewritableText) -> NoteMark.Reading? {
    NoteMark.reading(
      string(text.utf8Range), before: before(text.utf8Range.lowerBound).unicodeScalars.last,
      after: after(text.utf8Range.upperBound).unicodeScalars.first)
  }

  // MARK: Raised and lowered

  private mutating func rewrite(
    _ index: Int, _ height: TextHeight, holding inner: Range<Int>, isRaised: Bool
  ) {
    let text = texts[index]
    // Both at once is small print.
    if inner.contains(where: {
      texts[$0].utf8Range == text.utf8Range && texts[$0].rewriting.height ?? height != height
    }) {
      return
    }
    let first = replacements.count
    rewrite(inner, isRaised: isRaised)
    var held: [UInt8] = []
    var position = text.utf8Range.lowerBound
    for replacement in replacements[first...]
    where replacement.utf8Range.lowerBound >= position && replacement.utf8Range != text.utf8Range {
      held.append(contentsOf: slice(position..<replacement.utf8Range.lowerBound))
      held.append(contentsOf: replacement.utf8)
      position = replacement.utf8Range.upperBound
    }
    held.append(contentsOf: slice(position..<text.utf8Range.upperBound))
    let raised = RaisedText(
      String(decoding: held, as: UTF8.self), height, before: before(text.utf8Range.lowerBound),
      after: after(text.utf8Range.upperBound),
      isBehindLowered: loweredEnd == text.utf8Range.lowerBound,
      isInFraction: isInFraction(index, height, inner.upperBound))
    guard let rewriting = raised.rewriting() else { return }
    replacements.removeSubrange(first...)
    replace(
      text, with: Array(rewriting.text.utf8), takingBefore: rewriting.spaceUTF8Count)
    toldElements.formUnion(elements(index, inner))
    if let denominator, raised.isInFraction { toldElements.insert(texts[denominator].element) }
  }

  /// Whether raised text has a slash and lowered text behind it, or is that lowered text.
  private mutating func isInFraction(_ index: Int, _ height: TextHeight, _ next: Int) -> Bool {
    if height == .lowered { return denominator == index }
    guard next < texts.count, texts[next].rewriting == .lowered,
      texts[next].utf8Range.lowerBound > texts[index].utf8Range.upperBound,
      texts[next].utf8Range.lowerBound - texts[index].utf8Range.upperBound < 8
    else { return false }
    let between = string(texts[index].utf8Range.upperBound..<texts[next].utf8Range.lowerBound)
    guard ["/", "⁄", "∕"].contains(String(between.unicodeScalars.trimmed)) else { return false }
    denominator = next
    return true
  }

  // MARK: Ruby

  /// The words of a ruby, with their readings in brackets where they are wanted; nil where it has no
  /// readings or nothing but them.
  private func baseText(_ index: Int, _ inner: Range<Int>) -> [UInt8]? {
    var words: [UInt8] = []
    var hasReading = false
    var hasBase = false
    var position = texts[index].utf8Range.lowerBound
    func addBase(until end: Int) {
      guard position < end else { return }
      words.append(contentsOf: slice(position..<end))
      hasBase = true
      position = end
    }
    for (place, text) in zip(inner, texts[inner]) {
      switch text.rewriting {
      case .reading:
        addBase(until: text.utf8Range.lowerBound)
        hasReading = true
        if ruby == .annotated {
          // Where end tags are left out the closing bracket stands in the reading.
          let bracket = place + 1 < inner.upperBound ? texts[place + 1] : nil
          let end =
            bracket?.rewriting == .readingBracket
            ? min(text.utf8Range.upperBound, bracket?.utf8Range.lowerBound ?? 0)
            : text.utf8Range.upperBound
          let start = max(position, text.utf8Range.lowerBound)
          words.append(contentsOf: "（".utf8)
          words.append(contentsOf: slice(start..<max(start, end)))
          words.append(contentsOf: "）".utf8)
        }
        position = max(position, text.utf8Range.upperBound)
      case .readingBracket:
        addBase(until: text.utf8Range.lowerBound)
        // Where end tags are left out the reading stands in its bracket.
        let end = text.utf8Range.upperBound
        let isAround =
          place + 1 < inner.upperBound && texts[place + 1].rewriting == .reading
          && texts[place + 1].utf8Range.lowerBound < end
        position = max(position, isAround ? texts[place + 1].utf8Range.lowerBound : end)
      default: break
      }
    }
    addBase(until: texts[index].utf8Range.upperBound)
    return hasReading && hasBase ? words : nil
  }
}
