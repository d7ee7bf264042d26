import GhirbalDocument
public import GhirbalIO
import GhirbalText

/// Gives back the raw bytes of a flattened text from its clean text and its record.
public enum PageRestorer {
  /// The raw page, byte for byte.
  ///
  /// Throws for a page that was HTML (its markup is not in the record) and where text and record do
  /// not belong together.
  public static func rawBytes(
    of text: [UInt8], _ record: ProvenanceRecord
  ) throws(VerificationFailure) -> [UInt8] {
    guard record.source.format == "text" else {
      throw VerificationFailure("the page was \(record.source.format); only text can be restored")
    }
    guard record.output == nil || text.sha256 == record.output?.sha256 else {
      throw VerificationFailure("the text is not the one that the record describes")
    }
    let decoded: [UInt8]
    do {
      let tiles = (record.output?.format ?? .text).tiles(record.blocks, text)
      let numbers = record.blocks.map { BlockID($0.block) }
      decoded = try record.ledger.restoring(
        Dictionary(zip(numbers, tiles), uniquingKeysWith: { first, _ in first }),
        blockCount: record.source.blocks)
    } catch {
      throw VerificationFailure(error.problem)
    }
    let raw = encode(decoded, record.source)
    guard let raw, raw.sha256 == record.source.sha256 else {
      throw VerificationFailure("what comes out is not the raw page")
    }
    return raw
  }

  private static func encode(_ utf8: [UInt8], _ source: ProvenanceRecord.Source) -> [UInt8]? {
    guard let encoding = TextEncoding(label: source.encoding) else { return nil }
    return encoding.encode(utf8.span, restoring: source.irreversible)
  }
}
