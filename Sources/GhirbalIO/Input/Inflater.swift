import CLibZ

/// The one door to zlib: inflates gzip members, zlib streams or raw deflate data.
final class Inflater: StreamDecoder {
  enum Form {
    case gzip
    case zlib
    case raw

    /// What zlib calls the window bits: 32 KiB, and the wrapping.
    var windowBits: Int32 {
      switch self {
      case .gzip: 15 + 16
      case .zlib: 15
      case .raw: -15
      }
    }
  }

  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private static let pieceCount = 1 << 16

  init(_ form: Form) {
    stream.initialize(to: z_stream())
    let code = inflateInit2_(
      stream, form.windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(code == Z_OK, "zlib is of the version it was built with, and there is memory")
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  func reset() { inflateReset(stream) }

  func decode(
    _ bytes: ArraySlice<UInt8>, to output: inout [UInt8]
  ) throws(DecodingProblem) -> DecodingStep {
    var code = Z_OK
    var rest = 0
    // zlib reads its input only, though the field is not const.
    bytes.withUnsafeBufferPointer { input in
      stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      stream.pointee.avail_in = UInt32(clamping: input.count)
      output.append(addingCapacity: Self.pieceCount) { piece in
        stream.pointee.next_out = piece.baseAddress
        stream.pointee.avail_out = UInt32(piece.count)
        code = inflate(stream, Z_NO_FLUSH)
        return piece.count - Int(stream.pointee.avail_out)
      }
      rest = Int(stream.pointee.avail_in)
      stream.pointee.next_in = nil
    }
    let step = DecodingStep(consumedCount: bytes.count - rest, isAtEnd: code == Z_STREAM_END)
    switch code {
    case Z_STREAM_END:
      reset()
      return step
    // Z_BUF_ERROR: nothing could be done with what there is, which the step says.
    case Z_OK, Z_BUF_ERROR: return step
    default:
      throw DecodingProblem(
        problem: stream.pointee.msg.map { String(cString: $0) } ?? "zlib error \(code)")
    }
  }
}

extension [UInt8] {
  /// Appends what `body` writes into room for `count` bytes; it returns how many those are.
  mutating func append(
    addingCapacity count: Int, _ body: (UnsafeMutableBufferPointer<UInt8>) -> Int
  ) {
    let start = self.count
    append(contentsOf: repeatElement(0, count: count))
    let written = withUnsafeMutableBufferPointer { body(.init(rebasing: $0[start...])) }
    removeLast(count - written)
  }
}
