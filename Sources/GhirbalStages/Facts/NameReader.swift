import GhirbalText

/// Tells whether the words behind "By" or "Von" are somebody's name.
enum NameReader {
  /// The names in `value`, the original text behind a label; none where it is no list of names.
  ///
  /// - Parameter isLabelled: whether a colon said that a name follows, so that one word is enough
  ///   and case proves nothing.
  static func names(in value: String, isLabelled: Bool) -> [String] {
    let parts = self.parts(of: value)
    guard (1...maxParts).contains(parts.count) else { return [] }
    var names: [String] = []
    for (index, part) in parts.enumerated() {
      // "By Jane Doe, Staff Writer": what stands behind a name may be an office.
      if index > 0, isRole(part) { continue }
      guard isName(part, isLabelled: isLabelled) else { return [] }
      names.append(part.joined(separator: " "))
    }
    return names
  }

  /// Names and offices: three of each.
  private static let maxParts = 6

  /// The words between commas and between words that join names.
  private static func parts(of value: String) -> [[String]] {
    value.split(whereSeparator: { NameJoints.marks.contains($0) }).flatMap { stretch in
      stretch.split(whereSeparator: \.isWhitespace).split(whereSeparator: NameJoints.isJoint)
        .flatMap { NameJoints.split(Array($0)) }
    }.filter { !$0.isEmpty }
  }

  private static func isName(_ words: [String], isLabelled: Bool) -> Bool {
    guard words.count <= 5, words.count >= (isLabelled ? 1 : 2) else { return false }
    guard let first = words.first, !nameless.contains(first.lowercased()) else { return false }
    var capitals = 0
    for word in words {
      if word.unicodeScalars.contains(where: { $0.properties.numericType != nil }) { return false }
      if word.contains(where: { "?!؟\"«»():".contains($0) }) { return false }
      guard let letter = word.unicodeScalars.first else { return false }
      if particles.contains(word.lowercased()) { continue }
      if letter.properties.isLowercase {
        guard isLabelled, words.count == 1 else { return false }
      }
      capitals += 1
    }
    return capitals >= (isLabelled ? 1 : 2)
  }

  /// Whether a folded word stands before or inside names without a capital: "de", "van".
  static func isParticle(_ word: String) -> Bool { particles.contains(word) }

  /// Whether a folded word is part of an office: "staff", "reporter".
  static func isOffice(_ word: String) -> Bool {
    roles.contains(word) || offices.contains(word) || leadingOffices.contains(word)
  }

  /// Whether words read as an office: "Transport Reporter".
  static func isRoleName(_ name: String) -> Bool {
    isRole(name.split(separator: " ").map(String.init))
  }

  /// Whether words read as what somebody is called who writes: "Transport Reporter", "Staff Writer".
  static func isOfficeName(_ name: String) -> Bool {
    isOffice(name.split(separator: " ").map(String.init))
  }

  private static func isRole(_ words: [String]) -> Bool {
    isOffice(words) || words.count <= 4 && words.allSatisfy { roles.contains($0.lowercased()) }
  }

  private static func isOffice(_ words: [String]) -> Bool {
    guard words.count <= 4, let first = words.first, let last = words.last else { return false }
    // Any field may stand before an office; in Persian and Arabic behind it.
    return offices.contains(last.lowercased()) || leadingOffices.contains(first)
  }

  private static let particles = BuiltInPhrases.writtenWords(.name, "particle")
  private static let roles = BuiltInPhrases.writtenWords(.name, "role")
  /// What somebody is called who writes.
  private static let offices = BuiltInPhrases.writtenWords(.name, "office")
  /// The same in languages that set the field behind it: «خبرنگار حوزه شهری».
  private static let leadingOffices = BuiltInPhrases.writtenWords(.name, "leading_office")
  /// Words that names don't start with.
  private static let nameless = BuiltInPhrases.writtenWords(.name, "nameless")
}
