/// What a scalar may be to the rules of this module; a scalar that is nothing to them has no trait.
struct ScalarTraits: OptionSet {
  var rawValue: UInt32

  /// Text that holds it may not be in Normalization Form C.
  static let attentive = ScalarTraits(rawValue: 1 << 0)
  /// `NFC_Quick_Check` is not `Yes`.
  static let unstable = ScalarTraits(rawValue: 1 << 1)
  static let presentationForm = ScalarTraits(rawValue: 1 << 2)
  /// U+FEFF, U+200B, U+2060.
  static let zeroWidth = ScalarTraits(rawValue: 1 << 3)
  static let control = ScalarTraits(rawValue: 1 << 4)
  static let softHyphen = ScalarTraits(rawValue: 1 << 5)
  static let space = ScalarTraits(rawValue: 1 << 6)
  static let lineSeparator = ScalarTraits(rawValue: 1 << 7)
  static let nonJoiner = ScalarTraits(rawValue: 1 << 8)
  static let bidi = ScalarTraits(rawValue: 1 << 9)
  /// A letter that Persian writes with another code point.
  static let arabicForm = ScalarTraits(rawValue: 1 << 10)
  /// A letter that Arabic writes with another code point.
  static let persianForm = ScalarTraits(rawValue: 1 << 11)
  static let vowelSign = ScalarTraits(rawValue: 1 << 12)
  static let tatweel = ScalarTraits(rawValue: 1 << 13)
  static let digit = ScalarTraits(rawValue: 1 << 14)
  static let quote = ScalarTraits(rawValue: 1 << 15)
  static let tehMarbuta = ScalarTraits(rawValue: 1 << 16)

  /// The traits that are always looked at.
  static let always: ScalarTraits = [
    .attentive, .presentationForm, .zeroWidth, .control, .softHyphen, .space, .lineSeparator,
    .nonJoiner, .bidi,
  ]

  private static let rows: [(ScalarTraits, [ClosedRange<UInt32>])] = [
    (.attentive, CompositionRows.all.attentive),
    (.unstable, CompositionRows.all.unstable),
    (.presentationForm, [0xFB50...0xFBB1, 0xFBD3...0xFD3D, 0xFD50...0xFDC7, 0xFE70...0xFEFC]),
    (.zeroWidth, [0xFEFF...0xFEFF, 0x200B...0x200B, 0x2060...0x2060]),
    (.control, [0x00...0x08, 0x0B...0x0C, 0x0E...0x1F, 0x7F...0x9F]),
    (.softHyphen, [0xAD...0xAD]),
    (
      .space,
      [
        0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x202F...0x202F, 0x205F...0x205F,
        0x3000...0x3000,
      ]
    ),
    (.lineSeparator, [0x2028...0x2029]),
    (.nonJoiner, [0x200C...0x200C]),
    (.bidi, [0x061C...0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069]),
    (.arabicForm, [0x0643...0x0643, 0x0649...0x064A]),
    (.persianForm, [0x06A9...0x06A9, 0x06CC...0x06CC]),
    (.vowelSign, [0x064B...0x0652, 0x0670...0x0670]),
    (.tatweel, [0x0640...0x0640]),
    (.digit, [0x0660...0x0669, 0x06F0...0x06F9]),
    (.quote, [0x2018...0x201F]),
    (.tehMarbuta, [0x0629...0x0629]),
  ]

  /// The traits of each scalar of the basic plane.
  private static let basicPlane: [UInt32] = {
    var table = [UInt32](repeating: 0, count: 0x10000)
    for (trait, ranges) in rows {
      for range in ranges where range.upperBound <= 0xFFFF {
        for value in range { table[Int(value)] |= trait.rawValue }
      }
    }
    return table
  }()

  private static let beyondAttentive = CompositionRows.all.attentive.filter {
    $0.lowerBound > 0xFFFF
  }
  private static let beyondUnstable = CompositionRows.all.unstable.filter { $0.lowerBound > 0xFFFF }

  /// The traits of a scalar beyond the basic plane; few have any.
  static func beyondBasicPlane(_ value: UInt32) -> ScalarTraits {
    // Emoji and most ideographs: no row lies there.
    if (0x1F000..<0x2F800).contains(value) { return [] }
    guard beyondAttentive.contains(value) else { return [] }
    return beyondUnstable.contains(value) ? [.attentive, .unstable] : .attentive
  }

  /// The traits of any scalar.
  static func of(_ value: UInt32) -> ScalarTraits {
    value <= 0xFFFF
      ? ScalarTraits(rawValue: basicPlane[Int(value)]) : beyondBasicPlane(value)
  }

  /// Calls `body` with the table of the basic plane.
  @inline(__always)
  static func withBasicPlane<R>(_ body: (UnsafeBufferPointer<UInt32>) -> R) -> R {
    basicPlane.withUnsafeBufferPointer(body)
  }
}

extension [ClosedRange<UInt32>] {
  /// Whether one of these ascending ranges holds `value`; logarithmic.
  func contains(_ value: UInt32) -> Bool {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].contains(value)
  }
}
