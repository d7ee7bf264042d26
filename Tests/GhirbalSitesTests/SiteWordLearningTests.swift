import GhirbalDocument
import GhirbalSites
import GhirbalText
import TestSupport
import Testing

/// The words of a site are what its pages write alone, not what ran together on them.
@Suite struct SiteWordLearningTests {
  private static let places = [
    "mill", "harbour", "bakery", "museum", "orchard", "chapel", "ferry", "school",
  ]

  /// A page of its own text, and what stands around it.
  private static func page(_ number: Int, _ around: String) -> String {
    let place = places[number % 8]
    return """
      <title>Page \(number)</title>\(around)
      <article><h1>What the \(place) of street \(number) is for, now that nobody needs it</h1>
      <p>In \(place) \(number) there were \(number * 7) people who had seen the other \(places[number / 8 % 8]), and \
      each of them wrote a line about it into the book that lies in the hall beside the clock.</p></article>
      """
  }

  private static func samples(_ pages: some Sequence<Document>) -> SiteSamples {
    var samples = SiteSamples(by: .host)
    for page in pages { samples.insert(PageTrace(page), of: "lenn.example") }
    return samples
  }

  private static func profile(_ pages: some Sequence<Document>) throws -> SiteProfile {
    try #require(samples(pages).profiles(minPages: 3)["lenn.example"])
  }

  private static func html(_ around: (Int) -> String) -> [Document] {
    (0..<12).map { Document(markup: page($0, around($0))) }
  }

  private static func counts(_ profile: SiteProfile) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: profile.words.map { ($0.text, $0.pageCount) })
  }

  @Test func linksListItemsAndHeadingsAreLearnt() throws {
    let profile = try Self.profile(
      Self.html {
        """
        <p class="tags"><a href="a">Harbour news</a><a href="b">Sport (3)</a></p>
        <ul><li>Letters</li><li>A whole sentence of the menu, which is none.</li></ul><h2>Council</h2>
        <p>Ferry</p><p>\($0 < 3 ? "<a href='c'>Weather</a>" : "")</p><code>Code</code>
        """
      })
    let counts = Self.counts(profile)
    #expect(
      counts.filter { $0.value > 1 }
        == ["Harbour news": 12, "Sport": 12, "Letters": 12, "Council": 12, "Weather": 3])
    #expect(profile.words.first?.pageCount == 12)
  }

  @Test func linesOfFlattenedTextAreLearnt() throws {
    let pages = (0..<12).map {
      Document(
        flattened: """
          Letters
          Tags: ایران، جهان
          Page \($0) says at length that it is about the \(Self.name($0)) and nothing else.

          """)
    }
    let counts = Self.counts(try Self.profile(pages))
    #expect(counts == ["Letters": 12, "ایران": 12, "جهان": 12])
  }

  struct Poison: CustomTestStringConvertible, Sendable {
    let run: String
    let words: [String]
    let clean: String
    var testDescription: String { run }
  }

  /// Tags that ran together on every page, and that stand alone on few.
  @Test(arguments: [
    Poison(run: "ایرانجهان", words: ["ایران", "جهان"], clean: "ایران جهان"),
    Poison(
      run: "الشرق الأوسطاقتصاد", words: ["الشرق الأوسط", "اقتصاد"], clean: "الشرق الأوسط اقتصاد"),
    Poison(run: "ИранМир", words: ["Иран", "Мир"], clean: "Иран Мир"),
    Poison(
      run: "PoliticsSportBusiness", words: ["Politics", "Sport", "Business"],
      clean: "Politics Sport Business"),
  ])
  func whatRanTogetherOnEveryPageIsNoWord(_ poison: Poison) throws {
    let alone = poison.words.map { "<li>\($0)</li>" }.joined()
    let ways: [(String) -> String] = [
      { "<ul><li>\($0)</li></ul>" }, { "<h2>\($0)</h2>" }, { "<p><a href='/'>\($0)</a></p>" },
    ]
    for way in ways {
      let profile = try Self.profile(
        Self.html { way(poison.run) + ($0 == 4 ? "<ul>\(alone)</ul>" : "") })
      #expect(!profile.words.contains { $0.text == poison.run })
      #expect(Set(profile.words.map(\.text)).isSuperset(of: poison.words))
      let page = Document(markup: way(poison.run))
      let words = profile.evidence(of: page).words
      let line = Array(poison.run.utf8)
      let repairs = SiteGlue(words) { PageWords() }
        .repairs(
          in: line.span, language: poison.run.utf8.first! < 0xD7 ? .russian : .persian, touching: []
        )
      #expect(String(decoding: line.applying(repairs), as: UTF8.self) == poison.clean)
    }
  }

  @Test func aPersonHasTheLastWord() throws {
    let pages = Self.html { _ in "<ul><li>Iran</li><li>World</li><li>IranWorld</li></ul>" }
    let samples = Self.samples(pages)
    let learnt = samples.profiles(minPages: 3)
    #expect(Self.counts(try #require(learnt.sites.first)) == ["Iran": 12, "World": 12])
    let text = learnt.text.replacing("word\t12\tWorld\n", with: "")
      .replacing(
        "lenn.example\t12\t12\n", with: "lenn.example\t12\t12\nword\tIranWorld\nno-word\tWorld\n")
    let changed = try SiteProfiles(text)
    #expect(changed.text == text)
    #expect(samples.profiles(minPages: 3, keeping: changed).text == text)
    let line = Array("IranWorld".utf8)
    let words = changed.sites[0].evidence(of: pages[0]).words
    #expect(words.seams(in: line.span, language: .english) == [])
    #expect(words.isWhole(line))
  }

  /// A word for a number.
  private static func name(_ number: Int) -> String {
    String(
      String.UnicodeScalarView(
        (0..<4).map { place in
          Unicode.Scalar(UInt8(97 + number / [1, 26, 676, 17576][place] % 26))
        }))
  }

  @Test func areBoundedForASite() throws {
    let profile = try Self.profile(
      Self.html { page in
        let items = (0..<250).map { "<li>Tag \(Self.name(page * 250 + $0))</li>" }
        return "<ul>\(items.joined())<li>Sport</li></ul>"
      })
    #expect(profile.words.count == 1000)
    #expect(profile.words.first?.text == "Sport")
  }
}
