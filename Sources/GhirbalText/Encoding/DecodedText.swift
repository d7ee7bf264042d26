/// A source decoded to UTF-8, with the way back for every byte.
public struct DecodedText: Sendable {
  /// The encoding it was decoded with.
  public let encoding: TextEncoding
  /// The text: valid UTF-8 for any source, without the byte order mark the source began with.
  public let utf8: [UInt8]
  /// Where each byte of the text comes from.
  public let map: DecodingMap
  /// The invalid sequences of the source, each of which became one U+FFFD: ascending and complete.
  public let replaced: [Range<Int>]

  /// Whether the text is the source, byte for byte.
  public var isIdentity: Bool { map.isIdentity }
}

extension TextEncoding {
  /// Decodes `bytes`, as the standard's decoder of this encoding does, and records where all comes from.
  ///
  /// A byte order mark of this encoding at the start is dropped; that of another is text or invalid.
  /// An invalid sequence becomes U+FFFD, one for each maximal subpart. Linear in the source, which has at
  /// most `maxSourceByteCount` bytes. https://encoding.spec.whatwg.org/#decode
  public func decode(_ bytes: Span<UInt8>) -> DecodedText {
    precondition(bytes.count <= Self.maxSourceByteCount, "a source has at most 2³²/3 bytes")
    if isIdentity(bytes) {
      return identity([UInt8](copying: bytes))
    }
    switch kind {
    case .utf8: return decodeUTF8(bytes)
    case .utf16LE, .utf16BE: return decodeUTF16(bytes)
    case .replacement: return decodeReplacement(bytes)
    case .iso2022JP: return decodeISO2022JP(bytes)
    case .gbk, .gb18030, .big5, .eucJP, .shiftJIS, .eucKR: return decodeMultiByte(bytes)
    default: break
    }
    guard let table = singleByteTable else {
      preconditionFailure("every encoding that is not listed above has a table")
    }
    return decodeSingleByte(bytes, table)
  }

  /// Decodes an array, without copying it where the text is the source byte for byte.
  public func decode(_ bytes: [UInt8]) -> DecodedText {
    precondition(bytes.count <= Self.maxSourceByteCount, "a source has at most 2³²/3 bytes")
    return isIdentity(bytes.span) ? identity(bytes) : decode(bytes.span)
  }

  private func identity(_ bytes: [UInt8]) -> DecodedText {
    DecodedText(
      encoding: self, utf8: bytes, map: DecodingMap(identity: bytes.count), replaced: [])
  }

  /// Whether decoding changes nothing: valid UTF-8 without a mark, or ASCII alone.
  private func isIdentity(_ bytes: Span<UInt8>) -> Bool {
    switch kind {
    case .utf8: !bytes.starts(with: ByteOrderMark.utf8) && UTF8Text.isValid(bytes)
    case .utf16LE, .utf16BE, .replacement: bytes.isEmpty
    case .iso2022JP: ISO2022JP.isPlain(bytes)
    default: UTF8Text.asciiCount(bytes, from: 0) == bytes.count
    }
  }

  private func decodeUTF8(_ bytes: Span<UInt8>) -> DecodedText {
    let start = bytes.starts(with: ByteOrderMark.utf8) ? ByteOrderMark.utf8.count : 0
    var runs = SourceRunList()
    var replaced: [Range<Int>] = []
    if start > 0 { runs.begin(utf8Start: 0, sourceStart: 0, utf8Unit: 0, sourceUnit: 0) }
    // Where the invalid ones are decides how long the text is, so they come first.
    var position = start
    var utf8Count = 0
    while position < bytes.count {
      let valid = UTF8Text.validCount(bytes, from: position)
      if valid > 0 {
        runs.begin(utf8Start: utf8Count, sourceStart: position, utf8Unit: 1, sourceUnit: 1)
        position += valid
        utf8Count += valid
      }
      if position == bytes.count { break }
      let count = -UTF8Text.sequenceCount(bytes, at: position)
      runs.begin(utf8Start: utf8Count, sourceStart: position, utf8Unit: 0, sourceUnit: 0)
      replaced.append(position..<position + count)
      position += count
      utf8Count += 3
    }
    var utf8 = [UInt8](repeating: 0, count: utf8Count)
    var elements = utf8.mutableSpan
    var output = elements.mutableBytes
    var read = start
    var written = 0
    for invalid in replaced {
      output.copy(bytes, read..<invalid.lowerBound, at: written)
      written += invalid.lowerBound - read
      output.storeBytes(of: 0xEF, toByteOffset: written, as: UInt8.self)
      output.storeBytes(of: 0xBF, toByteOffset: written + 1, as: UInt8.self)
      output.storeBytes(of: 0xBD, toByteOffset: written + 2, as: UInt8.self)
      written += 3
      read = invalid.upperBound
    }
    output.copy(bytes, read..<bytes.count, at: written)
    return DecodedText(
      encoding: self, utf8: utf8,
      map: DecodingMap(runs: runs.runs, utf8Count: utf8Count, sourceCount: bytes.count),
      replaced: replaced)
  }

  private func decodeReplacement(_ bytes: Span<UInt8>) -> DecodedText {
    // https://encoding.spec.whatwg.org/#replacement-decoder: one error for whatever there is.
    var text = TextBuilder(sourceCount: bytes.count)
    text.appendReplacement(source: 0..<bytes.count)
    return text.decoded(as: self)
  }

  private func decodeSingleByte(_ bytes: Span<UInt8>, _ table: SingleByteTable) -> DecodedText {
    let utf8Table = table.utf8.span
    let counts = table.utf8Count.span
    let sizes = table.utf8Size.span
    var utf8Count = 0
    var runCount = 0
    var lastCount: UInt8 = .max
    for index in bytes.indices {
      // No branch: in Arabic text it would be foretold wrongly at every word.
      let byte = Int(bytes[index])
      utf8Count &+= Int(sizes[byte])
      runCount &+= counts[byte] == lastCount ? 0 : 1
      lastCount = counts[byte]
    }
    // Four bytes are stored for each character whatever its length; the last ones run over.
    let slack = 4
    var utf8 = [UInt8](repeating: 0, count: utf8Count + slack)
    var runs = SourceRunList(capacity: runCount)
    var replaced: [Range<Int>] = []
    var elements = utf8.mutableSpan
    var output = elements.mutableBytes
    let raw = bytes.bytes
    var position = 0
    var written = 0
    while position < bytes.count {
      let unit = Int(counts[Int(bytes[position])])
      if unit == 0 {
        runs.append(utf8Start: written, sourceStart: position, utf8Unit: 0, sourceUnit: 0)
        output.storeBytes(
          of: UInt32(0x00BD_BFEF).littleEndian, toByteOffset: written, as: UInt32.self)
        replaced.append(position..<position + 1)
        position &+= 1
        written &+= 3
        continue
      }
      runs.append(utf8Start: written, sourceStart: position, utf8Unit: unit, sourceUnit: 1)
      repeat {
        // A word at once where markup is; between Arabic words is mostly a single space.
        if unit == 1, position &+ 8 <= bytes.count {
          let word = raw.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
          if word & UTF8Text.high == 0 {
            output.storeBytes(of: word, toByteOffset: written, as: UInt64.self)
            position &+= 8
            written &+= 8
            continue
          }
        }
        output.storeBytes(
          of: utf8Table[Int(bytes[position])].littleEndian, toByteOffset: written, as: UInt32.self)
        position &+= 1
        written &+= unit
      } while position < bytes.count && Int(counts[Int(bytes[position])]) == unit
    }
    utf8.removeLast(slack)
    return DecodedText(
      encoding: self, utf8: utf8,
      map: DecodingMap(runs: runs.runs, utf8Count: utf8Count, sourceCount: bytes.count),
      replaced: replaced)
  }

  /// https://encoding.spec.whatwg.org/#shared-utf-16-decoder
  private func decodeUTF16(_ bytes: Span<UInt8>) -> DecodedText {
    let isBigEndian = kind == .utf16BE
    var text = TextBuilder(sourceCount: bytes.count)
    func unit(_ position: Int) -> UInt32 {
      let first = UInt32(bytes[position])
      let second = UInt32(bytes[position &+ 1])
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    var position = 0
    if bytes.starts(with: isBigEndian ? ByteOrderMark.utf16BE : ByteOrderMark.utf16LE) {
      text.appendNothing(source: 0..<2)
      position = 2
    }
    while position &+ 1 < bytes.count {
      let first = unit(position)
      if first & 0xF800 != 0xD800 {
        text.append(first, source: position, count: 2)
        position &+= 2
      } else if first >= 0xDC00 {
        text.appendReplacement(source: position..<position + 2)
        position &+= 2
      } else if position &+ 3 < bytes.count {
        let second = unit(position &+ 2)
        if second & 0xFC00 == 0xDC00 {
          let scalar = 0x1_0000 + (first & 0x3FF) << 10 + (second & 0x3FF)
          text.append(scalar, source: position, count: 4)
          position &+= 4
        } else {
          text.appendReplacement(source: position..<position + 2)
          position &+= 2
        }
      } else {
        // The end comes between the halves of a pair: one error, with the odd byte if there is one.
        text.appendReplacement(source: position..<bytes.count)
        position = bytes.count
      }
    }
    if position < bytes.count { text.appendReplacement(source: position..<bytes.count) }
    return text.decoded(as: self)
  }
}

/// The bytes that announce an encoding at the start of a source.
enum ByteOrderMark {
  static let utf8: [UInt8] = [0xEF, 0xBB, 0xBF]
  static let utf16LE: [UInt8] = [0xFF, 0xFE]
  static let utf16BE: [UInt8] = [0xFE, 0xFF]
}

/// Text under construction, scalar by scalar, with its map.
struct TextBuilder {
  private var utf8: [UInt8] = []
  private var runs = SourceRunList()
  private var replaced: [Range<Int>] = []
  private let sourceCount: Int

  init(sourceCount: Int) {
    self.sourceCount = sourceCount
    utf8.reserveCapacity(sourceCount + sourceCount / 2)
  }

  /// Appends a scalar that `count` source bytes stand for.
  @inline(__always)
  mutating func append(_ scalar: UInt32, source: Int, count: Int) {
    let packed = PackedUTF8(scalar)
    runs.begin(
      utf8Start: utf8.count, sourceStart: source, utf8Unit: Int(packed.count), sourceUnit: count)
    append(packed)
  }

  /// Appends two scalars that one source character stands for.
  mutating func append(_ first: UInt32, _ second: UInt32, source: Range<Int>) {
    runs.begin(
      utf8Start: utf8.count, sourceStart: source.lowerBound, utf8Unit: 0, sourceUnit: 0)
    append(PackedUTF8(first))
    append(PackedUTF8(second))
  }

  @inline(__always)
  private mutating func append(_ packed: PackedUTF8) {
    var rest = packed.bytes
    for _ in 0..<packed.count {
      utf8.append(UInt8(truncatingIfNeeded: rest))
      rest &>>= 8
    }
  }

  /// Appends ASCII as it is.
  mutating func appendASCII(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    if range.isEmpty { return }
    runs.begin(
      utf8Start: utf8.count, sourceStart: range.lowerBound, utf8Unit: 1, sourceUnit: 1)
    for index in range { utf8.append(bytes[index]) }
  }

  /// Appends U+FFFD for an invalid sequence; nothing where it is empty.
  mutating func appendReplacement(source: Range<Int>) {
    if source.isEmpty { return }
    runs.begin(
      utf8Start: utf8.count, sourceStart: source.lowerBound, utf8Unit: 0, sourceUnit: 0)
    append(PackedUTF8(0xFFFD))
    replaced.append(source)
  }

  /// Records source bytes that no text stands for.
  mutating func appendNothing(source: Range<Int>) {
    if source.isEmpty { return }
    runs.begin(
      utf8Start: utf8.count, sourceStart: source.lowerBound, utf8Unit: 0, sourceUnit: 0)
  }

  func decoded(as encoding: TextEncoding) -> DecodedText {
    DecodedText(
      encoding: encoding, utf8: utf8,
      map: DecodingMap(runs: runs.runs, utf8Count: utf8.count, sourceCount: sourceCount),
      replaced: replaced)
  }
}

extension Span where Element == UInt8 {
  /// Whether the bytes begin with `prefix`.
  func starts(with prefix: [UInt8]) -> Bool {
    guard count >= prefix.count else { return false }
    for index in prefix.indices where self[index] != prefix[index] { return false }
    return true
  }
}

extension Array where Element == UInt8 {
  /// Creates an array of the bytes of a span.
  init(copying bytes: Span<UInt8>) {
    self.init(repeating: 0, count: bytes.count)
    var elements = mutableSpan
    var output = elements.mutableBytes
    output.copy(bytes, 0..<bytes.count, at: 0)
  }
}

extension MutableRawSpan {
  /// Copies the bytes in `range` to `offset`, thirty-two at a time.
  @inline(__always)
  mutating func copy(_ bytes: Span<UInt8>, _ range: Range<Int>, at offset: Int) {
    let raw = bytes.bytes
    var read = range.lowerBound
    var written = offset
    while read &+ 32 <= range.upperBound {
      storeBytes(
        of: raw.unsafeLoadUnaligned(fromByteOffset: read, as: SIMD32<UInt8>.self),
        toByteOffset: written, as: SIMD32<UInt8>.self)
      read &+= 32
      written &+= 32
    }
    while read &+ 8 <= range.upperBound {
      storeBytes(
        of: raw.unsafeLoadUnaligned(fromByteOffset: read, as: UInt64.self),
        toByteOffset: written, as: UInt64.self)
      read &+= 8
      written &+= 8
    }
    while read < range.upperBound {
      storeBytes(of: bytes[read], toByteOffset: written, as: UInt8.self)
      read &+= 1
      written &+= 1
    }
  }
}
