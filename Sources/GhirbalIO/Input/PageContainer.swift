/// A file that holds many pages, told by its name.
public enum PageContainer: Sendable {
  case warc
  case arc
  case jsonl

  private static let suffixes: [(suffix: String, container: PageContainer)] = [
    (".warc", .warc), (".warc.wet", .warc), (".arc", .arc), (".jsonl", .jsonl), (".ndjson", .jsonl),
  ]
  private static let compressions = [".gz", ".zst"]

  /// The container that a name promises; nil for a page of its own. Case is ignored.
  public init?(path: String) {
    var name = Substring(path.split(separator: "/").last ?? "").lowercased()
    for compression in Self.compressions where name.hasSuffix(compression) {
      name.removeLast(compression.count)
      break
    }
    guard let row = Self.suffixes.first(where: { name.hasSuffix($0.suffix) }) else { return nil }
    self = row.container
  }
}
