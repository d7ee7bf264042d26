import GhirbalDocument
import GhirbalStages
import TestSupport
import Testing

/// Facts of HTML pages: the head, and values that are links.
@Suite struct LiftFactsMarkupTests {
  private static func lifted(_ build: (inout DocumentBuilder) -> Void) -> StageSample {
    var markup = DocumentBuilder()
    markup.element(.html) { build(&$0) }
    return StageSample(markup, through: LiftFacts(LiftFacts.Options()))
  }

  @Test func theHeadSaysWhatThePageIs() {
    let metadata = Self.lifted { page in
      page.element(.title) { $0.headText("The old bridge | Wrenmouth Lantern") }
      page.element(.meta, [(.property, "og:site_name"), (.content, "Wrenmouth Lantern")])
      page.element(
        .meta, [(.property, "article:published_time"), (.content, "2024-03-12T08:30:00+03:30")])
      page.element(.meta, [(.property, "article:modified_time"), (.content, "2024-03-13")])
      page.element(.meta, [(.property, "article:author"), (.content, "https://example.org/jane")])
      page.element(.meta, [(.name, "author"), (.content, "Jane  Doe")])
      page.element(.meta, [(.property, "article:tag"), (.content, "bridges")])
      page.element(.meta, [(.name, "keywords"), (.content, "spam, more spam")])
      page.element(.link, [(.rel, "canonical"), (.href, "https://example.org/bridge")])
      page.element(.link, [(.rel, "license"), (.href, "https://example.org/by")])
    }.document.metadata
    #expect(metadata[.title] == ["The old bridge"])
    #expect(metadata[.siteName] == ["Wrenmouth Lantern"])
    #expect(metadata[.published] == ["2024-03-12"])
    #expect(metadata[.modified] == ["2024-03-13"])
    #expect(metadata[.author] == ["Jane Doe"])
    #expect(metadata[.tag] == ["bridges"])
    #expect(metadata[.canonicalURL] == ["https://example.org/bridge"])
    #expect(metadata[.license] == ["https://example.org/by"])
  }

  @Test func theOnlyFirstHeadingIsTheTitle() {
    let sample = Self.lifted { page in
      page.element(.title) { $0.headText("Something else") }
      page.element(.h1) { $0.block(("The old bridge", nil), kind: .heading(level: 1)) }
    }
    #expect(sample.document.metadata[.title] == ["The old bridge"])
    #expect(sample.reasons == ["lift page_title"])
  }

  struct TitleRow: CustomTestStringConvertible, Sendable {
    let label: String
    /// The `title` element.
    let named: String
    /// `og:title`, where there is one.
    var headline: String?
    var site: String?
    /// Level and text of the headings, in order.
    let headings: [(level: Int, text: String)]
    let title: String
    var testDescription: String { label }
  }

  static let titles = [
    TitleRow(
      label: "the site's name above, as the only first-level heading",
      named: "My starter survived « Crumb & Tide",
      headings: [(1, "Crumb & Tide"), (2, "My starter survived")], title: "My starter survived"),
    TitleRow(
      label: "the site's name first in the title element",
      named: "Crumb & Tide | My starter survived", headline: "My starter survived",
      headings: [(1, "Crumb & Tide"), (2, "My starter survived")], title: "My starter survived"),
    TitleRow(
      label: "a headline shorter than the heading", named: "The clock stops | Lantern",
      headings: [(1, "The clock of Wrenmouth stops on Thursdays"), (2, "One hour a week")],
      title: "The clock of Wrenmouth stops on Thursdays"),
    TitleRow(
      label: "a section whose name occurs in the title",
      named: "Nobody misses the old bridges | Lantern",
      headings: [(1, "Nobody missed them"), (2, "old bridges")], title: "Nobody missed them"),
    TitleRow(
      label: "no heading: the title element without the site",
      named: "Who broke the old clock? | Wrenmouth Lantern", site: "Wrenmouth Lantern",
      headings: [(2, "Yesterday"), (2, "Tomorrow")], title: "Who broke the old clock?"),
    TitleRow(
      label: "a slogan as the only first-level heading",
      named: "Ropes and bells for old towers | Lantern", headline: "Ropes and bells for old towers",
      site: "Lantern", headings: [(1, "Quality since grandfather's time")],
      title: "Ropes and bells for old towers"),
    TitleRow(
      label: "a heading in other words",
      named: "Ropes and bells for old towers", headings: [(1, "Bells and old ropes")],
      title: "Bells and old ropes"),
    TitleRow(
      label: "a title with a dash and no site", named: "Bridges - old and new",
      headline: "Bridges - old and new",
      headings: [(2, "Yesterday"), (2, "Tomorrow")], title: "Bridges - old and new"),
  ]

  @Test(arguments: titles) func theTitleIsWhatTheHeadCallsThePage(_ row: TitleRow) {
    let sample = Self.lifted { page in
      page.element(.title) { $0.headText(row.named) }
      if let site = row.site {
        page.element(.meta, [(.property, "og:site_name"), (.content, site)])
      }
      if let headline = row.headline {
        page.element(.meta, [(.property, "og:title"), (.content, headline)])
      }
      for heading in row.headings {
        page.element(heading.level == 1 ? .h1 : .h2) {
          $0.block((heading.text, nil), kind: .heading(level: heading.level))
        }
      }
      page.element(.p) { $0.block((Self.prose, nil)) }
    }
    #expect(sample.document.metadata[.title] == [row.title])
    #expect(sample.lines.count == row.headings.count + 1)
  }

  @Test func eachLinkBehindALabelIsAValue() {
    let sample = Self.lifted { page in
      page.element(.p) {
        $0.block(("Tags: ", nil), ("Old bridges", "/a"), ("Ferries, and boats", "/b"))
      }
    }
    #expect(sample.document.metadata[.tag] == ["Old bridges", "Ferries, and boats"])
    #expect(sample.lines.isEmpty)
  }

  @Test func aLinkOfSeveralTagsIsTakenApart() {
    let sample = Self.lifted { page in
      page.element(.p) { $0.block(("Tags: ", nil), ("bells, masons, ropes", "/a")) }
    }
    #expect(sample.document.metadata[.tag] == ["bells", "masons", "ropes"])
  }

  @Test(arguments: [
    ("bells, masons", ["bells", "masons"]), ("ناقوس، طناب", ["ناقوس", "طناب"]),
    ("Ferries, and boats", ["Ferries, and boats"]),
  ]) func theOnlyLinkMayHoldTwo(_ link: String, _ tags: [String]) {
    let sample = Self.lifted { page in
      page.element(.p) { $0.block(("Tags: ", nil), (link, "/a")) }
    }
    #expect(sample.document.metadata[.tag] == tags)
  }

  @Test func aCountOfCommentsIsNoCategory() {
    let sample = Self.lifted { page in
      page.element(.p) {
        $0.block(("Posted in ", nil), ("5 Towns", "/t"), (" | ", nil), ("4 Comments »", "/c"))
      }
    }
    #expect(sample.document.metadata[.category] == ["5 Towns"])
  }

  @Test func linksBelongToTheLabelBeforeThem() {
    let sample = Self.lifted { page in
      page.element(.p) {
        $0.block(
          ("Filed under: ", nil), ("Harbour", "/h"), (" Tags: ", nil), ("Old bridges", "/a"),
          (", ", nil), ("Boats", "/b"))
      }
    }
    #expect(sample.document.metadata[.category] == ["Harbour"])
    #expect(sample.document.metadata[.tag] == ["Old bridges", "Boats"])
    #expect(sample.lines.isEmpty)
  }

  @Test func aSourceIsWhereItsLinkLeads() {
    let sample = Self.lifted { page in
      page.element(.p) { $0.block(("Source: ", nil), ("The Lantern", "https://example.org/x")) }
      page.element(.p) { $0.block(("Source link", "https://example.org/y")) }
      page.element(.p) { $0.block(("Source: ", nil), ("The Lantern", "/about")) }
    }
    #expect(sample.document.metadata[.sourceURL] == ["https://example.org/x"])
    #expect(sample.lines == ["Source: The Lantern"])
  }

  @Test func navigationHoldsNoFacts() {
    let sample = Self.lifted { page in
      page.element(.nav) { $0.block(("Tags: ", nil), ("Old bridges", "/a"), in: .navigation) }
    }
    #expect(sample.reasons.isEmpty)
  }

  private static let prose = "The council met on Monday and agreed to repair the old bridge."

  @Test func theItemsOfAListSayNothingOfThePage() {
    let sample = Self.lifted { page in
      page.element(.h1) { $0.block(("Winter walks", nil), kind: .heading(level: 1)) }
      page.element(.p) { $0.block((Self.prose, nil)) }
      for day in 1...5 {
        page.element(.h2) { $0.block(("Walk \(day) by the river", "/a"), kind: .heading(level: 2)) }
        page.element(.div) {
          $0.block(
            ("Posted on January \(day), 2024 by ", nil), ("Fenn Lockwood", "/f"), (" | ", nil),
            ("7 Comments", "#c"))
        }
        page.element(.p) { $0.block(("Two miles of hard mud, one heron and a weir…", nil)) }
      }
    }
    #expect(sample.document.metadata[.published].isEmpty)
    #expect(sample.document.metadata[.author].isEmpty)
    #expect(sample.lines.count == 12)
    #expect(sample.reasons.count { $0 == "drop meta_line" } == 5)
  }

  @Test func theFirstPostOfATopicIsTheTopics() {
    let sample = Self.lifted { page in
      page.element(.h1) { $0.block(("Stove smokes", nil), kind: .heading(level: 1)) }
      for (name, day) in [("moorhen_mags", 13), ("Old Ferrous", 14)] {
        page.element(.p) { $0.block(("by \(name) » Sun Nov \(day), 2022 6:40 pm", nil)) }
        page.element(.p) { $0.block((Self.prose, nil)) }
        page.element(.p) { $0.block((Self.prose, nil)) }
      }
    }
    #expect(sample.document.metadata[.author] == ["moorhen_mags"])
    #expect(sample.document.metadata[.published] == ["2022-11-13"])
    #expect(sample.lines == ["Stove smokes"] + Array(repeating: Self.prose, count: 4))
  }

  @Test func theHeadNamesTheAuthorOfALineWithoutLabel() {
    let sample = Self.lifted { page in
      page.element(.script, [(.type, "application/ld+json")]) {
        $0.headText(
          #"[{"@graph": [{"@type": "NewsArticle", "articleSection": "Local", "#
            + #""author": [{"@type": "Person", "name": "Jimena Cordal"}, "#
            + #"{"@type": "Organization", "name": "Lantern"}]}]}]"#)
      }
      page.element(.script, [(.type, "application/ld+json")]) { $0.headText("{ broken") }
      page.element(.h1) { $0.block(("The old bridge", nil), kind: .heading(level: 1)) }
      page.element(.div, [(.class, "firma")]) {
        $0.block(
          ("Jimena Cordal Valdeolmos 13/10/2019 - 07:30 h. Tiempo de lectura: 3 min.", nil))
      }
      page.element(.p) { $0.block((Self.prose, nil)) }
    }
    #expect(sample.document.metadata[.author] == ["Jimena Cordal"])
    #expect(sample.document.metadata[.published] == ["2019-10-13"])
    #expect(sample.document.metadata[.category] == ["Local"])
    #expect(sample.lines == ["The old bridge", Self.prose])
  }
}
