public import GhirbalDocument

/// Writes a document in the format that its options name.
public enum DocumentWriter {
  /// The written document; `url` is where its page was fetched from, which relative links start at.
  public static func write(
    _ document: Document, _ options: WritingOptions, url: String?
  ) -> WrittenDocument {
    let targets =
      options.effectiveLinks == .inline ? LinkTargets(document.elements, url: url) : nil
    return switch options.format {
    case .text:
      TextWriter.write(document, targets, options.effectiveListMarks(of: document.format))
    case .markdown: MarkdownWriter.write(document, targets, url: url)
    }
  }
}
