import Foundation
public import GhirbalDocument

/// What the bytes of an input are to be read as.
public enum InputForm: Sendable, Equatable {
  case container(PageContainer)
  case page(PageFormat)

  public static let allCases: [InputForm] =
    PageContainer.allCases.map(InputForm.container) + PageFormat.allCases.map(InputForm.page)

  /// The word for it on the command line.
  public var name: String {
    switch self {
    case .container(let container): container.rawValue
    case .page(let format): format.rawValue
    }
  }

  public var container: PageContainer? {
    if case .container(let container) = self { container } else { nil }
  }
}

/// The pages of an open file or pipe: of a container or one page, compressed with gzip or zstd or not,
/// as its bytes say. At any time one of them is in memory.
public struct StreamedPages {
  /// Nil where the input is one page.
  public let container: PageContainer?
  private let input: DecodedInput
  private let path: String
  private let url: String?
  private let limits: SourceLimits
  private var reader: (any ContainerReader)?
  private var isAtEnd = false

  /// Waits for the first bytes of the input, which stays open. Throws where it cannot be read.
  ///
  /// - Parameters:
  ///   - name: What a message calls the input.
  ///   - path: What names the page, or stands before the numbers of a container's.
  ///   - url: Where the one page was fetched from; nil where nobody says it.
  ///   - form: What the input is, over what its bytes say; nil where they decide.
  public init(
    _ file: Int32, _ name: String, path: String, url: String?, as form: InputForm?,
    _ limits: SourceLimits
  ) throws(FileProblem) {
    input = try DecodedInput(decoding: file, name, ownsFile: false)
    container =
      switch form {
      case .container(let container): container
      case .page: nil
      case nil: PageContainer(opening: input, limits)
      }
    reader = container?.reader(of: input, path: path, limits)
    self.path = path
    self.url = url
    self.limits = limits
  }

  public mutating func next() -> SourcePage? {
    if reader != nil { return reader?.next() }
    guard !isAtEnd else { return nil }
    isAtEnd = true
    // One byte more says that the page is too large.
    _ = input.require(limits.maxPageBytes + 1)
    if let fault = input.fault { return SourcePage(path: path, body: .fault(fault)) }
    return SourcePage(
      path: path, body: .page(Page(path: path, bytes: Array(input.available), url: url)))
  }
}
