import GhirbalText
import TestSupport
import Testing

extension SplitMix {
  /// Bytes of one of several kinds: any, high, ASCII with some high, escape sequences, UTF-8 torn apart.
  mutating func bytes(_ count: Int) -> [UInt8] {
    let kind = Int.random(in: 0..<5, using: &self)
    let escapes: [[UInt8]] = [
      [0x1B, 0x28, 0x42], [0x1B, 0x28, 0x4A], [0x1B, 0x28, 0x49], [0x1B, 0x24, 0x42],
      [0x1B, 0x24, 0x40], [0x1B], [0x0E],
    ]
    let scalars: [[UInt8]] = [
      [0xD8, 0xB3], [0xE2, 0x80, 0x8C], [0xF0, 0x9F, 0x98, 0x80], [0xEF, 0xBF, 0xBD],
      [0xEF, 0xBB, 0xBF], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE0, 0x9F],
    ]
    var bytes: [UInt8] = []
    while bytes.count < count {
      switch kind {
      case 0: bytes.append(UInt8.random(in: 0...255, using: &self))
      case 1: bytes.append(UInt8.random(in: 128...255, using: &self))
      case 2:
        bytes.append(
          Int.random(in: 0..<4, using: &self) == 0
            ? UInt8.random(in: 128...255, using: &self) : UInt8.random(in: 0..<128, using: &self))
      case 3:
        if Int.random(in: 0..<6, using: &self) == 0 {
          bytes += escapes[Int.random(in: 0..<escapes.count, using: &self)]
        } else {
          bytes.append(UInt8.random(in: 0x20..<0x80, using: &self))
        }
      default:
        bytes += scalars[Int.random(in: 0..<scalars.count, using: &self)]
        if Int.random(in: 0..<4, using: &self) == 0 { bytes.removeLast() }
        bytes += [UInt8](
          repeating: 0x61, count: Int.random(in: 0..<3, using: &self) * 7)
      }
    }
    return bytes
  }
}

@Suite struct EncodedBytesTests {
  @Test(arguments: TextEncoding.all)
  func encodingWithTheIrreversiblePiecesGivesTheSourceBack(_ encoding: TextEncoding) {
    var random = SplitMix(seed: 1)
    for round in 0..<400 {
      let source = random.bytes(round % 61)
      let text = encoding.decode(source.span)
      let isValid = UTF8Text.isValid(text.utf8.span)
      #expect(isValid, "\(encoding) \(source)")
      let pieces = text.irreversiblePieces(of: source.span)
      let restored = encoding.encode(text.utf8.span, restoring: pieces)
      #expect(restored == source, "\(encoding)")
      #expect(checkTiling(text, source), "\(encoding) \(source)")
    }
  }

  /// Whether runs tile both sides and the replaced ranges are atomic runs.
  private func checkTiling(_ text: DecodedText, _ source: [UInt8]) -> Bool {
    let map = text.map
    guard map.utf8Count == text.utf8.count, map.sourceCount == source.count else { return false }
    if text.isIdentity { return text.utf8 == source && text.replaced.isEmpty }
    var utf8 = 0
    var offset = 0
    var atomic: [Range<Int>] = []
    for (index, run) in map.runs.enumerated() {
      guard run.utf8Start == utf8, run.sourceStart == offset else { return false }
      let utf8End = index + 1 < map.runs.count ? map.runs[index + 1].utf8Start : map.utf8Count
      let sourceEnd = map.sourceEnd(index)
      if run.isAtomic {
        atomic.append(offset..<sourceEnd)
      } else {
        guard (utf8End - utf8) % run.utf8Unit == 0,
          (utf8End - utf8) / run.utf8Unit * run.sourceUnit == sourceEnd - offset
        else { return false }
      }
      utf8 = utf8End
      offset = sourceEnd
    }
    guard utf8 == map.utf8Count, offset == map.sourceCount,
      text.replaced.allSatisfy(atomic.contains)
    else { return false }
    return true
  }
}
