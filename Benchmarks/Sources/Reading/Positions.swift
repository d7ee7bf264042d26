import Ghirbal
import GhirbalDocument
import GhirbalText

/// Compares every block with the raw bytes that its source map names.
enum Positions {
  static func check(_ pages: [[UInt8]]) {
    var options = ReadingOptions()
    options.format = .html
    let reader = PageReader(options)
    var (read, failed, blocks, exact, approximate, wrong) = (0, 0, 0, 0, 0, 0)
    for page in pages {
      guard let reading = try? reader.read(Page(path: "", bytes: page)) else {
        failed += 1
        continue
      }
      read += 1
      for block in reading.document.blocks {
        blocks += 1
        if block.isApproximate {
          approximate += 1
          show(block, "approximate", reading, page)
        } else if matches(block, reading, page) {
          exact += 1
        } else {
          wrong += 1
          show(block, "wrong", reading, page)
        }
      }
    }
    print("\(read) pages read, \(failed) failed; \(blocks) blocks")
    print(
      "\(exact) match their bytes, \(approximate) marked approximate, \(wrong) wrong and unmarked")
    print("share matching: \(Double(exact) / Double(max(1, blocks)))")
  }

  /// Prints a block beside its bytes, for finding the cause.
  private static func show(
    _ block: Block, _ word: String, _ reading: PageReading, _ page: [UInt8]
  ) {
    let text = reading.document.string(of: block).prefix(120)
    let raw = String(decoding: page[block.sourceBytes].prefix(240), as: UTF8.self)
    print("\(word): \(text.debugDescription)\n  from \(block.sourceBytes): \(raw.debugDescription)")
  }

  /// Whether each run of the block's text is what its bytes decode to: letter for letter in a
  /// regular run, as a reference or folded white space in an atomic one.
  private static func matches(_ block: Block, _ reading: PageReading, _ page: [UInt8]) -> Bool {
    let runs = block.sourceMap.runs
    let text = reading.document.utf8[block.tile]
    for (index, run) in runs.enumerated() {
      let end = index + 1 < runs.count ? Int(runs[index + 1].textStart) : block.sourceMap.textCount
      let shown = text[text.startIndex + Int(run.textStart)..<text.startIndex + end]
      let raw = Array(page[Int(run.sourceStart)..<Int(run.sourceEnd)])
      if run.textUnit == 0 {
        let isSpace = shown.allSatisfy { $0 <= 0x20 } && raw.allSatisfy { $0 <= 0x20 || $0 == 0x3C }
        let isReference = raw.contains(UInt8(ascii: "&"))
        let isReplacement = shown.elementsEqual("\u{FFFD}".utf8)
        if !(isSpace || isReference || isReplacement || raw.isEmpty) { return false }
      } else {
        // Decoding takes U+FEFF at the start for a byte order mark, and here it is none.
        let decoded = reading.encoding == .utf8 ? raw : reading.encoding.decode(raw).utf8
        guard decoded.count == shown.count,
          zip(decoded, shown).allSatisfy({ $0 == $1 || ($0 <= 0x20 && $1 == 0x20) })
        else { return false }
      }
    }
    return true
  }
}
