import GhirbalDocument
import GhirbalHTML
import GhirbalText

/// What the reader made of a page written in a test.
struct MarkupSample {
  let markup: [UInt8]
  let document: Document
  let flags: Set<HTMLReader.Flag>

  init(_ markup: String) { self.init(Array(markup.utf8)) }

  init(_ markup: [UInt8]) {
    self.markup = markup
    (document, flags) = HTMLReader.document(
      markup, source: DecodingMap(identity: markup.count))
  }

  /// The tiles of all blocks, gaps included.
  var text: String {
    document.blocks.map { String(decoding: document.utf8[$0.tile], as: UTF8.self) }.joined()
  }

  /// The content of each block.
  var contents: [String] { document.blocks.map { document.string(of: $0) } }

  /// "kind: content" of each block.
  var outline: [String] {
    document.blocks.map { block in
      let level = if case .heading(let level) = block.kind { "\(level)" } else { "" }
      return "\(block.kind.name)\(level): \(document.string(of: block))"
    }
  }

  /// The raw bytes that each block says it came from.
  var sources: [String] {
    document.blocks.map { String(decoding: markup[$0.sourceBytes], as: UTF8.self) }
  }
}
