internal import CGhirbalData

/// The word lexicon and the boundary model built in, as they were shipped.
public enum WordData {
  /// The SHA-256 of both, 32 bytes, as `Training/words` wrote it into the model.
  public static var digest: [UInt8] {
    Array(
      UnsafeRawBufferPointer(
        start: ghirbal_boundary_model() + BoundaryModel.headerCount - 32, count: 32))
  }

  /// A copy of the bytes that the digest is of.
  public static var bytes: [UInt8] {
    Array(
      UnsafeRawBufferPointer(start: ghirbal_word_lexicon(), count: ghirbal_word_lexicon_size))
      + Array(
        UnsafeRawBufferPointer(
          start: ghirbal_boundary_model(), count: ghirbal_boundary_model_size
        ).dropFirst(BoundaryModel.headerCount))
  }
}
