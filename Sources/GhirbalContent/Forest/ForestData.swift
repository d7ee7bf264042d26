internal import CGhirbalData

/// The forest built in, as it was shipped.
public enum ForestData {
  public static var bytes: [UInt8] {
    Array(
      UnsafeRawBufferPointer(start: ghirbal_content_forest(), count: ghirbal_content_forest_size))
  }
}
