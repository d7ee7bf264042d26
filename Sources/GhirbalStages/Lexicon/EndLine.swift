import GhirbalText

/// The lines that news agencies close a text with: «//انتهى//», «انتهای پیام/ ۳۱۲», "14:22 gmt - 0091".
enum EndLine {
  enum Kind { case mark, code }

  /// What a line is; a code only counts right below a mark.
  ///
  /// A bare word ("انتهى", "End") may be a text's own, so it needs slashes on both sides.
  static func kind(of text: FoldedText, isBelowMark: Bool) -> Kind? {
    guard text.utf8.count <= maxUTF8Count, let first = text.utf8.first, let last = text.utf8.last
    else { return nil }
    let words = text.words
    if let start = words.first?.lowerBound, let end = words.last?.upperBound, words.count <= 4 {
      let bare = text.string(start..<end)
      if first == 0x2F, last == 0x2F, marks.contains(bare) { return .mark }
      let numbers = words.reversed().prefix { isNumber(text.utf8[$0]) }
      if (1...2).contains(numbers.count), numbers.count < words.count {
        let phrase = text.string(start..<words[words.count - numbers.count - 1].upperBound)
        if sureMarks.contains(phrase) { return .mark }
      } else if sureMarks.contains(bare) {
        return .mark
      }
    }
    guard isBelowMark, (1...6).contains(words.count) else { return nil }
    // Numbers, and letters of a time of day or an editor's initials glued to them.
    let digits = text.utf8.count { (0x30...0x39).contains($0) }
    let isCode = words.allSatisfy { word in
      text.string(word).unicodeScalars.count { $0.properties.isAlphabetic } <= 3
    }
    return isCode && digits >= 2 ? .code : nil
  }

  private static let maxUTF8Count = 80

  private static func isNumber(_ word: ArraySlice<UInt8>) -> Bool {
    word.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static let endMarks = ChromeLexicon.builtIn.rows.filter { $0.kind == .endMark }
  private static let marks = phrases(endMarks)
  /// Phrases of several words need no slashes.
  private static let sureMarks = phrases(endMarks.filter { !$0.isWeak }).filter {
    $0.contains(" ")
  }

  private static func phrases(_ rows: [ChromePhrase]) -> Set<String> {
    rows.flatMap(\.phrase.spellings).reduce(into: []) { phrases, phrase in
      let folded = foldForMatching(Array(phrase.utf8).span)
      guard let start = folded.words.first?.lowerBound, let end = folded.words.last?.upperBound
      else { return }
      phrases.insert(folded.string(start..<end))
    }
  }

  private static func kind(of line: Span<UInt8>, isBelowMark: Bool) -> Kind? {
    line.count > maxUTF8Count ? nil : kind(of: foldForMatching(line), isBelowMark: isBelowMark)
  }

  /// Where closing lines at the end of a block of several lines begin, the line end before them
  /// included; nil where there are none or nothing else.
  static func closing(in text: Span<UInt8>) -> Int? {
    var starts: [Int] = []
    var position = text.count
    while position > 0, starts.count < 3 {
      position -= 1
      if text[position] == 0x0A { starts.append(position) }
    }
    // From the farthest line on: a mark there takes the codes below it along.
    for (place, start) in starts.enumerated().reversed() {
      let ends = [text.count] + starts
      guard kind(of: text.extracting(start + 1..<ends[place]), isBelowMark: false) == .mark else {
        continue
      }
      let areCodes = starts[..<place].enumerated().allSatisfy { below, lineStart in
        kind(of: text.extracting(lineStart + 1..<ends[below]), isBelowMark: true) != nil
      }
      if areCodes { return start }
    }
    return nil
  }
}
