import Foundation
import GhirbalText

/// Megabytes a second of each text rule, the best of many rounds, on each file, its text repeated to at least one megabyte.
enum TextSpeed {
  private static let rounds = 15

  /// Each rule is made anew for each round, as for each page.
  private static let rules:
    [(name: String, count: @Sendable (WordBoundaries, [UInt8], Language?) -> Int)] = [
      ("mojibake", { _, bytes, _ in mojibake(in: bytes.span).count }),
      ("unicode", { unicodeFaults(in: $1.span, language: $2).count }),
      ("spacing", { spacingFaults(in: $1.span, language: $2).count }),
      ("language", { _, bytes, _ in identifyLanguage(bytes.span).language == nil ? 0 : 1 }),
      ("direction", { _, bytes, _ in dominantDirection(bytes.span) == nil ? 0 : 1 }),
      (
        "words",
        { words, bytes, language in
          language.map { words.repairs(in: bytes.span, language: $0).count } ?? 0
        }
      ),
      (
        "together",
        { words, bytes, language in
          mojibake(in: bytes.span).count + unicodeFaults(in: bytes.span, language: language).count
            + spacingFaults(in: bytes.span, language: language).count
            + (identifyLanguage(bytes.span).language == nil ? 0 : 1)
            + (dominantDirection(bytes.span) == nil ? 0 : 1)
            + (language.map { words.repairs(in: bytes.span, language: $0).count } ?? 0)
        }
      ),
    ]

  /// Time of this process on a core, so that others on the machine count for less.
  private static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
  }

  static func measure(_ files: [TextFile]) {
    print(
      "MB/s, lines as blocks".left(24) + rules.map { $0.name.right(11) }.joined()
        + "first".right(11))
    for file in files {
      let once = file.lines.reduce(0) { $0 + $1.count }
      guard once > 0 else { continue }
      let repeats = max(1, (1_000_000 + once - 1) / once)
      let language = file.language
      var row = file.name.left(24)
      var first = 0.0
      for rule in rules {
        var best = Double.infinity
        let staying = StayingWords()
        for round in 0..<rounds {
          var sink = 0
          let start = seconds()
          for _ in 0..<repeats {
            // A file is a page: what was decided for a word holds to its end.
            let words = WordBoundaries(staying: staying)
            for line in file.lines { sink &+= rule.count(words, line, language) }
          }
          let time = seconds() - start
          best = min(best, time)
          if round == 0 { first = time }
          precondition(sink >= 0)
        }
        row += (1e-6 * Double(once * repeats) / best).rounded(to: 0).right(11)
      }
      // The last rule is all of them: once more, with no word known.
      row += (1e-6 * Double(once * repeats) / first).rounded(to: 0).right(11)
      print(row)
    }
  }
}
