import Ghirbal
import GhirbalDocument
import GhirbalIO
import Testing

/// Looks up where each kept piece of a clean page came from, and compares it with the raw bytes.
struct KeptText {
  private let page: Page
  private let clean: Pipeline.CleanPage
  private let replaced: [BlockID: [Range<Int>]]

  init(_ page: Page, _ clean: Pipeline.CleanPage) {
    self.page = page
    self.clean = clean
    replaced = Dictionary(
      grouping: clean.record.ledger.entries.filter { $0.change == .replace && $0.block != nil },
      by: { $0.block ?? BlockID(-1) }
    ).mapValues { $0.map(\.sourceBytes) }
  }

  func check() throws {
    for block in clean.document.liveBlocks {
      if replaced[block.id] == nil {
        let raw = clean.raw[block.id]
        #expect(
          clean.document.utf8[block.tile].elementsEqual(clean.raw.utf8[raw.tile]),
          "block \(block.id.index) has no replacement, yet it is not what was read")
      }
      try check(block)
    }
  }

  private func check(_ block: Block) throws {
    let map = block.sourceMap
    for (index, run) in map.runs.enumerated() {
      let end = index + 1 < map.runs.count ? Int(map.runs[index + 1].textStart) : map.textCount
      let start = block.content.lowerBound + Int(run.textStart)
      let text = clean.document.utf8[start..<block.content.lowerBound + end]
      let source = Int(run.sourceStart)..<Int(run.sourceEnd)
      guard source.upperBound <= page.bytes.count else {
        Issue.record("block \(block.id.index), bytes \(source): past the page's end")
        continue
      }
      let place = "block \(block.id.index), bytes \(source)"
      if run.textUnit > 0 {
        #expect(try decoded(source).elementsEqual(text), "\(place)")
      } else if !wasReplaced(source, in: block.id), !block.isApproximate {
        #expect(
          try mayStandForAnother(source, text),
          "\(place): \(String(decoding: text, as: UTF8.self).debugDescription)")
      }
    }
  }

  private func wasReplaced(_ source: Range<Int>, in block: BlockID) -> Bool {
    replaced[block, default: []].contains {
      $0.lowerBound <= source.upperBound && source.lowerBound <= $0.upperBound
    }
  }

  /// Text that is not its source letter by letter although nothing replaced it: the reader's white
  /// space, a character reference, or bytes that are no character of their encoding.
  private func mayStandForAnother(_ source: Range<Int>, _ text: ArraySlice<UInt8>) throws -> Bool {
    if text.allSatisfy({ $0 <= 0x20 }) { return true }
    if page.bytes[source].contains(UInt8(ascii: "&")) { return clean.raw.format == .html }
    // What the reader writes otherwise stands for its whole element.
    if page.bytes[source].first == UInt8(ascii: "<"), page.bytes[source].last == UInt8(ascii: ">") {
      return clean.raw.format == .html
    }
    return try decoded(source).elementsEqual(text)
  }

  /// The bytes as the page's encoding reads them. UTF-8 is compared as it stands.
  private func decoded(_ source: Range<Int>) throws -> [UInt8] {
    let bytes = Array(page.bytes[source])
    let encoding = clean.record.source.encoding
    guard encoding.lowercased() != "utf-8" else { return bytes }
    var options = ReadingOptions()
    options.format = .text
    options.encoding = encoding
    return try PageReader(options).read(Page(path: "", bytes: bytes)).document.utf8
  }
}
