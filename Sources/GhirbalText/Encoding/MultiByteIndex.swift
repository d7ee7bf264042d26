/// An index of the Encoding Standard: which scalar each pointer of a multi-byte encoding stands for.
///
/// https://encoding.spec.whatwg.org/#indexes. The system's `iconv` knows the same tables but for a few
/// rows, which are listed here. An index is read from it once, when it is first needed.
struct MultiByteIndex: Sendable {
  /// The scalar of each pointer; 0 where there is none.
  let scalars: [UInt32]
  /// Whether the system had the table.
  let isAvailable: Bool
  /// The pointer to write for each scalar below U+10000; `none` where there is none.
  private let pointers: [UInt16]
  private let pointersAbove: [UInt32: UInt16]

  private static let none = UInt16.max

  private init(
    _ name: String, count: Int, corrections: [(pointer: Int, scalar: UInt32)] = [],
    firstStandard: Int = 0, preferred: [Int] = [], sequence: (Int) -> [UInt8]
  ) {
    let found = SystemIndex.scalars(named: name, count: count, sequence: sequence)
    var scalars = found ?? [UInt32](repeating: 0, count: count)
    // A system without the table decodes nothing, rather than a few rows.
    if found != nil { for (pointer, scalar) in corrections { scalars[pointer] = scalar } }
    var pointers = [UInt16](repeating: Self.none, count: 0x1_0000)
    var pointersAbove: [UInt32: UInt16] = [:]
    func set(_ pointer: Int) {
      if scalars[pointer] == 0 { return }
      if scalars[pointer] < 0x1_0000 {
        pointers[Int(scalars[pointer])] = UInt16(pointer)
      } else {
        pointersAbove[scalars[pointer]] = UInt16(pointer)
      }
    }
    // The later call wins: first the extensions, last the rows that come before all others.
    for pointer in 0..<firstStandard { set(pointer) }
    for pointer in (firstStandard..<count).reversed() { set(pointer) }
    for pointer in preferred { set(pointer) }
    self.scalars = scalars
    self.pointers = pointers
    self.pointersAbove = pointersAbove
    isAvailable = found != nil
  }

  /// The scalar of `pointer`, if it has one.
  @inline(__always)
  func scalar(_ pointer: Int) -> UInt32? {
    guard pointer < scalars.count else { return nil }
    let scalar = scalars[pointer]
    return scalar == 0 ? nil : scalar
  }

  /// The pointer to write for `scalar`, if one stands for it.
  func pointer(_ scalar: UInt32) -> Int? {
    guard scalar < 0x1_0000 else { return pointersAbove[scalar].map { Int($0) } }
    let pointer = pointers[Int(scalar)]
    return pointer == Self.none ? nil : Int(pointer)
  }

  /// Two-byte GB18030 and GBK, 190 trail bytes to a lead byte.
  static let gb18030 = MultiByteIndex(
    "GB18030", count: 126 * 190, corrections: gb18030Corrections
  ) { pointer in
    let trail = pointer % 190
    return [UInt8(pointer / 190 + 0x81), UInt8(trail + (trail < 0x3F ? 0x40 : 0x41))]
  }

  /// Big5 with the Hong Kong characters, 157 trail bytes to a lead byte.
  ///
  /// What stands twice is written outside of the Hong Kong rows, and six box lines and numerals in
  /// their second place: https://encoding.spec.whatwg.org/#index-big5-pointer
  static let big5 = MultiByteIndex(
    "BIG5-HKSCS", count: 126 * 157, corrections: big5Corrections, firstStandard: 32 * 157,
    preferred: [(0xF9, 0xF9), (0xF9, 0xE9), (0xF9, 0xEB), (0xF9, 0xEA), (0xA4, 0x51), (0xA4, 0xCA)]
      .map { lead, trail in (lead - 0x81) * 157 + trail - (trail < 0x7F ? 0x40 : 0x62) }
  ) { pointer in
    let trail = pointer % 157
    return [UInt8(pointer / 157 + 0x81), UInt8(trail + (trail < 0x3F ? 0x40 : 0x62))]
  }

  /// JIS X 0208 with the vendors' rows, 94 to a row, read through Shift_JIS, which reaches all of them.
  static let jis0208 = MultiByteIndex("CP932", count: 60 * 188) { pointer in
    let lead = pointer / 188
    let trail = pointer % 188
    // 8836...10715 is the private use area of Shift_JIS, no part of the index.
    if pointer >= 8836, pointer <= 10715 { return [] }
    return [
      UInt8(lead + (lead < 0x1F ? 0x81 : 0xC1)), UInt8(trail + (trail < 0x3F ? 0x40 : 0x41)),
    ]
  }

  /// Where the kanji of NEC's selection stand again, as IBM placed them: Shift_JIS writes those.
  ///
  /// https://encoding.spec.whatwg.org/#index-shift_jis-pointer
  static let ibmPointers: [UInt32: Int] = {
    var pointers: [UInt32: Int] = [:]
    for pointer in (10716..<jis0208.scalars.count).reversed() {
      if let scalar = jis0208.scalar(pointer) { pointers[scalar] = pointer }
    }
    return pointers
  }()

  /// JIS X 0212, 94 to a row.
  static let jis0212 = MultiByteIndex(
    "EUC-JP", count: 94 * 94, corrections: [(116, 0xFF5E)]
  ) { pointer in
    [0x8F, UInt8(pointer / 94 + 0xA1), UInt8(pointer % 94 + 0xA1)]
  }

  /// Unified Hangul, 190 trail bytes to a lead byte.
  static let eucKR = MultiByteIndex("CP949", count: 126 * 190) { pointer in
    [UInt8(pointer / 190 + 0x81), UInt8(pointer % 190 + 0x41)]
  }

  /// Punctuation for which the standard follows the vendors' Big5 rather than Hong Kong's.
  private static let big5Corrections: [(pointer: Int, scalar: UInt32)] = [
    (5029, 0x2027), (5038, 0xFE51), (5050, 0x2574), (5120, 0x00AF), (5121, 0xFFE3),
    (5123, 0x02CD), (5153, 0xFF5E), (5168, 0x2295), (5169, 0x2299), (5180, 0xFF0F),
    (5181, 0xFF3C), (5182, 0x2215), (5183, 0xFE68), (5185, 0xFFE5), (5187, 0xFFE0),
    (5188, 0xFFE1), (5287, 0x5341), (5289, 0x5345), (5465, 0x20AC),
  ]

  /// The rows in which the standard follows GB18030-2022, whatever edition the system has; the second
  /// ideographic space at 0xA3A0; and six ideographs that stay in the private use area.
  private static let gb18030Corrections: [(pointer: Int, scalar: UInt32)] = [
    (0xA2E3, 0x20AC), (0xA3A0, 0x3000), (0xA8BC, 0x1E3F), (0xA8BF, 0x01F9),
    (0xA6D9, 0xFE10), (0xA6DA, 0xFE12), (0xA6DB, 0xFE11), (0xA6DC, 0xFE13),
    (0xA6DD, 0xFE14), (0xA6DE, 0xFE15), (0xA6DF, 0xFE16), (0xA6EC, 0xFE17),
    (0xA6ED, 0xFE18), (0xA6F3, 0xFE19), (0xFE59, 0x9FB4), (0xFE61, 0x9FB5),
    (0xFE66, 0x9FB6), (0xFE67, 0x9FB7), (0xFE6D, 0x9FB8), (0xFE7E, 0x9FB9),
    (0xFE90, 0x9FBA), (0xFEA0, 0x9FBB), (0xFE51, 0xE816), (0xFE52, 0xE817),
    (0xFE53, 0xE818), (0xFE6C, 0xE831), (0xFE76, 0xE83B), (0xFE91, 0xE855),
  ].map { pair, scalar in
    let trail = pair & 0xFF
    return ((pair >> 8 - 0x81) * 190 + trail - (trail < 0x7F ? 0x40 : 0x41), UInt32(scalar))
  }
}
