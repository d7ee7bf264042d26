import GhirbalDocument

/// A stretch of the text with a mark around it.
struct MarkdownSpan {
  /// In offsets of the document's text.
  var range: Range<Int>
  var kind: Kind

  enum Kind: Equatable {
    case link([UInt8])
    case image([UInt8])
    /// The mark of a footnote.
    case note([UInt8])
    case strong, emphasis, strikethrough, code, subscripted, superscripted

    /// Of two marks around the same text the outer one.
    var rank: Int {
      switch self {
      case .link, .note: 0
      case .strong: 1
      case .emphasis: 2
      case .strikethrough: 3
      case .superscripted, .subscripted: 4
      case .code: 5
      case .image: 6
      }
    }

    /// A run of characters that is a mark only beside the right neighbours.
    var delimiter: String? {
      switch self {
      case .strong: "**"
      case .emphasis: "*"
      case .strikethrough: "~~"
      default: nil
      }
    }

    init?(_ tag: Tag) {
      switch tag {
      case .b, .strong: self = .strong
      case .em, .i, .cite, .dfn, .var: self = .emphasis
      case .del, .s, .strike: self = .strikethrough
      case .code, .kbd, .samp, .tt: self = .code
      case .sub: self = .subscripted
      case .sup: self = .superscripted
      default: return nil
      }
    }
  }
}
