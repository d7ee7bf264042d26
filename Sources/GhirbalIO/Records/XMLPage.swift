import GhirbalDocument

/// A page as an element of XML: its facts as attributes, its blocks as elements whose names users of
/// trafilatura know (`doc`, `main`, `p`, `head`, `list`, `item`, `quote`, `code`, `cell`).
///
/// It is no TEI: that wants a header and divisions, which Ghirbal does not know of.
public struct XMLPage: Sendable {
  private let id: String
  private let url: String?
  private let text: [UInt8]
  private let record: ProvenanceRecord

  public static let opening = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<pages>\n".utf8)
  public static let closing = Array("</pages>\n".utf8)

  /// `text` is the clean text that `record` is about.
  public init(id: String, url: String?, text: [UInt8], record: ProvenanceRecord) {
    self.id = id
    self.url = url
    self.text = text
    self.record = record
  }

  /// The element, with its line feed.
  public var utf8: [UInt8] {
    let facts: [(name: String, value: String?)] = [
      ("id", id), ("url", url), ("title", fact(.title)), ("author", fact(.author)),
      ("date", fact(.published)), ("sitename", fact(.siteName)), ("tags", fact(.tag)),
      ("language", record.language),
    ]
    let attributes = facts.map { name, value in
      value.map { " \(name)=\"\($0.xmlEscaped)\"" } ?? ""
    }
    return Array("<doc\(attributes.joined())>\n<main>\n\(blocks)</main>\n</doc>\n".utf8)
  }

  private func fact(_ field: MetadataField) -> String? {
    let values = record.metadata[field]
    return values.isEmpty ? nil : values.joined(separator: "; ")
  }

  private var blocks: String {
    var xml = ""
    var isInList = false
    for row in record.blocks {
      let isItem = row.kind == BlockKind.listItem.name
      if isItem != isInList { xml += isItem ? "<list>\n" : "</list>\n" }
      isInList = isItem
      let name = Self.names[row.kind] ?? "p"
      xml += "<\(name)>\(content(row))</\(name)>\n"
    }
    return xml + (isInList ? "</list>\n" : "")
  }

  private static let names: [String: String] = [
    BlockKind.heading(level: 0).name: "head", BlockKind.listItem.name: "item",
    BlockKind.quotation.name: "quote", BlockKind.preformatted.name: "code",
    BlockKind.tableCell.name: "cell",
  ]

  /// Line ends and tabs stay as they are: in an element XML keeps them.
  private func content(_ row: WrittenBlock) -> String {
    let start = min(row.outputUtf8[0], text.count)
    let bytes = text[start..<min(max(start, row.outputUtf8[1]), text.count)]
    return bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      line.split(separator: 0x09, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self).xmlEscaped }.joined(separator: "\t")
    }.joined(separator: "\n")
  }
}
