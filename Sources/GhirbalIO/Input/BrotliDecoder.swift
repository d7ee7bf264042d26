import CLibBrotliDec

/// The one door to libbrotlidec: decompresses one stream (RFC 7932), with windows of up to 16 MiB.
final class BrotliDecoder: StreamDecoder {
  private var state: OpaquePointer
  private static let pieceCount = 1 << 16

  init() { state = Self.newState() }

  deinit { BrotliDecoderDestroyInstance(state) }

  private static func newState() -> OpaquePointer {
    guard let state = BrotliDecoderCreateInstance(nil, nil, nil) else {
      preconditionFailure("there is memory for brotli")
    }
    return state
  }

  func reset() {
    BrotliDecoderDestroyInstance(state)
    state = Self.newState()
  }

  func decode(
    _ bytes: ArraySlice<UInt8>, to output: inout [UInt8]
  ) throws(DecodingProblem) -> DecodingStep {
    var result = BROTLI_DECODER_RESULT_ERROR
    var rest = bytes.count
    bytes.withUnsafeBufferPointer { input in
      var source = input.baseAddress
      output.append(addingCapacity: Self.pieceCount) { piece in
        var target = piece.baseAddress
        var room = piece.count
        result = BrotliDecoderDecompressStream(state, &rest, &source, &room, &target, nil)
        return piece.count - room
      }
    }
    guard result != BROTLI_DECODER_RESULT_ERROR else {
      let code = BrotliDecoderGetErrorCode(state)
      throw DecodingProblem(problem: String(cString: BrotliDecoderErrorString(code)))
    }
    return DecodingStep(
      consumedCount: bytes.count - rest, isAtEnd: result == BROTLI_DECODER_RESULT_SUCCESS)
  }
}
