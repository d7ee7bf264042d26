import GhirbalDocument
import GhirbalHTML
import TestSupport
import Testing

/// What holds for every page, however broken.
@Suite struct ReaderLawTests {
  @Test(arguments: [1, 2, 3, 4] as [UInt64]) func holdsForNastyMarkup(_ seed: UInt64) {
    var random = SplitMix(seed: seed)
    for round in 0..<1000 {
      let markup = random.text(of: NastyMarkup.pieces, most: round < 500 ? 8 : 40)
      if let problem = Self.problem(with: MarkupSample(markup)) {
        let page = markup.replacing(String(repeating: "x", count: 990), with: "x…")
        Issue.record("\(problem) in \(page.debugDescription)")
        return
      }
    }
  }

  /// The first law that the reading breaks.
  private static func problem(with sample: MarkupSample) -> String? {
    let document = sample.document
    guard String(validating: document.utf8, as: UTF8.self) != nil else { return "no UTF-8" }
    var textEnd = 0
    // An aside follows the block that it stands in, so they are not in order.
    var sources: [Range<Int>] = []
    for block in document.blocks {
      guard block.content.lowerBound == textEnd else { return "a hole between blocks" }
      guard !block.content.isEmpty else { return "an empty block" }
      textEnd = block.gap.upperBound
      guard block.sourceMap.textCount == block.tile.count else { return "a map beside its tile" }
      guard !block.isApproximate else { return "an approximate block" }
      guard
        ((block.links + block.marks).map(\.utf8Range) + block.unseen.map(\.utf8Range)).allSatisfy({
          !$0.isEmpty && $0.lowerBound >= 0 && $0.upperBound <= block.content.count
        })
      else { return "a mark outside its block" }
      for (index, run) in block.sourceMap.runs.enumerated() {
        let next =
          index + 1 < block.sourceMap.runs.count
          ? Int(block.sourceMap.runs[index + 1].textStart) : block.tile.count
        let text = document.utf8[
          block.tile.lowerBound + Int(run.textStart)..<block.tile.lowerBound + next]
        guard run.sourceStart >= 0, run.sourceEnd >= run.sourceStart,
          run.sourceEnd <= sample.markup.count
        else { return "bytes from outside" }
        sources.append(Int(run.sourceStart)..<Int(run.sourceEnd))
        let source = sample.markup[Int(run.sourceStart)..<Int(run.sourceEnd)]
        guard
          run.textUnit == 0
            || source.count == text.count
              && zip(source, text).allSatisfy({ $0 == $1 || ($0 <= 0x20 && $1 == 0x20) })
        else { return "text that is not its bytes" }
      }
    }
    let inOrder = sources.filter { !$0.isEmpty }.sorted { $0.lowerBound < $1.lowerBound }
    guard zip(inOrder, inOrder.dropFirst()).allSatisfy({ $0.upperBound <= $1.lowerBound }) else {
      return "bytes taken twice"
    }
    guard textEnd == document.utf8.count else { return "text past the last block" }
    let elements = document.elements
    for index in 0..<elements.count {
      let source = elements.sourceBytes(of: ElementID(index))
      guard source.lowerBound >= 0, source.upperBound <= sample.markup.count,
        elements.parents[index] < index, elements.firstBlocks[index] <= elements.endBlocks[index],
        elements.endBlocks[index] <= document.blocks.count
      else { return "an element outside the page" }
    }
    return nil
  }

  /// Pages that cost a careless reader quadratic time or its stack. Four times the page may take no
  /// more than about four times the time; the bound leaves room for a busy machine.
  struct WorstCase: CustomTestStringConvertible, Sendable {
    let label: String
    let unit: String
    var testDescription: String { label }
  }

  static let worstCases = [
    "<", "&", "<a ", "</", "<!--", "&amp", "<br>", "<a>", "<p>", "<title>", "<script>", "<!",
    "<a title=\"", "<textarea>", "<script><!--", "&#", "<b>", "</p>", "<table>", "<x y='>' ", "-->",
    "<svg><title>", "<a><div>x", "x<noscript>", "<p>x<select>", "<span hidden>x", "<b hidden>x</b>",
    "<style>.x{display:none}</style><p class=x>x",
  ].map { WorstCase(label: "\($0) again and again", unit: $0) }

  @Test(arguments: worstCases) func takesLinearTime(_ row: WorstCase) {
    func seconds(_ utf8Count: Int) -> Double {
      let markup = Array(String(repeating: row.unit, count: utf8Count / row.unit.utf8.count).utf8)
      let start = ContinuousClock.now
      _ = MarkupSample(markup)
      let time = ContinuousClock.now - start
      return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    }
    let small = seconds(50_000)
    var large = seconds(200_000)
    // Others may have had the machine meanwhile; what is quadratic stays so.
    for _ in 0..<2 where large >= 10 * small + 0.2 { large = min(large, seconds(200_000)) }
    #expect(large < 10 * small + 0.2, "\(small) s, then \(large) s")
  }
}
