import GhirbalText

/// What the marks at the ends of a line of flattened text say that it is.
enum LineForm {
  case plain
  /// A heading with its marks or its number: "## Search", "4. Comments".
  case heading
  /// A row of a table, a box to tick, or what somebody says: "| Name | E-mail |", "- [ ] Register",
  /// "«Read on?»".
  case structure

  /// Whether a folded line begins with a quotation: what follows is somebody's words, not the site's.
  static func opensQuotation(_ text: FoldedText) -> Bool {
    quotationMarks.contains { text.utf8.starts(with: $0) }
  }

  private static let quotationMarks = ["\"", "«", "“", "„", "「", "『"].map { Array($0.utf8) }

  /// How a folded line looks; reads its ends only.
  init(_ text: FoldedText) {
    let utf8 = text.utf8
    self = .plain
    guard let first = utf8.first, let last = utf8.last else { return }
    switch first {
    case 0x7C where last == 0x7C && utf8.count > 1: self = .structure
    case 0x22 where last == 0x22 && utf8.count > 1: self = .structure
    // "«…»" and "“…”".
    case 0xC2 where utf8.starts(with: [0xC2, 0xAB]) && utf8.suffix(2) == [0xC2, 0xBB]:
      self = .structure
    case 0xE2 where utf8.starts(with: [0xE2, 0x80, 0x9C]) && utf8.suffix(3) == [0xE2, 0x80, 0x9D]:
      self = .structure
    case 0x23:
      let marks = utf8.prefix { $0 == 0x23 }.count
      if marks <= 6, utf8.count > marks, utf8[marks] == 0x20 { self = .heading }
    case 0x2A, 0x2B, 0x2D:
      // "- [x] …"
      if utf8.count > 5, utf8[1] == 0x20, utf8[2] == 0x5B, utf8[4] == 0x5D,
        utf8[3] == 0x20 || utf8[3] == 0x78
      {
        self = .structure
      }
    case 0x30...0x39:
      let digits = utf8.prefix { (0x30...0x39).contains($0) }.count
      if digits <= 2, utf8.count > digits + 1, utf8[digits] == 0x2E || utf8[digits] == 0x29,
        utf8[digits + 1] == 0x20
      {
        self = .heading
      }
    default: break
    }
  }
}
