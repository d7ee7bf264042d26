internal import CGhirbalData

/// What bytes 0x80...0xFF stand for in each single-byte encoding; U+FFFD where nothing does.
enum SingleByteTables {
  /// The scalars of `name`, an encoding of the Encoding Standard or `cp437`, from 0x80 on: 128.
  static func upperHalf(_ name: String) -> [UInt16] {
    guard let scalars = byName[name] else { preconditionFailure("there is a table of \(name)") }
    return scalars
  }

  private static let byName: [String: [UInt16]] = {
    var byName: [String: [UInt16]] = [:]
    for row in TableRows(ghirbal_single_byte_encodings()) {
      byName[row[0].string, default: []] += row.dropFirst(2).map { UInt16($0.hex) }
    }
    return byName
  }()
}
