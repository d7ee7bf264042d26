import Foundation
import GhirbalText
import TestSupport
import Testing

/// Prints how well and how fast the word repairs do on the texts beside the checkout:
///
///     GHIRBAL_MEASURE=1 swift test -c release -Xswiftc -enable-testing --disable-xctest --filter WordMeasureTests
@Suite(
  .serialized,
  .enabled(
    if: ProcessInfo.processInfo.environment["GHIRBAL_MEASURE"] != nil
      && SharedFolder.exists("data/text/fa.perdt.dev.txt"),
    "needs GHIRBAL_MEASURE=1 and ../shared/data/text"))
struct WordMeasureTests {
  /// What stands behind each letter: 0 nothing, 1 a non-joiner, 2 anything else.
  private static func boundaries(_ line: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for scalar in String(decoding: line, as: UTF8.self).unicodeScalars {
      if scalar.properties.isAlphabetic {
        if scalar.properties.generalCategory != .nonspacingMark { result.append(0) }
      } else if scalar.properties.generalCategory == .nonspacingMark || result.isEmpty {
        continue
      } else if scalar == "\u{200C}" {
        result[result.count - 1] = max(result[result.count - 1], 1)
      } else {
        result[result.count - 1] = 2
      }
    }
    return result.dropLast()
  }

  @Test(arguments: ["fa.perdt.dev", "fa.seraji.dev"], ["a", "b", "c", "clean"])
  func nonJoiners(_ set: String, _ corruption: String) throws {
    let gold = SharedFolder.lines("data/text/\(set).txt") ?? []
    let input = SharedFolder.lines("data/text/\(set).\(corruption).in") ?? []
    var (right, wrong, missed, words, edits) = (0, 0, 0, 0, 0)
    for (gold, input) in zip(gold, input) {
      let replacements = zeroWidthNonJoiners(in: input.span)
      edits += replacements.count
      words += gold.split(separator: UInt8(ascii: " ")).count
      let wanted = Self.boundaries(gold)
      let got = Self.boundaries(input.applying(replacements))
      try #require(wanted.count == got.count, "letters stay")
      for (wanted, got) in zip(wanted, got) {
        if wanted == 1, got == 1 { right += 1 }
        if wanted == 1, got != 1 { missed += 1 }
        if wanted != 1, got == 1 { wrong += 1 }
      }
    }
    let precision = Double(right) / Double(max(right + wrong, 1))
    let recall = Double(right) / Double(max(right + missed, 1))
    let rate = 1e4 * Double(edits) / Double(words)
    print(
      "\(set).\(corruption): P", precision.formatted(.number.precision(.fractionLength(4))), "R",
      recall.formatted(.number.precision(.fractionLength(4))), "F1",
      (2 * precision * recall / (precision + recall))
        .formatted(.number.precision(.fractionLength(4))),
      "edits per 10k words", rate.formatted(.number.precision(.fractionLength(1))))
    if set == "fa.perdt.dev" { #expect(precision >= 0.98) }
  }

  @Test(arguments: [
    ("fa.perdt.dev.txt", Language.persian), ("fa.perdt.dev.a.in", .persian),
    ("ar.xquad.txt", .arabic), ("ar.arcd.train.txt", .arabic), ("en.xquad.txt", .english),
    ("en.ewt.dev.txt", .english),
  ])
  func speedAndCleanText(_ name: String, _ language: Language) throws {
    let lines = SharedFolder.lines(name.contains("/") ? name : "data/text/\(name)") ?? []
    let bytes = lines.reduce(0) { $0 + $1.count }
    let words = lines.reduce(0) { $0 + $1.split(separator: UInt8(ascii: " ")).count }
    var page = PageWords()
    for line in lines { page.add(line.span) }
    let empty = PageWords()
    func report(_ label: String, _ repair: ([UInt8]) -> [Replacement<WordFinding>]) {
      var edits = 0
      var best = Duration.seconds(3600)
      for _ in 0..<5 {
        edits = 0
        best = min(
          best, ContinuousClock().measure { for line in lines { edits += repair(line).count } })
      }
      let seconds = Double(best.components.attoseconds) / 1e18
      print(
        "\(name) \(label):",
        (1e-6 * Double(bytes) / seconds).formatted(.number.precision(.fractionLength(1))),
        "MB/s, edits per 10k words",
        (1e4 * Double(edits) / Double(words)).formatted(.number.precision(.fractionLength(1))))
    }
    report("non-joiners") { zeroWidthNonJoiners(in: $0.span) }
    report("glue, prose") { gluedWords(in: $0.span, language: language, page: empty) }
    report("glue, prose, page") { gluedWords(in: $0.span, language: language, page: page) }
  }
}
