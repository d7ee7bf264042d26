extension OutputFormat {
  /// CommonMark with the tables and the strikethrough of GitHub Flavored Markdown.
  public static let markdown = OutputFormat(
    "markdown", suffixes: [".md", ".markdown"], mediaType: "text/markdown", links: .inline,
    takesListMarks: false, isPlain: false, opensWithTitle: true,
    write: { document, targets, _, url in MarkdownWriter.write(document, targets, url: url) },
    tiles: { rows, text in rows.map { tile($0, in: text) } },
    linesWithoutProse: markdownLinesWithoutProse)

  /// The UTF-8 of a block's content and gap; what its row does not hold is read from the text.
  private static func tile(_ row: WrittenBlock, in text: [UInt8]) -> [UInt8] {
    let gap = Array((row.gap ?? "").utf8)
    if let content = row.content { return Array(content.utf8) + gap }
    let start = min(row.outputUtf8[0], text.count)
    let end = min(max(start, row.outputUtf8[1]), text.count)
    return MarkdownText.unescaped(text[start..<end]) + gap
  }

  /// The lines of a Markdown file that hold no prose: code, tables, HTML, addresses of links.
  @Sendable private static func markdownLinesWithoutProse(_ utf8: [UInt8]) -> [Range<Int>] {
    var verbatim: [Range<Int>] = []
    var fence: ArraySlice<UInt8>?
    var start = 0
    for line in utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let range = start..<start + line.count
      start += line.count + 1
      let indented = line.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x3E }
      guard let first = indented.first else { continue }
      let isFence = (first == 0x60 || first == 0x7E) && indented.prefix { $0 == first }.count >= 3
      if isFence {
        let mark = indented.prefix { $0 == first }
        if let open = fence {
          if mark.starts(with: open) { fence = nil }
        } else {
          fence = mark
        }
      }
      let isCode = line.starts(with: "    ".utf8) || line.first == 0x09
      let isReference = first == 0x5B && indented.firstRange(of: Array("]:".utf8)) != nil
      if fence != nil || isFence || isCode || isReference || first == 0x7C || first == 0x3C {
        verbatim.append(range)
      }
    }
    return verbatim
  }
}
