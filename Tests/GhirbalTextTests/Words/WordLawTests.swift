import GhirbalText
import TestSupport
import Testing

/// Laws of the word repairs over any text: order, scalar boundaries, and that a second run finds nothing.
@Suite struct WordLawTests {
  /// Text made of the pieces that the rules look at, from a fixed seed.
  private static func text(seed: UInt64) -> [UInt8] {
    let pieces = [
      "می", "نمی", "شود", "رفته", "اند", "ام", "ای", "ها", "های", "تر", "ترین", "رسانه", "کتاب",
      "همکاری", "کشور", "داده", "به", "دلیل", "شناخته", "شده", "بین", "المللی", "ی", "ه", "ا", "ر",
      "\u{200C}", "\u{200C}", " ", " ", " ", "\u{A0}", ".", "،", "؟", "«", "»", "#", "/", "`", "a",
      "The", "talks", "Source", "5", "۲", "ة", "ى", "على", "ال", "وزارة", "الايراني", "ے", "ێ",
      "\u{64E}", "\u{640}", "\n", "👨\u{200D}👩", "é", "中",
    ]
    var random = SplitMix(seed: seed)
    return Array(random.text(of: pieces, count: 40).utf8)
  }

  private func check(_ text: [UInt8], _ repair: ([UInt8]) -> [Replacement<WordFinding>]) {
    let replacements = repair(text)
    var position = 0
    for replacement in replacements {
      #expect(replacement.utf8Range.lowerBound >= position, "ascending and disjoint")
      position = replacement.utf8Range.upperBound
      for offset in [replacement.utf8Range.lowerBound, position] where offset < text.count {
        #expect(text[offset] & 0xC0 != 0x80, "on scalar boundaries")
      }
    }
    let clean = text.applying(replacements)
    let again = repair(clean)
    #expect(
      again.isEmpty,
      "\(String(decoding: text, as: UTF8.self)) | \(String(decoding: clean, as: UTF8.self))")
  }

  @Test(arguments: 1...4000) func anyText(_ seed: Int) {
    let text = Self.text(seed: UInt64(seed))
    var page = PageWords()
    page.add(text.span)
    for language in [Language.persian, .arabic, .english] {
      check(text) { wordRepairs($0, language) }
      check(text) { wordRepairs($0, language, page: page) }
    }
  }

  @Test(
    .enabled(if: SharedFolder.exists("data/text"), "needs ../shared/data/text"),
    arguments: [
      ("fa.perdt.dev.a.in", Language.persian), ("fa.perdt.dev.b.in", .persian),
      ("fa.perdt.dev.c.in", .persian), ("fa.seraji.dev.c.in", .persian),
      ("ar.xquad.txt", .arabic), ("en.xquad.txt", .english), ("en.ewt.dev.txt", .english),
    ])
  func realText(_ name: String, _ language: Language) throws {
    let lines = try SharedFolder.lines("data/text/\(name)")
    var page = PageWords()
    for line in lines { page.add(line.span) }
    for line in lines {
      check(line) { wordRepairs($0, language, page: page) }
    }
  }

  /// What earlier text left behind never shows: alefs that the lexicon takes for one are judged apart.
  @Test(
    .enabled(if: SharedFolder.exists("data/text"), "needs ../shared/data/text"),
    arguments: [
      ("ar.xquad.txt", Language.arabic), ("fa.seraji.dev.c.in", .persian),
      ("en.ewt.dev.txt", .english),
    ])
  func earlierTextDoesNotShow(_ name: String, _ language: Language) throws {
    let staying = StayingWords()
    let lines = try SharedFolder.lines("data/text/\(name)").flatMap { line in
      // The same words with the other alef, and with the spaces of every third place gone.
      let text = String(decoding: line, as: UTF8.self)
      let glued = String(
        text.enumerated().filter { $0.offset % 3 != 0 || $0.element != " " }.map(\.element))
      return [glued, glued.replacing("أ", with: "ا"), text].map { Array($0.utf8) }
    }
    let warm = WordBoundaries(staying: staying)
    for line in lines {
      let cold = WordBoundaries().repairs(in: line.span, language: language)
      #expect(warm.repairs(in: line.span, language: language) == cold)
    }
  }
}
