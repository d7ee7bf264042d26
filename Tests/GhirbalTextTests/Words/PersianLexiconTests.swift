import Foundation
import TestSupport
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

  @Test(
    .enabled(if: SharedFolder.exists("data/text/lilak.csv"), "needs ../shared/data/text/lilak.csv"))
  func everyWordOfLilakIsFound() throws {
    var missing: [String] = []
    var count = 0
    for line in SharedFolder.lines("data/text/lilak.csv") ?? [] {
      let columns = String(decoding: line, as: UTF8.self).split(
        separator: ",", omittingEmptySubsequences: false)
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
