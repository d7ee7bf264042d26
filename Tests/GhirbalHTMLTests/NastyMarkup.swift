/// Pieces of markup that parsers trip over.
enum NastyMarkup {
  static let pieces: [String] =
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
