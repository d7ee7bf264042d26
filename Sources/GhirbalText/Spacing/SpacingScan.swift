/// One look at a block.
struct SpacingScan {
  let text: Scalars
  let language: Language?
  /// Whether spaces inside brackets and guillemets are faults.
  let closesBrackets: Bool

  var look = Look<SpacingFinding>()
  var isAscending = true
  var line = Line()
  /// The brackets that are open on this line.
  var open: [Opening] = []
  /// The curly quotation marks that are open on this line.
  var openQuotes = 0
  /// „ was seen on this line, or “ where it closes: which quotation marks open is not known.
  var hasOtherQuotes = false

  struct Opening {
    var value: UInt32
    /// The spaces behind it, where they may be a fault.
    var spaces: Range<Int>
    /// The replacement that already stands for them, if any.
    var replacement: Int?
    /// Whether its spaces should have stood before it.
    var isOnWrongSide: Bool
    var start: Int
  }

  /// What is known about the line read last.
  struct Line {
    var range = 0..<0
    var isCode = false
    var hasBar = false
    /// Runs of three spaces and more behind the indentation: more than one align columns.
    var gaps = 0
    /// ` : ` and ` ? `: a ternary has both, a list of things more of the first.
    var spacedColons = 0
    var spacedQuestions = 0
  }

  init(text: Scalars, language: Language?) {
    self.text = text
    self.language = language
    closesBrackets = language == .persian || language == .arabic
  }

  mutating func read() -> Look<SpacingFinding> {
    let bytes = text.bytes
    let start = leadingEnd()
    if start == bytes.count {
      if start > 0 { replace(0..<start, with: "", .leadingSpace, isPlain: true) }
      return look
    }
    if start > 0 { replace(0..<start, with: "", .leadingSpace, isPlain: true) }
    let end = trailingStart(notBefore: start)
    Self.stops.withSearch { search in
      var offset = start
      // What was read as spaces is not read again from the mark behind them.
      var readEnd = start
      while true {
        offset = search.next(from: offset, to: end, in: bytes)
        if offset >= end { break }
        if bytes[offset] == 0x20 {
          offset = lookAtSpaces(at: offset, before: end)
          readEnd = offset
          continue
        }
        if offset > readEnd, bytes[offset - 1] == 0x20 {
          var run = offset - 1
          while run > readEnd, bytes[run - 1] == 0x20 { run -= 1 }
          readEnd = lookAtSpaces(at: run, before: end)
          if readEnd > offset {
            offset = readEnd
            continue
          }
        }
        offset = lookAtMark(at: offset, before: end)
        readEnd = offset
      }
    }
    if end < bytes.count { replace(end..<bytes.count, with: "", .trailingSpace, isPlain: true) }
    if !isAscending {
      look.replacements.sort { $0.utf8Range.lowerBound < $1.utf8Range.lowerBound }
    }
    return look
  }

  /// Where something may be asked for: spaces before spaces, marks and line ends, and the marks that
  /// stand behind spaces or open what is closed later.
  private static let stops: BytePairs = {
    var pairs = BytePairs()
    pairs.insert([0x20], [0x20, 0x0A, 0x0D, 0x21, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5D])
    pairs.insert([0x0A, 0x28, 0x29, 0x5B, 0x5D])
    pairs.insert([0xC2], [0xAB, 0xBB])
    pairs.insert([0xD8], [0x8C, 0x9B, 0x9F])
    pairs.insert([0xDB], [0x94])
    pairs.insert([0xE2], [0x80])
    return pairs
  }()

  /// Returns where to read on.
  private mutating func lookAtMark(at start: Int, before end: Int) -> Int {
    let bytes = text.bytes
    var offset = start
    switch bytes[offset] {
    case 0x0A:
      open.removeAll(keepingCapacity: true)
      openQuotes = 0
      hasOtherQuotes = false
      offset += 1
      // The indentation of a line is its author's.
      while offset < end, bytes[offset] == 0x20 { offset += 1 }
      if offset < end, bytes[offset] == 0x0A || bytes[offset] == 0x0D {
        var indent = offset
        while bytes[indent - 1] == 0x20 { indent -= 1 }
        if indent < offset {
          replace(indent..<offset, with: "", .spaceBeforeLineEnd, isPlain: true)
        }
      }
    case 0x28, 0x5B: offset = lookAtOpening(UInt32(bytes[offset]), at: offset, 1)
    case 0x29, 0x5D: offset = lookAtClosing(UInt32(bytes[offset]), at: offset, 1)
    case 0xC2:
      let value = text.scalar(at: offset).value
      if value == 0xAB {
        offset = lookAtOpening(value, at: offset, 2)
      } else if value == 0xBB {
        offset = lookAtClosing(value, at: offset, 2)
      } else {
        offset += 2
      }
    case 0xD8:
      let value = text.scalar(at: offset).value
      offset += 2
      if value == 0x060C || value == 0x061B || value == 0x061F {
        lookBehindArabicMark(at: offset)
      }
    case 0xE2: offset = lookAtQuote(at: offset)
    default: offset += 1
    }
    return offset
  }

  mutating func replace(
    _ range: Range<Int>, with replacement: String, _ finding: SpacingFinding,
    isPlain: Bool = false, confidence: Double = 1
  ) {
    if let last = look.replacements.last, last.utf8Range.lowerBound > range.lowerBound {
      isAscending = false
    }
    look.replacements.append(
      Replacement(range, with: replacement, finding, confidence: confidence))
    if !isPlain { look.isSettled = false }
  }

  private func leadingEnd() -> Int {
    var position = 0
    while position < text.count, isTrimmed(text.bytes[position]) { position += 1 }
    return position
  }

  private func trailingStart(notBefore start: Int) -> Int {
    var position = text.count
    while position > start, isTrimmed(text.bytes[position - 1]) { position -= 1 }
    return position
  }

  private func isTrimmed(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D }

  /// Returns where to read on.
  private mutating func lookAtSpaces(at offset: Int, before end: Int) -> Int {
    var after = offset + 1
    while after < end, text.bytes[after] == 0x20 { after += 1 }
    let run = offset..<after
    let next = text.bytes[after]
    switch next {
    case 0x0A, 0x0D:
      replace(run, with: "", .spaceBeforeLineEnd, isPlain: true)
      return after
    case 0x21, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F:
      if lookAtPunctuation(next, run) { return after }
      if let stop = strandedStop(run) {
        replace(run.lowerBound..<stop, with: "", .strandedFullStop)
        return stop
      }
    case 0x29, 0x5D:
      if closes(UInt32(next), behind: run) {
        replace(run, with: "", .spaceInsideBracket)
        return after
      }
    case 0xC2:
      if text.scalar(at: after).value == 0xBB, let moved = lookAtClosingGuillemet(run) {
        return moved
      }
    case 0xD8:
      let value = text.scalar(at: after).value
      if value == 0x060C || value == 0x061B || value == 0x061F {
        if let before = text.scalar(before: offset)?.value, endsWord(before), !isCode(offset) {
          replace(run, with: "", .spaceBeforePunctuation)
          return after
        }
      }
    case 0xDB:
      if text.scalar(at: after).value == Self.urduStop, isStrayBeforeUrduStop(run) {
        replace(run, with: "", .spaceBeforePunctuation)
        return after
      }
    case 0xE2:
      if let moved = lookAtClosingQuote(run) { return moved }
    default: break
    }
    if run.count > 1 { lookAtDoubledSpaces(run) }
    return after
  }

  mutating func lookAtDoubledSpaces(_ run: Range<Int>) {
    // Spaces beside a tab, a bar or a wide space align columns.
    guard let before = text.scalar(before: run.lowerBound)?.value,
      let after = text.scalar(from: run.upperBound)?.value, before != 0x09, after != 0x09
    else { return }
    readLine(at: run.lowerBound)
    if line.hasBar || line.isCode || line.gaps > 1 { return }
    replace((run.lowerBound + 1)..<run.upperBound, with: "", .doubledSpace, isPlain: true)
  }
}
