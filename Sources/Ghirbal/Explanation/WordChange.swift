public import GhirbalDocument

/// What a stage changed inside a block, with the words it stands in.
public struct WordChange: Sendable, Hashable {
  public let stage: String
  public let reason: String
  /// The words as they stood before the stage, cut where they are long.
  public let before: String
  /// The same words behind the stage.
  public let after: String
  /// The replaced text alone, where a single one was replaced.
  public let replaced: String?
  /// What stands in its place.
  public let replacement: String?

  /// The changes that the entries of a block record, in their order; line ends and blank lines between
  /// blocks are none.
  ///
  /// Changes of one stage and reason in the same words are one. Linear in the text.
  public static func all(in entries: [LedgerEntry], of block: Block, _ raw: Document)
    -> [WordChange]
  {
    var changes: [WordChange] = []
    var tile = Array(raw.utf8[block.tile])
    var contentCount = block.content.count
    var rest = entries.filter { $0.change == .replace }[...]
    while let first = rest.first {
      let batch = rest.prefix { $0.stage == first.stage }
      rest = rest.dropFirst(batch.count)
      // A ledger of another page fits nothing.
      guard batch.allSatisfy({ ($0.blockUTF8?.upperBound ?? .max) <= tile.count }) else { break }
      changes += Self.changes(batch, tile[..<min(contentCount, tile.count)])
      let old = tile
      var position = 0
      tile = []
      tile.reserveCapacity(old.count)
      var growth = 0
      for entry in batch {
        guard let range = entry.blockUTF8, range.lowerBound >= position else { continue }
        tile += old[position..<range.lowerBound]
        tile += (entry.after ?? "").utf8
        if range.upperBound <= contentCount {
          growth += (entry.after ?? "").utf8.count - range.count
        }
        position = range.upperBound
      }
      tile += old[position...]
      contentCount += growth
    }
    return changes
  }

  /// How far to either side words are shown, in bytes.
  private static let reach = 40

  private static func changes(
    _ entries: ArraySlice<LedgerEntry>, _ content: ArraySlice<UInt8>
  ) -> [WordChange] {
    var changes: [WordChange] = []
    var group: [LedgerEntry] = []
    var words = 0..<0
    for entry in entries {
      guard let range = entry.blockUTF8, range.upperBound <= content.endIndex else { continue }
      let isSpace = (entry.before + (entry.after ?? "")).unicodeScalars.allSatisfy {
        $0.properties.isWhitespace
      }
      // Line ends are no words.
      if isSpace, (entry.before + (entry.after ?? "")).utf8.contains(0x0A) { continue }
      let own = Self.words(around: range, in: content, isSpace: isSpace)
      if let last = group.last, last.reason == entry.reason, own.lowerBound < words.upperBound {
        words = words.lowerBound..<max(words.upperBound, own.upperBound)
        group.append(entry)
      } else {
        if !group.isEmpty { changes.append(WordChange(group, words, content)) }
        group = [entry]
        words = own
      }
    }
    if !group.isEmpty { changes.append(WordChange(group, words, content)) }
    return changes
  }

  private init(_ entries: [LedgerEntry], _ words: Range<Int>, _ content: ArraySlice<UInt8>) {
    stage = entries[0].stage
    reason = entries[0].reason
    before = String(decoding: content[words], as: UTF8.self)
    var bytes: [UInt8] = []
    var position = words.lowerBound
    for entry in entries {
      guard let range = entry.blockUTF8, range.lowerBound >= position else { continue }
      bytes += content[position..<range.lowerBound]
      bytes += (entry.after ?? "").utf8
      position = range.upperBound
    }
    bytes += content[position..<max(position, words.upperBound)]
    after = String(decoding: bytes, as: UTF8.self)
    replaced = entries.count == 1 ? entries[0].before : nil
    replacement = entries.count == 1 ? entries[0].after ?? "" : nil
  }

  /// The words that a range touches; where white space is what is replaced, those to both its sides.
  private static func words(
    around range: Range<Int>, in content: ArraySlice<UInt8>, isSpace: Bool
  ) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    if isSpace {
      while start > content.startIndex, content[start - 1] == 0x20, range.lowerBound - start < reach
      {
        start -= 1
      }
      while end < content.endIndex, content[end] == 0x20, end - range.upperBound < reach {
        end += 1
      }
    }
    while start > content.startIndex, content[start - 1] > 0x20, range.lowerBound - start < reach {
      start -= 1
    }
    while end < content.endIndex, content[end] > 0x20, end - range.upperBound < reach { end += 1 }
    // Where the reach ends inside a character, the character stays out.
    while start < range.lowerBound, content[start] & 0xC0 == 0x80 { start += 1 }
    while end > range.upperBound, end < content.endIndex, content[end] & 0xC0 == 0x80 { end -= 1 }
    return start..<end
  }
}
