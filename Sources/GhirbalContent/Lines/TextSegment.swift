public import GhirbalDocument

/// What of a flattened text is judged as one: the lines that make a paragraph, or a sentence of a line.
public struct TextSegment: Sendable {
  /// The lines, as places in the document's blocks; none of them is dropped.
  public let blocks: Range<Int>
  /// UTF-8 offsets in the content of the one block; nil where whole lines are meant.
  public let utf8Range: Range<Int>?
  /// What the lexicon of phrases says of it.
  public let phrase: PhraseHint

  public init(blocks: Range<Int>, utf8Range: Range<Int>? = nil, phrase: PhraseHint = .none) {
    precondition(!blocks.isEmpty, "a segment has text")
    precondition(utf8Range == nil || blocks.count == 1, "a sentence stands in one line")
    self.blocks = blocks
    self.utf8Range = utf8Range
    self.phrase = phrase
  }

  /// A copy of its text, the lines of a paragraph joined.
  public func text(in document: Document) -> String {
    if let utf8Range {
      return document.string(in: document.blocks[blocks.lowerBound], utf8Range)
    }
    return String(decoding: document.utf8(of: blocks), as: UTF8.self)
  }
}

/// What a lexicon of phrases says of a segment: which kind of chrome it is, and how surely.
public struct PhraseHint: Sendable, Equatable {
  /// What the phrase is about; the numbers are values of a feature and part of what was learned.
  public enum Kind: UInt8, Sendable {
    case none = 0
    /// Lists of other texts.
    case posts = 1
    /// Forms for replies, and how many there are.
    case replies = 2
    /// Ways to share and to follow.
    case sharing = 3
    /// What readers are asked or told: cookies, newsletters, payment, advertisements.
    case notice = 4
    case copyright = 5
    /// Ways around the site and tools of the page.
    case tools = 6
    /// Dates, sources, ends of texts.
    case frame = 7
  }

  public enum Strength: UInt8, Sendable {
    case none = 0
    /// Chrome beside other chrome only.
    case weak = 1
    /// Chrome by what stands around it.
    case settled = 2
    /// Chrome wherever it stands.
    case sure = 3
  }

  public let kind: Kind
  public let strength: Strength

  public static let none = PhraseHint(kind: .none, strength: .none)

  public init(kind: Kind, strength: Strength) {
    self.kind = kind
    self.strength = strength
  }
}
