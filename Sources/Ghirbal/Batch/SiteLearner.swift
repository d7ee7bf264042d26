import Foundation
import GhirbalDocument
public import GhirbalIO
public import GhirbalSites
import GhirbalStages

/// Learns what the pages of sites have in common, on as many threads as wanted.
///
/// What is learnt depends on the pages alone. In memory are the pages in work and the traces of 200 pages
/// a site at most.
public struct SiteLearner: Sendable {
  public let key: SiteKey
  private let configuration: PipelineConfiguration
  private let isolation: Isolation?

  /// What was learnt, and of how many pages.
  public struct Outcome: Sendable {
    public fileprivate(set) var samples: SiteSamples
    /// Pages that were read and whose site is told.
    public fileprivate(set) var pageCount = 0
    /// Pages without an address, or with `SiteKey.folder` without a folder.
    public fileprivate(set) var siteless = 0
    /// Pages without a text.
    public fileprivate(set) var textless = 0
    /// Pages that are broken: how many, and of the first ones what was wrong.
    public fileprivate(set) var brokenCount = 0
    public fileprivate(set) var broken: [String] = []
    /// Files that cannot be read, and why.
    public fileprivate(set) var unread: [String] = []
  }

  /// - Parameters:
  ///   - key: by what a page's site is told.
  ///   - configuration: how pages are read, and what one may take of the machine.
  ///   - isolation: the processes that read; nil for this one.
  public init(
    by key: SiteKey, _ configuration: PipelineConfiguration, isolation: Isolation? = nil
  ) {
    self.key = key
    // Pages are read as they are, whatever was learnt of them before or is going to be.
    var configuration = configuration
    configuration.profile = nil
    self.configuration = configuration
    self.isolation = isolation
  }

  private enum Seen: Sendable {
    case page(PageTrace, site: String)
    case siteless
    case textless
    case broken(String)
    case unread(String)
  }

  /// - Parameter take: gives the next page, nil at the end; called on one thread at a time.
  public func learn(
    jobs: Int, take: @escaping () throws(FileProblem) -> SourcePage?
  ) async throws(FileProblem) -> Outcome {
    var outcome = Outcome(samples: SiteSamples(by: key))
    let maxPageBytes = configuration.reading.maxPageBytes
    let pipeline = Pipeline(configuration)
    let workers = isolation.map { WorkerPool($0, pipeline, processCount: jobs) }
    let work = OrderedWork<SourcePage, Result<Seen, FileProblem>>(
      window: jobs * Self.windowPerJob, take: take,
      work: { [key] source in
        let page: Page
        do throws(PageFault) {
          page = try source.page(maxPageBytes: maxPageBytes)
        } catch {
          return .success(Self.seen(error, source.path))
        }
        guard let site = key.site(url: page.url, path: page.sitePath ?? page.path) else {
          return .success(.siteless)
        }
        return Result { () throws(FileProblem) in
          switch try workers?.trace(of: page) ?? .success(pipeline.trace(of: page)) {
          case .success(let trace?): .page(trace, site: site)
          case .success(nil): .textless
          case .failure(let lost):
            .broken("\(source.path) left out: \(lost.reason) (\(lost.detail))")
          }
        }
      },
      deliver: { seen throws(FileProblem) in
        switch try seen.get() {
        case .page(let trace, let site):
          outcome.pageCount += 1
          outcome.samples.insert(trace, of: site)
        case .siteless: outcome.siteless += 1
        case .textless: outcome.textless += 1
        case .broken(let problem):
          outcome.brokenCount += 1
          if outcome.broken.count < Self.maxNamedPages { outcome.broken.append(problem) }
        case .unread(let problem): outcome.unread.append(problem)
        }
        return true
      })
    try await work.run(threads: PageCleaner.threadCount(jobs, isIsolated: workers != nil))
    return outcome
  }

  /// What becomes of a page that has a fault.
  private static func seen(_ fault: PageFault, _ path: String) -> Seen {
    guard fault.reason.isFailure else { return .textless }
    let problem = fault.reason.rawValue + (fault.detail.isEmpty ? "" : " (\(fault.detail))")
    return fault.reason == .unreadable
      ? .unread("\(path): \(problem)") : .broken("\(path) left out: \(problem)")
  }

  /// How many of the broken pages are named.
  private static let maxNamedPages = 100
  private static let windowPerJob = 8
}
