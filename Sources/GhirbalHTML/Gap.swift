import GhirbalDocument

/// How far two neighbouring blocks stand apart. The wider boundary between them wins.
enum Gap: Int, Comparable {
  case none, cell, line, paragraph

  static func < (a: Gap, b: Gap) -> Bool { a.rawValue < b.rawValue }

  var utf8: StaticString {
    switch self {
    case .none: ""
    case .cell: "\t"
    case .line: "\n"
    case .paragraph: "\n\n"
    }
  }

  /// The boundary that an element's start and end are, inside a block of some kind; nil for an
  /// inline element.
  ///
  /// Items of a list, rows, groups of them and what stands inside are one line apart; cells of a row
  /// a tab.
  static func boundary(of tag: Tag, inside kind: BlockKind) -> Gap? {
    guard tag.isBlockLevel else { return nil }
    switch tag {
    case .td, .th: return .cell
    case .li, .tr, .thead, .tbody, .tfoot, .dt, .dd, .option, .optgroup, .legend, .summary:
      return .line
    case .p where kind == .tableCell: return .paragraph
    default: return apart(inside: kind)
    }
  }

  /// How far off something stands that is neither an item, a row nor a cell.
  static func apart(inside kind: BlockKind) -> Gap {
    switch kind {
    case .listItem, .tableCell, .definition: .line
    default: .paragraph
    }
  }
}
