/// Markup put together from pieces that parsers trip over; the same for the same seed.
struct NastyMarkup {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// The next of a sequence of 64-bit numbers (SplitMix64).
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A page of up to `most` pieces.
  mutating func page(most: Int) -> [UInt8] {
    var page: [UInt8] = []
    for _ in 0..<(1 + Int(next() % UInt64(most))) {
      page += Self.pieces[Int(next() % UInt64(Self.pieces.count))].utf8
    }
    return page
  }

  private static let pieces: [String] =
    [
      "<", ">", "/", "</", "<!", "<!-", "<!--", "-->", "--!>", "<!-->", "<?", "<![CDATA[", "]]>",
      "&", "&#", "&#x", "&amp", "&amp;", "&#0;", "&#150;", "&notit;", "&acE;", "&nbsp;", "&zwnj;",
      "&lt;", "&#10;", ";", "\"", "'", "=", " ", "  ", "\n", "\r\n", "\t", "\u{0}", "\u{1}",
      "\u{C}", "\u{1B}", "\u{7F}", "\u{85}", "\u{A0}", "\u{200C}", "\u{FEFF}", "\u{FFFD}",
      "\u{FFFE}", "\u{FFFF}", "é", "س", "漢", "😀", "a", "b", "1", "x=y", "<p", "<a ", "<a href=x>",
      "<a href=\"", "<a title='", "<br>", "<br/>", "<img src=x>", "<p hidden>", "<div style=",
      "<!doctype html>", "<script>", "</script>", "<script type=application/ld+json>", "<1>", "</>",
      "</ p>", "<//", "</س", "<svg>", "<svg><title/>", "<image>", "<isindex>", "<x-y>", "<_>",
      String(repeating: "x", count: 990), String(repeating: "س", count: 499),
    ]
    + [
      "p", "div", "b", "a", "li", "ul", "table", "tr", "td", "caption", "pre", "textarea", "title",
      "style", "xmp", "iframe", "noscript", "template", "select", "option", "button", "form", "h1",
      "html", "head", "body", "frameset", "plaintext", "ruby", "svg", "time", "dd", "blockquote",
    ].flatMap { ["<\($0)>", "</\($0)>"] }
}
