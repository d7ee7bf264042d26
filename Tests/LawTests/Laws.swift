import Ghirbal
import GhirbalDocument
import GhirbalIO
import GhirbalText
import Testing

/// What must hold for every page, whatever its bytes are. Each law takes a page and its clean page.
enum Laws {
  /// Making the changes of the ledger on the raw page gives the clean text and the metadata.
  static func replayGivesTheCleanPage(_ page: Page, _ clean: Pipeline.CleanPage) throws {
    let replayed = try Pipeline.replay(clean.record, on: page)
    #expect(replayed.text == clean.text)
    #expect(replayed.document.metadata == clean.record.metadata)
    #expect(clean.document.metadata == clean.record.metadata)
  }

  /// A flattened text comes back from its clean text and its record, byte for byte.
  static func textIsRestored(_ page: Page, _ clean: Pipeline.CleanPage) throws {
    guard clean.record.source.format == "text" else { return }
    let text = clean.record.output == nil ? [] : clean.text
    #expect(try PageRestorer.rawBytes(of: text, clean.record) == page.bytes)
  }

  /// An edit that a second run may make, and why that is no fault.
  struct Excuse {
    let stage: String
    let change: LedgerEntry.Change
    let because: String
  }

  static let excuses = [
    Excuse(
      stage: "lift_facts", change: .lift,
      because: "a fact whose words stay in the text is read there again"),
    Excuse(
      stage: "drop_site_chrome", change: .keep,
      because: "a keep records a judgement on a block that stays, so it is given each time"),
    Excuse(
      stage: "lift_facts", change: .keep,
      because: "a keep records a judgement on a block that stays, so it is given each time"),
    Excuse(
      stage: "select_main_content", change: .keep,
      because: "a keep records a judgement on a block that stays, so it is given each time"),
  ]

  /// Cleaning the clean text again, as flattened text, makes no edit that is not excused.
  static func cleanTextIsFixed(_ clean: Pipeline.CleanPage) throws {
    let again = try Corpus.cleanedAgain(clean)
    let edits = again.record.ledger.entries.filter { entry in
      !excuses.contains { $0.stage == entry.stage && $0.change == entry.change }
    }
    let lines = edits.map(\.line)
    #expect(lines == [])
    // An excused edit leaves the text alone, so that this follows; it is the promise itself.
    let isSameText = again.text == clean.text
    #expect(isSameText)
  }

  /// The record reads back from its JSON as it was, and writes the same JSON again.
  static func recordSurvivesJSON(_ clean: Pipeline.CleanPage) throws {
    let json = clean.record.json
    #expect(String(validating: json, as: UTF8.self) != nil, "a record is UTF-8")
    let read = try ProvenanceRecord(json: json)
    #expect(read.json == json)
    #expect(read == clean.record)
  }

  /// Every place that a record names lies inside the page.
  static func sourceRangesAreInside(_ page: Page, _ clean: Pipeline.CleanPage) {
    let whole = 0...page.bytes.count
    func isInside(_ range: Range<Int>) -> Bool {
      whole.contains(range.lowerBound) && whole.contains(range.upperBound)
    }
    let record = clean.record
    for entry in record.ledger.entries {
      #expect(isInside(entry.sourceBytes), "\(entry.line)")
    }
    for region in record.ledger.regions {
      #expect(isInside(region.sourceBytes), "\(region.heading)")
    }
    for row in record.blocks {
      #expect(isInside(row.sourceBytes[0]..<row.sourceBytes[1]), "block \(row.block)")
    }
    for piece in record.source.irreversible {
      #expect(isInside(piece.sourceRange), "\(piece.bytes)")
    }
  }

  /// The blocks of a record lie end to end in the clean text, with nothing but gaps between them.
  static func blocksTileTheText(_ clean: Pipeline.CleanPage) {
    var position = 0
    var previous = -1
    for row in clean.record.blocks {
      #expect(row.block > previous, "blocks are in the order of the raw page")
      #expect(row.outputUtf8[0] >= position, "block \(row.block) overlaps the one before it")
      guard row.outputUtf8[0] >= position, row.outputUtf8[1] <= clean.text.count else { return }
      let gap = clean.text[position..<row.outputUtf8[0]]
      #expect(
        previous >= 0 || gap.isEmpty, "the text starts with the first block, not with a gap")
      #expect(isGap(gap), "before block \(row.block) stands text of no block")
      position = row.outputUtf8[1]
      previous = row.block
    }
    #expect(isGap(clean.text[position...]), "after the last block stands text of no block")
  }

  /// White space, and behind it the mark of a list's item: `- ` or `12. ` (decision 0002).
  private static func isGap(_ bytes: ArraySlice<UInt8>) -> Bool {
    String(decoding: bytes, as: UTF8.self).wholeMatch(of: /\s*(?:(?:-|\d{1,9}\.) )*/) != nil
  }

  /// The clean text and all texts of its record are UTF-8.
  static func outputIsUTF8(_ clean: Pipeline.CleanPage) {
    #expect(String(validating: clean.text, as: UTF8.self) != nil)
  }
}

extension LedgerEntry {
  /// The entry on one line, for a failure's message.
  var line: String {
    let place = block.map { "block \($0.index)" } ?? "head"
    return "\(stage): \(reason) \(change.rawValue) in \(place) \(blockUTF8.map { "\($0)" } ?? "") "
      + "\(before.debugDescription.prefix(120)) → \((after ?? "").debugDescription.prefix(120))"
  }
}
