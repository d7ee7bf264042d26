import GhirbalDocument
import GhirbalStages
import TestSupport
import Testing

/// What the whole site says of itself is no fact of a page.
@Suite struct SiteOwnFactsTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    let head: String
    var body =
      "<h1>A bridge for the island</h1><p>The bridge was opened on Friday by two goats.</p>"
    var facts = SiteFacts()
    /// Pages of ten that have the first block.
    var pages = 0
    let title: String?
    var authors: [String] = []
    var siteName: String?
    var testDescription: String { label }
  }

  private static let name = SiteFacts(names: ["Lenn Weekly"], share: 1, titles: [])
  private static let title = SiteFacts(
    names: [], share: 0, titles: ["Welcome to the Weekly Harbour Paper"])
  private static let author = "<meta name='author' content='Lenn Weekly'>"

  @Test(arguments: [
    Row(
      label: "a title on every page, where a heading says another",
      head: "<title>Welcome to the Weekly Harbour Paper</title>", facts: title,
      title: "A bridge for the island"),
    Row(
      label: "the same where nothing is known",
      head: "<title>Welcome to the Weekly Harbour Paper</title>",
      body: "<p>The bridge was opened on Friday by two goats.</p>",
      title: "Welcome to the Weekly Harbour Paper"),
    Row(
      label: "a title on every page alone",
      head: "<title>Welcome to the Weekly Harbour Paper</title>",
      body: "<p>The bridge was opened on Friday by two goats.</p>", facts: title, title: nil),
    Row(
      label: "a headline for networks on every page",
      head:
        "<title>A bridge for the island</title><meta property='og:title' content='Welcome to the Weekly Harbour Paper'>",
      body: "<p>The bridge was opened on Friday by two goats.</p>", facts: title,
      title: "A bridge for the island"),
    Row(
      label: "a first heading that most pages have", head: "",
      body: "<h1>Lenn Weekly at sea</h1><h2>Other</h2><p>Two goats.</p>", pages: 9, title: "Other"),
    Row(
      label: "one that few have", head: "",
      body: "<h1>Lenn Weekly at sea</h1><h2>Other</h2><p>Two goats.</p>", pages: 2,
      title: "Lenn Weekly at sea"),
    Row(
      label: "the site as the author", head: author, facts: name, title: "A bridge for the island",
      siteName: "Lenn Weekly"),
    Row(
      label: "the same where nothing is known", head: author, title: "A bridge for the island",
      authors: ["Lenn Weekly"]),
    Row(
      label: "a person who has a site of their name",
      head:
        "<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":{\"@type\":\"Person\",\"name\":\"Lenn Weekly\"}}</script>",
      facts: name, title: "A bridge for the island", authors: ["Lenn Weekly"]),
    Row(
      label: "a person", head: "<meta name='author' content='Ole Tarn'>", facts: name,
      title: "A bridge for the island", authors: ["Ole Tarn"]),
    Row(
      label: "a person beside the site", head: author,
      body:
        "<h1>A bridge for the island</h1><p class='byline'>By <a rel='author' href='/ole'>Ole Tarn</a></p><p>The bridge was opened on Friday by two goats.</p>",
      facts: name, title: "A bridge for the island", authors: ["Ole Tarn"]),
    Row(
      label: "the site's name behind a title",
      head: "<title>A bridge for the island of the goats, finally – Lenn Weekly</title>",
      body: "<p>The bridge was opened on Friday by two goats.</p>", facts: name,
      title: "A bridge for the island of the goats, finally", siteName: "Lenn Weekly"),
  ])
  func areNoFactsOfThePage(_ row: Row) {
    let page = Document(markup: "<html><head>\(row.head)</head><body>\(row.body)</body></html>")
    let blocks = page.blocks.indices.map { index in
      var place = SitePlace()
      place.pageCount = index == 0 ? row.pages : 0
      return place
    }
    let known = page.knowing(SiteEvidence(pageCount: 10, blocks: blocks, facts: row.facts))
    let sample = StageSample(known, through: LiftFacts(.init()))
    #expect(sample.document.metadata.title == row.title)
    #expect(sample.document.metadata.authors == row.authors)
    #expect(row.siteName == nil || sample.document.metadata.siteName == row.siteName)
    // The record says that the site's name is that.
    let rules = sample.ledger.entries.filter { $0.field == .siteName }.map(\.rule)
    #expect(rules.contains("site_profile") == (row.siteName != nil))
  }
}
