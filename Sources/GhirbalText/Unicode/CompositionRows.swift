internal import CGhirbalData

/// Which scalars can make text differ from its Normalization Form C.
///
/// A scalar in no row here starts a new cluster: it has combining class 0 and `NFC_Quick_Check=Yes`, so
/// nothing before it changes it. See
/// <https://www.unicode.org/reports/tr15/#Detecting_Normalization_Forms>.
struct CompositionRows {
  /// Scalars with a combining class other than 0, or with `NFC_Quick_Check` other than `Yes`; ascending.
  private(set) var attentive: [ClosedRange<UInt32>] = []
  /// Scalars with `NFC_Quick_Check` `No` or `Maybe`; ascending.
  private(set) var unstable: [ClosedRange<UInt32>] = []
  /// What an Arabic or Indic sign composes with when it stands right behind it.
  private(set) var partners: [UInt32: [UInt32]] = [:]

  static let all = CompositionRows()

  private init() {
    for row in TableRows(ghirbal_composition()) {
      let fields = row.dropFirst()
      switch row[0].string {
      case "attentive": attentive += fields.map(\.hexRange)
      case "unstable": unstable += fields.map(\.hexRange)
      default: partners[row[1].hex] = fields.dropFirst().map(\.hex)
      }
    }
  }
}
