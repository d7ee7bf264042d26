import GhirbalDocument

/// Whether two pieces of text that touch in the page stand apart on the screen.
///
/// `<a>ایران</a><a>جهان</a>` are two words: links, buttons and dates that touch are laid out apart.
/// `<b>un</b>able` and `<a>Iran</a>ian` are one: there only one side ends an element.
struct Seam {
  private var didClose = false
  private var didOpen = false
  private var isLaidOutApart = false
  private var isAttached = false
  private var hasObject = false

  /// Whether a space belongs between the text before and the text after.
  var separates: Bool {
    hasObject || (didClose && didOpen && isLaidOutApart && !isAttached)
  }

  /// The seam between two texts where what stands between them, behind this one and before another,
  /// is not shown.
  func over(_ other: Seam) -> Seam {
    var seam = self
    seam.didOpen = didOpen || other.didOpen
    seam.didClose = didClose || other.didClose
    seam.isLaidOutApart = isLaidOutApart || other.isLaidOutApart
    seam.isAttached = isAttached || other.isAttached
    seam.hasObject = hasObject || other.hasObject
    return seam
  }

  mutating func open(_ tag: Tag) {
    if didClose { didOpen = true }
    note(tag)
  }

  mutating func close(_ tag: Tag) {
    didClose = true
    note(tag)
  }

  private mutating func note(_ tag: Tag) {
    switch tag {
    case .a, .button, .time, .label: isLaidOutApart = true
    case .sup, .sub, .ruby, .rt, .rp, .wbr: isAttached = true
    case .img, .svg, .input, .select, .video, .audio, .iframe, .canvas, .object: hasObject = true
    default: break
    }
  }

  /// Whether a byte at a seam belongs to a word: a letter, a digit or part of a longer scalar.
  ///
  /// Of scalars outside ASCII only one byte is seen, so their punctuation counts as a word too.
  static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
  }
}
