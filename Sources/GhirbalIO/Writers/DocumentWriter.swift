public import GhirbalDocument

/// Writes a document in the format that its options name.
public enum DocumentWriter {
  /// The written document, behind its front matter where that is wanted and there is a text.
  ///
  /// - Parameter language: That of most of the text, as its record says it.
  public static func write(
    _ document: Document, _ options: WritingOptions, url: String?, language: String?
  ) -> WrittenDocument {
    let written = write(document, options, url: url)
    guard options.frontMatter, !written.text.isEmpty else { return written }
    let front = FrontMatter(document.metadata, url: url, language: language).utf8
    var result = WrittenDocument()
    result.append(WrittenDocument(text: front))
    result.append(written)
    return result
  }

  /// The written document: the title that was set first, the text, and below a line of three hyphens
  /// what was set apart; `url` is where its page was fetched from, which relative links start at.
  ///
  /// The line is the writer's, like the marks of Markdown, where it is a thematic break; it stands
  /// there whenever there is something below it. All parts keep their order.
  private static func write(
    _ document: Document, _ options: WritingOptions, url: String?
  ) -> WrittenDocument {
    guard document.liveBlocks.contains(where: { !DocumentPart.body.holds($0.standing) }) else {
      return writePart(document, options, url: url)
    }
    var written = WrittenDocument()
    for part in DocumentPart.allCases {
      guard document.liveBlocks.contains(where: { part.holds($0.standing) }) else { continue }
      let next = writePart(document.with { part.holds($0.standing) }, options, url: url)
      if part == .apart || !written.text.isEmpty {
        let lineEnds = written.text.suffix(2).reversed().prefix { $0 == 0x0A }.count
        written.text += Array(
          repeating: 0x0A, count: written.text.isEmpty ? 0 : 2 - lineEnds)
        written.text += part.opening
      }
      written.append(next)
    }
    return written
  }

  /// A part of a text by how its blocks stand, in the order of the text.
  private enum DocumentPart: CaseIterable {
    case first, body, apart

    func holds(_ standing: Standing) -> Bool {
      switch standing {
      case .setFirst: self == .first
      case .open, .pinned: self == .body
      case .setApart: self == .apart
      }
    }

    /// What stands before it.
    var opening: [UInt8] { self == .apart ? Array("---\n\n".utf8) : [] }
  }

  private static func writePart(
    _ document: Document, _ options: WritingOptions, url: String?
  ) -> WrittenDocument {
    let targets =
      options.effectiveLinks == .inline ? LinkTargets(document.elements, url: url) : nil
    return options.format.write(
      document, targets, options.effectiveListMarks(of: document.format), url)
  }
}
