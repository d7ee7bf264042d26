import Foundation
import GhirbalDocument
public import GhirbalIO
public import GhirbalSites

/// Learns what the pages of sites have in common, on as many threads as wanted.
///
/// What is learnt depends on the pages alone. In memory are the pages in work and the traces of 200 pages
/// a site at most.
public struct SiteLearner: Sendable {
  private let key: SiteKey
  private let configuration: PipelineConfiguration

  /// What was learnt, and of how many pages.
  public struct Outcome: Sendable {
    public fileprivate(set) var samples: SiteSamples
    /// Pages that were read and whose site is told.
    public fileprivate(set) var pageCount = 0
    /// Pages without an address, or with `SiteKey.folder` without a folder.
    public fileprivate(set) var siteless = 0
    /// Pages without a text.
    public fileprivate(set) var textless = 0
    /// Pages that could not be read: how many, and of the first ones what was wrong.
    public fileprivate(set) var unreadCount = 0
    public fileprivate(set) var unread: [String] = []
  }

  /// - Parameters:
  ///   - key: by what a page's site is told.
  ///   - configuration: how pages are read.
  public init(by key: SiteKey, _ configuration: PipelineConfiguration) {
    self.key = key
    self.configuration = configuration
  }

  private enum Seen: Sendable {
    case page(PageTrace, site: String)
    case siteless
    case textless
    case unread(String)
  }

  /// - Parameter take: gives the next page, nil at the end; called on one thread at a time.
  public func learn(
    jobs: Int, take: @escaping () throws(FileProblem) -> SourcePage?
  ) async throws(FileProblem) -> Outcome {
    var outcome = Outcome(samples: SiteSamples(by: key))
    let reader = PageReader(configuration.reading)
    let maxPageBytes = configuration.reading.maxPageBytes
    let work = OrderedWork<SourcePage, Seen>(
      window: jobs * Self.windowPerJob, take: take,
      work: { [key] source in
        let page: Page
        do throws(PageFault) {
          page = try source.page(maxPageBytes: maxPageBytes)
        } catch {
          let detail = error.detail.isEmpty ? "" : " (\(error.detail))"
          return error.reason.isFailure
            ? .unread("\(source.path): \(error.reason.rawValue)\(detail)") : .textless
        }
        guard let site = key.site(url: page.url, path: page.path) else { return .siteless }
        guard MediaKind(of: page) == nil, let reading = try? reader.read(page),
          !reading.document.blocks.isEmpty
        else { return .textless }
        return .page(PageTrace(reading.document), site: site)
      },
      deliver: { seen throws(FileProblem) in
        switch seen {
        case .page(let trace, let site):
          outcome.pageCount += 1
          outcome.samples.insert(trace, of: site)
        case .siteless: outcome.siteless += 1
        case .textless: outcome.textless += 1
        case .unread(let problem):
          outcome.unreadCount += 1
          if outcome.unread.count < Self.maxNamedPages { outcome.unread.append(problem) }
        }
        return true
      })
    try await work.run(threads: jobs)
    return outcome
  }

  /// How many of the pages that could not be read are named.
  private static let maxNamedPages = 100
  private static let windowPerJob = 8
}
