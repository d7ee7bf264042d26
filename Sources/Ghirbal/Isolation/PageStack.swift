/// The stack of a thread that cleans pages.
enum PageStack {
  /// A page may nest deeply, and a thread beside the first one has little stack by default on macOS.
  static let byteCount = 16 << 20
}
