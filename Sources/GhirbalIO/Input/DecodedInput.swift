import Foundation

/// A file read forward, decompressed where it is gzip or zstd, with as much of it in memory as is
/// being looked at.
///
/// Decoding stops where the compressed bytes are damaged or the file breaks off; `fault` then says
/// so, and `recover` goes on with the next member or frame.
final class DecodedInput {
  private enum Compression {
    case gzip
    case zstd

    /// What a member or frame starts with.
    var magic: [UInt8] {
      switch self {
      case .gzip: [0x1F, 0x8B, 0x08]
      case .zstd: [0x28, 0xB5, 0x2F, 0xFD]
      }
    }

    var unit: String {
      switch self {
      case .gzip: "gzip member"
      case .zstd: "zstd frame"
      }
    }
  }

  private let file: Int32
  private let ownsFile: Bool
  private let compression: Compression?
  private let decoder: (any StreamDecoder)?
  private static let pieceCount = 1 << 16
  private static let longestMagic = 4

  /// Bytes as they lie in the file, from `rawStart` on not decoded yet.
  private var raw: [UInt8] = []
  private var rawStart = 0
  /// Where in the file `raw` starts.
  private var rawOffset = 0
  private var isRawAtEnd = false
  /// Whether a member or frame is being decoded.
  private var isInside = false
  /// Where members start: in the decoded bytes and in the file. Those behind are forgotten.
  private var members: [(decoded: Int, file: Int)] = []

  private var buffer: [UInt8] = []
  private var start = 0
  /// How many decoded bytes were consumed.
  private(set) var offset = 0
  /// Why decoding stopped; nil while it goes on and at the end of the file.
  private(set) var fault: PageFault?
  private var isFinished = false

  convenience init(_ path: String) throws(FileProblem) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw FileProblem(path, errno: errno) }
    do throws(FileProblem) {
      try self.init(decoding: file, path, ownsFile: true)
    } catch {
      close(file)
      throw error
    }
  }

  /// Reads an open file or pipe, decompressed where it is gzip or zstd.
  ///
  /// - Parameter ownsFile: Whether it is closed in the end.
  init(decoding file: Int32, _ name: String, ownsFile: Bool) throws(FileProblem) {
    var head: [UInt8] = []
    // A pipe may hand over one byte at first.
    while head.count < Self.longestMagic {
      let count = Self.readPiece(of: file, to: &head)
      guard count >= 0 else { throw FileProblem(name, errno: errno) }
      if count == 0 { break }
    }
    self.file = file
    self.ownsFile = ownsFile
    raw = head
    compression = Self.compression(of: head)
    decoder =
      switch compression {
      case .gzip: Inflater(.gzip)
      case .zstd: ZstdDecoder()
      case nil: nil
      }
  }

  /// Reads an open file or pipe as it stands; it stays open.
  init(_ file: Int32) {
    self.file = file
    ownsFile = false
    compression = nil
    decoder = nil
  }

  deinit {
    if ownsFile { close(file) }
  }

  private static func compression(of head: [UInt8]) -> Compression? {
    if head.starts(with: Compression.gzip.magic.dropLast()) { return .gzip }
    if head.starts(with: Compression.zstd.magic) || isSkippableFrame(head[...]) { return .zstd }
    return nil
  }

  /// RFC 8878, section 3.1.2.
  private static func isSkippableFrame(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count >= 4 && bytes[bytes.startIndex] & 0xF0 == 0x50
      && bytes.dropFirst().starts(with: [0x2A, 0x4D, 0x18])
  }

  /// How far into the file decoding is.
  var fileOffset: Int { rawOffset + rawStart }

  /// Where a decoded byte comes from, for a person.
  func place(of decodedOffset: Int) -> String {
    guard let compression else { return "at byte \(decodedOffset) of the file" }
    let member = members.last { $0.decoded <= decodedOffset }
    return "in the \(compression.unit) at byte \(member?.file ?? 0) of the file"
  }

  // MARK: Reading

  /// Decoded bytes that are there to be consumed.
  var available: ArraySlice<UInt8> { buffer[start...] }

  /// Tries to have `count` bytes available; false where the input ends before.
  func require(_ count: Int) -> Bool {
    while buffer.count - start < count {
      guard fill() else { return false }
    }
    return true
  }

  func consume(_ count: Int) {
    start += count
    offset += count
    if start == buffer.count {
      buffer.removeAll(keepingCapacity: buffer.capacity < 1 << 20)
      start = 0
    }
    while members.count > 1, members[1].decoded <= offset { members.removeFirst() }
  }

  /// Consumes `count` bytes without keeping them; false where the input ends before.
  func skip(_ count: Int) -> Bool {
    var rest = count
    while rest > 0 {
      if start == buffer.count, !fill() { return false }
      let step = min(rest, buffer.count - start)
      consume(step)
      rest -= step
    }
    return true
  }

  enum Line {
    /// Without its line feed.
    case line(ArraySlice<UInt8>)
    /// Longer than wanted; nothing was consumed.
    case tooLong
    /// The last line, without a line feed.
    case broken(ArraySlice<UInt8>)
    case end
  }

  /// The next line, which is not consumed: its count and one more for the line feed are to be.
  func line(maxCount: Int) -> Line {
    var searched = 0
    while true {
      if let end = available.dropFirst(searched).firstIndex(of: 0x0A) {
        return end - start > maxCount ? .tooLong : .line(buffer[start..<end])
      }
      searched = available.count
      if searched > maxCount { return .tooLong }
      guard fill() else { return searched == 0 ? .end : .broken(available) }
    }
  }

  /// Consumes up to and with the next line feed, however far it is.
  func skipLine() {
    while true {
      if let end = available.firstIndex(of: 0x0A) { return consume(end + 1 - start) }
      consume(available.count)
      guard fill() else { return }
    }
  }

  // MARK: Decoding

  /// Adds decoded bytes; false where there are none.
  private func fill() -> Bool {
    if start > 0 {
      buffer.removeFirst(start)
      start = 0
    }
    while fault == nil, !isFinished {
      guard let decoder, let compression else {
        guard rawStart < raw.count || readRaw() else { return false }
        buffer.append(contentsOf: raw[rawStart...])
        rawStart = raw.count
        return true
      }
      if raw.count - rawStart < 4, !isRawAtEnd {
        _ = readRaw()
        continue
      }
      if !isInside {
        guard startMember(compression) else { return false }
      }
      let count = buffer.count
      guard step(decoder, compression) else { return false }
      if buffer.count > count { return true }
    }
    return false
  }

  /// Decodes one piece; false where the bytes are damaged or break off.
  private func step(_ decoder: any StreamDecoder, _ compression: Compression) -> Bool {
    do throws(DecodingProblem) {
      let count = buffer.count
      let step = try decoder.decode(raw[rawStart...], to: &buffer)
      rawStart += step.consumedCount
      if step.isAtEnd { isInside = false }
      if step.isAtEnd || step.consumedCount > 0 || buffer.count > count { return true }
      if !isRawAtEnd {
        _ = readRaw()
        return true
      }
      fault = PageFault(.truncatedRecord, "the file ends \(place(of: offset + buffer.count))")
    } catch {
      // The piece may open with the member itself, which `recover` shall not find again.
      rawStart += 1
      fault = PageFault(
        .damagedRecord, "\(error.problem), \(place(of: offset + buffer.count - start))")
    }
    return false
  }

  /// Finds the start of a member right where decoding is; false at the end and where there is none.
  private func startMember(_ compression: Compression) -> Bool {
    let rest = raw[rawStart...]
    if rest.isEmpty { return false }
    guard rest.starts(with: compression.magic.prefix(2)) || Self.isSkippableFrame(rest) else {
      // Tapes and disks pad with NUL.
      if rest.allSatisfy({ $0 == 0 }) {
        rawStart = raw.count
        return readRaw() && startMember(compression)
      }
      fault = PageFault(
        .damagedRecord, "there is no \(compression.unit) at byte \(fileOffset) of the file")
      members.append((offset + buffer.count - start, fileOffset))
      return false
    }
    members.append((offset + buffer.count - start, fileOffset))
    isInside = true
    return true
  }

  /// Forgets the fault and what is decoded, and goes on with the member after the damage; where
  /// there is none, and in a file that is not compressed, the input is at its end.
  func recover() {
    let isReadable = fault?.reason != .unreadable
    fault = nil
    consume(buffer.count - start)
    guard let compression, let decoder, isReadable else {
      isFinished = true
      return
    }
    decoder.reset()
    isInside = false
    while true {
      if let found = raw[rawStart...].range(of: compression.magic) {
        rawStart = found
        return
      }
      // A magic number may lie across two pieces.
      rawStart = max(rawStart, raw.count - compression.magic.count + 1)
      guard readRaw() else { break }
    }
    isFinished = true
  }

  /// Adds bytes of the file; false at its end.
  private func readRaw() -> Bool {
    raw.removeFirst(rawStart)
    rawOffset += rawStart
    rawStart = 0
    let result = Self.readPiece(of: file, to: &raw)
    if result < 0 {
      fault = PageFault(
        .unreadable, "\(String(cString: strerror(errno))), at byte \(rawOffset + raw.count)")
    }
    if result <= 0 { isRawAtEnd = true }
    return result > 0
  }

  /// Appends a piece of a file; returns what `read` does.
  private static func readPiece(of file: Int32, to bytes: inout [UInt8]) -> Int {
    var result = 0
    bytes.append(addingCapacity: pieceCount) { piece in
      repeat {
        result = read(file, piece.baseAddress, piece.count)
      } while result < 0
        && errno == EINTR
      return max(0, result)
    }
    return result
  }
}

extension ArraySlice<UInt8> {
  /// Where the bytes of `needle` first stand; in linear time for the short ones that are asked for.
  func range(of needle: [UInt8]) -> Int? {
    guard let first = needle.first else { return nil }
    var place = startIndex
    while let found = self[place...].firstIndex(of: first) {
      if self[found...].starts(with: needle) { return found }
      place = found + 1
    }
    return nil
  }
}
