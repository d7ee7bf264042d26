import GhirbalDocument

/// Reads the copies of a formula that a page holds (MathML for readers, the source for those who copy
/// it, glyphs for the screen) and gives one of them.
///
/// TeX is worth most: it keeps what stands above and below. Next comes MathML on one line, with
/// `^(…)`, `_(…)` and `(…)/(…)` where height means something (as UnicodeMath writes it); then what
/// stands there as text.
struct FormulaText {
  /// The part that a MathML element has (MathML Core, section 3).
  enum Part: Equatable {
    case row, token, words, hidden
    case raised, lowered, loweredAndRaised
    case fraction, root, indexedRoot, fenced
    case table, tableRow
    /// A copy of the formula in another language.
    case tex, otherCopy
    case math
  }

  private struct Open {
    var part: Part
    var childCount = 0
    /// Where its text starts in `line`.
    var start: Int
    /// Where the text between brackets that were opened for it starts.
    var bracketed: Int?
  }

  private var open: [Open] = []
  private var mathDepth = 0
  private var copyDepth = 0
  private var hiddenDepth = 0
  /// The formula's MathML on one line.
  private var line: [UInt8] = []
  private var lastIsWord = false
  private var tex: [UInt8] = []
  private var alternative: [UInt8] = []
  /// Whether white space stands between the formula's first or last tag and the copies inside.
  private(set) var startsWithSpace = false
  private(set) var endsWithSpace = false
  /// Text outside of MathML.
  private var plain: [UInt8] = []

  // MARK: Elements

  mutating func start(_ part: Part?) {
    var part = part ?? .row
    if mathDepth == 0, part != .math { part = .row }
    if mathDepth > 0, let parent = open.indices.last {
      beginChild(of: parent)
    }
    let opened = Open(part: part, start: line.count)
    switch part {
    case .math: mathDepth += 1
    case .hidden: hiddenDepth += 1
    case .tex, .otherCopy: copyDepth += 1
    case .root: write(Self.root)
    case .fenced: line.append(UInt8(ascii: "("))
    default: break
    }
    open.append(opened)
  }

  mutating func end() {
    guard let ended = open.popLast() else { return }
    switch ended.part {
    case .math: mathDepth -= 1
    case .hidden: hiddenDepth -= 1
    case .tex, .otherCopy: copyDepth -= 1
    case .root: closeBracket(from: ended.start + Self.root.utf8CodeUnitCount)
    case .fenced: line.append(UInt8(ascii: ")"))
    default: break
    }
    if mathDepth > 0, let parent = open.indices.last { endChild(of: parent) }
  }

  /// Writes what a child of an element is set behind.
  private mutating func beginChild(of parent: Int) {
    let index = open[parent].childCount
    open[parent].childCount += 1
    open[parent].bracketed = nil
    func bracket(_ opening: StaticString) {
      opening.withUTF8Buffer { line.append(contentsOf: $0) }
      open[parent].bracketed = line.count
      lastIsWord = false
    }
    switch (open[parent].part, index) {
    case (.raised, 1), (.loweredAndRaised, 2): bracket("^(")
    case (.lowered, 1), (.loweredAndRaised, 1): bracket("_(")
    case (.fraction, 0):
      // 2 and a half is 2 1/2.
      if let last = line.last, last &- 0x30 < 10 { line.append(0x20) }
      bracket("(")
    case (.fraction, 1): bracket("/(")
    case (.indexedRoot, 0): bracket("(")
    case (.indexedRoot, 1): bracket("^(1/")
    case (.fenced, 1...): write(",")
    case (.tableRow, 1...): write(", ")
    case (.table, 1...): write("; ")
    default: break
    }
  }

  private mutating func endChild(of parent: Int) {
    guard let start = open[parent].bracketed else { return }
    open[parent].bracketed = nil
    switch (open[parent].part, open[parent].childCount) {
    case (.raised, 2), (.loweredAndRaised, 3): closeHeight(.raised, from: start)
    case (.lowered, 2), (.loweredAndRaised, 2): closeHeight(.lowered, from: start)
    case (.indexedRoot, 2): line.append(UInt8(ascii: ")"))
    default: closeBracket(from: start)
    }
    lastIsWord = false
  }

  /// Closes a bracket, or takes it away around a single name or number.
  private mutating func closeBracket(from start: Int) {
    let held = line.count - start
    guard held <= Self.maxSimpleUTF8Count,
      String(decoding: line[start...], as: UTF8.self).unicodeScalars.allSatisfy({
        $0.isLetter || $0.isDigit || $0 == "."
      })
    else {
      line.append(UInt8(ascii: ")"))
      return
    }
    line.remove(at: start - 1)
  }

  private static let maxSimpleUTF8Count = 24
  private static let root: StaticString = "√("

  /// Ends what is raised or lowered: as small signs where there are such, primes as they stand.
  private mutating func closeHeight(_ height: TextHeight, from start: Int) {
    if line.count == start {
      line.removeLast(2)
      return
    }
    if line.count - start <= Self.maxSimpleUTF8Count {
      let text = String(decoding: line[start...], as: UTF8.self)
      let isPrime = text.unicodeScalars.allSatisfy { ("′"..."‴").contains($0) || $0 == "'" }
      if let small = isPrime ? text : RaisedSigns.converted(text.unicodeScalars, height) {
        line.removeLast(line.count - start + 2)
        line.append(contentsOf: small.utf8)
        return
      }
    }
    line.append(UInt8(ascii: ")"))
  }

  private mutating func write(_ text: StaticString) {
    text.withUTF8Buffer { line.append(contentsOf: $0) }
    lastIsWord = false
  }

  // MARK: Text

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard copyDepth == 0 else {
      if open.last?.part == .tex { tex.append(contentsOf: bytes) }
      return
    }
    guard mathDepth > 0 else {
      if let first = bytes.first, let last = bytes.last {
        if plain.isEmpty, line.isEmpty { startsWithSpace = first <= 0x20 }
        endsWithSpace = last <= 0x20
      }
      plain.append(contentsOf: bytes)
      return
    }
    guard hiddenDepth == 0 else { return }
    let text = String(decoding: bytes, as: UTF8.self).unicodeScalars.filter {
      // Signs for products and calls that nobody sees.
      !(0x2061...0x2064).contains($0.value)
    }
    let scalars = text.trimmed
    guard let first = scalars.first, let last = scalars.last else { return }
    // "sin" and "x" are two names, x and y a product.
    let isWord = first.isLetter && scalars.count > 1
    let isAmongWords = open.last?.part == .words && scalars.count < text.count
    if (lastIsWord && (first.isLetter || first.isDigit)) || isAmongWords
      || (isWord && line.last.map { Unicode.Scalar($0).isLetter } ?? false)
    {
      line.append(0x20)
    }
    line.append(contentsOf: String(String.UnicodeScalarView(scalars)).utf8)
    if isAmongWords { line.append(0x20) }
    lastIsWord = isWord && last.isLetter
  }

  /// Adds what an attribute or a script says that the formula is.
  mutating func addAlternative(_ text: some Sequence<UInt8>) {
    if alternative.isEmpty { alternative.append(contentsOf: text) }
  }

  mutating func addTeX(_ text: some Sequence<UInt8>) { tex.append(contentsOf: text) }

  // MARK: The formula

  /// The formula on one line, and the language it is in; nil where nothing of it is text.
  var reading: (utf8: [UInt8], notation: FormulaNotation)? {
    let tex = TeXText.cleaned(tex)
    if !tex.isEmpty { return (tex, .tex) }
    let alternative = TeXText.cleaned(alternative)
    let isTeX = alternative.contains { "\\^_{".utf8.contains($0) }
    if !alternative.isEmpty, isTeX { return (alternative, .tex) }
    for text in [line, alternative, plain] {
      let words = TeXText.folded(text)
      if !words.isEmpty { return (words, .text) }
    }
    return nil
  }
}

/// TeX as pages hold it.
enum TeXText {
  /// On one line, without what only tells the size it is set in and what tells TeX that it is a formula.
  static func cleaned(_ text: [UInt8]) -> [UInt8] {
    var tex = folded(text)
    for (opening, closing) in wrappers + wrappers
    where tex.count >= opening.utf8.count + closing.utf8.count
      && tex.starts(with: opening.utf8)
      && tex.suffix(closing.utf8.count).elementsEqual(closing.utf8)
    {
      let held = Array(tex.dropFirst(opening.utf8.count).dropLast(closing.utf8.count))
      if opening.hasPrefix("{") ? isBalanced(held) : !contains(held, closing) { tex = folded(held) }
    }
    return tex
  }

  private static let wrappers = [
    ("{\\displaystyle ", "}"), ("{\\textstyle ", "}"), ("{\\scriptstyle ", "}"), ("\\(", "\\)"),
    ("\\[", "\\]"), ("$$", "$$"), ("$", "$"),
  ]

  /// Whether every brace in the text has its other half there.
  private static func isBalanced(_ tex: [UInt8]) -> Bool {
    var depth = 0
    var index = 0
    while index < tex.count {
      switch tex[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth < 0 { return false }
      default: break
      }
      index += 1
    }
    return depth == 0
  }

  private static func contains(_ tex: [UInt8], _ sign: String) -> Bool {
    !tex.indices.allSatisfy { !tex[$0...].starts(with: sign.utf8) }
  }

  /// With single spaces, none at the ends.
  static func folded(_ text: [UInt8]) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.count)
    for byte in text {
      if byte > 0x20 {
        folded.append(byte)
      } else if let last = folded.last, last != 0x20 {
        folded.append(0x20)
      }
    }
    if folded.last == 0x20 { folded.removeLast() }
    return folded
  }
}

extension FormulaText.Part {
  /// MathML elements that are more than a row of others.
  static let byName: [String: FormulaText.Part] = [
    "math": .math, "mi": .token, "mn": .token, "mo": .token, "mtext": .words, "ms": .words,
    "mphantom": .hidden, "maction": .row, "msup": .raised, "msub": .lowered,
    "msubsup": .loweredAndRaised, "mover": .raised, "munder": .lowered,
    "munderover": .loweredAndRaised, "mfrac": .fraction, "msqrt": .root, "mroot": .indexedRoot,
    "mfenced": .fenced, "mtable": .table, "mtr": .tableRow, "mlabeledtr": .tableRow,
    "annotation": .otherCopy, "annotation-xml": .otherCopy,
  ]
}
