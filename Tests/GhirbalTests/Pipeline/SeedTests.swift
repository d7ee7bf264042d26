import Ghirbal
import GhirbalDocument
import GhirbalIO
import TestSupport
import Testing

/// The three scrapes the project starts from, through the whole pipeline, word for word.
@Suite(.enabled(if: SharedFolder.exists("seeds"), "needs ../shared/seeds"))
struct SeedTests {
  private struct Seed {
    let raw: [String]
    let clean: [String]
    let text: String
    let page: Pipeline.CleanPage

    init(_ name: String) throws {
      let bytes = try SharedFolder.bytes("seeds/" + name)
      page = try Pipeline(.standard).clean(Page(path: name, bytes: bytes))
      text = String(decoding: page.text, as: UTF8.self)
      raw = Self.lines(String(decoding: bytes, as: UTF8.self))
      clean = Self.lines(text)
    }

    private static func lines(_ text: String) -> [String] {
      text.split(separator: "\n").map(String.init)
    }

    var metadata: Metadata { page.record.metadata }

    func headings() -> [String] {
      page.document.liveBlocks.filter(\.kind.isHeading).map { page.document.string(of: $0) }
    }
  }

  @Test func arabic() throws {
    let seed = try Seed("ar-defence-visit.txt")
    // The section above the title and the tags below the text went; one letter of one word changed.
    let kept = seed.raw.dropFirst().dropLast().map { $0.replacing("وزیر", with: "وزير") }
    #expect(seed.clean == kept)
    #expect(seed.raw.filter { $0.contains("وزیر") }.count == 1)
    #expect(seed.metadata[.category] == ["الخليج والعالم"])
    #expect(
      seed.metadata[.title] == ["شويغو: التعاون الروسي - الإيراني وصل إلى مستويات عالية جديدة"])
    #expect(seed.metadata[.tag] == ["الجيش الايراني", "وزارة الدفاع الروسية"])
    for heading in [
      "شويغو: العقوبات على روسيا وإيران غير مجدية",
      "أوليانوف: المحادثات العسكرية بين روسيا وإيران ضرورية",
      "اللواء باقري: وثيقة للتعاون طويل الأمد",
    ] {
      #expect(seed.headings().contains(heading), "\(heading)")
    }
    #expect(seed.page.record.ledger.regions.isEmpty)
    #expect(seed.page.record.language == "ar" && seed.page.record.direction == "rtl")
  }

  @Test func english() throws {
    let seed = try Seed("en-defence-talks.txt")
    let kept = seed.raw.dropLast(2).map {
      $0.replacing("countries .", with: "countries.").replacing("Iran. .", with: "Iran.")
        .replacing(", \u{201D}Bagheri said", with: ",\u{201D} Bagheri said")
        .replacing(", \u{201D}Baqeri said", with: ",\u{201D} Baqeri said")
    }
    #expect(seed.clean == kept)
    #expect(seed.raw.suffix(2) == ["Source link", "Leave A Reply"])
    #expect(!seed.text.contains("\n\n\n"), "runs of blank lines are folded")
    #expect(seed.metadata[.title] == [seed.raw[0]])
    #expect(seed.metadata[.dateline] == ["TEHRAN"])
    #expect(seed.page.record.language == "en")
  }

  @Test func persian() throws {
    let seed = try Seed("fa-defence-visit.txt")
    let joined = [
      ("بینالمللی", "بین\u{200C}المللی"), ("همکاریهای", "همکاری\u{200C}های"),
      ("همکاری های", "همکاری\u{200C}های"), ("مقامهای", "مقام\u{200C}های"),
      ("میشود", "می\u{200C}شود"), ("تحریمهای", "تحریم\u{200C}های"),
      ("بهدلیل", "به دلیل"),
    ]
    let body = seed.raw[1..<12].map { line in
      joined.reduce(line) { $0.replacing($1.0, with: $1.1) }
    }
    for (raw, clean) in joined {
      #expect(!seed.text.contains(raw), "\(raw)")
      #expect(seed.text.contains(clean), "\(clean)")
    }
    // Beside those, only joiners and spaces may differ: the letters stay.
    let spaces: Set<Unicode.Scalar> = [" ", "\u{200C}", "\u{A0}"]
    func letters(_ lines: [String]) -> [String] {
      lines.map {
        String(String.UnicodeScalarView($0.unicodeScalars.filter { !spaces.contains($0) }))
      }
    }
    let kept = seed.raw.firstIndex(of: "مصی").map { Array(seed.raw[1..<$0]) } ?? []
    #expect(letters(seed.clean) == letters(kept))
    #expect(seed.clean.first == body.first)
    #expect(seed.text.contains("در حالیست"))
    #expect(!seed.text.contains("\u{A0}") && !seed.text.contains("  "))
    #expect(seed.metadata[.category] == ["ایران", "جهان"])
    #expect(seed.metadata[.author] == ["مصی"])
    let regions = seed.page.record.ledger.regions
    #expect(regions.map(\.heading) == ["Recent Posts"])
    #expect(regions.first?.lastBlock.index == seed.page.raw.blocks.count - 1)
    #expect(seed.page.record.language == "fa")
  }
}
