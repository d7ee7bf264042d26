/// The changes that put the spaces of `text`, one block, where its language writes them.
///
/// What comes out gives an empty array. Left alone are tabs, the indentation of lines inside the
/// block, table rows with `|`, spaced ellipses, French spaces before `? ! : ;` and inside its
/// guillemets, straight quotation marks, hyphens and dashes, code, numbers and times written with
/// spaces, and Chinese and Japanese. Without a language `? ! : ;` stay too, because it may be French.
/// Linear.
public func spacingFaults(
  in text: Span<UInt8>, language: Language?
) -> [Replacement<SpacingFinding>] {
  settledReplacements(in: text) { bytes in
    var scan = SpacingScan(text: Scalars(bytes), language: language)
    return scan.read()
  }
}

/// One look at a block.
private struct SpacingScan {
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

  // MARK: - Asking for changes

  private mutating func replace(
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

  // MARK: - The ends of the block

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

  // MARK: - Spaces

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

  private mutating func lookAtDoubledSpaces(_ run: Range<Int>) {
    // Spaces beside a tab, a bar or a wide space align columns.
    guard let before = text.scalar(before: run.lowerBound)?.value,
      let after = text.scalar(from: run.upperBound)?.value, before != 0x09, after != 0x09
    else { return }
    readLine(at: run.lowerBound)
    if line.hasBar || line.isCode || line.gaps > 1 { return }
    replace((run.lowerBound + 1)..<run.upperBound, with: "", .doubledSpace, isPlain: true)
  }

  /// Whether the spaces `run` before the ASCII mark `byte` were a fault, which is then asked for.
  private mutating func lookAtPunctuation(_ byte: UInt8, _ run: Range<Int>) -> Bool {
    if byte != 0x2E, byte != 0x2C {
      // French sets these off, and so may a text whose language is not known.
      if language == nil || language == .french { return false }
    }
    guard let before = text.scalar(before: run.lowerBound)?.value, endsWord(before) else {
      return false
    }
    // One mark, or a run of marks of wonder; anything longer is an ellipsis or a smiley.
    var end = run.upperBound + 1
    if byte == 0x21 || byte == 0x3F {
      while end < text.count, text.bytes[end] == 0x21 || text.bytes[end] == 0x3F { end += 1 }
    }
    guard isBoundary(at: end, behind: byte) else { return false }
    var next = end
    while next < text.count, text.bytes[next] == 0x20 { next += 1 }
    let follower = text.scalar(from: next)?.value
    // 12 . 5, 12 : 30, and [1 , 2] in code.
    if isDigit(before), let follower, isDigit(follower) { return false }
    // . . . and what a lost word leaves between two marks.
    if let follower, follower == 0x2E || follower == 0x2C || follower == UInt32(byte) {
      return false
    }
    readLine(at: run.lowerBound)
    if line.isCode || line.hasBar { return false }
    let isAtLineEnd = follower == nil || follower == 0x0A || follower == 0x0D
    switch byte {
    case 0x2E:
      if isInitial(before: run.lowerBound) || isShellLine() { return false }
      // "Home . About" and "2 . Sports" are lists; a sentence has some words.
      if !isAtLineEnd, isDigit(before) || wordsBefore(run.lowerBound, atMost: 4) < 4 {
        return false
      }
    case 0x3A, 0x3B:
      // Emoticons, ternaries and ratios have something short on both sides.
      if let follower, follower == 0x29 || follower == 0x28 || follower == 0x2D { return false }
      if byte == 0x3A, isInitial(before: run.lowerBound) { return false }
      if line.spacedQuestions > 0 || line.spacedColons > 1 { return false }
    case 0x21, 0x3F:
      if let follower, follower == 0x29 || follower == 0x28 || follower == 0x2D { return false }
      if isInitial(before: run.lowerBound) { return false }
      // "the ? operator", "a ? b : c"
      if !isAtLineEnd, line.spacedColons > 0 || isLower(follower) { return false }
    default: if isInitial(before: run.lowerBound), !isAtLineEnd { return false }
    }
    replace(run, with: "", .spaceBeforePunctuation, confidence: 0.95)
    return true
  }

  /// The end of the lone full stop behind `run` and behind another full stop, where it is stranded.
  private mutating func strandedStop(_ run: Range<Int>) -> Int? {
    guard text.bytes[run.upperBound] == 0x2E, run.lowerBound >= 2,
      text.bytes[run.lowerBound - 1] == 0x2E, text.bytes[run.lowerBound - 2] != 0x2E,
      text.bytes[run.lowerBound - 2] != 0x20, isBoundary(at: run.upperBound + 1, behind: 0x2E)
    else { return nil }
    // A third one makes a spaced ellipsis.
    var next = run.upperBound + 1
    while next < text.count, text.bytes[next] == 0x20 { next += 1 }
    if next < text.count, text.bytes[next] == 0x2E { return nil }
    guard let before = text.scalar(before: run.lowerBound - 1)?.value, endsWord(before) else {
      return nil
    }
    readLine(at: run.lowerBound)
    return line.isCode || line.hasBar || isInitial(before: run.lowerBound - 1) || isShellLine()
      ? nil : run.upperBound + 1
  }

  // MARK: - Brackets, guillemets and quotation marks

  private mutating func lookAtOpening(_ value: UInt32, at offset: Int, _ count: Int) -> Int {
    var after = offset + count
    guard closesBrackets else { return after }
    while after < text.count, text.bytes[after] == 0x20 { after += 1 }
    let spaces = (offset + count)..<after
    var opening = Opening(
      value: value, spaces: after..<after, replacement: nil, isOnWrongSide: false, start: offset)
    let before = text.scalar(before: offset)?.value
    if !spaces.isEmpty, let next = text.scalar(from: after)?.value,
      endsWord(next) && !ScalarKinds.isClosing(next)
    {
      if before.map({ !endsWord($0) && !isSmileyEye($0) }) ?? true {
        opening.spaces = spaces
      } else if value == 0xAB {
        opening.spaces = spaces
        opening.isOnWrongSide = true
      }
    }
    open.append(opening)
    // Its spaces are judged when it is closed; where they are kept, one is enough.
    if opening.spaces.isEmpty { return offset + count }
    if spaces.count > 1 {
      lookAtDoubledSpaces(spaces)
      if look.replacements.last?.utf8Range.upperBound == spaces.upperBound {
        open[open.count - 1].replacement = look.replacements.count - 1
      }
    }
    return after
  }

  private mutating func lookAtClosing(_ value: UInt32, at offset: Int, _ count: Int) -> Int {
    guard closesBrackets else { return offset + count }
    guard let opening = open.popLast(), opening.value == opener(of: value) else {
      open.removeAll(keepingCapacity: true)
      return offset + count
    }
    // Only spaces between the brackets: a box to tick.
    guard !opening.spaces.isEmpty, opening.spaces.upperBound < offset, !isCode(opening.start) else {
      return offset + count
    }
    // One letter between spaces is a box ticked.
    let content = text.scalar(at: opening.spaces.upperBound)
    if opening.spaces.upperBound + content.count >= offset - 1, content.value < 0x80 {
      return offset + count
    }
    let replacement: Replacement<SpacingFinding> =
      opening.isOnWrongSide
      ? Replacement(
        opening.start..<opening.spaces.upperBound, with: " «", .quoteOnWrongSide, confidence: 0.9)
      : Replacement(opening.spaces, with: "", .spaceInsideBracket)
    look.isSettled = false
    if let index = opening.replacement {
      look.replacements[index] = replacement
    } else {
      replace(
        replacement.utf8Range, with: replacement.text, replacement.reason,
        confidence: replacement.confidence)
    }
    return offset + count
  }

  private func opener(of closing: UInt32) -> UInt32 {
    switch closing {
    case 0x29: 0x28
    case 0x5D: 0x5B
    default: 0xAB
    }
  }

  /// Whether the spaces `run` before the bracket `value` are inside a pair and not all of it.
  private mutating func closes(_ value: UInt32, behind run: Range<Int>) -> Bool {
    guard closesBrackets, let opening = open.last, opening.value == opener(of: value),
      let before = text.scalar(before: run.lowerBound)?.value
    else { return false }
    let inside = opening.start + (opening.value == 0xAB ? 2 : 1)
    if run.lowerBound <= inside || isCode(run.lowerBound) { return false }
    if run.lowerBound - inside <= 2, before < 0x80 { return false }
    return endsWord(before)
      || ScalarKinds.isPunctuation(before) && before != 0x3A
        && before != 0x3B && before != 0x2D && before != opening.value
  }

  private mutating func lookAtClosingGuillemet(_ run: Range<Int>) -> Int? {
    let end = run.upperBound + 2
    guard closes(0xBB, behind: run) else { return nil }
    if let after = text.scalar(from: end)?.value, ScalarKinds.isArabicLetter(after) {
      replace(run.lowerBound..<end, with: "» ", .quoteOnWrongSide, confidence: 0.9)
      // The pair is closed: the mark itself is not read again.
      return lookAtClosing(0xBB, at: run.upperBound, 2)
    }
    replace(run, with: "", .spaceInsideBracket)
    return run.upperBound
  }

  private mutating func lookAtClosingQuote(_ run: Range<Int>) -> Int? {
    guard text.scalar(at: run.upperBound).value == 0x201D, openQuotes > 0, !hasOtherQuotes,
      language != .german
    else { return nil }
    let end = run.upperBound + 3
    guard let after = text.scalar(from: end)?.value, ScalarKinds.strongDirection(after) != nil,
      let before = text.scalar(before: run.lowerBound)?.value,
      endsWord(before) || ScalarKinds.isPunctuation(before), !isCode(run.lowerBound),
      !closesLater(behind: end)
    else { return nil }
    openQuotes -= 1
    replace(run.lowerBound..<end, with: "” ", .quoteOnWrongSide, confidence: 0.9)
    return end
  }

  /// Whether the next curly quotation mark of the line closes, so that one here may have opened.
  ///
  /// Reads no further than a long sentence; what closes behind it is another's.
  private func closesLater(behind offset: Int) -> Bool {
    var position = offset
    while position + 2 < text.count, position - offset < 1024, text.bytes[position] != 0x0A {
      if text.bytes[position] == 0xE2, text.bytes[position + 1] == 0x80 {
        if text.bytes[position + 2] == 0x9D { return true }
        if text.bytes[position + 2] == 0x9C { return false }
      }
      position += 1
    }
    return false
  }

  private mutating func lookAtQuote(at offset: Int) -> Int {
    let (value, count) = text.scalar(at: offset)
    switch value {
    case 0x201C:
      openQuotes += 1
      // Behind a word and before a space it closes: this author's quotes cannot be told apart.
      if let before = text.scalar(before: offset)?.value, endsWord(before),
        text.scalar(from: offset + count).map({ ScalarKinds.isSpace($0.value) }) ?? true
      {
        hasOtherQuotes = true
      }
      lookBeforeOpeningQuote(at: offset)
    case 0x201D: openQuotes = max(0, openQuotes - 1)
    case 0x201E: hasOtherQuotes = true
    default: break
    }
    return offset + count
  }

  /// `end.“Next`: a sentence that ends, and one that begins with a quotation.
  private mutating func lookBeforeOpeningQuote(at offset: Int) {
    guard !hasOtherQuotes, language != .german, openQuotes == 1, offset >= 2 else { return }
    let mark = text.bytes[offset - 1]
    guard mark == 0x2E || mark == 0x21 || mark == 0x3F,
      let before = text.scalar(before: offset - 1)?.value,
      ScalarKinds.strongDirection(before) != nil,
      let after = text.scalar(from: offset + 3)?.value,
      ScalarKinds.strongDirection(after) != nil, !ScalarKinds.isCJK(after), !isCode(offset)
    else { return }
    replace(offset..<offset, with: " ", .missingSpaceAfterPunctuation, confidence: 0.9)
  }

  /// `،` with the next word right behind it.
  private mutating func lookBehindArabicMark(at offset: Int) {
    guard let after = text.scalar(from: offset)?.value else { return }
    switch after {
    case 0x28, 0x5B, 0xAB, 0x201C: break
    default:
      guard ScalarKinds.strongDirection(after) != nil else { return }
    }
    guard let before = text.scalar(before: offset - 2)?.value,
      endsWord(before) || before == 0x20 || before == 0x201D, !isCode(offset)
    else { return }
    replace(offset..<offset, with: " ", .missingSpaceAfterPunctuation, confidence: 0.95)
  }

  // MARK: - Questions

  /// The full stop of Urdu, Sindhi and Pashto.
  private static let urduStop: UInt32 = 0x06D4

  /// Whether the spaces before an Urdu full stop are a fault: behind a word, at a line's end or where a
  /// sentence of two words at least ends, and not in a spaced ellipsis or number.
  private mutating func isStrayBeforeUrduStop(_ run: Range<Int>) -> Bool {
    guard let before = text.scalar(before: run.lowerBound)?.value, endsWord(before),
      !isCode(run.lowerBound)
    else { return false }
    var next = run.upperBound + 2
    while next < text.count, text.bytes[next] == 0x20 { next += 1 }
    guard let follower = text.scalar(from: next)?.value, follower != 0x0A, follower != 0x0D else {
      return true
    }
    if follower == Self.urduStop || isDigit(before) && isDigit(follower) { return false }
    return wordsBefore(run.lowerBound, atMost: 2) == 2
  }

  /// A letter, a digit, a sign on a letter, or what closes a word.
  private func endsWord(_ value: UInt32) -> Bool {
    if value < 0x80 {
      return ScalarKinds.isASCIILetter(value) || ScalarKinds.isASCIIDigit(value) || value == 0x29
        || value == 0x5D || value == 0x25
    }
    if isDigit(value) || ScalarKinds.isArabicMark(value) { return true }
    if value == 0xBB || value == 0x201D || value == 0x2019 { return true }
    return ScalarKinds.strongDirection(value) != nil && !ScalarKinds.isCJK(value)
  }

  private func isDigit(_ value: UInt32) -> Bool {
    ScalarKinds.isASCIIDigit(value) || (0x660...0x669).contains(value)
      || (0x6F0...0x6F9).contains(value)
  }

  private func isLower(_ value: UInt32?) -> Bool {
    value.flatMap(Unicode.Scalar.init)?.properties.isLowercase ?? false
  }

  private func isSmileyEye(_ value: UInt32) -> Bool {
    value == 0x3A || value == 0x3B || value == 0x2D || value == 0x3D
  }

  /// Whether nothing that belongs to the mark `byte` follows it at `offset`.
  private func isBoundary(at offset: Int, behind byte: UInt8) -> Bool {
    guard let value = text.scalar(from: offset)?.value else { return true }
    switch value {
    case 0x20, 0x0A, 0x0D, 0x201D, 0xBB: return true
    // :) and ;)
    case 0x29, 0x5D: return byte != 0x3A && byte != 0x3B
    default: return false
    }
  }

  /// Whether the word that ends at `offset` is one letter, as in `U . S .`, `a ? b : c`.
  private func isInitial(before offset: Int) -> Bool {
    guard let last = text.scalar(before: offset), ScalarKinds.isASCIILetter(last.value) else {
      return false
    }
    guard let before = text.scalar(before: offset - last.count)?.value else { return true }
    return ScalarKinds.strongDirection(before) == nil && !ScalarKinds.isASCIIDigit(before)
      && before != 0x2019 && before != 0x27
  }

  /// How many words stand before `offset` since its line or sentence began; counts to `limit`.
  private func wordsBefore(_ offset: Int, atMost limit: Int) -> Int {
    var words = 0
    var position = offset
    var isInWord = false
    // A word of more than 256 bytes is none.
    while position > 0, words < limit, offset - position < 256 {
      let byte = text.bytes[position - 1]
      if byte == 0x0A { break }
      if byte == 0x20 {
        if isInWord { words += 1 }
        isInWord = false
        // A full stop that ends a sentence, or stands alone.
        if position >= 2, text.bytes[position - 2] == 0x2E { return words }
      } else {
        isInWord = true
      }
      position -= 1
    }
    return min(limit, words + (isInWord ? 1 : 0))
  }

  private mutating func isCode(_ offset: Int) -> Bool {
    readLine(at: offset)
    return line.isCode
  }

  /// Whether the line read last starts with a command.
  private func isShellLine() -> Bool {
    var start = line.range.lowerBound
    while start < line.range.upperBound, text.bytes[start] == 0x20 { start += 1 }
    var end = start
    while end < line.range.upperBound, text.bytes[end] != 0x20, end - start < 12 { end += 1 }
    return ShellCommands.rows.contains(text.string(start..<end))
  }

  /// Reads the line around `offset` unless it is the one read last.
  private mutating func readLine(at offset: Int) {
    if line.range.contains(offset) { return }
    var start = offset
    while start > line.range.upperBound, text.bytes[start - 1] != 0x0A { start -= 1 }
    line = Line()
    var position = start
    while position < text.count, text.bytes[position] != 0x0A {
      let byte = text.bytes[position]
      let next = position + 1 < text.count ? text.bytes[position + 1] : 0
      switch byte {
      case 0x60, 0x7B, 0x7D, 0x3D, 0x3C, 0x3E, 0x5C: line.isCode = true
      case 0x7C: line.hasBar = true
      // The second line of what was typed at a Python prompt.
      case 0x2E:
        if position == start, text.string(start..<min(start + 4, text.count)) == "... " {
          line.isCode = true
        }
      case 0x20:
        if next == 0x20, position + 2 < text.count, text.bytes[position + 2] == 0x20,
          position > start, text.bytes[position - 1] != 0x20
        {
          line.gaps += 1
        }
      case 0x3F: if next == 0x20, isSpace(before: position) { line.spacedQuestions += 1 }
      case 0x3A:
        if next == 0x3A { line.isCode = true }
        if next == 0x20, isSpace(before: position) { line.spacedColons += 1 }
      case 0x26: if next == 0x26 { line.isCode = true }
      case 0x2F: if next == 0x2F || next == 0x2A { line.isCode = true }
      case 0x28: if next == 0x29 { line.isCode = true }
      default: break
      }
      position += 1
    }
    line.range = start..<max(position, offset + 1)
  }

  private func isSpace(before offset: Int) -> Bool { offset > 0 && text.bytes[offset - 1] == 0x20 }
}
