import GhirbalDocument

/// Tells a style sheet by its grammar (CSS Syntax, section 5): nothing but rules, at-rules and comments,
/// whose selectors name elements, classes and ids.
///
/// A text about style sheets has sentences between its examples, and other languages with braces have
/// other words before them.
enum StyleSheetShape {
  /// The longest selector or declaration; data addresses may be long.
  private static let maxItemCount = 16 << 10
  /// Among so many good rules and declarations one may be none that is known: old browsers' tricks.
  private static let goodForOneBad = 8

  /// - Parameter isWhole: Whether the sample is all there is; otherwise it may break off anywhere.
  static func isOne(_ sample: ArraySlice<UInt8>, isWhole: Bool) -> Bool {
    var place = sample.startIndex
    var depth = 0
    var good = 0
    var bad = 0
    var declarations = 0
    while true {
      guard skipBlank(sample, &place) else { return !isWhole && isGood(good, bad, declarations) }
      guard place < sample.endIndex else { break }
      if sample[place] == UInt8(ascii: "}") {
        place += 1
        guard depth > 0 else { return false }
        depth -= 1
        continue
      }
      let start = place
      guard let end = itemEnd(sample, from: start) else {
        return !isWhole && sample.endIndex - start < maxItemCount
          && isGood(good, bad, declarations)
      }
      let item = sample[start..<end]
      place = end
      switch sample[end] {
      case UInt8(ascii: "{"):
        if isSelector(item) { good += 1 } else { bad += 1 }
        depth += 1
        place += 1
      default:
        if sample[end] == UInt8(ascii: ";") { place += 1 }
        if isDeclaration(item, depth: depth) {
          good += 1
          if depth > 0 { declarations += 1 }
        } else if !item.allSatisfy({ $0 <= 0x20 }) {
          bad += 1
        }
      }
      if bad > 2, bad * goodForOneBad > good { return false }
    }
    return depth == 0 && isGood(good, bad, declarations)
  }

  private static func isGood(_ good: Int, _ bad: Int, _ declarations: Int) -> Bool {
    declarations > 0 && bad * goodForOneBad <= good
  }

  /// Skips white space, comments and what hides sheets from old browsers; false where a comment has no
  /// end.
  private static func skipBlank(_ sample: ArraySlice<UInt8>, _ place: inout Int) -> Bool {
    while place < sample.endIndex {
      let rest = sample[place...]
      if rest[place] <= 0x20 {
        place += 1
      } else if rest.starts(with: "/*".utf8) {
        guard let end = sample[(place + 2)...].range(of: Array("*/".utf8)) else { return false }
        place = end + 2
      } else if rest.starts(with: "//".utf8) {
        place = rest.firstIndex(of: 0x0A) ?? sample.endIndex
      } else if rest.starts(with: "<!--".utf8) {
        place += 4
      } else if rest.starts(with: "-->".utf8) {
        place += 3
      } else {
        return true
      }
    }
    return true
  }

  /// Where a selector or declaration ends: at `{`, `;` or `}` outside of quotes and brackets.
  private static func itemEnd(_ sample: ArraySlice<UInt8>, from start: Int) -> Int? {
    var quote: UInt8?
    var depth = 0
    for place in start..<min(sample.endIndex, start + maxItemCount) {
      let byte = sample[place]
      if let open = quote {
        if byte == open || byte == 0x0A { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
      case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): depth = max(0, depth - 1)
      case UInt8(ascii: "{"), UInt8(ascii: ";"), UInt8(ascii: "}"):
        if depth == 0 { return place }
      default: break
      }
    }
    return nil
  }

  /// `name: value`, a variable, or an at-rule without a block.
  private static func isDeclaration(_ item: ArraySlice<UInt8>, depth: Int) -> Bool {
    guard let first = item.first else { return false }
    if first == UInt8(ascii: "@") { return item.dropFirst().first.map(isNameByte) ?? false }
    guard depth > 0 || first == UInt8(ascii: "$") || first == UInt8(ascii: "-"),
      let colon = item.firstIndex(of: UInt8(ascii: ":"))
    else { return false }
    let name = item[..<colon].drop { "*$".utf8.contains($0) }
    let trimmed = name[..<(name.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? name.startIndex)]
    return !trimmed.isEmpty && trimmed.allSatisfy(isNameByte)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): true
    default: false
    }
  }

  /// Whether each compound of a selector begins as one does: with a sign, or with the name of an
  /// element.
  private static func isSelector(_ item: ArraySlice<UInt8>) -> Bool {
    guard let first = item.first else { return false }
    if first == UInt8(ascii: "@") { return item.dropFirst().first.map(isNameByte) ?? false }
    var depth = 0
    var name: [UInt8] = []
    var isAtStart = true
    var compounds = 0
    var known = 0
    func end() {
      guard !name.isEmpty else { return }
      compounds += 1
      if isElement(name) { known += 1 }
      name.removeAll()
    }
    for byte in item {
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): depth = max(0, depth - 1)
      default: break
      }
      guard depth == 0 else {
        end()
        isAtStart = false
        continue
      }
      switch byte {
      case 0...0x20, UInt8(ascii: ","), UInt8(ascii: ">"), UInt8(ascii: "+"), UInt8(ascii: "~"):
        end()
        isAtStart = true
      case _ where isNameByte(byte):
        if isAtStart || !name.isEmpty {
          name.append(byte | (byte > 0x40 && byte < 0x5B ? 0x20 : 0))
        }
        isAtStart = false
      default:
        end()
        // A sentence has a full stop behind a word, a class before one.
        if byte == UInt8(ascii: "%") { known += 1 }
        isAtStart = false
      }
    }
    end()
    return known >= compounds
  }

  private static func isElement(_ name: [UInt8]) -> Bool {
    elements.contains(name) || name.contains(UInt8(ascii: "-"))
      || name.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Elements of HTML and SVG, and the ends of key frames.
  private static let elements = Set(
    (Tag.allCases.dropFirst().map(\.name) + [
      "from", "to", "svg", "path", "g", "circle", "rect", "line", "polygon", "polyline", "text",
      "use", "symbol", "ellipse", "defs", "stop", "image", "keygen", "applet", "noscript", "model",
    ]).map { Array($0.utf8) })
}
