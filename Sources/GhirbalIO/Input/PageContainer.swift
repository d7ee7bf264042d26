import GhirbalDocument

/// A file that holds many pages, told by its name; in a pipe, where there is none, by its bytes.
public enum PageContainer: String, Sendable, CaseIterable {
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

  /// The container that some input opens as; nil for one page. Nothing is consumed.
  init?(opening input: DecodedInput, _ limits: SourceLimits) {
    _ = input.require(Self.openingCount)
    var head = input.available
    if head.starts(with: JSONPage.byteOrderMark) { head = head.dropFirst(3) }
    head = head.drop { $0 <= 0x20 }
    if head.starts(with: "WARC/".utf8) {
      self = .warc
    } else if head.starts(with: "filedesc:".utf8) {
      self = .arc
    } else if head.first == UInt8(ascii: "{"), Self.opensWithPage(input, limits) {
      self = .jsonl
    } else {
      return nil
    }
  }

  /// Enough for blank lines and what a first record opens with.
  private static let openingCount = 64

  /// Whether the first line is the object of a page: a text that happens to start with a brace, and a
  /// file of JSON that goes over several lines, is none.
  private static func opensWithPage(_ input: DecodedInput, _ limits: SourceLimits) -> Bool {
    switch input.line(maxCount: limits.maxLineBytes) {
    case .line(let line), .broken(let line): JSONPage.isOne(Array(line))
    case .tooLong, .end: false
    }
  }
}
