/// One change that was made, with everything needed to make it again or to take it back.
public struct LedgerEntry: Sendable, Equatable {
  public enum Change: String, Sendable, Codable, CaseIterable {
    case keep
    /// Kept, and no later stage may drop it.
    case pin
    /// Kept, and written behind the text.
    case setApart = "set_apart"
    /// Pinned, and written before the text, as its title.
    case setFirst = "set_first"
    case drop, replace, lift

    /// How the change leaves a block that it keeps; nil for a change of another kind.
    public var standing: Standing? {
      switch self {
      case .keep: .open
      case .pin: .pinned
      case .setApart: .setApart
      case .setFirst: .setFirst
      case .drop, .replace, .lift: nil
      }
    }

    init(keptAs standing: Standing) {
      switch standing {
      case .open: self = .keep
      case .pinned: self = .pin
      case .setApart: self = .setApart
      case .setFirst: self = .setFirst
      }
    }
  }

  public var stage: String
  public var reason: String
  public var rule: String?
  public var change: Change
  /// The block concerned; nil for what was lifted from the head.
  public var block: BlockID?
  /// Where in the block, in UTF-8 offsets relative to its content as it was before the stage ran.
  public var blockUTF8: Range<Int>?
  /// Where in the raw page.
  public var sourceBytes: Range<Int>
  /// What stood there; for a drop the whole tile, gap included.
  public var before: String
  /// What stands there now, for a replacement; the value, for a lift.
  public var after: String?
  /// The field a value was lifted into.
  public var field: MetadataField?
  /// The region a dropped block belongs to: an index into the ledger's regions.
  public var region: Int?
  /// 0...1.
  public var confidence: Double
  /// What other sources say for the field of a lift, the likeliest first.
  public var others: [PassedOver]

  public init(
    stage: String, reason: String, rule: String?, change: Change, block: BlockID?,
    blockUTF8: Range<Int>?, sourceBytes: Range<Int>, before: String, after: String?,
    field: MetadataField?, region: Int?, confidence: Double, others: [PassedOver] = []
  ) {
    self.stage = stage
    self.reason = reason
    self.rule = rule
    self.change = change
    self.block = block
    self.blockUTF8 = blockUTF8
    self.sourceBytes = sourceBytes
    self.before = before
    self.after = after
    self.field = field
    self.region = region
    self.confidence = confidence.asRecorded
    self.others = others
  }
}

extension Double {
  /// A share to three places, as records write it, so that a ledger is the same when it is read back.
  var asRecorded: Double { (self * 1000).rounded() / 1000 }
}

/// Neighbouring blocks that were dropped because of one heading: "Recent Posts" and its list.
public struct LedgerRegion: Sendable, Equatable {
  public var stage: String
  /// The text of the heading that opened the region.
  public var heading: String
  public var firstBlock: BlockID
  public var lastBlock: BlockID
  public var sourceBytes: Range<Int>

  public init(
    stage: String, heading: String, firstBlock: BlockID, lastBlock: BlockID,
    sourceBytes: Range<Int>
  ) {
    self.stage = stage
    self.heading = heading
    self.firstBlock = firstBlock
    self.lastBlock = lastBlock
    self.sourceBytes = sourceBytes
  }
}

/// Everything that was done to a document, in the order it was done.
public struct Ledger: Sendable, Equatable {
  public internal(set) var entries: [LedgerEntry] = []
  public internal(set) var regions: [LedgerRegion] = []

  public init() {}

  public init(entries: [LedgerEntry], regions: [LedgerRegion]) {
    self.entries = entries
    self.regions = regions
  }

  /// The entries in batches of one stage, in order.
  var batches: [ArraySlice<LedgerEntry>] {
    entries.indices.reduce(into: []) { batches, index in
      if let last = batches.last, entries[last.startIndex].stage == entries[index].stage {
        batches[batches.count - 1] = entries[last.startIndex...index]
      } else {
        batches.append(entries[index...index])
      }
    }
  }
}
