public import GhirbalDocument
public import GhirbalText

/// What Ghirbal writes beside each clean text: where it came from and every change on the way.
///
/// It holds no clock, host or path of the machine: the same page under the same configuration gives
/// the same record. `schema/provenance.schema.json` describes it.
///
/// In an output folder the manifest says what cleaned the page, so that a record changes only where
/// something changed for its page.
public struct ProvenanceRecord: Sendable, Equatable {
  public static let schema = "ghirbal/provenance/3"
  /// Those of earlier versions, which are read too: 2 has fewer facts, and 1, of version 0.1.0, has its
  /// `pipeline` in each record.
  static let earlierSchemas = ["ghirbal/provenance/2", "ghirbal/provenance/1"]
  /// What the name of a record adds to that of its page.
  public static let suffix = ".provenance.json"

  public struct Source: Sendable, Equatable, Decodable {
    public var path: String
    public var url: String?
    /// The media type of the HTTP or WARC header.
    public var mediaType: String?
    /// When the page was fetched, as its archive says.
    public var fetchedAt: String?
    public var warcRecordId: String?
    public var sha256: String
    public var bytes: Int
    /// `html` or `text`.
    public var format: String
    public var encoding: String
    public var encodingEvidence: String
    /// How many blocks the raw page has.
    public var blocks: Int
    /// Raw bytes that encoding the decoded text would not give back.
    public var irreversible: [RawPiece]
    /// What was read of the page's markup where more than one reading is right.
    public var markup: MarkupReading

    enum CodingKeys: CodingKey {
      case path, url, mediaType, fetchedAt, warcRecordId, sha256, bytes, format, encoding,
        encodingEvidence, blocks, irreversible,
        images, ruby, protectedAddresses
    }

    public init(
      path: String, url: String?, sha256: String, bytes: Int, format: String, encoding: String,
      encodingEvidence: String, blocks: Int, irreversible: [RawPiece],
      markup: MarkupReading = MarkupReading(), mediaType: String? = nil, fetchedAt: String? = nil,
      warcRecordId: String? = nil
    ) {
      self.path = path
      self.url = url
      self.mediaType = mediaType
      self.fetchedAt = fetchedAt
      self.warcRecordId = warcRecordId
      self.sha256 = sha256
      self.bytes = bytes
      self.format = format
      self.encoding = encoding
      self.encodingEvidence = encodingEvidence
      self.blocks = blocks
      self.irreversible = irreversible
      self.markup = markup
    }
  }

  public struct Output: Sendable, Equatable, Codable {
    public var path: String
    public var format: OutputFormat
    public var links: WritingOptions.Links
    public var listMarks: WritingOptions.ListMarks
    /// Whether front matter stands before the text.
    public var frontMatter: Bool
    public var sha256: String
    public var bytes: Int

    enum CodingKeys: CodingKey { case path, format, links, listMarks, frontMatter, sha256, bytes }

    public init(
      path: String, format: OutputFormat = .text, links: WritingOptions.Links = .text,
      listMarks: WritingOptions.ListMarks = .none, frontMatter: Bool = false, sha256: String,
      bytes: Int
    ) {
      self.path = path
      self.format = format
      self.links = links
      self.listMarks = listMarks
      self.frontMatter = frontMatter
      self.sha256 = sha256
      self.bytes = bytes
    }
  }

  public var source: Source
  /// Nil for a page that was dropped: nothing of it is left.
  public var output: Output?
  public var metadata: Metadata
  public var language: String?
  public var direction: String?
  /// Words of the clean text; nil in records of earlier versions.
  public var wordCount: Int?
  /// What cleaned the page; nil in an output folder, where the manifest says it.
  public var pipeline: PipelineIdentity?
  /// Limits the page ran into, by name, sorted.
  public var flags: [String]
  public var blocks: [WrittenBlock]
  public var ledger: Ledger

  public init(
    source: Source, output: Output?, metadata: Metadata, language: String?, direction: String?,
    wordCount: Int?, pipeline: PipelineIdentity? = nil, flags: [String], blocks: [WrittenBlock],
    ledger: Ledger
  ) {
    self.source = source
    self.output = output
    self.metadata = metadata
    self.language = language
    self.direction = direction
    self.wordCount = wordCount
    self.pipeline = pipeline
    self.flags = flags
    self.blocks = blocks
    self.ledger = ledger
  }
}
