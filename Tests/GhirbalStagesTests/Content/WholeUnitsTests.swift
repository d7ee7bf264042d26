import GhirbalContent
import GhirbalDocument
import TestSupport
import Testing

@testable import GhirbalStages

/// Which blocks are one unit, and that no edit of a phrase tears one.
@Suite struct WholeUnitsTests {
  private static func cells(_ rows: [[String]], _ sample: inout DocumentBuilder) {
    for row in rows {
      sample.element(.tr) { tr in
        for cell in row {
          tr.element(.td) { $0.block((cell, nil), kind: .tableCell, in: .table) }
        }
      }
    }
  }

  private static func items(_ texts: [String], _ sample: inout DocumentBuilder) {
    for text in texts {
      sample.element(.li) { $0.block((text, nil), kind: .listItem, in: .list) }
    }
  }

  private static let long = String(repeating: "words and words ", count: 30)

  static let rows:
    [(label: String, units: [String], build: @Sendable (inout DocumentBuilder) -> Void)] = [
      (
        "a table", ["table 0..<4"],
        { $0.element(.table) { cells([["1987", "4.1 m"], ["2024", "4.3 m"]], &$0) } }
      ),
      (
        "a Persian table", ["table 0..<4"],
        { $0.element(.table) { cells([["سال", "بلندی"], ["۱۴۰۲", "۴٫۳ متر"]], &$0) } }
      ),
      (
        "a table for layout by its role", [],
        {
          $0.element(.table, [(.role, "presentation")]) { cells([["a", "b"], ["c", "d"]], &$0) }
        }
      ),
      (
        "a table for layout by its cells", [],
        { $0.element(.table) { cells([["Menu", long], ["News", long]], &$0) } }
      ),
      ("a list", ["list 0..<2"], { $0.element(.ul) { items(["Two eggs", "Flour"], &$0) } }),
      ("a list of long items", [], { $0.element(.ul) { items([long, long], &$0) } }),
      (
        "notes, however long", ["references 0..<2"],
        { $0.element(.ol, [(.class, "references")]) { items([long, long], &$0) } }
      ),
      (
        "a quotation with its source", ["quotation 0..<2"],
        {
          $0.element(.blockquote) { quote in
            quote.element(.p) { $0.block(("We shall not wait.", nil), kind: .quotation) }
            quote.element(.footer) { $0.block(("Ada Ferris", nil), kind: .quotation) }
          }
        }
      ),
      (
        "of nested ones the outermost", ["figure 0..<5"],
        {
          $0.element(.figure) { figure in
            figure.element(.table) { cells([["1987", "4.1 m"], ["2024", "4.3 m"]], &$0) }
            figure.element(.figcaption) { $0.block(("Table 1", nil), kind: .caption) }
          }
        }
      ),
      (
        "paragraphs", [],
        { sample in
          sample.element(.div) { div in
            for _ in 0..<2 { div.element(.p) { $0.block(("One.", nil)) } }
          }
        }
      ),
    ]

  @Test(arguments: rows)
  func unitsAreTold(
    _ label: String, _ units: [String], _ build: @Sendable (inout DocumentBuilder) -> Void
  ) {
    var sample = DocumentBuilder()
    build(&sample)
    let found = sample.document.derived(Units.self).all.map { "\($0.kind.rawValue) \($0.blocks)" }
    #expect(found == units, "\(label)")
  }

  static let drops: [(label: String, tag: GhirbalDocument.Tag, drops: [Int], left: [Int])] = [
    ("a cell is spared", .table, [1], []), ("a row is spared", .table, [0, 1], []),
    ("the whole table goes", .table, [0, 1, 2, 3], [0, 1, 2, 3]),
    ("an item is spared", .ul, [3], []), ("half of a list goes", .ul, [0, 3], [0, 3]),
    ("a paragraph goes", .div, [1], [1]),
  ]

  @Test(arguments: drops)
  func noEditTearsAUnit(_ label: String, _ tag: GhirbalDocument.Tag, _ drops: [Int], _ left: [Int])
  {
    var sample = DocumentBuilder()
    sample.element(tag) {
      switch tag {
      case .table: Self.cells([["a", "b"], ["c", "d"]], &$0)
      case .ul: Self.items(["a", "b", "c", "d"], &$0)
      default: for _ in 0..<4 { $0.element(.p) { $0.block(("a", nil)) } }
      }
    }
    let document = sample.document
    let edits: [Edit<LiftFacts.Reason>] = drops.map { .drop(BlockID($0), .metaLine) }
    let whole = document.derived(Units.self).whole(edits, in: document)
    let kept: [Int] = whole.compactMap { $0.block?.index }
    #expect(kept == left, "\(label)")
  }
}
