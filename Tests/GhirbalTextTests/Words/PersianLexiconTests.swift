import Foundation
import Testing

@testable import GhirbalText

@Suite struct PersianLexiconTests {
  @Test(arguments: [
    ("noun", "کتاب", true), ("silent ه", "رسانه", true), ("verb", "شود", true),
    ("with a non-joiner", "می\u{200C}شود", true), ("without it", "میشود", false),
    ("regular plural", "سیاستهای", false), ("supplement", "می\u{200C}توان", true),
    ("Arabic yeh", "همكاري", true), ("beginning of a word", "همکا", false), ("empty", "", false),
    ("letters of other languages", "ہے", false),
  ])
  func membership(_ label: String, _ word: String, _ isMember: Bool) {
    #expect((PersianLexicon.shared.entry(word) != nil) == isMember, "\(label)")
  }

  @Test func kinds() {
    #expect(PersianLexicon.shared.entry("رسانه")?.contains([.noun, .silentEnd]) == true)
    #expect(PersianLexicon.shared.entry("راه")?.contains(.silentEnd) == false)
    #expect(PersianLexicon.shared.entry("نمایی")?.contains(.endsWords) == true)
  }

  @Test(.enabled(if: SharedText.exists("lilak.csv"), "needs ../shared/data/text/lilak.csv"))
  func everyWordOfLilakIsFound() throws {
    var missing: [String] = []
    var count = 0
    for line in try SharedText.lines("lilak.csv") {
      let columns = line.split(separator: ",", omittingEmptySubsequences: false)
      guard columns.count == 5, columns[0].count > 1 else { continue }
      count += 1
      let word = String(columns[0])
      if PersianLexicon.shared.entry(word) == nil { missing.append(word) }
    }
    #expect(count > 90_000)
    // Joined twins of forms with a non-joiner, which the build drops.
    #expect(missing.count < 100, "\(missing.prefix(120))")
  }
}

/// Texts beside the checkout; tests that need them are skipped where they are absent.
enum SharedText {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared")

  static func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: url(name).path)
  }

  static func lines(_ name: String) throws -> [Substring] {
    String(decoding: try Data(contentsOf: url(name)), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
  }

  private static func url(_ name: String) -> URL {
    folder.appending(path: name.contains("/") ? name : "data/text/\(name)")
  }
}
