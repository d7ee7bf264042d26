import GhirbalDocument
import GhirbalIO
import GhirbalText

/// What a stage made of a flattened text.
struct Sample {
  /// The clean text.
  let text: String
  let document: Document
  let ledger: Ledger

  /// Runs one stage over `raw`, read as flattened text.
  ///
  /// - Parameter language: what the pipeline identified; nil for nothing.
  init<S: Stage>(_ raw: String, through stage: S, language: String? = nil) {
    let utf8 = Array(raw.utf8)
    var document = TextReader.document(
      utf8, source: DecodingMap(identity: utf8.count))
    let tag = language.flatMap { Language(rawValue: $0) }
    if tag != nil {
      document.identifyLanguages(
        where: { _ in true }, dominant: { _ in tag }, block: { _, _, _ in (tag, nil) })
    }
    var ledger = Ledger()
    document.apply(stage.edits(for: document), of: S.name, to: &ledger)
    self.document = document
    self.ledger = ledger
    text = document.liveBlocks.map { String(decoding: document.utf8[$0.tile], as: UTF8.self) }
      .joined()
  }

  /// The ledger as "change reason" words, for comparing in a row.
  var reasons: [String] { ledger.entries.map { "\($0.change.rawValue) \($0.reason)" } }
}
