public import GhirbalDocument

/// Writes a document in the format that its options name.
public enum DocumentWriter {
  /// The written document, with the blocks that are set apart behind all others, below a line of three
  /// hyphens; `url` is where its page was fetched from, which relative links start at.
  ///
  /// The line is the writer's, like the marks of Markdown, where it is a thematic break; it stands
  /// there whenever there is something below it. Both parts keep their order.
  public static func write(
    _ document: Document, _ options: WritingOptions, url: String?
  ) -> WrittenDocument {
    guard document.liveBlocks.contains(where: { $0.standing == .setApart }) else {
      return writePart(document, options, url: url)
    }
    var written = writePart(document.with { $0.standing != .setApart }, options, url: url)
    let end = written.text.suffix(2)
    let lineEnds = written.text.isEmpty ? 2 : end.reversed().prefix { $0 == 0x0A }.count
    written.text += Array(repeating: 0x0A, count: 2 - lineEnds) + Array("---\n\n".utf8)
    let start = written.text.count
    let rest = writePart(document.with { $0.standing == .setApart }, options, url: url)
    written.text += rest.text
    written.blocks += rest.blocks.map { row in
      var row = row
      row.outputUtf8 = row.outputUtf8.map { $0 + start }
      return row
    }
    return written
  }

  private static func writePart(
    _ document: Document, _ options: WritingOptions, url: String?
  ) -> WrittenDocument {
    let targets =
      options.effectiveLinks == .inline ? LinkTargets(document.elements, url: url) : nil
    return options.format.write(
      document, targets, options.effectiveListMarks(of: document.format), url)
  }

  /// Writes a document with some of its blocks behind all others, below a line of three hyphens.
  ///
  /// The line is the writer's, like the marks of Markdown, where it is a thematic break; it stands
  /// there whenever there is something below it. Both parts keep their order.
  public static func write(
    _ document: Document, settingApart apart: Set<BlockID>, _ options: WritingOptions, url: String?
  ) -> WrittenDocument {
    let below = apart.isEmpty ? nil : document.with { apart.contains($0.id) }
    guard let below, below.liveBlocks.contains(where: { _ in true }) else {
      return write(document, options, url: url)
    }
    var written = write(document.with { !apart.contains($0.id) }, options, url: url)
    let end = written.text.suffix(2)
    let lineEnds = written.text.isEmpty ? 2 : end.reversed().prefix { $0 == 0x0A }.count
    written.text += Array(repeating: 0x0A, count: 2 - lineEnds) + Array("---\n\n".utf8)
    let start = written.text.count
    let rest = write(below, options, url: url)
    written.text += rest.text
    written.blocks += rest.blocks.map { row in
      var row = row
      row.outputUtf8 = row.outputUtf8.map { $0 + start }
      return row
    }
    return written
  }
}
