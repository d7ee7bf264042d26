/// Which bidi controls of a text do nothing, or have lost their other half.
///
/// See <https://www.unicode.org/reports/tr9/>. A pair around text that runs against its line stays,
/// and so does one around text of both directions: there the author meant what is seen.
struct BidiControls {
  private struct Opening {
    var control: Int
    var isIsolate: Bool
    /// The direction it sets; nil for FSI, which takes that of its content.
    var direction: TextDirection?
    var isOverride: Bool
    /// What the paragraph had counted so far.
    var lefts: Int
    var rights: Int
    var digits: Int
  }

  private var findings: [UnicodeFinding?]
  private let offsets: [Int]
  private let text: Scalars

  /// - Parameter offsets: The ascending offsets of all bidi controls in `text`.
  static func faults(at offsets: [Int], in text: Scalars) -> [Replacement<UnicodeFinding>] {
    var controls = BidiControls(
      findings: Array(repeating: nil, count: offsets.count), offsets: offsets, text: text)
    controls.judgePairs()
    controls.judgeMarks()
    return zip(offsets, controls.findings).compactMap { offset, finding in
      finding.map { Replacement(offset..<(offset + text.scalar(at: offset).count), with: "", $0) }
    }
  }

  /// Pairs embeddings and isolates inside each paragraph, and judges each pair by its content.
  private mutating func judgePairs() {
    var control = 0
    var start = 0
    while control < offsets.count {
      // Only paragraphs that hold a control are read.
      var offset = offsets[control]
      while offset > start, text.bytes[offset - 1] != UInt8(ascii: "\n") { offset -= 1 }
      start = offset
      judgeParagraph(from: &start, control: &control)
    }
  }

  private mutating func judgeParagraph(from offset: inout Int, control: inout Int) {
    var open: [Opening] = []
    var pairs: [(opening: Opening, closing: Int, lefts: Int, rights: Int, digits: Int)] = []
    var lefts = 0
    var rights = 0
    var digits = 0
    var base: TextDirection?
    while offset < text.count, text.bytes[offset] != UInt8(ascii: "\n") {
      let (value, count) = text.scalar(at: offset)
      if control < offsets.count, offsets[control] == offset {
        switch value {
        case 0x202A, 0x202B, 0x202D, 0x202E, 0x2066...0x2068:
          let direction: TextDirection? =
            switch value {
            case 0x202A, 0x202D, 0x2066: .leftToRight
            case 0x2068: nil
            default: .rightToLeft
            }
          open.append(
            Opening(
              control: control, isIsolate: value >= 0x2066, direction: direction,
              isOverride: value == 0x202D || value == 0x202E, lefts: lefts, rights: rights,
              digits: digits))
        case 0x202C:
          if let last = open.last, !last.isIsolate {
            open.removeLast()
            pairs.append((last, control, lefts, rights, digits))
          } else {
            findings[control] = .unpairedBidiControl
          }
        case 0x2069:
          if let match = open.lastIndex(where: \.isIsolate) {
            for lost in open[(match + 1)...] { findings[lost.control] = .unpairedBidiControl }
            pairs.append((open[match], control, lefts, rights, digits))
            open.removeSubrange(match...)
          } else {
            findings[control] = .unpairedBidiControl
          }
        default: break
        }
        control += 1
      } else if let direction = ScalarKinds.strongDirection(value) {
        if direction == .leftToRight { lefts += 1 } else { rights += 1 }
        if base == nil { base = direction }
      } else if value.isASCIIDigit {
        digits += 1
      }
      offset += count
    }
    for lost in open { findings[lost.control] = .unpairedBidiControl }
    for pair in pairs {
      let leftsInside = pair.lefts - pair.opening.lefts
      let rightsInside = pair.rights - pair.opening.rights
      let isUnneeded: Bool
      if leftsInside == 0, rightsInside == 0 {
        isUnneeded = pair.digits == pair.opening.digits
      } else if leftsInside > 0, rightsInside > 0 {
        // A pair around a whole line of both directions says only what the line's base says.
        isUnneeded =
          !pair.opening.isOverride && leftsInside == lefts && rightsInside == rights
          && (pair.opening.direction ?? base) == base
      } else {
        let inside: TextDirection = leftsInside > 0 ? .leftToRight : .rightToLeft
        isUnneeded =
          inside == base && (pair.opening.direction ?? inside) == inside
          && !(pair.opening.isOverride && pair.digits > pair.opening.digits)
      }
      if isUnneeded {
        findings[pair.opening.control] = .unneededBidiControl
        findings[pair.closing] = .unneededBidiControl
      }
    }
  }

  /// Judges runs of LRM, RLM and ALM by what stands on both sides.
  private mutating func judgeMarks() {
    var first = 0
    while first < offsets.count {
      guard isMark(first) else {
        first += 1
        continue
      }
      var last = first
      while last + 1 < offsets.count, isMark(last + 1), offsets[last + 1] == end(of: last) {
        last += 1
      }
      let before = text.scalar(before: offsets[first])?.value
      let after = text.scalar(from: end(of: last))?.value
      let direction = before.flatMap(ScalarKinds.strongDirection)
      let standsInside =
        direction != nil && after.flatMap(ScalarKinds.strongDirection) == direction
      if standsInside || isAtStart(offsets[first]) || isAtEnd(end(of: last)) {
        for mark in first...last { findings[mark] = .unneededDirectionMark }
      } else {
        for mark in first..<last where value(mark) == value(mark + 1) {
          findings[mark + 1] = .unneededDirectionMark
        }
      }
      first = last + 1
    }
  }

  private func value(_ control: Int) -> UInt32 { text.scalar(at: offsets[control]).value }
  private func end(of control: Int) -> Int {
    offsets[control] + text.scalar(at: offsets[control]).count
  }
  private func isMark(_ control: Int) -> Bool {
    let value = value(control)
    return value == 0x200E || value == 0x200F || value == 0x061C
  }

  /// Whether nothing but spaces stands before `offset`.
  private func isAtStart(_ offset: Int) -> Bool {
    var position = offset
    while let (value, count) = text.scalar(before: position) {
      // Text is trimmed by other rules; a few spaces are read, so that a page of them costs nothing.
      guard ScalarKinds.isSpace(value), offset - position < 64 else { return false }
      position -= count
    }
    return true
  }

  private func isAtEnd(_ offset: Int) -> Bool {
    var position = offset
    while let (value, count) = text.scalar(from: position) {
      guard ScalarKinds.isSpace(value), position - offset < 64 else { return false }
      position += count
    }
    return true
  }
}
