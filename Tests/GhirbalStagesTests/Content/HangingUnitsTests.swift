import GhirbalContent
import GhirbalDocument
import TestSupport
import Testing

/// What stays with a text that stays, and what stands beside it in vain.
@Suite struct HangingUnitsTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    let markup: String
    /// How likely each block is; from .5 on it stays by itself.
    let likely: [Float]
    let kept: [Bool]
    var testDescription: String { label }
  }

  static let rows = [
    Row(
      label: "a heading over a text", markup: "<h2>Sources</h2><p>The books of the harbour.</p>",
      likely: [0.4, 0.9], kept: [true, true]),
    Row(
      label: "a heading that is hardly one", markup: "<h2>Follow us</h2><p>The books.</p>",
      likely: [0.2, 0.9], kept: [false, true]),
    Row(
      label: "a heading over what goes", markup: "<h2>Sources</h2><p>One</p><p>Two</p>",
      likely: [0.4, 0.1, 0.9], kept: [false, false, true]),
    Row(
      label: "headings in a row", markup: "<h2>Notes</h2><h3>Sources</h3><p>The books.</p>",
      likely: [0.4, 0.4, 0.9], kept: [true, true, true]),
    Row(
      label: "a heading without a text above one of its level",
      markup: "<h2>Share</h2><h2>Sources</h2><p>The books.</p>",
      likely: [0.4, 0.4, 0.9], kept: [false, true, true]),
    Row(
      label: "a heading with something hidden below it",
      markup: "<h2>Sources</h2><p hidden>[edit]</p><p>The books.</p>",
      likely: [0.4, 0.1, 0.9], kept: [true, false, true]),
    Row(
      label: "a heading of the navigation", markup: "<nav><h2>Pages</h2></nav><p>The books.</p>",
      likely: [0.4, 0.9], kept: [false, true]),
    Row(
      label: "a table below its heading",
      markup: "<h2>Water</h2><table><tr><td>1987<td>4.1 m<tr><td>2024<td>4.3 m</table>",
      likely: [0.9, 0.1, 0.1, 0.1, 0.1], kept: [true, true, true, true, true]),
    Row(
      label: "a table below its heading, where both are not likely",
      markup: "<h2>Water</h2><table><tr><td>1987<td>4.1 m<tr><td>2024<td>4.3 m</table>",
      likely: [0.4, 0.1, 0.1, 0.1, 0.1], kept: [false, false, false, false, false]),
  ]

  @Test(arguments: rows) func whatHangsOnATextStays(_ row: Row) {
    let page = Document(markup: "<body>" + row.markup + "</body>")
    #expect(page.blocks.count == row.likely.count)
    let kept = HangingUnits(page).completed(row.likely.map { $0 >= 0.5 }) { row.likely[$0.index] }
    #expect(kept == row.kept)
  }
}
