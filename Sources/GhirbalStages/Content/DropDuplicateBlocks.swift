import GhirbalContent
public import GhirbalDocument
import GhirbalText

/// Drops the second copy of what a page holds twice: a text that is printed again from its first
/// paragraph to its last, and copies that are not shown.
///
/// What recurs is left alone: refrains, quoted questions, motions in minutes, terms under each offer.
public struct DropDuplicateBlocks: Stage {
  public static let name: StageName = "drop_duplicate_blocks"
  public static let summary = "Drops the second copy of a text that a page holds twice."
  public static let judges = StageSubject.lines

  public enum Reason: String, CaseIterable, Sendable {
    /// Part of a copy that follows its original at once, or a copy that is hidden or there for machines
    /// of what the page shows elsewhere.
    case duplicateText = "duplicate_text"
  }

  public struct Options: StageOptions {
    /// Words below which a repeated paragraph proves nothing: refrains, names of speakers, labels.
    public var minWords = 20

    public init() {}

    public static var descriptions: [OptionDescription] {
      [
        OptionDescription(
          "minWords", .count(1...Int.max), "words below which a repeated paragraph proves nothing")
      ]
    }
  }

  private let options: Options

  public init(_ options: Options) { self.options = options }

  public func edits(for document: Document) -> [Edit<Reason>] {
    let paragraphs = Paragraphs(document, minWords: options.minWords)
    guard paragraphs.hasRepetition else { return [] }
    var isCopy = [Bool](repeating: false, count: document.blocks.count)
    let copies = HiddenCopies(document)
    for group in paragraphs.repeated {
      for block in copies.copies(among: group) { isCopy[block] = true }
    }
    let live = document.liveBlocks.filter { !isCopy[$0.id.index] }
    for block in SecondCopies(document, live, paragraphs).blocks { isCopy[block] = true }
    return document.derived(Units.self).whole(
      document.liveBlocks.filter { isCopy[$0.id.index] }.map { .drop($0.id, .duplicateText) },
      in: document)
  }
}

/// The live paragraphs of a page that are long enough to tell, and which of them say the same.
private struct Paragraphs {
  /// Blocks with the same text, in reading order, for each text that stands there more than once.
  private(set) var repeated: [[Int]] = []
  /// By block, whether it is one of those.
  private var isRepeated: [Bool]

  var hasRepetition: Bool { !repeated.isEmpty }

  init(_ document: Document, minWords: Int) {
    isRepeated = [Bool](repeating: false, count: document.blocks.count)
    var places: [[UInt8]: Int] = [:]
    var groups: [[Int]] = []
    for block in document.liveBlocks {
      guard block.kind != .preformatted, block.kind != .tableCell, !block.kind.isHeading,
        document.withContent(of: block, { TextLength($0).wordCount }) >= minWords
      else { continue }
      let key = document.key(of: block)
      let place = places[key, default: groups.count]
      if place == groups.count {
        places[key] = place
        groups.append([])
      }
      groups[place].append(block.id.index)
    }
    guard groups.count < groups.reduce(0, { $0 + $1.count }) else { return }
    // A cell, an item, a quotation repeats what it must.
    let units = document.derived(Units.self)
    for var group in groups {
      group.removeAll { units[BlockID($0)] != nil }
      guard group.count > 1 else { continue }
      repeated.append(group)
      for block in group { isRepeated[block] = true }
    }
  }

  func contains(_ block: Block) -> Bool { isRepeated[block.id.index] }
}

/// Copies that are not shown, or that stand in an element for machines, of text that is shown.
private struct HiddenCopies {
  private let document: Document

  init(_ document: Document) { self.document = document }

  private static let unseen: BlockContext = [.hidden, .noscript]
  /// How far above a block the property of an item may stand.
  private static let maxLevels = 4

  /// Those of blocks with the same text that are copies of another one of them.
  func copies(among group: [Int]) -> [Int] {
    let shown = group.filter { document.blocks[$0].context.isDisjoint(with: Self.unseen) }
    let hidden = shown.isEmpty ? [] : group.filter { !shown.contains($0) }
    guard shown.count == 2 else { return hidden }
    let marked = shown.filter { isProperty(document.blocks[$0]) }
    return marked.count == 1 ? hidden + marked : hidden
  }

  /// Whether the block is the value of a property of an item (microdata), the article's own text
  /// aside.
  private func isProperty(_ block: Block) -> Bool {
    var element = block.element
    for _ in 0..<Self.maxLevels {
      guard let current = element else { return false }
      if let property = document.elements.attribute(.itemprop, of: current) {
        return property.lowercased() == "description" || property.lowercased() == "abstract"
      }
      element = document.elements.parent(of: current)
    }
    return false
  }
}

/// The blocks of copies that follow their original at once: A B C A B C.
private struct SecondCopies {
  private(set) var blocks: [Int] = []

  /// Takes time linear in the blocks for each distance at which something repeats.
  init(_ document: Document, _ live: [Block], _ paragraphs: Paragraphs) {
    let texts = Self.numbered(document, live)
    var last: [Int: Int] = [:]
    // By distance, up to where it was looked for copies.
    var searched: [Int: Int] = [:]
    for place in live.indices where paragraphs.contains(live[place]) {
      defer { last[texts[place]] = place }
      guard let earlier = last[texts[place]] else { continue }
      let distance = place - earlier
      guard place >= searched[distance, default: 0] else { continue }
      // All blocks around that are followed by their like at this distance.
      var start = earlier
      let limit = max(0, searched[distance, default: 0] - distance)
      while start > limit, texts[start - 1] == texts[start - 1 + distance] { start -= 1 }
      var end = earlier + 1
      while end + distance < live.count, texts[end] == texts[end + distance] { end += 1 }
      searched[distance] = end + distance
      // The copy starts where the original ends: then nothing stands between them.
      guard end - start >= distance,
        (start..<start + distance).count(where: { paragraphs.contains(live[$0]) }) >= 2
      else { continue }
      blocks += (start + distance..<end + distance).map { live[$0].id.index }
    }
  }

  /// For each block the number of its text: the same for the same.
  private static func numbered(_ document: Document, _ live: [Block]) -> [Int] {
    var numbers: [[UInt8]: Int] = [:]
    return live.map { block in
      let key = document.key(of: block)
      let number = numbers[key, default: numbers.count]
      numbers[key] = number
      return number
    }
  }
}

extension Document {
  /// A block's UTF-8 without ASCII white space and controls.
  fileprivate func key(of block: Block) -> [UInt8] { utf8[block.content].filter { $0 > 0x20 } }
}
