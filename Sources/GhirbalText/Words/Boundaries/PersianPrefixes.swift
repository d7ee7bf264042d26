/// First parts that Persian also writes joined to what follows: باادب, زیرعبارت, زودتعویض, نهمی.
///
/// A space behind one of them is likely wherever two words would stand, and the joined word may be as right.
enum PersianPrefixes {
  static func contains(_ hash: UInt64) -> Bool { hashes.contains(hash) }

  private static let hashes: Set<UInt64> = Set(
    "با بی نا زیر زود دیر پیش پس هم کم پر خوش بد نیم نه باز".split(separator: " ").map { prefix in
      prefix.unicodeScalars.reduce(WordHash.start(.persian)) {
        WordHash.step($0, LetterCode.persian[Int($1.value) - 0x600])
      }
    })
}
