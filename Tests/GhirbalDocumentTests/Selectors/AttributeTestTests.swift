import GhirbalDocument
import TestSupport
import Testing

@Suite struct AttributeTestTests {
  /// All words of two letters up to a count.
  private static func words(_ maxCount: Int) -> [String] {
    var words = [""]
    var longest = [""]
    for _ in 0..<maxCount {
      longest = longest.flatMap { [$0 + "a", $0 + "b"] }
      words += longest
    }
    return words
  }

  @Test func partsOfValuesAreFoundWhereverTheyOverlap() throws {
    let values = Self.words(7)
    let page = SelectorSample(values.map { (-1, .p, [(.class, $0)]) })
    for part in Self.words(5) where !part.isEmpty {
      let found = try SelectorList("[class*=\(part)]").matches(in: page.elements).map(\.index)
      #expect(found == values.indices.filter { values[$0].contains(part) }, "\(part)")
    }
  }

  /// A value that nearly matches at every place costs no more than one look at each byte.
  @Test(.timeLimit(.minutes(Patience.minutes))) func nearMissesAreLinear() throws {
    let long = String(repeating: "a", count: 4_000_000)
    let page = SelectorSample([(-1, .p, [(.class, long)])])
    let part = String(repeating: "a", count: 900) + "b"
    #expect(try SelectorList("[class*=\(part)]").matches(in: page.elements).isEmpty)
  }
}
