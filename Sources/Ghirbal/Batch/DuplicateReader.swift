public import GhirbalIO

/// Reads the texts of a corpus into a `DuplicateIndex`, on as many threads as wanted. In memory are the
/// texts in work and the index.
public struct DuplicateReader: Sendable {
  private let configuration: PipelineConfiguration

  /// What was read.
  public struct Outcome: Sendable {
    public fileprivate(set) var index = DuplicateIndex()
    /// Lines that say of a document that it has no text, as those of dropped pages.
    public fileprivate(set) var textlessCount = 0
    /// Documents that nothing can be said of: what could not be read, and what is no text.
    public fileprivate(set) var failureCount = 0
    /// Of these the first: path and reason.
    public fileprivate(set) var failures: [(path: String, reason: String)] = []
  }

  static let maxFailures = 100

  /// - Parameter configuration: how pages are read.
  public init(_ configuration: PipelineConfiguration) { self.configuration = configuration }

  private enum Seen: Sendable {
    case text(DocumentID, TextTrace)
    case textless
    case failure(path: String, reason: String)
  }

  /// - Parameter take: gives the next document, nil at the end; called on one thread at a time.
  public func read(
    jobs: Int, take: @escaping () throws(FileProblem) -> SourcePage?
  ) async throws(FileProblem) -> Outcome {
    var outcome = Outcome()
    let work = OrderedWork<SourcePage, Seen>(
      window: jobs * Self.windowPerJob, take: take, work: { [self] in seen($0) },
      deliver: { seen throws(FileProblem) in
        switch seen {
        case .text(let id, let trace): outcome.index.insert(id, trace)
        case .textless: outcome.textlessCount += 1
        case .failure(let path, let reason):
          outcome.failureCount += 1
          if outcome.failures.count < Self.maxFailures { outcome.failures.append((path, reason)) }
        }
        return true
      })
    try await work.run(threads: jobs)
    return outcome
  }

  private func seen(_ source: SourcePage) -> Seen {
    do throws(PageFault) {
      let page = try source.page(maxPageBytes: configuration.reading.maxPageBytes)
      if let kind = MediaKind(of: page) { throw PageFault(kind.reason, kind.detail) }
      let text: [UInt8]?
      do throws(PageProblem) {
        text = try PageReader(configuration.reading).text(of: page)
      } catch {
        return .failure(path: source.path, reason: error.rawValue)
      }
      guard let text else {
        return .failure(
          path: source.path, reason: "it is HTML; `ghirbal clean` makes texts of pages")
      }
      return .text(DocumentID(source), TextTrace(text))
    } catch {
      guard error.reason != .noContent else { return .textless }
      let detail = error.detail.isEmpty ? "" : " (\(error.detail))"
      return .failure(path: source.path, reason: error.reason.rawValue + detail)
    }
  }

  private static let windowPerJob = 8
}
