/// What one page may take of the machine before it is given up, where pages are isolated.
///
/// These do not decide over what is written of a page that keeps to them, so they are no part of
/// the configuration's hash. They depend on the machine, and so are far from what any page takes.
public struct PageLimits: Sendable, Equatable {
  /// Seconds of processor time for a page, and again for each 4 MiB of it. Of hostile pages the worst
  /// takes below 3 s a MiB.
  public var maxPageSeconds = 30
  /// Bytes of memory of the process that cleans the page.
  public var maxPageMemoryBytes = 2 << 30

  public init() {}

  /// Seconds of processor time that a page of this size may take.
  func seconds(forPageOf byteCount: Int) -> Double {
    Double(maxPageSeconds) * (1 + Double(byteCount) / Double(4 << 20))
  }

  /// A process that has done nothing yet takes a fifth of this.
  private static let leastMemoryBytes = 256 << 20
}

extension PageLimits: ConfigurationSection {
  static let keys: [ConfigurationKey<PageLimits>] = [
    ConfigurationKey(
      "max_page_seconds", \.maxPageSeconds, .count(1...86_400),
      "seconds of processor time for a page, and again for each 4 MiB of it"),
    ConfigurationKey(
      "max_page_memory_bytes", \.maxPageMemoryBytes, .count(leastMemoryBytes...(1 << 40)),
      "bytes of memory of the process that cleans the page"),
  ]
}
