import GhirbalText

/// Cleans what heads and markup give as authors.
enum AuthorNames {
  /// The names in `value`; none where it is an address, a placeholder or no name at all.
  static func names(in value: String) -> [String] {
    var text = HeadText.plain(value)
    text = withoutLabel(text)
    guard !text.isEmpty, text.utf8.count <= maxUTF8Count, !isAddress(text), !isSentence(text) else {
      return []
    }
    return split(text).filter(isPlausible)
  }

  /// More is a sentence about the author, or a list of everybody.
  private static let maxUTF8Count = 160
  private static let maxWords = 10

  /// Whether a name is of the kind that people log in with: one word in small letters or with digits.
  static func isHandle(_ name: String) -> Bool {
    guard !name.contains(" ") else { return false }
    let scalars = name.unicodeScalars
    return scalars.allSatisfy { !$0.properties.isUppercase } && scalars.first?.isASCII == true
      || scalars.contains { (0x30...0x39).contains($0.value) || $0 == "_" || $0 == "@" }
  }

  /// A value without "By" or «بقلم» before it, and without marks at its ends.
  static func withoutLabel(_ value: String) -> String {
    var text = Substring(value)
    if let label = label(of: start(of: value)) { text = text.dropFirst(label) }
    while let first = text.unicodeScalars.first, marks.contains(first) {
      text = Substring(text.unicodeScalars.dropFirst())
    }
    while let last = text.unicodeScalars.last, marks.contains(last), last != "." {
      // A bracket that was opened in the name belongs to it.
      if last == ")" && text.contains("(") || last == "]" && text.contains("[") { break }
      text = Substring(text.unicodeScalars.dropLast())
    }
    return String(text)
  }

  /// The first bytes of a text, where its label stands, up to a character's end.
  private static func start(of text: String) -> String {
    text.utf8.count <= 48 ? text : String(text.prefix(48))
  }

  /// Whether a text starts with a label of an author.
  static func isLabelled(_ text: String) -> Bool {
    label(of: start(of: text)) != nil
  }

  /// How many characters the label at the start of a text takes, with what stands behind it.
  private static func label(of text: String) -> Int? {
    let utf8 = Array(text.utf8)
    let folded = foldForMatching(utf8.span)
    guard let label = FactLabelLexicon.builtIn.cover(of: folded).first,
      label.utf8Range.lowerBound == 0, label.isOf(.author)
    else { return nil }
    // The label alone: its name stands elsewhere.
    if label.utf8Range.upperBound == folded.utf8.count { return text.count }
    let isOpen = label.rows.contains { $0.kind == .author && $0.isOpen }
    let next = folded.utf8[label.utf8Range.upperBound]
    guard next == 0x3A || isOpen && next == 0x20 else { return nil }
    let end = folded.originalRange(of: 0..<label.utf8Range.upperBound + 1).upperBound
    return String(decoding: utf8[..<end], as: UTF8.self).count
  }

  private static let marks = Set("\"'“”„«»:,;|/-–—·•@. \u{A0}()[]".unicodeScalars)

  private static func isAddress(_ text: String) -> Bool {
    text.utf8.contains(UInt8(ascii: "{")) || text.utf8.contains(UInt8(ascii: "="))
      || text.hasPrefix("www.") || text.hasPrefix("/") || text.hasUTF8("://")
  }

  /// Whether several words have small letters: names have particles at most.
  private static func isSentence(_ text: String) -> Bool {
    text.split(separator: " ").count { word in
      word.unicodeScalars.first.map { $0.properties.isLowercase } ?? false
        && !NameReader.isParticle(word.lowercased()) && !NameJoints.isJoint(word)
    } >= 4
  }

  private static func isPlausible(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    guard (1...maxWords).contains(words.count),
      name.unicodeScalars.contains(where: { $0.properties.isAlphabetic }),
      name.unicodeScalars.count > 1 || name.unicodeScalars.allSatisfy({ $0.value >= 0x2E80 }),
      !placeholders.contains(name.lowercased()), !isLabelOrDate(name)
    else { return false }
    return !name.utf8.contains(UInt8(ascii: "?")) && !name.utf8.contains(UInt8(ascii: "!"))
  }

  /// Whether nothing but labels and words beside dates stand there: "Last updated", "Sat".
  private static func isLabelOrDate(_ name: String) -> Bool {
    let utf8 = Array(name.utf8)
    let folded = foldForMatching(utf8.span)
    let labels = FactLabelLexicon.builtIn.cover(of: folded).filter {
      $0.isOf(.published, .modified)
    }
    return folded.words.allSatisfy { word in
      labels.contains { $0.utf8Range.contains(word.lowerBound) }
        || DateCompanions.contains(folded.string(word)) && folded.utf8.count <= 10
    }
  }

  /// What forms and systems write where nobody gave a name.
  private static let placeholders = BuiltInPhrases.writtenWords(.name, "placeholder")

  // MARK: Several names

  private static func split(_ text: String) -> [String] {
    let parts = text.split(whereSeparator: { clearMarks.contains($0) }).flatMap { stretch in
      stretch.split(separator: " ").split(whereSeparator: NameJoints.isJoint)
        .flatMap { NameJoints.split(Array($0)) }
    }
    let names = parts.filter { !$0.isEmpty }.flatMap { splitAtCommas($0.joined(separator: " ")) }
      .enumerated().filter { $0.offset == 0 || !NameReader.isOfficeName($0.element) }
      .map(\.element)
    // "Doe and Sons", "Food & Drink": halves of one word are no two people.
    let isList = names.allSatisfy { $0.contains(" ") } || names.count == 1
    return isList ? names : hasOnlyMarks(text) ? names : [text]
  }

  private static func hasOnlyMarks(_ text: String) -> Bool {
    text.contains(where: clearMarks.contains)
  }

  /// Marks that no name has in it.
  private static let clearMarks = Set<Character>(";؛|،、")

  /// "Ann Lee, Bo Day" are two; "Ann Lee, MD" and "Lee, Ann" are one.
  private static func splitAtCommas(_ text: String) -> [String] {
    var names: [String] = []
    for part in text.split(separator: ",") {
      let bare = part.split(separator: " ").joined(separator: " ")
      guard !bare.isEmpty else { continue }
      // An office behind a name says nothing of who it was; an agency does, as a part of the name.
      if !names.isEmpty, NameReader.isOfficeName(bare) { continue }
      // Scripts without capitals have no sign of a name.
      let isName =
        bare.contains(" ") && !NameReader.isRoleName(bare)
        && bare.first.map { $0.isLetter && !$0.isLowercase } ?? false
      if names.isEmpty || isName && names[names.count - 1].contains(" ") {
        names.append(bare)
      } else {
        names[names.count - 1] += ", " + bare
      }
    }
    return names.map { name in
      // Korean sets the office behind the name.
      for office in [" 기자", " 특파원"] where name.hasSuffix(office) {
        return String(name.dropLast(office.count))
      }
      return name
    }
  }
}
