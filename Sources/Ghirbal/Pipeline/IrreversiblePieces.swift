import GhirbalIO
import GhirbalText

extension ProvenanceRecord.Source.RawPiece {
  init(_ piece: RawPiece) {
    self.init(
      sourceBytes: piece.sourceRange, decodedUtf8: piece.utf8Range, hex: piece.bytes.hexadecimal)
  }
}

extension RawPiece {
  /// The piece as a record holds it; nil where its digits are no bytes.
  init?(_ row: ProvenanceRecord.Source.RawPiece) {
    guard let bytes = [UInt8](hexadecimal: row.hex) else { return nil }
    self.init(
      utf8Range: row.decodedUtf8[0]..<row.decodedUtf8[1],
      sourceRange: row.sourceBytes[0]..<row.sourceBytes[1], bytes: bytes)
  }
}

extension Array where Element == UInt8 {
  /// The bytes that hexadecimal digits name; nil where they do not.
  init?(hexadecimal digits: String) {
    var bytes: [UInt8] = []
    var high: UInt8?
    for character in digits {
      guard let digit = character.hexDigitValue.map(UInt8.init) else { return nil }
      if let first = high {
        bytes.append(first << 4 | digit)
        high = nil
      } else {
        high = digit
      }
    }
    guard high == nil else { return nil }
    self = bytes
  }
}
