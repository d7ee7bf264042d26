/// Spaces before punctuation, and those that are missing behind it.
extension SpacingScan {
  /// Whether the spaces `run` before the ASCII mark `byte` were a fault, which is then asked for.
  mutating func lookAtPunctuation(_ byte: UInt8, _ run: Range<Int>) -> Bool {
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
  mutating func strandedStop(_ run: Range<Int>) -> Int? {
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

  /// `،` with the next word right behind it.
  mutating func lookBehindArabicMark(at offset: Int) {
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

  /// The full stop of Urdu, Sindhi and Pashto.
  static let urduStop: UInt32 = 0x06D4

  /// Whether the spaces before an Urdu full stop are a fault: behind a word, at a line's end or where a
  /// sentence of two words at least ends, and not in a spaced ellipsis or number.
  mutating func isStrayBeforeUrduStop(_ run: Range<Int>) -> Bool {
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
}
