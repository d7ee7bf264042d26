/// Foreign acronyms as Persian spells them, letter name by letter name: بی‌بی‌سی for BBC.
///
/// Only those of the rows: امانتی, انبیای and اسدیان read as letter names too, and are words.
enum ForeignAcronyms {
  /// With non-joiners between the names of letters, also where nothing would join.
  private static let rows = """
    بی‌بی‌سی ان‌بی‌سی ای‌بی‌سی سی‌ان‌ان سی‌بی‌اس ان‌اچ‌کی سی‌ان‌بی‌سی پی‌بی‌اس ای‌اس‌پی‌ان
    دی‌ان‌ای آر‌ان‌ای اچ‌آی‌وی ام‌آر‌آی ای‌سی‌جی آی‌سی‌یو سی‌سی‌یو پی‌سی‌آر
    اف‌بی‌آی سی‌آی‌ای ان‌اس‌ای کی‌جی‌بی ام‌آی‌سیکس ان‌جی‌او اف‌ای‌تی‌اف یو‌اس‌ای یو‌ای‌ای
    ان‌اف‌ال ان‌اچ‌ال ام‌ال‌بی ای‌اف‌سی یو‌اف‌سی دبلیو‌دبلیو‌ای
    جی‌پی‌اس یو‌اس‌بی پی‌دی‌اف دی‌وی‌دی ال‌سی‌دی ال‌ای‌دی وی‌پی‌ان اس‌ام‌اس ام‌ام‌اس جی‌اس‌ام
    اچ‌تی‌ام‌ال آی‌او‌اس ان‌اف‌تی ام‌پی‌تری ام‌پی‌فور پی‌اچ‌دی ام‌آی‌تی ام‌بی‌ای یو‌آر‌ال سی‌پی‌یو جی‌پی‌یو
    ای‌بی‌ام کی‌ال‌ام اچ‌اس‌بی‌سی
    """

  /// Bit n: a non-joiner goes before letter n. By the hash of all letters.
  static let joints: [UInt64: UInt64] = {
    var joints: [UInt64: UInt64] = [:]
    for row in rows.split(whereSeparator: \.isWhitespace) {
      var hash = WordHash.start(.persian)
      var places: UInt64 = 0
      var count: UInt64 = 0
      for scalar in row.unicodeScalars {
        if scalar == "\u{200C}" {
          places |= 1 << count
        } else {
          hash = WordHash.step(hash, LetterCode.persian[Int(scalar.value) - 0x600])
          count += 1
        }
      }
      joints[hash] = places
    }
    return joints
  }()

  /// False for most words that are no letter's name.
  @inline(__always)
  static func mayBeLetterName(_ hash: UInt64) -> Bool { filter >> (hash >> 58) & 1 == 1 }

  private static let filter: UInt64 = letterNames.reduce(0) { $0 | 1 << ($1 >> 58) }

  /// The hashes of the letters' names.
  fileprivate static let letterNames: Set<UInt64> = Set(
    rows.unicodeScalars.split { $0.properties.isWhitespace || $0 == "\u{200C}" }.map { name in
      name.reduce(WordHash.start(.persian)) {
        WordHash.step($0, LetterCode.persian[Int($1.value) - 0x600])
      }
    })
}

extension WordScanner {
  /// Whether the space before part `index` stands among three or more names of letters: سی ان ان.
  func isBetweenLetterNames(_ index: Int) -> Bool {
    guard isLetterName(index), isLetterName(index - 1) else { return false }
    return parts[index - 1].gap != nil && isLetterName(index - 2)
      || index + 1 < parts.count && parts[index + 1].gap != nil && isLetterName(index + 1)
  }

  private func isLetterName(_ index: Int) -> Bool {
    let part = parts[index]
    return !part.isProtected && part.before == .open && part.after == .open
      && ForeignAcronyms.letterNames.contains(part.hash)
  }
}
