import Testing

@testable import GhirbalStages

/// Where titles part, and signs that part nothing.
@Suite struct TitlePartsTests {
  @Test(arguments: [
    ("The old bridge", ["The old bridge"]),
    ("The old bridge | Courier", ["The old bridge", "Courier"]),
    ("The old bridge - Towns – Courier", ["The old bridge", "Towns", "Courier"]),
    ("Courier :: The old bridge", ["Courier", "The old bridge"]),
    ("The old bridge - | Courier", ["The old bridge", "Courier"]),
    ("古い橋｜新聞", ["古い橋", "新聞"]), ("The old bridge|Courier", ["The old bridge", "Courier"]),
    ("古桥_新闻_报", ["古桥", "新闻", "报"]), ("snake_case names", ["snake_case names"]),
    ("پل کهنه » روزنامه", ["پل کهنه", "روزنامه"]),
    ("The well-known bridge", ["The well-known bridge"]), ("24/7 open", ["24/7 open"]),
    ("Bridges: old and new", ["Bridges: old and new"]), ("- The old bridge", ["- The old bridge"]),
    ("The old bridge |", ["The old bridge |"]), ("|", ["|"]), ("", [""]),
  ])
  func titlesPart(_ title: String, _ parts: [String]) {
    #expect(TitleParts(title).parts == parts)
  }

  @Test func colonsPartWhereAsked() {
    #expect(
      TitleParts("Towns: the old bridge | Courier", atColons: true).parts
        == ["Towns", "the old bridge", "Courier"])
    #expect(TitleParts("At 10:30 the bell rings", atColons: true).seams.isEmpty)
  }
}
