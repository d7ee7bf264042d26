/// Letters as glyphs of one position, and those that another language writes.
extension UnicodeScan {
  mutating func lookAtPresentationForms(at offset: Int) -> Int {
    var end = offset
    var letters = ""
    var start = offset
    while end < text.count {
      let (value, count) = text.scalar(at: end)
      guard let mapped = PresentationForms.letters(of: value), stands(value, at: end, count) else {
        break
      }
      letters += mapped
      end += count
    }
    if end > offset {
      readToken(at: offset)
      if !token.isAddress { replace(start..<end, with: letters, .presentationForm) }
      return end
    }
    start = offset + text.scalar(at: offset).count
    return start
  }

  /// Whether the form `value` at `offset` is a letter in a word.
  private func stands(_ value: UInt32, at offset: Int, _ count: Int) -> Bool {
    if PresentationForms.isSpacingSign(value) {
      guard let before = text.scalar(before: offset)?.value else { return false }
      return ScalarKinds.isArabicLetter(before) || ScalarKinds.isArabicMark(before)
    }
    // ﻫ alone stands for "Hijri" and is written for its shape.
    if value == 0xFEEB {
      guard let after = text.scalar(from: offset + count)?.value else { return false }
      return ScalarKinds.isArabicLetter(after) || ScalarKinds.isArabicMark(after)
    }
    return true
  }

  /// Whether the word goes on behind `offset`, over its vowel signs.
  private func wordGoesOn(behind offset: Int) -> Bool {
    var position = offset
    while let (value, count) = text.scalar(from: position), position - offset < 32 {
      if ScalarKinds.isArabicLetter(value) { return true }
      guard ScalarKinds.isArabicMark(value) else { return false }
      position += count
    }
    return false
  }

  mutating func lookAtArabicForm(_ value: UInt32, _ range: Range<Int>) {
    if value == 0x0649 {
      // ى with a dagger alef is a spelling of its own, and inside a word it is Uyghur or worse.
      guard !wordGoesOn(behind: range.upperBound),
        !(text.scalar(from: range.upperBound).map { ScalarKinds.isArabicMark($0.value) } ?? false)
      else { return }
    }
    readToken(at: range.lowerBound)
    if token.isAddress || token.isVocalised { return }
    let isKaf = value == 0x0643
    replace(
      range, with: isKaf ? "\u{6A9}" : "\u{6CC}", isKaf ? .arabicKaf : .arabicYeh,
      isSettled:
        !(text.scalar(from: range.upperBound).map {
          ScalarTraits.of($0.value).contains(.attentive)
        } ?? false))
  }

  mutating func lookAtPersianForm(_ value: UInt32, _ range: Range<Int>) {
    readToken(at: range.lowerBound)
    if token.isAddress || token.isVocalised || token.hasPersianOnlyLetter { return }
    if value == 0x06A9 {
      replace(range, with: "\u{643}", .persianKaf)
    } else if wordGoesOn(behind: range.upperBound) {
      replace(range, with: "\u{64A}", .persianYeh)
    } else {
      let letter = ArabicOrthography.finalYeh(of: wordEnding(at: range.upperBound))
      replace(range, with: letter, .persianYeh, confidence: letter == "\u{649}" ? 0.9 : 0.95)
    }
  }

  /// The letters, without signs, of the word that ends at `end`; at most the last 16.
  private func wordEnding(at end: Int) -> String {
    var position = end
    var letters: [Unicode.Scalar] = []
    while letters.count < 16, let (value, count) = text.scalar(before: position) {
      if let scalar = Unicode.Scalar(value), ScalarKinds.isArabicLetter(value) {
        letters.append(scalar)
      } else if !ScalarKinds.isArabicMark(value) {
        break
      }
      position -= count
      if end - position > 128 { break }
    }
    return String(String.UnicodeScalarView(letters.reversed()))
  }
}
