import GhirbalDocument
import TestSupport
import Testing

@testable import GhirbalStages

/// What heads tell beside title, authors and days, and what looks like it but is not.
@Suite struct HeadLiftsTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    let field: MetadataField
    let head: String
    var url: String? = "https://lantern.example/news/bridge.html?id=1"
    let value: String?
    var rule: String?
    var testDescription: String { label }
  }

  private static func ld(_ json: String) -> String {
    #"<script type="application/ld+json">"# + json + "</script>"
  }

  private static func meta(_ name: String, _ content: String) -> String {
    #"<meta name="\#(name)" content="\#(content)">"#
  }

  static let rows = [
    Row(
      label: "the article's publisher", field: .publisher,
      head: ld(#"{"@type": "Article", "publisher": {"name": "Lantern Ltd"}}"#)
        + meta("dc.publisher", "Another"),
      value: "Lantern Ltd", rule: "json_ld.publisher"),
    Row(
      label: "a publisher of Dublin Core", field: .publisher,
      head: meta("DC.publisher", "دار النشر"), value: "دار النشر", rule: "meta.dc.publisher"),
    Row(
      label: "a body that signs", field: .publisher,
      head: ld(
        #"{"@type": "Article", "author": {"@type": "Organization", "name": "Lantern"}}"#),
      value: "Lantern", rule: "json_ld.author"),
    Row(
      label: "a person who signs is no publisher", field: .publisher,
      head: ld(#"{"@type": "Article", "author": {"@type": "Person", "name": "Ann Lee"}}"#),
      value: nil),
    Row(
      label: "a page on a network is no name", field: .publisher,
      head: meta("article:publisher", "https://www.facebook.com/lantern"), value: nil),
    Row(
      label: "an account is no name", field: .publisher,
      head: meta("article:publisher", "@lantern"), value: nil),
    Row(
      label: "a number is no name", field: .publisher, head: meta("article:publisher", "1234567"),
      value: nil),
    Row(
      label: "the description for networks comes first", field: .description,
      head: meta("description", "News of the coast") + meta("og:description", "A bell  rings"),
      value: "A bell rings", rule: "meta.og:description"),
    Row(
      label: "the description for search engines", field: .description,
      head: meta("Description", "یک &amp;quot;پل&amp;quot; کهنه"), value: #"یک "پل" کهنه"#,
      rule: "meta.description"),
    Row(
      label: "the article's description", field: .description,
      head: ld(#"{"@type": "Article", "description": "<p>A bell</p> rings"}"#),
      value: "A bell rings", rule: "json_ld.description"),
    Row(
      label: "an address without its host", field: .canonicalURL,
      head: "<link rel=canonical href='https:///paths/17'>", value: nil),
    Row(
      label: "an address beside the page", field: .canonicalURL,
      head: "<link rel=canonical href='/paths/17'>", value: "https://lantern.example/paths/17",
      rule: "link.canonical"),
    Row(
      label: "what a program writes for no tag", field: .tag,
      head: ld(#"{"@type": "Article", "keywords": ["None"]}"#), value: nil),
    Row(
      label: "a tag that begins so", field: .tag,
      head: ld(#"{"@type": "Article", "keywords": ["Nonesuch Bay"]}"#), value: "Nonesuch Bay",
      rule: "json_ld.keywords"),
    Row(
      label: "an empty description", field: .description, head: meta("description", ""), value: nil),
    Row(
      label: "a picture", field: .image, head: meta("og:image", "https://a.example/b c.jpg"),
      value: "https://a.example/b%20c.jpg", rule: "meta.og:image"),
    Row(
      label: "a picture beside the page", field: .image, head: meta("og:image", "../bell.jpg"),
      value: "https://lantern.example/bell.jpg"),
    Row(
      label: "a picture of the page's scheme", field: .image,
      head: meta("twitter:image", "//cdn.example/bell.jpg"),
      value: "https://cdn.example/bell.jpg", rule: "meta.twitter:image"),
    Row(
      label: "an object of a picture", field: .image,
      head: ld(
        #"{"@type": "Article", "image": [{"url": "https://a.example/1.jpg"}, "https://b.example"]}"#
      ),
      value: "https://a.example/1.jpg", rule: "json_ld.image"),
    Row(
      label: "the article's picture by its address", field: .image,
      head: ld(#"{"@type": "Article", "image": "https://a.example/1.jpg"}"#),
      value: "https://a.example/1.jpg"),
    Row(
      label: "a picture that is written out", field: .image,
      head: meta("og:image", "data:image/gif;base64,R0lG"), value: nil),
    Row(
      label: "a size is no picture", field: .image, head: meta("og:image:width", "600"), value: nil),
    Row(
      label: "the host of the page's own address", field: .hostname,
      head: #"<link rel="canonical" href="https://WWW.lantern.example:443/a">"#,
      value: "www.lantern.example", rule: "link.canonical"),
    Row(
      label: "the host that it was fetched from", field: .hostname, head: "",
      value: "lantern.example", rule: "page.url"),
    Row(
      label: "a canonical address without a host", field: .hostname,
      head: #"<link rel="canonical" href="/a">"#, value: "lantern.example", rule: "page.url"),
    Row(label: "no address", field: .hostname, head: "", url: nil, value: nil),
    Row(
      label: "a canonical address from the root", field: .canonicalURL,
      head: #"<link rel="canonical" href="/a">"#, value: "https://lantern.example/a"),
  ]

  @Test(arguments: rows) func aHeadTells(_ row: Row) {
    let page = Document(
      markup: """
        <!doctype html><html lang="en"><head><title>The old bridge</title>\(row.head)</head>
        <body><h1>The old bridge</h1><p>The council met on Monday and agreed to repair it.</p></body>
        """
    ).fetched(from: row.url)
    let sample = StageSample(page, through: LiftFacts(.init()))
    #expect(sample.document.metadata[row.field].first == row.value)
    if let rule = row.rule {
      #expect(sample.ledger.entries.first { $0.field == row.field }?.rule == rule)
    }
  }

  @Test func aTextHasTheHostThatItWasFetchedFrom() {
    let page = Document(flattened: "The old bridge\n\nThe council met.").fetched(
      from: "https://lantern.example/a")
    let metadata = StageSample(page, through: LiftFacts(.init())).document.metadata
    #expect(metadata[.hostname] == ["lantern.example"] && metadata[.description].isEmpty)
  }

  @Test func whatOthersSayOfTheAuthorStandsBesideHim() {
    let page = Document(
      markup: """
        <!doctype html><html lang="en"><head><title>The old bridge</title>
        \(Self.ld(#"{"@type": "Article", "headline": "The old bridge", "author": {"@type": "Person", "name": "Ann Lee"}}"#))
        \(Self.meta("author", "Bo Day"))</head>
        <body><h1>The old bridge</h1><p>By Ann Lee</p>
        <p>The council met on Monday and agreed to repair the old bridge before winter.</p></body>
        """)
    let entries = StageSample(page, through: LiftFacts(.init())).ledger.entries
    let author = entries.first { $0.field == .author }
    #expect(author?.after == "Ann Lee" && author?.others.map(\.value) == ["Bo Day"])
    #expect(author?.others.first?.rule == "meta.author")
    #expect((author?.confidence ?? 0) > (author?.others.first?.confidence ?? 1))
    #expect(entries.filter { !$0.others.isEmpty }.map(\.field) == [.author])
  }
}
