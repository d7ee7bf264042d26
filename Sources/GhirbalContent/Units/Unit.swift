public import GhirbalDocument

/// Blocks that say something together, so that all of them stay or none: a table, a list, a quote.
public struct Unit: Sendable {
  /// What makes the blocks one.
  public enum Kind: String, Sendable, CaseIterable {
    /// A table of data, with its caption.
    case table
    /// A list of short items.
    case list
    /// Terms with what is said of them: `dl`.
    case definitions
    /// A listing of code that is more than one block.
    case code
    /// A quotation with its source.
    case quotation
    /// A figure with its caption.
    case figure
    /// Stanzas of a poem, parts of an address: short lines in one element.
    case lines
    /// Notes or sources below a text, however long each is.
    case references
  }

  public let kind: Kind
  /// The element that makes the unit: the table, the list, what owns the lines.
  public let element: ElementID
  /// The unit's blocks, in reading order; those among them that are not shown are no members, unless
  /// none is.
  public let blocks: Range<Int>
  /// Where its parts start, ascending: a table's groups of rows, a list's items; the first is the
  /// first block.
  public let partStarts: [Int]

  /// The blocks of each part.
  public var parts: some Sequence<Range<Int>> {
    partStarts.indices.lazy.map { place in
      partStarts[place]..<(place + 1 < partStarts.count ? partStarts[place + 1] : blocks.upperBound)
    }
  }
}
