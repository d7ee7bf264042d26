import GhirbalDocument
import TestSupport
import Testing

@testable import GhirbalStages

@Suite struct MarkedElementsTests {
  /// What a page says of itself is compared pair by pair, so nobody may say it without end.
  @Test func aPageOfMetasIsReadUpToALimit() {
    var sample = DocumentBuilder()
    for number in 0..<3000 {
      sample.element(.meta, [(.name, "author"), (.content, "Name \(number)")])
    }
    #expect(MarkedElements(sample.document.elements).metas.count == 1024)
  }
}
