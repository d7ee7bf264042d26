/// First parts that Persian also writes joined to what follows: باادب, زیرعبارت, زودتعویض, نهمی.
///
/// A space behind one of them is likely wherever two words would stand, and the joined word may be as right.
enum PersianPrefixes {
  static func contains(_ hash: UInt64) -> Bool { hashes.contains(hash) }

  /// Whether the letters are می or نمی, which stand before verbs of few letters too.
  static func areVerbal(_ hash: UInt64) -> Bool { verbal.contains(hash) }

  private static let hashes = set("با بی نا زیر زود دیر پیش پس هم کم پر خوش بد نیم نه باز")
  private static let verbal = set("می نمی")

  private static func set(_ prefixes: String) -> Set<UInt64> {
    Set(
      prefixes.split(separator: " ").map { prefix in
        prefix.unicodeScalars.reduce(WordHash.start(.persian)) {
          WordHash.step($0, LetterCode.persian[Int($1.value) - 0x600])
        }
      })
  }
}
