import GhirbalDocument
import GhirbalIO
import GhirbalStages
import TestSupport
import Testing

/// The three scrapes the project starts from.
@Suite struct SeedTests {
  /// Lifts facts, then drops chrome.
  private static func cleaned(_ name: String) -> (
    raw: [String], document: Document, ledger: Ledger
  )? {
    guard let text = SharedFolder.text("seeds/" + name) else {
      print("skipped: no shared \(name)")
      return nil
    }
    let utf8 = Array(text.utf8)
    var document = TextReader.document(
      utf8, source: SourcePositions(shiftedBy: 0, textCount: utf8.count))
    let raw = document.blocks.map { document.string(of: $0) }
    var ledger = Ledger()
    document.apply(
      LiftFacts(LiftFacts.Options()).edits(for: document), of: LiftFacts.name, to: &ledger)
    document.apply(
      DropSiteChrome(DropSiteChrome.Options()).edits(for: document), of: DropSiteChrome.name,
      to: &ledger)
    return (raw, document, ledger)
  }

  @Test func arabic() {
    guard let (raw, document, ledger) = Self.cleaned("ar-defence-visit.txt") else { return }
    #expect(document.liveBlocks.map { document.string(of: $0) } == Array(raw[1...18]))
    #expect(document.metadata[.category] == ["الخليج والعالم"])
    #expect(document.metadata[.tag] == ["الجيش الايراني", "وزارة الدفاع الروسية"])
    #expect(document.metadata[.title] == [raw[1]])
    #expect(ledger.regions.isEmpty)
  }

  @Test func english() {
    guard let (raw, document, _) = Self.cleaned("en-defence-talks.txt") else { return }
    #expect(document.liveBlocks.map { document.string(of: $0) } == Array(raw.dropLast(2)))
    #expect(raw.suffix(2) == ["Source link", "Leave A Reply"])
    #expect(document.metadata[.dateline] == ["TEHRAN"])
    #expect(document.metadata[.title] == [raw[0]])
  }

  @Test func persian() {
    guard let (raw, document, ledger) = Self.cleaned("fa-defence-visit.txt") else { return }
    #expect(document.liveBlocks.map { document.string(of: $0) } == Array(raw[1...10]))
    #expect(document.metadata[.category] == ["ایران", "جهان"])
    #expect(document.metadata[.author] == ["مصی"])
    #expect(ledger.regions.map(\.heading) == ["Recent Posts"])
    #expect(ledger.regions.first?.firstBlock == BlockID(12))
    #expect(ledger.regions.first?.lastBlock.index == raw.count - 1)
  }
}
