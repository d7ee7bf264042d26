public import GhirbalIO

/// Cleans pages on several threads and hands over what came of them in the order they came in, for
/// writers of one stream.
public struct OrderedCleaning: Sendable {
  private let configuration: PipelineConfiguration
  private let isolation: Isolation?

  /// Pages between being taken and being delivered, for each job: enough that one slow page does not
  /// make the others wait at once, few enough that their texts fit in memory.
  private static let windowPerJob = 8

  /// - Parameter isolation: The processes that clean; nil for this one.
  public init(_ configuration: PipelineConfiguration, isolation: Isolation? = nil) {
    self.configuration = configuration
    self.isolation = isolation
  }

  /// - Parameters:
  ///   - take: Gives the next page, nil at the end; called on one thread at a time, may block.
  ///   - render: Makes of a page what is wanted of it; called on many threads at once.
  ///   - deliver: Takes what was made, in order, on one thread at a time.
  ///   - rest: Called whenever nothing more is ready, so that what is buffered can be written.
  public func run<Rendered: Sendable>(
    jobs: Int, take: @escaping () throws(FileProblem) -> SourcePage?,
    render: @escaping @Sendable (PageOutcome) -> Rendered,
    deliver: @escaping (Rendered) throws(FileProblem) -> Void,
    rest: @escaping () throws(FileProblem) -> Void = {}
  ) async throws(FileProblem) {
    let cleaner = PageCleaner(configuration, isolation: isolation, jobs: jobs)
    let work = OrderedWork<SourcePage, Result<Rendered, FileProblem>>(
      window: jobs * Self.windowPerJob, take: take,
      work: { page in
        Result { () throws(FileProblem) in render(try cleaner.clean(page)) }
      },
      deliver: { result throws(FileProblem) in
        try deliver(result.get())
        return true
      }, rest: rest)
    try await work.run(threads: cleaner.threadCount)
  }
}
