import Foundation
import GhirbalText

/// Changes on clean text, by rule, in 10,000 words; each change of the first ones is shown.
///
/// A block's language is the one that is told for it, as in a page; `GHIRBAL_SHOW` shows all.
enum Changes {
  static func measure(_ files: [TextFile]) {
    print(
      "changes".left(24) + "words".right(10) + "mojibake".right(10) + "unicode".right(10)
        + "spacing".right(10) + "per 10,000".right(12))
    for file in files {
      var counts: [Int] = [0, 0, 0]
      var reasons: [String: Int] = [:]
      for line in file.lines {
        let language = told(line)
        let garbled = mojibake(in: line.span)
        let plain = unicodeFaults(in: line.span, language: language)
        let spaced = spacingFaults(in: line.span, language: language)
        counts[0] += garbled.count
        counts[1] += plain.count
        counts[2] += spaced.count
        for change in garbled { note(change, line, language, &reasons) }
        for change in plain { note(change, line, language, &reasons) }
        for change in spaced { note(change, line, language, &reasons) }
      }
      let words = file.wordCount
      let share = 1e4 * Double(counts.reduce(0, +)) / Double(max(1, words))
      print(
        file.name.left(24) + "\(words)".right(10) + counts.map { "\($0)".right(10) }.joined()
          + share.rounded(to: 2).right(12))
      if !reasons.isEmpty {
        print(
          "    "
            + reasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .map { "\($0.key) \($0.value)" }.joined(separator: ", "))
      }
    }
  }

  private static func told(_ line: [UInt8]) -> Language? {
    let guess = identifyLanguage(line.span)
    return guess.confidence >= 0.5 ? guess.language : nil
  }

  private static func note<Reason: RawRepresentable<String>>(
    _ change: Replacement<Reason>, _ line: [UInt8], _ language: Language?,
    _ reasons: inout [String: Int]
  ) {
    let key = change.reason.rawValue + (language.map { " as " + $0.rawValue } ?? "")
    reasons[key, default: 0] += 1
    guard showsAll || reasons[key, default: 0] <= 2 && showsSome else { return }
    let start = max(0, change.utf8Range.lowerBound - 60)
    let end = min(line.count, change.utf8Range.upperBound + 60)
    print(
      "    \(key): …\(String(decoding: line[start..<end], as: UTF8.self))… "
        + "\(String(decoding: line[change.utf8Range], as: UTF8.self).debugDescription) → "
        + change.text.debugDescription)
  }
}

private let showsAll = ProcessInfo.processInfo.environment["GHIRBAL_SHOW"] == "all"
private let showsSome = ProcessInfo.processInfo.environment["GHIRBAL_SHOW"] != nil
