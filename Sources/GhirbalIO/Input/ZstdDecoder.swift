import CLibZstd

/// The one door to libzstd: decompresses frames; skippable frames give nothing.
final class ZstdDecoder: StreamDecoder {
  private let context: OpaquePointer
  private static let pieceCount = 1 << 16
  /// Frames that want a larger window are refused: 128 MiB is what the command `zstd` takes, too.
  private static let maxWindowLog: Int32 = 27

  init() {
    guard let context = ZSTD_createDCtx() else { preconditionFailure("there is memory for zstd") }
    self.context = context
    ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, Self.maxWindowLog)
  }

  deinit { ZSTD_freeDCtx(context) }

  func reset() { ZSTD_DCtx_reset(context, ZSTD_reset_session_only) }

  func decode(
    _ bytes: ArraySlice<UInt8>, to output: inout [UInt8]
  ) throws(DecodingProblem) -> DecodingStep {
    var code = 0
    var consumed = 0
    bytes.withUnsafeBufferPointer { input in
      output.append(addingCapacity: Self.pieceCount) { piece in
        var source = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
        var target = ZSTD_outBuffer(dst: piece.baseAddress, size: piece.count, pos: 0)
        code = ZSTD_decompressStream(context, &target, &source)
        consumed = source.pos
        return target.pos
      }
    }
    guard ZSTD_isError(code) == 0 else {
      throw DecodingProblem(problem: String(cString: ZSTD_getErrorName(code)))
    }
    return DecodingStep(consumedCount: consumed, isAtEnd: code == 0)
  }
}
