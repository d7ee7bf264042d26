public import GhirbalDocument
import GhirbalHTML
import GhirbalIO
import GhirbalStages
public import GhirbalText

/// A page that was decoded and cut into blocks, with what was decided on the way.
public struct PageReading: Sendable {
  public let document: Document
  public let encoding: TextEncoding
  /// How the encoding was decided, as a word.
  public let encodingEvidence: String
  /// Raw bytes of a text page that encoding its decoded text would not give back.
  public let irreversible: [RawPiece]
  /// Limits the page ran into and what else is odd about it, by name, sorted.
  public let flags: [String]
}

/// From bytes to a document: encoding, decoding, format, blocks.
public struct PageReader: Sendable {
  private let options: ReadingOptions

  public init(_ options: ReadingOptions) { self.options = options }

  public func read(_ page: Page) throws(PageProblem) -> PageReading {
    let (decoded, format, encoding, evidence) = try decode(page)
    var flags: [String] = []
    let document: Document
    var irreversible: [RawPiece] = []
    switch format {
    case .html:
      let reading = HTMLReader.document(
        decoded.utf8, source: decoded.map, reading: options.markup)
      document = reading.document
      flags = reading.flags.map(\.rawValue)
      if ScriptShell.isOne(document) { flags.append(ScriptShell.flag) }
      flags.sort()
    case .text:
      document = TextReader.document(decoded.utf8, source: decoded.map)
      irreversible = decoded.irreversiblePieces(of: page.bytes.span)
    }
    if let limit = options.maxBlockBytes,
      document.blocks.contains(where: { $0.content.count > limit })
    {
      throw .blockTooLong
    }
    return PageReading(
      document: document, encoding: encoding, encodingEvidence: evidence,
      irreversible: irreversible, flags: flags)
  }

  /// The text of a page that is one, decoded and not cut into blocks; nil for markup.
  func text(of page: Page) throws(PageProblem) -> [UInt8]? {
    let (decoded, format, _, _) = try decode(page)
    return format == .text ? decoded.utf8 : nil
  }

  private func decode(
    _ page: Page
  ) throws(PageProblem) -> (DecodedText, PageFormat, TextEncoding, evidence: String) {
    guard page.bytes.count <= options.maxPageBytes else { throw .pageTooLarge }
    let (encoding, evidence) = decideEncoding(of: page)
    let wanted = options.format ?? page.format
    // Who names the format says that the page is one.
    guard wanted != nil || !Self.isBinary(page.bytes, encoding) else { throw .notText }
    let decoded = encoding.decode(page.bytes)
    return (
      decoded, wanted ?? PageFormat(sniffing: decoded.utf8, path: page.path), encoding, evidence
    )
  }

  /// The encoding of a page, and what told it: a word of `EncodingDecision.Evidence`, or `override`.
  private func decideEncoding(of page: Page) -> (TextEncoding, evidence: String) {
    if let encoding = options.encoding.flatMap({ TextEncoding(label: $0) }) {
      return (encoding, "override")
    }
    let isHTML =
      (options.format ?? page.format).map { $0 == .html }
      ?? PageFormat.looksLikeMarkup(page.bytes, path: page.path)
    let decision = TextEncoding.decide(
      page.bytes.span, transportLabel: page.transportCharset, isHTML: isHTML)
    return (decision.encoding, decision.evidence.rawValue)
  }

  /// Whether the bytes are no text: many control characters, in an encoding that has them as such.
  private static func isBinary(_ bytes: [UInt8], _ encoding: TextEncoding) -> Bool {
    encoding != .utf16LE && encoding != .utf16BE && MediaKind.hasManyControls(bytes)
  }
}
