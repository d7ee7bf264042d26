/// A fact about a page that a stage can lift out of its text or its head.
public enum MetadataField: String, Sendable, CaseIterable, Codable {
  case title
  case author
  case published
  case modified
  case siteName = "site_name"
  /// Who publishes the site: a body, or a person who signs for it.
  case publisher
  case category
  case tag
  case canonicalURL = "canonical_url"
  /// The host of the page's address.
  case hostname
  /// What the page says that it is about.
  case description
  /// The address of the picture that stands for the page.
  case image
  case license
  /// The place a news text opens with: "TEHRAN – …".
  case dateline
  /// Whom a republished text names as its source: an agency, a paper.
  case source
  /// Where a republished text says that it came from.
  case sourceURL = "source_url"

  /// Whether the field holds every value lifted, in order, or the first one only.
  public var isList: Bool {
    switch self {
    case .author, .category, .tag: true
    default: false
    }
  }
}

/// What is known about a page beside its text. Each value was lifted by a recorded edit.
public struct Metadata: Sendable, Equatable {
  private var values: [MetadataField: [String]] = [:]
  /// The values of each list once more, so that a page of many tags is read in linear time.
  private var held: [MetadataField: Set<String>] = [:]

  public init() {}

  /// Metadata as a record states them.
  public init(_ values: [MetadataField: [String]]) {
    self.values = values.filter { !$0.value.isEmpty }
    held = self.values.mapValues { Set($0) }
  }

  /// The values of `field`, in the order they were lifted.
  public subscript(field: MetadataField) -> [String] { values[field, default: []] }

  // MARK: By name

  public var title: String? { self[.title].first }
  public var authors: [String] { self[.author] }
  /// As a date of ISO 8601, or with time and zone where the page tells them.
  public var published: String? { self[.published].first }
  /// As `published`.
  public var modified: String? { self[.modified].first }
  public var siteName: String? { self[.siteName].first }
  public var publisher: String? { self[.publisher].first }
  public var categories: [String] { self[.category] }
  public var tags: [String] { self[.tag] }
  public var canonicalURL: String? { self[.canonicalURL].first }
  public var hostname: String? { self[.hostname].first }
  public var description: String? { self[.description].first }
  /// The address of a picture.
  public var image: String? { self[.image].first }
  public var license: String? { self[.license].first }
  public var dateline: String? { self[.dateline].first }
  public var source: String? { self[.source].first }
  public var sourceURL: String? { self[.sourceURL].first }

  // MARK: Lifting

  /// Adds a value: a list takes each value once, any other field keeps the first.
  mutating func lift(_ value: String, into field: MetadataField) {
    guard !value.isEmpty, field.isList || values[field] == nil,
      held[field, default: []].insert(value).inserted
    else { return }
    values[field, default: []].append(value)
  }
}
