import GhirbalDocument

/// Whether two pieces of text that touch in the page stand apart on the screen.
///
/// `<a>ایران</a><a>جهان</a>` are two words: links, buttons and dates that touch are laid out apart.
/// `<b>un</b>able` and `<a>Iran</a>ian` are one: there only one side ends an element. In preformatted
/// text links stand as they are written: names in code, and the numbers of its lines.
struct Seam {
  private var didClose = false
  private var didOpen = false
  private var isLink = false
  private var isLaidOutApart = false
  private var isAttached = false
  private var hasObject = false
  /// The style of the first styled element that ended or started; 0 for none.
  private var closedStyle: UInt64 = 0
  private var openedStyle: UInt64 = 0

  /// Whether a space belongs between the text before and the text after.
  func separates(isPreformatted: Bool) -> Bool {
    hasObject
      || (didClose && didOpen && (isLaidOutApart || isLink && !isPreformatted) && !isAttached)
  }

  /// Whether a space belongs between two digits, of which the one before is a number of its own or
  /// the last of several.
  ///
  /// `2<b>0</b>24` is one number. What is a link or a date is none with its neighbour, and two
  /// elements that a style sheet tells apart are rarely one: day and month, a count and the next.
  /// Single digits in the same style are wheels of a counter.
  func separatesDigits(isLone: Bool) -> Bool {
    if isAttached { return false }
    if isLaidOutApart || isLink { return true }
    guard didClose, didOpen, closedStyle != 0, openedStyle != 0 else { return false }
    return closedStyle != openedStyle || !isLone
  }

  /// The seam between two texts where what stands between them, behind this one and before another,
  /// is not shown.
  func over(_ other: Seam) -> Seam {
    var seam = self
    seam.didOpen = didOpen || other.didOpen
    seam.didClose = didClose || other.didClose
    seam.isLink = isLink || other.isLink
    seam.isLaidOutApart = isLaidOutApart || other.isLaidOutApart
    seam.isAttached = isAttached || other.isAttached
    seam.hasObject = hasObject || other.hasObject
    if seam.closedStyle == 0 { seam.closedStyle = other.closedStyle }
    if other.openedStyle != 0 { seam.openedStyle = other.openedStyle }
    return seam
  }

  mutating func open(_ tag: Tag, style: UInt64) {
    if didClose { didOpen = true }
    if openedStyle == 0, !tag.isMarked { openedStyle = style }
    note(tag)
  }

  mutating func close(_ tag: Tag, style: UInt64) {
    didClose = true
    if closedStyle == 0, !tag.isMarked { closedStyle = style }
    note(tag)
  }

  private mutating func note(_ tag: Tag) {
    switch tag {
    case .a: isLink = true
    case .button, .time, .label: isLaidOutApart = true
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

  /// Whether a digit starts at `text`: ASCII, Arabic (U+0660...) or Persian (U+06F0...).
  static func startsWithDigit(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first else { return false }
    return first < 0x80 ? first &- 0x30 < 10 : text.count > 1 && isDigit(first, text[1])
  }

  /// Where the digit that ends `text` before `end` starts, of the same kinds; nil where none does.
  static func startOfLastDigit(in text: [UInt8], before end: Int) -> Int? {
    guard end > 0 else { return nil }
    if text[end - 1] &- 0x30 < 10 { return end - 1 }
    return end > 1 && isDigit(text[end - 2], text[end - 1]) ? end - 2 : nil
  }

  private static func isDigit(_ lead: UInt8, _ trail: UInt8) -> Bool {
    lead == 0xD9 && trail &- 0xA0 < 10 || lead == 0xDB && trail &- 0xB0 < 10
  }
}
