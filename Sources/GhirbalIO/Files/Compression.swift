import CLibZ
import CLibZstd

/// How a file of results is compressed.
public enum Compression: String, Sendable, CaseIterable, Codable {
  case none
  case gzip
  case zstd

  /// What it adds to a file's name.
  public var suffix: String {
    switch self {
    case .none: ""
    case .gzip: ".gz"
    case .zstd: ".zst"
    }
  }

  /// The bytes of a whole file, compressed.
  ///
  /// The same bytes give the same as long as the library is the same: pieces are of one size, in one
  /// thread, and a header names no time.
  public func encoded(_ bytes: [UInt8]) -> [UInt8] {
    guard let encoder = encoder() else { return bytes }
    var output: [UInt8] = []
    var start = 0
    repeat {
      let end = min(start + Self.pieceCount, bytes.count)
      encoder.encode(bytes[start..<end], isLast: end == bytes.count, to: &output)
      start = end
    } while start < bytes.count
    return output
  }

  static let pieceCount = 1 << 16

  func encoder() -> (any StreamEncoder)? {
    switch self {
    case .none: nil
    case .gzip: Deflater()
    case .zstd: ZstdEncoder()
    }
  }
}

/// Encodes one file, piece by piece.
protocol StreamEncoder: AnyObject {
  /// Encodes the next piece to the end of `output`; nothing follows the last one.
  func encode(_ bytes: ArraySlice<UInt8>, isLast: Bool, to output: inout [UInt8])
}

/// Writes one gzip member by zlib, at its usual level; the header has no time and no name.
private final class Deflater: StreamEncoder {
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)

  init() {
    stream.initialize(to: z_stream())
    let code = deflateInit2_(
      stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    precondition(code == Z_OK, "zlib is of the version it was built with, and there is memory")
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
  }

  func encode(_ bytes: ArraySlice<UInt8>, isLast: Bool, to output: inout [UInt8]) {
    // zlib reads its input only, though the field is not const.
    bytes.withUnsafeBufferPointer { input in
      stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      stream.pointee.avail_in = UInt32(input.count)
      repeat {
        output.append(addingCapacity: Compression.pieceCount) { piece in
          stream.pointee.next_out = piece.baseAddress
          stream.pointee.avail_out = UInt32(piece.count)
          deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
          return piece.count - Int(stream.pointee.avail_out)
        }
      } while stream.pointee.avail_out == 0
      stream.pointee.next_in = nil
    }
  }
}

/// Writes one zstd frame with its checksum, at the usual level and in this thread.
private final class ZstdEncoder: StreamEncoder {
  private let context: OpaquePointer

  init() {
    guard let context = ZSTD_createCCtx() else { preconditionFailure("there is memory for zstd") }
    self.context = context
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
  }

  deinit { ZSTD_freeCCtx(context) }

  func encode(_ bytes: ArraySlice<UInt8>, isLast: Bool, to output: inout [UInt8]) {
    bytes.withUnsafeBufferPointer { input in
      var source = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
      var rest = 0
      repeat {
        output.append(addingCapacity: Compression.pieceCount) { piece in
          var target = ZSTD_outBuffer(dst: piece.baseAddress, size: piece.count, pos: 0)
          rest = ZSTD_compressStream2(
            context, &target, &source, isLast ? ZSTD_e_end : ZSTD_e_continue)
          precondition(ZSTD_isError(rest) == 0, "compressing memory cannot fail")
          return target.pos
        }
      } while source.pos < source.size || isLast && rest > 0
    }
  }
}
