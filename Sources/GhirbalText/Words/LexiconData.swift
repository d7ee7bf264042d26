internal import CGhirbalData

/// The lexicons built in, as they were shipped.
public enum LexiconData {
  /// A copy of the Persian lexicon's bytes; `Training/lexicon/README.md` describes them.
  public static var persian: [UInt8] {
    Array(
      UnsafeBufferPointer(start: ghirbal_persian_lexicon(), count: ghirbal_persian_lexicon_size))
  }
}
