public import GhirbalDocument

/// What a source hands over: a page, the file of one, or the reason why there is none.
public struct SourcePage: Sendable {
  public enum Body: Sendable {
    /// A file that is a page; whoever cleans it reads it.
    case file(String)
    case page(Page)
    case fault(PageFault)
  }

  /// What names the page in all results; of a page in a container its place follows the container's
  /// own path.
  public let path: String
  public let body: Body
  /// The JSON text of the id that the page came with.
  public let id: [UInt8]?
  /// What tells the page's input apart, as `PageLocation.origin`.
  public internal(set) var origin: String?
  /// Whether somebody named the page's own file, as `PageLocation.isNamed`.
  public internal(set) var isNamed = false
  /// Where the page of a file was fetched from, as somebody says; nil where nobody does.
  public internal(set) var url: String?
  /// The path that tells its site by its folder, as `PageLocation.sitePath`.
  public internal(set) var sitePath: String?

  public init(path: String, body: Body, id: [UInt8]? = nil, origin: String? = nil) {
    self.path = path
    self.body = body
    self.id = id
    self.origin = origin
  }
}

/// How much one page may take.
public struct SourceLimits: Sendable {
  /// Bytes of a page, behind all compression.
  public var maxPageBytes: Int
  /// Bytes of a line of JSON: a page in base64 with its members, or one with escapes.
  public var maxLineBytes: Int

  public init(maxPageBytes: Int, maxLineBytes: Int? = nil) {
    self.maxPageBytes = maxPageBytes
    self.maxLineBytes = maxLineBytes ?? maxPageBytes * 2 + (1 << 16)
  }
}

/// Where pages come from: a folder, or a list of files; containers stand for the pages in them.
public enum PageSource: Sendable {
  case folder(String, InputRules = InputRules())
  case list([PageLocation])

  /// The pages, in the order of their paths' UTF-8; those of a list in its own order where no results
  /// are written.
  ///
  /// - Parameter names: Which names the results' place does not tell apart; pages that cannot both have
  ///   results there are faults. Nil where none are written.
  public func pages(
    _ limits: SourceLimits, names: NameRule? = nil
  ) throws(FileProblem) -> SourcePages {
    try SourcePages(locations(names), limits)
  }

  /// What tells the inputs of the pages apart, each once.
  public var origins: Set<String?> {
    switch self {
    case .folder: [nil]
    case .list(let locations): Set(locations.map(\.origin))
    }
  }

  /// How many bytes all the files have together; nil once `isWanted` says no.
  public func byteCount(while isWanted: () -> Bool) -> Int? {
    guard var locations = try? locations(nil) else { return nil }
    var sum = 0
    while let location = locations.next() {
      guard isWanted() else { return nil }
      sum += location.byteCount
    }
    return sum
  }

  private func locations(_ names: NameRule?) throws(FileProblem) -> Locations {
    switch self {
    case .folder(let folder, let rules):
      .folder(try FolderWalk(folder, names: names, rules: rules))
    case .list(let locations):
      .list((names.map { PageLocation.sorted(locations, names: $0) } ?? locations).makeIterator())
    }
  }
}

/// The files of a source, one after another.
enum Locations {
  case folder(FolderWalk)
  case list(IndexingIterator<[PageLocation]>)

  mutating func next() -> PageLocation? {
    switch self {
    case .folder(var walk):
      let location = walk.next()
      self = .folder(walk)
      return location
    case .list(var iterator):
      let location = iterator.next()
      self = .list(iterator)
      return location
    }
  }
}

/// Reads the pages of one container, one after another.
protocol ContainerReader {
  /// The next page or fault; nil at the end. After a fault it goes on where the next record starts.
  mutating func next() -> SourcePage?
  /// How far into the file it is.
  var consumedByteCount: Int { get }
}

/// The pages of a source, one after another; at any time one of them is in memory.
public struct SourcePages {
  private var locations: Locations
  private let limits: SourceLimits
  private var container: (any ContainerReader)?
  /// The origin of the location in hand.
  private var origin: String?
  private var isNamed = false
  /// The size of the files before the one in hand, and of that one.
  private var passedByteCount = 0
  private var currentByteCount = 0

  init(_ locations: Locations, _ limits: SourceLimits) {
    self.locations = locations
    self.limits = limits
  }

  /// Bytes on the disk that have been gone through, for the progress.
  public var consumedByteCount: Int {
    passedByteCount + min(container?.consumedByteCount ?? currentByteCount, currentByteCount)
  }

  public mutating func next() -> SourcePage? {
    var page = nextPage()
    page?.origin = origin
    page?.isNamed = isNamed && container == nil
    return page
  }

  private mutating func nextPage() -> SourcePage? {
    while true {
      if let page = container?.next() { return page }
      container = nil
      guard let location = locations.next() else { return nil }
      origin = location.origin
      isNamed = location.isNamed
      passedByteCount += currentByteCount
      currentByteCount = location.byteCount
      if let fault = location.fault {
        return SourcePage(path: location.path, body: .fault(fault))
      }
      guard let kind = location.container ?? PageContainer(path: location.path) else {
        var page = SourcePage(path: location.path, body: .file(location.file))
        page.url = location.url
        page.sitePath = location.sitePath
        return page
      }
      do {
        container = kind.reader(
          of: try DecodedInput(location.file), path: location.path, limits)
      } catch {
        return SourcePage(
          path: location.path + "/", body: .fault(PageFault(.unreadable, error.problem)))
      }
    }
  }
}

extension PageContainer {
  func reader(
    of input: DecodedInput, path: String, _ limits: SourceLimits
  ) -> any ContainerReader {
    switch self {
    case .warc: RecordReader(WARCFormat(limits), input, path: path)
    case .arc: RecordReader(ARCFormat(limits), input, path: path)
    case .jsonl: JSONLReader(input, path: path, limits)
    }
  }
}
