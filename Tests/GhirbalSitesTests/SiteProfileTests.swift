import GhirbalDocument
import GhirbalSites
import TestSupport
import Testing

/// What a profile says depends on the pages alone, and is of the site, not of one page and its copies.
@Suite struct SiteProfileTests {
  private static func document(_ html: String) -> Document { Document(markup: html) }

  /// A page of a blog: the same frame, other texts.
  private static func page(_ number: Int, text: String? = nil) -> String {
    let words = ["ferry", "bridge", "mill", "harbour", "market", "bakery", "museum", "orchard"]
    let one = words[number % 8]
    let other = words[(number / 8 + 3) % 8] + String(repeating: "s", count: number / 64)
    return """
      <title>The \(one) \(number)</title>
      <div class="top"><a href="/">Lenn Weekly</a></div><ul class="menu"><li><a href="/n">News</a></li>\
      <li><a href="/c">Culture</a></li></ul>
      <article><h1>The \(one) and the \(other), part \(number)</h1>
      <p>\(text ?? "On day \(one)-\(number) the \(other) was seen beside \(one) number \(other)\(number), and all who had come to see it wrote their names into the book of the \(other), which lies in the hall of the \(one) beside the clock that the keeper of the \(one) winds every Friday at noon.")</p></article>
      <div class="end"><p>Lenn Weekly is printed on the island since 1911.</p><p>\(number) readers today</p></div>
      """
  }

  /// The pages of four sites by turns.
  private static func sitesByTurns(_ pages: some Sequence<(Int, String)>) -> SiteSamples {
    var samples = SiteSamples(by: .host)
    for (number, page) in pages {
      samples.insert(PageTrace(document(page)), of: "site-\(number % 4).example")
    }
    return samples
  }

  private static func samples(_ pages: some Sequence<String>) -> SiteSamples {
    var samples = SiteSamples(by: .host)
    for page in pages { samples.insert(PageTrace(document(page)), of: "lenn.example") }
    return samples
  }

  private static func profile(_ pages: some Sequence<String>) -> SiteProfile? {
    samples(pages).profiles(minPages: 3)["lenn.example"]
  }

  private static let pages = (0..<20).map { page($0) }

  @Test func saysWhatAllPagesHave() throws {
    let profile = try #require(Self.profile(Self.pages))
    let document = Self.document(Self.page(99))
    let evidence = profile.evidence(of: document)
    let shares = Dictionary(
      zip(document.blocks.map { document.string(of: $0) }, evidence.blocks.map(\.pageCount)),
      uniquingKeysWith: { first, _ in first })
    #expect(profile.pageCount == 20)
    #expect(shares["Lenn Weekly"] == 20)
    #expect(shares["Lenn Weekly is printed on the island since 1911."] == 20)
    // Numbers do not tell texts apart.
    #expect(shares["99 readers today"] == 20)
    #expect(shares["The museum and the market, part 99"] ?? 0 < 5)
    let places = evidence.blocks
    #expect(places[0].shareAfter == 1 && places[0].headSpread == 0)
    let paragraph = try #require(
      document.blocks.first { document.string(of: $0).hasPrefix("On day") })
    #expect(places[paragraph.id.index].slotShare == 1)
    #expect(places[paragraph.id.index].slotVariety > 0.9)
  }

  @Test(arguments: [1, 2, 7])
  func isTheSameForAnyShardsInAnyOrder(_ shards: Int) throws {
    let pages = Array(zip(0..., Self.pages))
    let whole = Self.sitesByTurns(pages)
    var generator = SplitMix(seed: UInt64(shards))
    var parts = (0..<shards).map { shard in
      Self.sitesByTurns(pages.filter { $0.0 / 2 % shards == shard })
    }
    parts.shuffle(using: &generator)
    var merge = SiteSampleMerge(try parts.map { try Self.reader($0.text) })
    var (samples, profiles) = ("", "")
    var sequence = ProfileSequence(minPages: 3)
    while let (site, sample) = try merge.next() {
      samples += sample.text(of: site)
      profiles += sequence.profiles(upTo: site, sample).map { "\n" + $0.text }.joined()
    }
    #expect(SiteSamples.opening(.host) + samples + SiteSamples.closing == whole.text)
    #expect(
      SiteProfiles.opening(.host) + profiles + SiteProfiles.closing
        == whole.profiles(minPages: 3).text)
  }

  private static func reader(_ text: String) throws -> SiteSampleReader {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    if lines.last == "" { lines.removeLast() }
    return try SiteSampleReader("part") { lines.popFirst().map { String($0) } }
  }

  @Test func aTraceGoesThroughAPipe() throws {
    var generator = SplitMix(seed: 3)
    for page in Self.pages.prefix(5) {
      let trace = PageTrace(Self.document(page))
      let bytes = trace.bytes
      #expect(PageTrace(bytes: bytes) == trace)
      for _ in 0..<200 {
        // Whatever the bytes are, nothing crashes, and what lacks its end is none.
        var other = bytes
        other[generator.below(other.count)] = UInt8(generator.below(256))
        _ = PageTrace(bytes: other)
        #expect(PageTrace(bytes: Array(bytes.prefix(generator.below(bytes.count)))) == nil)
      }
    }
  }

  @Test func isBoundedAndStillTheSame() {
    let many = (0..<(SiteSample.maxPages + 60)).map { Self.page($0) }
    let forward = Self.samples(many)
    #expect(
      forward.text.split(separator: "\n").count { $0.hasPrefix("page\t") } == SiteSample.maxPages)
    #expect(forward.text == Self.samples(many.reversed()).text)
    let seen = forward.profiles(minPages: 3).sites[0].seenPageCount
    #expect((230...290).contains(seen))
  }

  @Test func aPageCountsOnce() throws {
    // One page ten thousand times, and a hundred times with a line changed.
    let again = Self.page(3)
    let nearly = (0..<100).map { number in
      again.replacing(
        "<p>On", with: "<p>edition-\(Character(UnicodeScalar(UInt8(97 + number % 26))))</p><p>On")
    }
    let poisoned = try #require(
      Self.profile(Self.pages + [String](repeating: again, count: 50) + nearly))
    #expect(poisoned.pageCount <= 21)
    let document = Self.document(again)
    let evidence = poisoned.evidence(of: document)
    for block in document.blocks where document.string(of: block).hasPrefix("On day") {
      #expect(evidence.blocks[block.id.index].pageCount <= 2)
    }
  }

  /// Most of a site's pages are one article, each with a line of its own.
  @Test func aSiteOfCopiesMakesNoArticleATemplate() throws {
    let letters = (0..<85).map { number -> String in
      let first = UnicodeScalar(UInt8(97 + number / 26))
      let second = UnicodeScalar(UInt8(97 + number % 26))
      return "\(first)\(second)"
    }
    let parts = ["one", "two", "three", "four", "five", "six", "seven", "eight"]
    let article = parts.map {
      "Part \($0) of the tale of the ferry says who rowed it, who paid for it, and who stood on the pier."
    }
    let copies = letters.map {
      Self.page(3, text: (article + ["Read by \($0) on the island"]).joined(separator: "</p><p>"))
    }
    let profile = try #require(Self.profile(Self.pages.prefix(15) + copies))
    #expect(profile.pageCount == 16)
    for text in profile.texts where text.beginning.hasPrefix("Part") {
      #expect(text.pageCount <= 1)
    }
  }

  @Test func aFileOfAnotherEditorIsTheSame() throws {
    let text = Self.samples(Self.pages).profiles(minPages: 3).text
    #expect(try SiteProfiles("\u{FEFF}" + text.replacing("\n", with: "\r\n")).text == text)
  }

  /// Pages of the same texts but for numbers count once, whichever comes first.
  @Test func whichOfTwoLikePagesIsKeptIsTheSame() {
    let pages = [1, 22, 333].map {
      "<p class=post-\($0)>Lenn Weekly</p><p>A long line of text that goes on and on, and at its end has number \($0)</p>"
    }
    #expect(Self.samples(pages).text == Self.samples(pages.reversed()).text)
  }

  @Test func aPageThatCopiesOthersMakesNoTemplate() throws {
    let texts = (0..<20).map {
      "On day \(Character(UnicodeScalar(UInt8(97 + $0)))) the ferry left with the mail and came back with none."
    }
    let copying = Self.page(40, text: texts.joined(separator: "</p><p>"))
    let profile = try #require(
      Self.profile(texts.enumerated().map { Self.page($0.offset, text: $0.element) } + [copying]))
    for text in profile.texts where text.beginning.hasPrefix("On day") {
      #expect(text.pageCount <= 2)
    }
  }

  @Test func whatAPersonKeepsIsNoTemplate() throws {
    let samples = Self.samples(Self.pages)
    let text = samples.profiles(minPages: 3).text.replacing(
      "\n\nsite\tlenn.example\t20\t20\n",
      with: "\n\nsite\tlenn.example\t20\t20\nkeep\tLenn Weekly\n")
    let kept = try SiteProfiles(text)
    #expect(kept.text == text)
    let document = Self.document(Self.page(99))
    #expect(kept.sites[0].evidence(of: document).blocks[0].isKept)
    #expect(samples.profiles(minPages: 3, keeping: kept).text == text)
  }

  @Test func fewPagesTellNothing() {
    #expect(Self.samples(Self.pages.prefix(2)).profiles(minPages: 3).sites.isEmpty)
    #expect(
      Self.samples(Array(repeating: Self.page(1), count: 9)).profiles(minPages: 3).sites.isEmpty)
  }

  @Test(
    arguments: [
      ("", nil, "this is no file of site profiles: ghirbal-sites stands first in one"),
      (
        "ghirbal-sites\t1\thost\nsite\ta\t3\t3\n", 2,
        "the file is cut: its last line is not \"end\""
      ),
      ("ghirbal-sites\t9\thost\n", 1, "the profiles are of version 9; this is 1"),
      (
        "ghirbal-sites\t1\thosts\n", 1,
        "sites are told by one of host, domain, path:1, path:2, path:3, folder, not \"hosts\""
      ),
      ("ghirbal-sites\t1\thost\ntext\nend\n", 2, "a line \"site\" is wanted here"),
      (
        "ghirbal-sites\t1\thost\nsite\ta\t3\nend\n", 2,
        "site has 3 fields with tabs between them, not 2"
      ),
      (
        "ghirbal-sites\t1\thost\nsite\ta\t3\t3\nsite\ta\t3\t3\nend\n", 3,
        "the site a has a profile in line 2 already"
      ),
      (
        "ghirbal-sites\t1\thost\n\nsite\ta\t3\t3\nwords\tb\nend\n", 4,
        "unknown \"words\"; known: fact, keep, no-word, site, slot, text, word"
      ),
      (
        "ghirbal-sites\t1\thost\nsite\ta\t3\t3\nslot\t4\t4\t1\t0000000000000000\tp\nend\n", 3,
        "\"4\" is no number from 1 to 3"
      ),
      (
        "ghirbal-sites\t1\thost\nsite\ta\t3\t3\nword\t4\tb\nend\n", 3,
        "\"4\" is no number from 1 to 3"
      ),
      (
        "ghirbal-sites\t1\thost\nsite\ta\t3\t3\nno-word\t\nend\n", 3,
        "a word has 1 to 60 bytes"
      ),
      (
        "ghirbal-sites\t1\thost\nsite\ta\t3\t3\nslot\t3\t4\t1\t00\tp\nend\n", 3,
        "\"00\" is no hash of 16 hexadecimal digits"
      ),
    ] as [(String, Int?, String)])
  func aFileThatIsNoneSaysWhere(_ text: String, _ line: Int?, _ problem: String) {
    let found = #expect(throws: ProfileProblem.self) { try SiteProfiles(text) }
    #expect(found?.line == line)
    #expect(found?.problem == problem)
  }

  @Test func nothingCrashesOnAFileThatWasCut() throws {
    let text = Self.samples(Self.pages.prefix(4)).text
    for length in stride(from: 0, to: text.utf8.count, by: 97) {
      let cut = String(decoding: text.utf8.prefix(length), as: UTF8.self)
      #expect(throws: ProfileProblem.self) {
        var merge = SiteSampleMerge([try Self.reader(cut)])
        while try merge.next() != nil {}
      }
      #expect(throws: ProfileProblem.self) { try SiteProfiles(cut) }
    }
  }

  @Test(
    arguments: [
      ("", nil, "this is no file of `ghirbal learn --partial` of version 2"),
      ("site\ta\nend\n", 1, "this is no file of `ghirbal learn --partial` of version 2"),
      (
        "ghirbal-site-pages\t1\thost\nend\n", 1,
        "this is no file of `ghirbal learn --partial` of version 2"
      ),
      (
        "ghirbal-site-pages\t2\thost\nsite\ta\n", 2, "the file is cut: its last line is not \"end\""
      ),
      ("ghirbal-site-pages\t2\thost\npage\t0\nend\n", 2, "a page stands below its site"),
      (
        "ghirbal-site-pages\t2\thost\nsite\tb\nsite\ta\nend\n", 3,
        "sites stand in the order of their names, each once"
      ),
      ("ghirbal-site-pages\t2\thost\nend\nsite\ta\n", 3, "the file goes on behind its end"),
      (
        "ghirbal-site-pages\t2\thost\nsite\ta\npage\t1\nx\t0\t0\t1\tt\nend\n", 4,
        "a block is wanted here"
      ),
      (
        "ghirbal-site-pages\t2\thost\nsite\ta\nword\nend\n", 3,
        "a line \"site\" or \"page\" is wanted here"
      ),
    ] as [(String, Int?, String)])
  func aPartThatIsNoneSaysWhere(_ text: String, _ line: Int?, _ problem: String) {
    let found = #expect(throws: ProfileProblem.self) {
      var merge = SiteSampleMerge([try Self.reader(text)])
      while try merge.next() != nil {}
    }
    #expect(found?.file == "part")
    #expect(found?.line == line)
    #expect(found?.problem == problem)
  }
}
