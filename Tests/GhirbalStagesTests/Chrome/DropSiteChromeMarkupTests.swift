import GhirbalDocument
import GhirbalStages
import TestSupport
import Testing

/// Chrome of HTML pages, where links, contexts and containers are known.
@Suite struct DropSiteChromeMarkupTests {
  private static let first =
    "The council met on Monday and agreed to repair the old bridge before winter."
  private static let second =
    "Work will begin in May, and the ferry will run twice a day until it ends."

  private static func cleaned(_ build: (inout DocumentBuilder) -> Void) -> StageSample {
    var markup = DocumentBuilder()
    markup.element(.body) { build(&$0) }
    return StageSample(markup, through: DropSiteChrome(DropSiteChrome.Options()))
  }

  @Test func aListEndsWithItsContainer() {
    let sample = Self.cleaned { page in
      page.element(.p) { $0.block((Self.first, nil)) }
      page.element(.div) { box in
        box.element(.h3) { $0.block(("Related articles", nil), kind: .heading(level: 3)) }
        box.element(.ul) { list in
          list.element(.li) {
            $0.block(("A lamp for the harbour", "/a"), kind: .listItem, in: .list)
          }
          list.element(.li) { $0.block(("Lamps", "/b"), kind: .listItem, in: .list) }
        }
      }
      page.element(.h2) { $0.block(("What the ferry costs", nil), kind: .heading(level: 2)) }
      page.element(.p) { $0.block((Self.second, nil)) }
    }
    #expect(sample.lines == [Self.first, "What the ferry costs", Self.second])
    #expect(sample.ledger.regions.map(\.heading) == ["Related articles"])
    #expect(
      sample.reasons == [
        "drop related_links", "drop list_under_heading", "drop list_under_heading",
      ])
  }

  @Test func titlesWithoutLinksEndAListOfLinks() {
    let sample = Self.cleaned { page in
      page.element(.p) { $0.block((Self.first, nil)) }
      page.element(.p) { $0.block((Self.second, nil)) }
      page.element(.p) { $0.block(("Read also", nil)) }
      page.element(.p) { $0.block(("A lamp for the harbour", "/a")) }
      page.element(.p) { $0.block(("What the ferry costs", nil)) }
    }
    #expect(sample.lines == [Self.first, Self.second, "What the ferry costs"])
  }

  @Test func aWeakHeadingOverLinksOpensAList() {
    let sample = Self.cleaned { page in
      page.element(.p) { $0.block((Self.first, nil)) }
      page.element(.aside) { box in
        box.element(.h3) { $0.block(("More", nil), kind: .heading(level: 3)) }
        box.element(.p) { $0.block(("A lamp for the harbour", "/a")) }
        box.element(.p) { $0.block(("Two boats were lost", "/b")) }
      }
      page.element(.p) { $0.block((Self.second, nil)) }
    }
    #expect(sample.lines == [Self.first, Self.second])
  }

  @Test func contextsOfChromeSettleWeakWords() {
    let sample = Self.cleaned { page in
      page.element(.nav) { $0.block(("Home", "/"), in: .navigation) }
      page.element(.p) { $0.block(("Home", nil)) }
      page.element(.p) { $0.block((Self.first, nil)) }
      page.element(.p) { $0.block(("Share", nil)) }
      page.element(.p) { $0.block((Self.second, nil)) }
      page.element(.button) { $0.block(("Share", nil), in: .button) }
    }
    #expect(sample.reasons.count == 3)
    #expect(sample.lines == [Self.first, "Share", Self.second])
  }

  @Test func codeIsNoChrome() {
    let sample = Self.cleaned { page in
      page.element(.p) { $0.block((Self.first, nil)) }
      page.element(.pre) { $0.block(("Back to top", nil), kind: .preformatted) }
    }
    #expect(sample.reasons.isEmpty)
  }

  @Test func linesThatCloseABlockAreCutOff() {
    let sample = Self.cleaned { page in
      page.element(.p) { $0.block((Self.first + "\n//انتهى//\n14:22ت م - 0091", nil)) }
      page.element(.p) { $0.block((Self.second + "\n//انتهى//\n" + Self.first, nil)) }
      page.element(.p) { $0.block((Self.second + "\n14:22 - 0091", nil)) }
    }
    #expect(
      sample.lines == [
        Self.first, Self.second + "\n//انتهى//\n" + Self.first, Self.second + "\n14:22 - 0091",
      ])
    #expect(sample.reasons == ["replace end_mark"])
  }

  @Test func aHeadingRightAboveAParagraphStays() {
    let sample = Self.cleaned { page in
      page.element(.p) { $0.block((Self.first, nil)) }
      page.element(.h2) { $0.block(("Leave a reply", nil), kind: .heading(level: 2)) }
      page.element(.p) { $0.block((Self.second, nil)) }
      page.element(.h2) { $0.block(("All rights reserved", nil), kind: .heading(level: 2)) }
      page.element(.p) { $0.block((Self.second, nil)) }
      page.element(.h2) { $0.block(("Leave a reply", nil), kind: .heading(level: 2)) }
      page.element(.p) { $0.block(("Your email address will not be published.", nil)) }
    }
    #expect(
      sample.lines == [
        Self.first, "Leave a reply", Self.second, "All rights reserved", Self.second,
      ])
  }
}
