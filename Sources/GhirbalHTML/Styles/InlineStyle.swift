/// What an element's own `style` says about whether and how its text is laid out (CSS Syntax Level 3,
/// section 5.4.4, as far as people write it).
struct InlineStyle {
  enum Display { case none, inline, block, other }
  enum Size { case nothing, something }

  private(set) var display: Display?
  /// Whether `visibility` hides; nil where it is not declared.
  private(set) var isInvisible: Bool?
  private(set) var fontSize: Size?
  /// Whether the text is set above or below its line.
  private(set) var height: TextHeight?
  /// Whether the text cannot be selected, and so is not copied with what stands around it.
  private(set) var isUnselectable = false
  /// Whether `display` or `visibility` is declared as `!important`.
  private(set) var isImportant = false
  private var isClear = false
  private var isPositioned = false
  private var isFarOff = false
  private var isClipped = false

  init() {}

  /// Reads the declarations in order; the last one of a property counts.
  init(_ style: UnsafeBufferPointer<UInt8>) {
    var start = 0
    while start < style.count {
      var end = start
      var colon: Int?
      while end < style.count, style[end] != UInt8(ascii: ";") {
        if colon == nil, style[end] == UInt8(ascii: ":") { colon = end }
        end += 1
      }
      if let colon {
        // A comment may stand before the name.
        let name = style[start..<colon].lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? start
        declare(Self.trimmed(style[name..<colon]), Self.trimmed(style[colon + 1..<end]))
      }
      start = end + 1
    }
  }

  /// Whether the element and all in it is not laid out.
  var isHidden: Bool { display == Display.none || isInvisible == true || fontSize == .nothing }

  func declares(_ property: StyleRule.Property) -> Bool {
    switch property {
    case .display: display != nil
    case .visibility: isInvisible != nil
    }
  }

  /// Whether it is laid out where or how nobody sees it.
  var isOutOfSight: Bool { isClear || (isPositioned && isFarOff) }

  /// Whether it is cut down to nothing, as is done with text that shall be read aloud.
  var isForScreenReaders: Bool { isPositioned && isClipped }

  private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

  private mutating func declare(_ property: Bytes, _ value: Bytes) {
    guard let first = property.first else { return }
    switch first | 0x20 {
    case UInt8(ascii: "d"):
      guard Self.isEqual(property, "display") else { return }
      noteImportance(value)
      display = Self.displays.first { Self.starts(value, $0.word) }?.display ?? .other
    case UInt8(ascii: "v"):
      if Self.isEqual(property, "vertical-align") {
        height = Self.heights.first { Self.starts(value, $0.word) }?.height
      }
      guard Self.isEqual(property, "visibility") else { return }
      noteImportance(value)
      isInvisible = Self.starts(value, "hidden") || Self.starts(value, "collapse")
    case UInt8(ascii: "u"), UInt8(ascii: "-"):
      if Self.selections.contains(where: { Self.isEqual(property, $0) }) {
        isUnselectable = Self.starts(value, "none")
      }
    case UInt8(ascii: "f"):
      guard Self.isEqual(property, "font-size") else { return }
      fontSize = Self.isZero(value) ? .nothing : .something
    case UInt8(ascii: "o"):
      if Self.isEqual(property, "opacity") { isClear = Self.isZero(value) }
    case UInt8(ascii: "p"):
      if Self.isEqual(property, "position") {
        isPositioned = Self.starts(value, "absolute") || Self.starts(value, "fixed")
      }
    case UInt8(ascii: "c"):
      if Self.isEqual(property, "clip") {
        isClipped = Self.starts(value, "rect(")
      } else if Self.isEqual(property, "clip-path") {
        isClipped = Self.starts(value, "inset(50%") || Self.starts(value, "inset(100%")
      }
    case UInt8(ascii: "l"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "b"):
      guard Self.sides.contains(where: { Self.isEqual(property, $0) }) else { return }
      if Self.isFarOff(value) { isFarOff = true }
    default: break
    }
  }

  private static let heights: [(word: StaticString, height: TextHeight)] = [
    ("super", .raised), ("sub", .lowered),
  ]

  private mutating func noteImportance(_ value: Bytes) {
    if value.contains(UInt8(ascii: "!")) { isImportant = true }
  }

  private static let selections: [StaticString] = [
    "user-select", "-webkit-user-select", "-moz-user-select", "-ms-user-select",
  ]

  private static let sides: [StaticString] = ["left", "right", "top", "bottom"]

  /// `inline-block` and the like are laid out apart on the line.
  private static let displays: [(word: StaticString, display: Display)] = [
    ("none", .none), ("inline-", .other), ("inline", .inline), ("block", .block), ("flex", .block),
    ("grid", .block), ("list-item", .block), ("table-", .other), ("table", .block),
  ]

  /// Whether a length is a minus with three digits or more before its point: off any screen's edge
  /// with all that stands there.
  private static func isFarOff(_ value: Bytes) -> Bool {
    guard value.first == UInt8(ascii: "-") else { return false }
    return value.dropFirst().prefix { (0x30...0x39).contains($0) }.count >= 3
  }

  /// Whether a number is 0, whatever its unit.
  private static func isZero(_ value: Bytes) -> Bool {
    var hasDigit = false
    for byte in value {
      if byte == UInt8(ascii: "0") {
        hasDigit = true
      } else if (0x31...0x39).contains(byte) {
        return false
      } else if byte != UInt8(ascii: ".") {
        break
      }
    }
    return hasDigit
  }

  private static func trimmed(_ bytes: Bytes) -> Bytes {
    var bytes = bytes
    while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return bytes
  }

  private static func isEqual(_ bytes: Bytes, _ word: StaticString) -> Bool {
    bytes.count == word.utf8CodeUnitCount && starts(bytes, word)
  }

  /// Whether a value begins with a word, in capitals or not.
  private static func starts(_ bytes: Bytes, _ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard bytes.count >= count else { return false }
    for index in 0..<count
    where bytes[bytes.startIndex + index] | 0x20 != word.utf8Start[index] | 0x20 { return false }
    return true
  }
}
