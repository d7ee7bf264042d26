import Foundation
import GhirbalText

/// How often the language of blocks of 10 to 20 words, of 4 to 9, and of documents is told.
///
/// A document is twenty lines in a row. Text of a language that Ghirbal has no case for is right
/// where none is told.
enum LanguageAccuracy {
  static func measure(_ files: [TextFile]) {
    print(
      "language".left(10)
        + ["4 to 9 words", "10 to 20 words", "20 lines"]
        .map { $0.left(34) }.joined())
    print(
      "".left(10)
        + String(
          repeating: "blocks".right(8) + "right".right(8) + "wrong".right(8).left(18), count: 3))
    for file in files {
      let counted = file.lines.map { ($0, words(in: $0)) }
      let documents = stride(from: 0, to: file.lines.count - 19, by: 20).map {
        Array(file.lines[$0..<$0 + 20].joined(separator: [0x0A]))
      }
      print(
        file.name.left(10)
          + row(counted.filter { (4...9).contains($0.1) }.map(\.0), file)
          + row(counted.filter { (10...20).contains($0.1) }.map(\.0), file)
          + row(documents, file))
    }
  }

  /// Words; where none are written apart, three characters are one.
  private static func words(in line: [UInt8]) -> Int {
    let apart = line.split(separator: 0x20).count
    let wide = line.count { (0xE3...0xE9).contains($0) }
    return max(apart, wide / 3)
  }

  private static func row(_ blocks: [[UInt8]], _ file: TextFile) -> String {
    var right = 0
    var wrong: [String: Int] = [:]
    for block in blocks {
      let guess = identifyLanguage(block.span)
      let language = guess.confidence >= 0.5 ? guess.language : nil
      if language == file.language {
        right += 1
      } else if let language {
        wrong[language.rawValue, default: 0] += 1
        if shows {
          print(
            "  \(file.name) as \(language.rawValue): \(String(decoding: block, as: UTF8.self).prefix(300))"
          )
        }
      } else if shows, showsUnknown {
        print("  \(file.name) not told: \(String(decoding: block, as: UTF8.self).prefix(300))")
      }
    }
    let count = Double(max(1, blocks.count))
    let most = wrong.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(2)
      .map { "\($0.key) \($0.value)" }.joined(separator: " ")
    return "\(blocks.count)".right(8) + (100 * Double(right) / count).rounded(to: 1).right(8)
      + (100 * Double(wrong.values.reduce(0, +)) / count).rounded(to: 1).right(8) + "  "
      + most.left(12)
  }

  private static let shows = ProcessInfo.processInfo.environment["GHIRBAL_SHOW"] != nil
  private static let showsUnknown =
    ProcessInfo.processInfo.environment["GHIRBAL_SHOW"] == "unknown"
}
