/// Spaces inside brackets, guillemets and quotation marks.
extension SpacingScan {
  mutating func lookAtOpening(_ value: UInt32, at offset: Int, _ count: Int) -> Int {
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

  mutating func lookAtClosing(_ value: UInt32, at offset: Int, _ count: Int) -> Int {
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
  mutating func closes(_ value: UInt32, behind run: Range<Int>) -> Bool {
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

  mutating func lookAtClosingGuillemet(_ run: Range<Int>) -> Int? {
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

  mutating func lookAtClosingQuote(_ run: Range<Int>) -> Int? {
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

  mutating func lookAtQuote(at offset: Int) -> Int {
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
}
