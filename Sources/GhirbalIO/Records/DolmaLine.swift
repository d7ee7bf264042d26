import Foundation
import GhirbalDocument
import GhirbalText

/// A page in the two files that Dolma's tools keep of it: the document, and beside it what is known
/// of its parts, as standoff attributes.
///
/// Ends of spans are code points of the text, as Python counts them, with the end excluded.
public struct DolmaLine: Sendable {
  private let id: String
  private let text: [UInt8]
  private let record: ProvenanceRecord

  /// `text` is the clean text that `record` is about.
  public init(id: String, text: [UInt8], record: ProvenanceRecord) {
    self.id = id
    self.text = text
    self.record = record
  }

  /// The text of an id that is given as JSON text: Dolma's ids are texts, numbers as they are typed.
  public static func id(_ json: [UInt8]) -> String {
    (try? JSONDecoder().decode(String.self, from: Data(json)))
      ?? String(decoding: json, as: UTF8.self)
  }

  /// What `source` is for pages without a URL.
  static let unknownSource = "unknown"

  /// The document, with its line feed.
  public var document: [UInt8] {
    var json = JSONText()
    json.object {
      $0.member("id", id)
      $0.member("text", String(decoding: text, as: UTF8.self))
      $0.member("source", record.source.url.flatMap(WebAddress.host) ?? Self.unknownSource)
      if let fetched = record.source.fetchedAt { $0.member("added", fetched) }
      if let published = record.metadata[.published].first { $0.member("created", published) }
      $0.key("metadata")
      $0.object { metadata in
        metadata.member("path", record.source.path)
        metadata.member("url", record.source.url)
        metadata.originMembers(nil, record.source.fetchedAt, record.source.warcRecordId)
        metadata.member("source_sha256", record.source.sha256)
        record.writeDocument(&metadata)
      }
    }
    json.endRecord()
    return json.utf8
  }

  /// The attributes, with the line feed.
  public var attributes: [UInt8] {
    var json = JSONText()
    json.object {
      $0.member("id", id)
      $0.key("attributes")
      $0.object { attributes in
        for (name, spans) in spans {
          attributes.key("ghirbal__\(name)")
          attributes.array { list in
            for span in spans {
              list.array {
                $0.value(span.range.lowerBound)
                $0.value(span.range.upperBound)
                $0.value(span.value)
              }
            }
          }
        }
      }
    }
    json.endRecord()
    return json.utf8
  }

  private struct Span {
    var range: Range<Int>
    var value: Double
  }

  /// The attributes in the order of their names: Dolma reads three parts, experiment, tagger and type.
  private var spans: [(name: String, spans: [Span])] {
    var byName: [String: [Span]] = [:]
    var confidences: [Int: Double] = [:]
    var changes: [Int: Int] = [:]
    for entry in record.ledger.entries {
      guard let block = entry.block?.index else { continue }
      switch entry.change {
      case .keep, .pin, .setApart, .setFirst: confidences[block] = entry.confidence
      case .replace: changes[block, default: 0] += 1
      case .drop, .lift: break
      }
    }
    let places = CodePoints(text)
    for row in record.blocks {
      let range = places.range(row.outputUtf8[0]..<row.outputUtf8[1])
      byName["kind__\(row.kind)", default: []].append(Span(range: range, value: 1))
      if let language = row.language {
        byName["language__\(language)", default: []].append(Span(range: range, value: 1))
      }
      if let confidence = confidences[row.block] {
        byName["block__confidence", default: []].append(Span(range: range, value: confidence))
      }
      if let count = changes[row.block] {
        byName["block__changes", default: []].append(Span(range: range, value: Double(count)))
      }
    }
    let whole = places.range(0..<text.count)
    byName["document__edits"] = [Span(range: whole, value: Double(record.ledger.entries.count))]
    return byName.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

/// The way from UTF-8 offsets of a text to its code points, counted once every some bytes.
private struct CodePoints {
  private let text: [UInt8]
  /// Code points before each step of `stride` bytes.
  private let counts: [Int]
  private static let stride = 256

  init(_ text: [UInt8]) {
    self.text = text
    var counts: [Int] = []
    counts.reserveCapacity(text.count / Self.stride + 1)
    var count = 0
    for (index, byte) in text.enumerated() {
      if index % Self.stride == 0 { counts.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    if text.count % Self.stride == 0 { counts.append(count) }
    self.counts = counts
  }

  func range(_ utf8: Range<Int>) -> Range<Int> {
    codePoint(at: utf8.lowerBound)..<codePoint(at: utf8.upperBound)
  }

  private func codePoint(at offset: Int) -> Int {
    let step = offset / Self.stride
    return text[step * Self.stride..<offset].reduce(counts[step]) {
      $0 + ($1 & 0xC0 != 0x80 ? 1 : 0)
    }
  }
}
