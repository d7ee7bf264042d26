import GhirbalDocument

/// A page as a row of CSV (RFC 4180): for spreadsheets and tables of data.
///
/// Every row has the same columns; what nobody knows is empty, and several values of one fact are parted
/// by "; ".
public struct CSVRow: Sendable {
  private let values: [String]

  /// The names of the columns.
  public static let header = CSVRow(values: columns.map(\.name)).utf8

  private static let columns: [(name: String, value: @Sendable (Columns) -> String?)] = [
    ("id", \.id), ("status", \.row.status.rawValue), ("reason", \.row.reason),
    ("url", \.url), ("title", { $0[.title] }), ("authors", { $0[.author] }),
    ("date", { $0[.published] }), ("site_name", { $0[.siteName] }), ("tags", { $0[.tag] }),
    ("language", \.record?.language),
    ("text", { $0.text.map { String(decoding: $0, as: UTF8.self) } }),
  ]

  private struct Columns {
    let id: String
    let row: Manifest.Row
    let url: String?
    let text: [UInt8]?
    let record: ProvenanceRecord?

    subscript(field: MetadataField) -> String? {
      record?.metadata[field].joined(separator: "; ")
    }
  }

  private init(values: [String]) { self.values = values }

  /// - Parameters:
  ///   - text: Nil where the page failed or was dropped.
  ///   - record: Nil where the page failed.
  public init(
    id: String, row: Manifest.Row, url: String?, text: [UInt8]?, record: ProvenanceRecord?
  ) {
    let columns = Columns(id: id, row: row, url: url, text: text, record: record)
    values = Self.columns.map { $0.value(columns) ?? "" }
  }

  /// The row with its line end.
  public var utf8: [UInt8] {
    Array(values.map { Self.quoted(Array($0.utf8)) }.joined(separator: [0x2C])) + [0x0D, 0x0A]
  }

  /// A value in quotes where something in it would end it, or is white space that readers drop. By its
  /// bytes: a quote with a combining mark on it is a quote.
  private static func quoted(_ value: [UInt8]) -> [UInt8] {
    let isPlain =
      !value.contains(where: marks.contains) && value.first != 0x20 && value.last != 0x20
    return isPlain
      ? value : [0x22] + value.flatMap { $0 == 0x22 ? [0x22, 0x22] : [$0] } + [0x22]
  }

  private static let marks: Set<UInt8> = [0x22, 0x2C, 0x0D, 0x0A]
}
