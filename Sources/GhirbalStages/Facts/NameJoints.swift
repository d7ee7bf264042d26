import GhirbalText

/// Words and marks that join the names in a list of them.
enum NameJoints {
  /// Marks between names, glued to one of them or not.
  static let marks = Set<Character>(",،;؛|/&、")

  /// Whether a word joins names, whatever stands beside it.
  static func isJoint(_ word: some StringProtocol) -> Bool {
    // A single letter in capitals is an initial.
    joints.contains(word.utf8.count == 1 ? String(word) : word.lowercased())
  }

  private static let joints = BuiltInPhrases.writtenWords(.name, "joint")

  /// The words of one or several names, cut at the "and" of Persian, Arabic and Urdu.
  ///
  /// It cuts where a name of two words stands on either side: «گروه فرهنگ و هنر» is one office. In
  /// Arabic it is written together with the next word, which must not be a name of its own: «وليد».
  /// A dash before such a name parts names as well; elsewhere a paper's name may follow it.
  static func split<Word: StringProtocol>(_ words: [Word]) -> [[String]] {
    var parts: [[String]] = [[]]
    for (index, word) in words.enumerated() {
      let last = parts[parts.count - 1]
      // An office of one word may stand for a name.
      let before = last.first.map(NameReader.isOffice) ?? false ? 2 : last.count
      let after = words.count - index
      if word == "و" || isDash(word) && index + 1 < words.count && isArabic(words[index + 1]) {
        if before >= 2, after > 2 {
          parts.append([])
          continue
        }
      } else if before >= 2, after >= 2, isArabicJoined(word) {
        parts.append([String(word.dropFirst())])
        continue
      }
      parts[parts.count - 1].append(String(word))
    }
    return parts
  }

  private static func isDash(_ word: some StringProtocol) -> Bool {
    word == "-" || word == "–" || word == "—"
  }

  private static func isArabic(_ word: some StringProtocol) -> Bool {
    word.unicodeScalars.first.map { (0x0620...0x06D3).contains($0.value) } ?? false
  }

  private static func isArabicJoined(_ word: some StringProtocol) -> Bool {
    word.unicodeScalars.first == "و" && word.unicodeScalars.count >= 4
      && !ownWaw.contains(String(word))
  }

  /// Names, and words of names, that begin with the letter itself.
  private static let ownWaw = BuiltInPhrases.writtenWords(.name, "waw")
}
