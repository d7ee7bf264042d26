internal import CGhirbalData

/// The word lexicon and the boundary model built in, as they were shipped.
public enum WordData {
  /// The SHA-256 of both, 32 bytes, as `Training/words` wrote it into the model.
  public static var digest: [UInt8] {
    Array(
      UnsafeRawBufferPointer(
        start: ghirbal_boundary_model() + BoundaryModel.headerCount - 32, count: 32))
  }
}
