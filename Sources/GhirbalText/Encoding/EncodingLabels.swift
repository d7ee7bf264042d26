internal import CGhirbalData

/// The labels under which encodings are declared on the web.
enum EncodingLabels {
  static let byLabel: [String: TextEncoding.Kind] = {
    var byLabel: [String: TextEncoding.Kind] = [:]
    for row in TableRows(ghirbal_encoding_labels()) {
      guard let kind = TextEncoding.Kind(rawValue: row[1].string) else {
        preconditionFailure("a row of labels names an encoding")
      }
      for label in row.dropFirst(2) { byLabel[label.string] = kind }
    }
    return byLabel
  }()
}
