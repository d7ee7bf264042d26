import GhirbalDocument
import GhirbalSites
import TestSupport
import Testing

/// What most pages call themselves and their site is learnt, and what varies is not.
@Suite struct SiteFactLearningTests {
  private static func samples(
    _ numbers: some Sequence<Int>, _ facts: (Int) -> [SiteFact.Field: [String]]
  ) -> SiteSamples {
    var samples = SiteSamples(by: .host)
    for number in numbers {
      let letter = Character(UnicodeScalar(UInt8(97 + number)))
      let html =
        "<p>\((0..<40).map { "\(letter)word\(letter)\($0)\(letter)" }.joined(separator: " "))</p>"
      samples.insert(PageTrace(Document(markup: html), facts: facts(number)), of: "lenn.example")
    }
    return samples
  }

  private static func facts(_ number: Int) -> [SiteFact.Field: [String]] {
    [
      .name: ["Lenn Weekly", "Part \(number)"] + (number < 4 ? ["Section"] : []),
      .title: number < 8 ? ["Welcome", "Text \(number)"] : ["text"],
    ]
  }

  @Test func whatMostPagesSay() throws {
    let profiles = Self.samples(0..<10, Self.facts).profiles(minPages: 3)
    let found = profiles.sites[0].facts.map { "\($0.field) \($0.pageCount) \($0.value)" }
    #expect(found == ["name 10 Lenn Weekly", "title 8 Welcome"])
    #expect(try SiteProfiles(profiles.text) == profiles)
    let evidence = profiles.sites[0].evidence(of: Document(markup: "<p>Text</p>"))
    #expect(evidence.facts.name == "Lenn Weekly" && evidence.facts.share == 1)
    #expect(evidence.facts.isOfSite(author: "LENN weekly"))
    #expect(evidence.facts.isOfSite(title: "welcome"))
    #expect(!evidence.facts.isOfSite(title: "Text 3"))
  }

  @Test(arguments: [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9], [9, 3, 5, 1, 7, 0, 2, 8, 6, 4]])
  func isTheSameInAnyOrder(_ order: [Int]) throws {
    let whole = Self.samples(0..<10, Self.facts)
    let parts = try order.map { number in
      var lines = Self.samples([number], Self.facts).text.split(separator: "\n")[...]
      return try SiteSampleReader("part") { lines.popFirst().map { String($0) } }
    }
    var merge = SiteSampleMerge(parts)
    let (site, merged) = try #require(try merge.next())
    let last = try merge.next()
    #expect(last == nil)
    #expect(
      SiteSamples.opening(.host) + merged.text(of: site) + SiteSamples.closing == whole.text)
  }

  @Test func aTraceTakesThemThroughAPipe() throws {
    let document = Document(markup: "<ul><li><a href=/s>Sport</a></li></ul><p>A word or two.</p>")
    let trace = PageTrace(document, facts: Self.facts(1))
    #expect(PageTrace(bytes: trace.bytes) == trace)
    #expect(trace != PageTrace(document, facts: [:]))
    for count in 0..<trace.bytes.count {
      #expect(PageTrace(bytes: Array(trace.bytes.prefix(count))) == nil, "cut at \(count)")
    }
  }

  @Test func whatWouldBreakAFileIsLeftOut() {
    let samples = Self.samples(0..<5) { _ in
      [.name: ["A\tB", "A\nB", "", String(repeating: "x", count: 300), "Lenn"]]
    }
    #expect(samples.profiles(minPages: 3).sites[0].facts.map(\.value) == ["Lenn"])
  }
}
