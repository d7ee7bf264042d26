/// A block of a page that was text, as it stood before it was written in Markdown.
public enum MarkdownTile {
  /// The UTF-8 of the block's content and gap; what its row does not hold is read from `text`.
  public static func utf8(of row: WrittenBlock, in text: [UInt8]) -> [UInt8] {
    let gap = Array((row.gap ?? "").utf8)
    if let content = row.content { return Array(content.utf8) + gap }
    let start = min(row.outputUtf8[0], text.count)
    let end = min(max(start, row.outputUtf8[1]), text.count)
    return MarkdownText.unescaped(text[start..<end]) + gap
  }
}
