/// Spaces, and signs without a width.
extension UnicodeScan {
  mutating func lookAtZeroWidth(_ value: UInt32, _ range: Range<Int>) {
    if value != 0xFEFF {
      // Thai, Khmer, Lao and others part words or lines by these.
      for neighbour in [text.scalar(before: range.lowerBound), text.scalar(from: range.upperBound)]
      {
        if let neighbour, ScalarKinds.usesZeroWidthInSpelling(neighbour.value) { return }
      }
    }
    let finding: UnicodeFinding =
      switch value {
      case 0xFEFF: .byteOrderMark
      case 0x200B: .zeroWidthSpace
      default: .wordJoiner
      }
    replace(range, with: "", finding)
  }

  /// In Persian, U+00AD between letters is what old word processors wrote for ZWNJ.
  mutating func lookAtSoftHyphen(_ range: Range<Int>) {
    var isNonJoiner = false
    if language == .persian, let before = text.scalar(before: range.lowerBound)?.value,
      let after = text.scalar(from: range.upperBound)?.value
    {
      isNonJoiner = ScalarKinds.isArabicLetter(before) && ScalarKinds.isArabicLetter(after)
    }
    replace(range, with: isNonJoiner ? "\u{200C}" : "", .softHyphen)
  }

  mutating func lookAtSpace(_ value: UInt32, _ range: Range<Int>) {
    let before = text.scalar(before: range.lowerBound)?.value
    let after = text.scalar(from: range.upperBound)?.value
    switch value {
    case 0x3000:
      // The wide space belongs to wide text: it stays beside it, as the indent of a line too.
      if before.map(ScalarKinds.isCJK) ?? false || after.map(ScalarKinds.isCJK) ?? false { return }
      if before == 0x3000 || after == 0x3000 { return }
    case 0x1680:
      if let before, (0x1681...0x169C).contains(before) { return }
    case 0x202F:
      // Mongolian writes its suffixes behind a narrow space.
      if let after, (0x1800...0x18AF).contains(after) { return }
      if isTypographic(before, after, range) { return }
    case 0xA0, 0x2009: if isTypographic(before, after, range) { return }
    default: break
    }
    replace(
      range, with: " ", value == 0xA0 ? .noBreakSpace : .oddSpace, isSettled: standsApart(range))
  }

  /// Whether a space that does not break stands where typographers want one.
  private func isTypographic(_ before: UInt32?, _ after: UInt32?, _ range: Range<Int>) -> Bool {
    guard let before, let after else { return false }
    if before.isASCIIDigit, groupsDigits(behind: range.upperBound) { return true }
    guard language == .french else { return false }
    switch after {
    case 0x21, 0x25, 0x3A, 0x3B, 0x3F, 0xBB, 0x20AC: return true
    default: return before == 0xAB
    }
  }

  /// Whether exactly three digits stand at `offset`.
  private func groupsDigits(behind offset: Int) -> Bool {
    var position = offset
    while position < text.count, position - offset < 4, text.bytes[position].isASCIIDigit {
      position += 1
    }
    return position - offset == 3
  }

  mutating func lookAtNonJoiner(at offset: Int) -> Int {
    var end = offset
    while let (value, count) = text.scalar(from: end), value == 0x200C { end += count }
    let before = text.scalar(before: offset)?.value
    let after = text.scalar(from: end)?.value
    if isStranded(before, after) {
      replace(offset..<end, with: "", .strandedNonJoiner)
    } else if end > offset + 3 {
      replace((offset + 3)..<end, with: "", .doubledNonJoiner)
    }
    return end
  }

  /// Whether a ZWNJ between these has no letters to keep apart.
  ///
  /// One behind closing punctuation and before a letter stays: (API)‌ها is one word to its author.
  private func isStranded(_ before: UInt32?, _ after: UInt32?) -> Bool {
    if let before, ScalarKinds.usesZeroWidthInSpelling(before) { return false }
    if let after, ScalarKinds.usesZeroWidthInSpelling(after) { return false }
    guard let before, let after else { return true }
    if ScalarKinds.isSpace(after) || ScalarKinds.isPunctuation(after) { return true }
    if ScalarKinds.isSpace(before) { return true }
    return ScalarKinds.isPunctuation(before) && !ScalarKinds.isClosing(before)
  }
}
