import TestSupport
import Testing

@testable import GhirbalDocument

/// What is applied is recorded, so that it can be done again and taken back.
@Suite struct LedgerTests {
  enum Reason: String, CaseIterable { case found, other }

  /// A document of blocks with a line end after each; the bytes are the text itself.
  static func document(_ contents: [String]) -> Document {
    var utf8: [UInt8] = []
    var blocks: [Block] = []
    for content in contents {
      let start = utf8.count
      utf8 += (content + "\n").utf8
      var map = SourceMap()
      map.append(textCount: utf8.count - start, source: start..<utf8.count)
      blocks.append(
        Block(
          id: BlockID(blocks.count), kind: .paragraph, context: [], element: nil,
          content: start..<utf8.count - 1, gap: utf8.count - 1..<utf8.count, links: [],
          sourceMap: map, isApproximate: false))
    }
    return Document(format: .text, elements: ElementArena(), utf8: utf8, blocks: blocks)
  }

  static func text(of document: Document) -> String {
    document.liveBlocks.map { String(decoding: document.utf8[$0.tile], as: UTF8.self) }.joined()
  }

  static func restored(_ document: Document, _ ledger: Ledger) throws -> String {
    let tiles = Dictionary(
      uniqueKeysWithValues: document.liveBlocks.map { ($0.id, Array(document.utf8[$0.tile])) })
    return String(
      decoding: try ledger.restoring(tiles, blockCount: document.blocks.count), as: UTF8.self)
  }

  @Test func editsAreAppliedAndRecorded() throws {
    let raw = Self.document(["Recent Posts", "one", "two  words", "three"])
    var clean = raw
    var ledger = Ledger()
    let edits: [Edit<Reason>] = [
      .drop(BlockID(0), .found, heading: BlockID(0)),
      .drop(BlockID(1), .found, heading: BlockID(0), rule: "row", confidence: 0.5),
      .lift(.author, "Two", from: BlockID(2), 0..<3, .other),
      .replace(BlockID(2), 3..<5, with: " ", .found),
      .replace(BlockID(2), 10..<11, with: "\n\n", .other),
      .keep(BlockID(3), .found),
    ]
    clean.apply(edits, of: "some_stage", to: &ledger)
    #expect(Self.text(of: clean) == "two words\n\nthree\n")
    #expect(clean.metadata[.author] == ["Two"])
    #expect(ledger.entries.map(\.change) == [.drop, .drop, .lift, .replace, .replace, .keep])
    #expect(ledger.entries.map(\.before) == ["Recent Posts\n", "one\n", "two", "  ", "\n", ""])
    #expect(ledger.entries[1].rule == "row")
    #expect(ledger.entries[1].confidence == 0.5)
    #expect(ledger.entries[3].sourceBytes == 20..<22)
    #expect(
      ledger.regions == [
        LedgerRegion(
          stage: "some_stage", heading: "Recent Posts", firstBlock: BlockID(0),
          lastBlock: BlockID(1), sourceBytes: 0..<17)
      ])
    #expect(ledger.entries.map(\.region) == [0, 0, nil, nil, nil, nil])
    // The words that were not edited keep their bytes.
    #expect(clean.blocks[2].sourceMap.sourceRange(of: 4..<9) == 22..<27)

    var replayed = raw
    try replayed.replay(ledger)
    #expect(Self.text(of: replayed) == Self.text(of: clean))
    #expect(replayed.metadata == clean.metadata)
    #expect(try Self.restored(clean, ledger) == Self.text(of: raw))
  }

  @Test func dropsWithoutTheirHeadingAreNoRegion() {
    var document = Self.document(["a", "b", "c", "d"])
    var ledger = Ledger()
    document.apply(
      [
        Edit<Reason>.drop(BlockID(0), .found), .drop(BlockID(1), .found, heading: BlockID(3)),
        .drop(BlockID(2), .found),
      ], of: "stage", to: &ledger)
    #expect(ledger.entries.map(\.region) == [nil, 0, nil])
    #expect(ledger.regions.map(\.heading) == ["d"])
  }

  @Test func whatIsPinnedStaysAndWhatIsSetApartMayGo() throws {
    let raw = Self.document(["pinned", "apart", "open", "apart too"])
    var clean = raw
    var ledger = Ledger()
    clean.apply(
      [
        Edit<Reason>.keep(BlockID(0), .found, as: .pinned),
        .keep(BlockID(1), .found, as: .setApart), .keep(BlockID(2), .found),
        .keep(BlockID(3), .found, as: .setApart),
      ], of: "first", to: &ledger)
    clean.apply(
      [
        Edit<Reason>.drop(BlockID(0), .other), .drop(BlockID(1), .other), .drop(BlockID(2), .other),
      ], of: "second", to: &ledger)
    #expect(
      ledger.entries.map(\.change) == [.pin, .setApart, .keep, .setApart, .drop, .drop])
    #expect(Self.text(of: clean) == "pinned\napart too\n")
    #expect(clean.liveBlocks.map(\.standing) == [.pinned, .setApart])

    var replayed = raw
    try replayed.replay(ledger)
    #expect(replayed.blocks.map(\.standing) == clean.blocks.map(\.standing))
    #expect(Self.text(of: replayed) == Self.text(of: clean))
    #expect(try Self.restored(clean, ledger) == Self.text(of: raw))

    var entry = ledger.entries[5]
    entry.block = BlockID(0)
    entry.before = "pinned\n"
    var refused = raw
    #expect(throws: ReplayFailure(entry: 1, problem: "block 0 is pinned")) {
      try refused.replay(Ledger(entries: [ledger.entries[0], entry], regions: []))
    }
  }

  @Test func whatIsLiftedFromTheHeadHasNoBlock() throws {
    var elements = ElementArena()
    let title = elements.append(.title, parent: nil, sourceStart: 3, firstBlock: 0)
    elements.close(title, sourceEnd: 20, endBlock: 0)
    let raw = Document(format: .html, elements: elements, utf8: [], blocks: [])
    var clean = raw
    var ledger = Ledger()
    clean.apply(
      [Edit<Reason>.liftFromHead(.title, "Title", title, .found)], of: "stage", to: &ledger)
    #expect(ledger.entries.map(\.sourceBytes) == [3..<20])
    #expect(clean.metadata[.title] == ["Title"])
    var replayed = raw
    try replayed.replay(ledger)
    #expect(replayed.metadata == clean.metadata)
  }

  @Test func aLedgerOfAnotherPageIsRefused() {
    var clean = Self.document(["one", "two"])
    var ledger = Ledger()
    clean.apply([Edit<Reason>.drop(BlockID(1), .found)], of: "stage", to: &ledger)
    var other = Self.document(["one", "six"])
    #expect(
      throws: ReplayFailure(entry: 0, problem: "block 1 does not read as the entry says")
    ) { try other.replay(ledger) }
    var short = Self.document(["one"])
    #expect(throws: ReplayFailure(entry: 0, problem: "there is no block 1")) {
      try short.replay(ledger)
    }
  }

  @Test func aTextOfAnotherLedgerIsRefused() {
    var clean = Self.document(["one", "two"])
    var ledger = Ledger()
    clean.apply(
      [Edit<Reason>.replace(BlockID(1), 0..<1, with: "T", .found)], of: "stage", to: &ledger)
    #expect(throws: RestorationFailure.self) {
      try ledger.restoring([BlockID(0): Array("one\n".utf8)], blockCount: 2)
    }
    #expect(throws: RestorationFailure.self) {
      try ledger.restoring(
        [BlockID(0): Array("one\n".utf8), BlockID(1): Array("two\n".utf8)], blockCount: 2)
    }
  }

  /// Stages of random edits: replaying the ledger gives the clean text, taking it back the raw one.
  @Test(arguments: 0..<200 as Range<UInt64>) func replayAndRestorationHold(_ seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let words = ["a", "é", "سلام", "漢字", "😀", " ", "  ", "b\u{200C}c", "\n"]
    let raw = Self.document(
      (0..<(1 + random.below(6))).map { _ in
        (0..<random.below(8)).map { _ in words[random.below(words.count)] }.joined()
      })
    var clean = raw
    var ledger = Ledger()
    for stage in 0..<4 {
      var edits: [Edit<Reason>] = []
      for block in clean.liveBlocks {
        switch random.below(6) {
        case 0:
          edits.append(
            .drop(block.id, .found, heading: random.below(2) == 0 ? block.id : nil))
        case 1: edits.append(.keep(block.id, .other, confidence: 0.25))
        case 2, 3, 4:
          let places = (0...block.tile.count).filter {
            clean.isOnScalarBoundaries($0..<$0, in: block)
          }
          var index = 0
          while index < places.count {
            let start = index + random.below(4)
            let end = start + random.below(3)
            guard end < places.count else { break }
            let utf8Range = places[start]..<places[end]
            if utf8Range.upperBound <= block.content.count
              || utf8Range.lowerBound >= block.content.count
            {
              edits.append(
                .replace(block.id, utf8Range, with: words[random.below(words.count)], .found))
            }
            index = end + 1
          }
        default: break
        }
      }
      clean.apply(edits, of: StageName(rawValue: "stage\(stage)"), to: &ledger)
      for block in clean.blocks {
        #expect(block.sourceMap.textCount == block.tile.count)
        let source = block.sourceMap.sourceRange(of: 0..<block.tile.count)
        #expect(source.lowerBound >= 0 && source.upperBound <= raw.utf8.count)
      }
    }
    var replayed = raw
    try replayed.replay(ledger)
    #expect(Self.text(of: replayed) == Self.text(of: clean))
    #expect(replayed.blocks.map(\.sourceMap) == clean.blocks.map(\.sourceMap))
    #expect(try Self.restored(clean, ledger) == Self.text(of: raw))
    #expect(String(validating: clean.utf8, as: UTF8.self) != nil)
  }

  /// A stage that breaks its promise stops the run at once, with a sentence.
  @Test func brokenEditsAreDefects() async {
    await #expect(processExitsWith: .failure) {
      var document = LedgerTests.document(["é"])
      var ledger = Ledger()
      document.apply(
        [Edit<LedgerTests.Reason>.replace(BlockID(0), 0..<1, with: "", .found)], of: "stage",
        to: &ledger)
    }
    await #expect(processExitsWith: .failure) {
      var document = LedgerTests.document(["a", "b"])
      var ledger = Ledger()
      document.apply(
        [Edit<LedgerTests.Reason>.keep(BlockID(1), .found), .keep(BlockID(0), .found)],
        of: "stage", to: &ledger)
    }
    await #expect(processExitsWith: .failure) {
      var document = LedgerTests.document(["a"])
      var ledger = Ledger()
      document.apply(
        [Edit<LedgerTests.Reason>.replace(BlockID(0), 0..<2, with: "", .found)], of: "stage",
        to: &ledger)
    }
  }
}
