public import GhirbalDocument
import GhirbalHTML
import GhirbalIO
import GhirbalText

/// What a stage made of a document.
public struct StageSample {
  public let document: Document
  public let ledger: Ledger

  /// Runs one stage over `raw`.
  public init<S: Stage>(_ raw: Document, through stage: S) {
    var document = raw
    var ledger = Ledger()
    document.apply(stage.edits(for: document), of: S.name, to: &ledger)
    self.document = document
    self.ledger = ledger
  }

  public init<S: Stage>(_ raw: DocumentBuilder, through stage: S) {
    self.init(raw.document, through: stage)
  }

  /// Runs one stage over `raw`, read as flattened text.
  ///
  /// - Parameter language: what the pipeline identified; nil for nothing.
  public init<S: Stage>(_ raw: String, through stage: S, language: String? = nil) {
    var document = Document(flattened: raw)
    let tag = language.flatMap { Language(rawValue: $0) }
    if tag != nil {
      document.identifyLanguages(
        document: tag, where: { _ in true }, block: { _, _ in (tag, nil) })
    }
    self.init(document, through: stage)
  }

  /// The tiles of the live blocks, gaps included.
  public var text: String {
    document.liveBlocks.map { String(decoding: document.utf8[$0.tile], as: UTF8.self) }.joined()
  }

  /// The contents of the live blocks.
  public var lines: [String] { document.liveBlocks.map { document.string(of: $0) } }

  /// The ledger as "change reason" words, for comparing in a row.
  public var reasons: [String] { ledger.entries.map { "\($0.change.rawValue) \($0.reason)" } }
}

extension Document {
  /// A flattened text as the reader reads it.
  public init(flattened text: String) {
    let utf8 = Array(text.utf8)
    self = TextReader.document(utf8, source: DecodingMap(identity: utf8.count))
  }

  /// A page's markup as the reader reads it.
  public init(markup: String) {
    let utf8 = Array(markup.utf8)
    self =
      HTMLReader.document(utf8, source: DecodingMap(identity: utf8.count))
      .document
  }
}
