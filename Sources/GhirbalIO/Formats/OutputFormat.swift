import GhirbalDocument

/// The form a clean text is written in: all that the rest of Ghirbal asks of it, declared once.
///
/// A format is a value beside its writer, and one of `allCases`.
public struct OutputFormat: Sendable {
  /// The word for it in pipeline.yml, in records and on the command line.
  public let rawValue: String
  /// What names of such files may end in. The first is what results have.
  public let suffixes: [String]
  public let mediaType: String
  /// What a text tells of its links unless somebody chooses.
  let links: WritingOptions.Links
  /// Whether `list_marks` is asked for pages of markup; otherwise lists are marked in the format's own way.
  let takesListMarks: Bool
  /// Whether the text of a page that was text holds the content of its blocks byte for byte.
  public let isPlain: Bool
  /// Whether a text opens with its page's title unless somebody chooses; otherwise it is the body alone.
  public let opensWithTitle: Bool
  /// Writes a document; links lead to their targets where they are to be written, the last is the
  /// address that the page was fetched from.
  let write:
    @Sendable (Document, LinkTargets?, WritingOptions.ListMarks, _ url: String?) -> WrittenDocument
  /// Content and gap of each block of a page that was text, from its clean text.
  public let tiles: @Sendable ([WrittenBlock], [UInt8]) -> [[UInt8]]
  /// The lines of such a file that hold no prose, ascending: code, tables, addresses.
  public let linesWithoutProse: @Sendable ([UInt8]) -> [Range<Int>]

  /// What the names of such results end in.
  public var suffix: String { suffixes[0] }

  /// The name of the text of a page in this form: the page's own with the suffix, which a name that ends
  /// in it has already.
  public func resultName(of page: String) -> String {
    keepsName(of: page) ? page : page + suffix
  }

  /// Whether the text of a page has the page's own name.
  func keepsName(of page: String) -> Bool {
    page.utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }

  /// The format that the name of a file tells; nil where it tells none.
  public init?(path: String) {
    guard let format = Self.allCases.first(where: { $0.suffixes.contains(where: path.hasSuffix) })
    else { return nil }
    self = format
  }

  init(
    _ rawValue: String, suffixes: [String], mediaType: String, links: WritingOptions.Links,
    takesListMarks: Bool, isPlain: Bool, opensWithTitle: Bool,
    write:
      @escaping @Sendable (
        Document, LinkTargets?, WritingOptions.ListMarks, _ url: String?
      ) -> WrittenDocument,
    tiles: @escaping @Sendable ([WrittenBlock], [UInt8]) -> [[UInt8]],
    linesWithoutProse: @escaping @Sendable ([UInt8]) -> [Range<Int>] = { _ in [] }
  ) {
    self.rawValue = rawValue
    self.suffixes = suffixes
    self.mediaType = mediaType
    self.links = links
    self.takesListMarks = takesListMarks
    self.isPlain = isPlain
    self.opensWithTitle = opensWithTitle
    self.write = write
    self.tiles = tiles
    self.linesWithoutProse = { utf8 in
      FrontMatter.range(in: utf8).map { [$0] + linesWithoutProse(utf8) } ?? linesWithoutProse(utf8)
    }
  }
}

extension OutputFormat: RawRepresentable, CaseIterable, Hashable, Codable {
  public init?(rawValue: String) {
    guard let format = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = format
  }

  public static func == (one: OutputFormat, other: OutputFormat) -> Bool {
    one.rawValue == other.rawValue
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}
