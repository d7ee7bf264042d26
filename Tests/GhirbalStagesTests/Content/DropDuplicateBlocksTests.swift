import GhirbalDocument
import TestSupport
import Testing

@testable import GhirbalStages

@Suite struct DropDuplicateBlocksTests {
  private static let a =
    "The mill wheel turned again on Sunday after eleven years of repairs, and two hundred people came to watch it turn."
  private static let b =
    "The miller, who had kept the stones greased all the while, ground the first sack before the band had finished its tune."
  private static let c = "A short line."
  private static let fa =
    "چرخ آسیاب پس از یازده سال تعمیر روز یکشنبه دوباره چرخید و نزدیک به دویست نفر از مردم شهر برای دیدن آن آمدند."
  private static let ar =
    "دارت عجلة الطاحونة من جديد يوم الأحد بعد أحد عشر عاما من الإصلاح وجاء نحو مئتي شخص من أهل البلدة لمشاهدتها."

  static let rows: [(label: String, raw: [String], clean: [String])] = [
    ("a text twice", [a, b, a, b], [a, b]),
    ("with what is short in it", [c, a, b, c, a, b], [c, a, b]),
    ("three times", [a, b, a, b, a, b], [a, b]),
    ("Persian and Arabic", [fa, ar, fa, ar], [fa, ar]),
    ("a refrain between verses", [a, b, a, c], [a, b, a, c]),
    ("one paragraph twice in a row", [a, a], [a, a]),
    ("one paragraph three times", [a, a, a], [a, a, a]),
    ("a copy behind another text", [a, b, fa, a, b], [a, b, fa, a, b]),
    ("lines too short to tell", [c, "Two.", c, "Two."], [c, "Two.", c, "Two."]),
    ("another letter", [a, b, a + "!", b], [a, b, a + "!", b]),
    ("nothing repeated", [a, b, fa, ar], [a, b, fa, ar]),
  ]

  @Test(arguments: rows)
  func secondCopiesGo(_ label: String, _ raw: [String], _ clean: [String]) {
    let sample = StageSample(
      raw.joined(separator: "\n\n") + "\n", through: DropDuplicateBlocks(.init()))
    #expect(sample.lines == clean, "\(label)")
  }

  @Test func aHiddenCopyGoesAndAHiddenTextAloneStays() {
    var sample = DocumentBuilder()
    sample.element(.div, [(.style, "display:none")]) {
      $0.element(.p) { $0.block((Self.a, nil), in: .hidden) }
      $0.element(.p) { $0.block((Self.fa, nil), in: .hidden) }
    }
    sample.element(.p) { $0.block((Self.a, nil)) }
    let cleaned = StageSample(sample, through: DropDuplicateBlocks(.init()))
    #expect(cleaned.lines == [Self.fa, Self.a])
    #expect(cleaned.reasons == ["drop duplicate_text"])
  }

  @Test func aDescriptionForMachinesGoesAndTheTextStays() {
    var sample = DocumentBuilder()
    sample.element(.div, [(.itemprop, "description")]) {
      $0.element(.p) { $0.block((Self.a, nil)) }
    }
    sample.element(.div) { $0.element(.p) { $0.block((Self.a, nil)) } }
    sample.element(.aside) { $0.element(.p) { $0.block((Self.b, nil)) } }
    sample.element(.div) { $0.element(.p) { $0.block((Self.b, nil)) } }
    let cleaned = StageSample(sample, through: DropDuplicateBlocks(.init()))
    #expect(cleaned.lines == [Self.a, Self.b, Self.b], "what is shown twice stays")
  }

  @Test func aRepeatedCellStays() {
    var sample = DocumentBuilder()
    sample.element(.table) { table in
      for _ in 0..<2 {
        table.element(.tr) { row in
          row.element(.td) { $0.block((Self.a, nil), kind: .tableCell, in: .table) }
          row.element(.td) { $0.block((Self.b, nil), kind: .tableCell, in: .table) }
        }
      }
    }
    #expect(StageSample(sample, through: DropDuplicateBlocks(.init())).lines.count == 4)
  }

  @Test func theSameWordsSideBySideStay() {
    let verse = "Row, row, row your boat gently down the stream all day."
    func left(_ html: String) -> [String] {
      StageSample(Document(markup: html), through: DropDuplicateBlocks(.init())).lines
    }
    #expect(left("<body><div><p>\(verse)</p><p>\(verse)</p></div>") == [verse, verse])
    #expect(
      left("<body><div><p>\(verse)</p></div><aside><p>\(verse)</p></aside>") == [verse, verse])
  }

  @Test func everyReasonHasARow() {
    let first = StageSample(
      Self.rows[0].raw.joined(separator: "\n\n"), through: DropDuplicateBlocks(.init()))
    #expect(StageRow.missing(DropDuplicateBlocks.Reason.self, in: [first.reasons]) == [])
  }
}
