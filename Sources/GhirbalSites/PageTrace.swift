public import GhirbalDocument

/// What is kept of a page to learn what its site repeats: its blocks in their order, each by a hash of its
/// text and of the slot that it stands in.
///
/// Text is folded for that and runs of digits are one 0: "12 Comments" is "3 comments".
public struct PageTrace: Sendable, Equatable {
  struct Entry: Sendable, Equatable {
    /// The hash of the block's text.
    let key: UInt64
    /// The same with its numbers.
    let exact: UInt64
    /// The hash of its slot.
    let slot: UInt64
    /// UTF-8 bytes of its text.
    let size: UInt32
    /// The beginning of its text, for a person: one line without tabs.
    let text: String

    var order: (String, UInt64, UInt64, UInt32) { (text, exact, slot, size) }
  }

  /// The hash of the texts in their order: pages of the same texts count once.
  let hash: UInt64
  let entries: [Entry]
  /// How the slots' paths look to a person, by slot; empty in flattened text.
  let paths: [UInt64: String]
  /// What the page writes alone.
  let labels: PageLabels
  /// What its head says of it.
  let facts: PageFacts

  /// Of a longer page the first and the last blocks are kept, half of them each.
  static let maxBlocks = 1000
  /// UTF-8 bytes of what is kept of a text.
  static let maxTextCount = 60

  init(_ entries: [Entry], paths: [UInt64: String], labels: PageLabels, facts: PageFacts) {
    self.entries = entries
    self.paths = paths
    self.labels = labels
    self.facts = facts
    var hash = StableHash()
    for entry in entries { hash.add(entry.key) }
    self.hash = hash.value
  }

  /// The trace of a page as it was read.
  ///
  /// - Parameter facts: what its head calls the page and its site.
  public init(_ document: Document, facts: [SiteFact.Field: [String]] = [:]) {
    let half = Self.maxBlocks / 2
    let blocks =
      document.blocks.count <= Self.maxBlocks
      ? document.blocks : Array(document.blocks.prefix(half) + document.blocks.suffix(half))
    let keys = PageKeys(blocks, of: document)
    var paths: [UInt64: String] = [:]
    for (block, slot) in zip(blocks, keys.slots) where paths[slot] == nil {
      if let element = block.element { paths[slot] = keys.paths.path(of: element) }
    }
    self.init(
      blocks.indices.map { index in
        Entry(
          key: keys.texts[index], exact: keys.exactTexts[index], slot: keys.slots[index],
          size: UInt32(clamping: blocks[index].content.count),
          text: document.beginning(of: blocks[index], maxUTF8Count: Self.maxTextCount))
      }, paths: paths, labels: PageLabels(blocks, of: document), facts: PageFacts(facts))
  }

  /// Which of two traces of pages of the same texts is kept, whichever came first.
  func isBefore(_ other: PageTrace) -> Bool {
    let (order, others) = (entries.lazy.map(\.order), other.entries.lazy.map(\.order))
    if order.lexicographicallyPrecedes(others, by: <) { return true }
    if others.lexicographicallyPrecedes(order, by: <) { return false }
    let (says, saysOther) = (labels.texts + facts.texts, other.labels.texts + other.facts.texts)
    return says.lexicographicallyPrecedes(saysOther)
  }
}

extension Document {
  /// The beginning of a block's content, white space as single blanks, without control characters.
  fileprivate func beginning(of block: Block, maxUTF8Count: Int) -> String {
    withContent(of: block) { content in
      // What is cut through at the end is left out below.
      let start = content.extracting(0..<min(content.count, 2 * maxUTF8Count))
      let text = start.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
      var result = String.UnicodeScalarView()
      var count = 0
      for scalar in text.unicodeScalars {
        let isBlank = scalar.isShownAsBlank
        if isBlank, result.isEmpty || result.last == " " { continue }
        count += isBlank ? 1 : scalar.utf8.count
        guard count <= maxUTF8Count, scalar != "\u{FFFD}" else { break }
        result.append(isBlank ? " " : scalar)
      }
      if result.last == " " { result.removeLast() }
      return String(result)
    }
  }
}

extension Unicode.Scalar {
  /// What is a blank in a line of a profile.
  fileprivate var isShownAsBlank: Bool {
    actsOnLines || value == 0x20 || value == 0xA0 || value == 0xFEFF
  }

  fileprivate var utf8: Unicode.UTF8.EncodedScalar {
    UTF8.encode(self) ?? UTF8.encodedReplacementCharacter
  }
}
