/// A run of letters of one script family, with the marks on them and the non-joiners between them.
struct LetterRun {
  enum Script {
    case latin, arabic, other
  }

  var utf8Range: Range<Int>
  var script: Script

  /// The next run that starts at or after `position`; letters of two scripts make two runs.
  static func next(in text: Span<UInt8>, from position: Int) -> LetterRun? {
    var position = position
    while position < text.count {
      let (scalar, width) = text.scalar(at: position)
      guard let script = script(of: scalar) else {
        position += width
        continue
      }
      let start = position
      var end = position + width
      position = end
      while position < text.count {
        let (scalar, width) = text.scalar(at: position)
        if let next = Self.script(of: scalar) {
          guard next == script else { break }
          end = position + width
        } else if isMark(scalar) {
          // A mark at the run's end belongs to it; a non-joiner only where a letter follows.
          if scalar != 0x200C { end = position + width }
        } else {
          break
        }
        position += width
      }
      return LetterRun(utf8Range: start..<end, script: script)
    }
    return nil
  }

  @inline(__always)
  static func script(of scalar: UInt32) -> Script? {
    if scalar < 0x80 { return scalar.isASCIILetter ? .latin : nil }
    if scalar < 0x370 {
      return scalar >= 0xC0 && scalar < 0x300 && scalar != 0xD7 && scalar != 0xF7 ? .latin : nil
    }
    if scalar < 0x600 {
      if scalar < 0x530 { return scalar == 0x37E || scalar == 0x387 ? nil : .other }
      return scalar &- 0x5D0 <= 0x5F2 - 0x5D0 ? .other : nil
    }
    guard scalar < 0x700 else { return nil }
    return LetterCode.persian[Int(scalar - 0x600)] <= LetterCode.foreign
      && LetterCode.persian[Int(scalar - 0x600)] != LetterCode.none ? .arabic : nil
  }

  @inline(__always)
  static func isMark(_ scalar: UInt32) -> Bool {
    if scalar == 0x200C { return true }
    if scalar &- 0x300 < 0x70 { return true }
    return scalar &- 0x600 < 0x100
      && LetterCode.persian[Int(scalar - 0x600)] == LetterCode.mark
  }
}

extension Span where Element == UInt8 {
  /// The scalar that starts at `position` of valid UTF-8, and its width in bytes.
  ///
  /// Never reads past the end: a cut sequence gives the bytes that are there.
  @inline(__always)
  func scalar(at position: Int) -> (value: UInt32, width: Int) {
    let lead = self[position]
    if lead < 0x80 { return (UInt32(lead), 1) }
    if lead < 0xE0, position + 1 < count {
      return (UInt32(lead & 0x1F) << 6 | UInt32(self[position + 1] & 0x3F), 2)
    }
    if lead < 0xF0, position + 2 < count {
      return (
        UInt32(lead & 0x0F) << 12 | UInt32(self[position + 1] & 0x3F) << 6
          | UInt32(self[position + 2] & 0x3F), 3
      )
    }
    if position + 3 < count {
      return (
        UInt32(lead & 0x07) << 18 | UInt32(self[position + 1] & 0x3F) << 12
          | UInt32(self[position + 2] & 0x3F) << 6 | UInt32(self[position + 3] & 0x3F), 4
      )
    }
    return (0xFFFD, count - position)
  }

  /// Whether the letters in `range` begin with the Arabic article ال.
  func startsWithArticle(_ range: Range<Int>) -> Bool {
    range.count >= 4 && self[range.lowerBound] == 0xD8 && self[range.lowerBound + 1] == 0xA7
      && self[range.lowerBound + 2] == 0xD9 && self[range.lowerBound + 3] == 0x84
  }
}
