import Dispatch
import GhirbalDocument
import GhirbalIO
import GhirbalSites

/// Cleans pages in processes, one page at a time in each; who asks for one more than there may be
/// waits. A process is started when one is wanted, and again when it came to its end.
final class WorkerPool: Sendable {
  private let program: Isolation
  private let limits: PageLimits
  private let greeting: [UInt8]
  private let answer: [UInt8]
  private let idle = LockedValue<[WorkerProcess]>([])
  /// Counts the processes that may still go to work.
  private let free: DispatchSemaphore

  init(_ program: Isolation, _ pipeline: Pipeline, processCount: Int) {
    self.program = program
    free = DispatchSemaphore(value: max(1, processCount))
    limits = pipeline.configuration.limits
    greeting = PageWorker.greeting(pipeline.configuration)
    answer = PageWorker.answer(pipeline)
  }

  /// Throws where no process can be started.
  func result(
    of page: Page, sha256: String, duplicate: Manifest.Duplicate?
  ) throws(FileProblem) -> PageResult {
    let request = PageRequest(page, sha256: sha256, duplicate: duplicate)
    return try answer(to: request) {
      PageResult(frame: $0)
    } failed: {
      .failed($0, $1)
    }
  }

  /// What a page has for its site; nil for a page without a text. Throws where no process can be started.
  func trace(of page: Page) throws(FileProblem) -> Result<PageTrace?, LostPage> {
    try answer(to: PageRequest(learningFrom: page)) { bytes in
      bytes.isEmpty ? .success(nil) : PageTrace(bytes: bytes).map { .success($0) }
    } failed: {
      .failure(LostPage(reason: $0, detail: $1))
    }
  }

  /// A page that ended its process, or had it ended.
  struct LostPage: Error {
    let reason: String
    let detail: String
  }

  /// - Parameters:
  ///   - parse: reads an answer; nil where it is none.
  ///   - failed: what becomes of a page without one.
  private func answer<Answer>(
    to pageRequest: PageRequest, parse: ([UInt8]) -> Answer?,
    failed: (_ reason: String, _ detail: String) -> Answer
  ) throws(FileProblem) -> Answer {
    let (page, request) = (pageRequest.page, pageRequest.frame)
    let seconds = limits.seconds(forPageOf: page.bytes.count)
    free.wait()
    defer { free.signal() }
    while true {
      let worker = try idleOrNew()
      let isFresh = worker.isFresh
      let exchange = worker.exchange(
        request, seconds: seconds, memoryByteCount: limits.maxPageMemoryBytes)
      switch exchange {
      case .answer(let bytes):
        guard let result = parse(bytes) else {
          worker.end()
          return failed(WorkerEnd.crashed.rawValue, "the process answered what is no result")
        }
        giveBack(worker)
        return result
      case .ended(let reason, let detail):
        // What pages before it left in the process shall not be this page's failure. Time is
        // counted for each page alone.
        if !isFresh, reason != .timeLimit { continue }
        return failed(reason.rawValue, detail)
      }
    }
  }

  private func idleOrNew() throws(FileProblem) -> WorkerProcess {
    if let worker = idle.withLock({ $0.popLast() }) { return worker }
    return try WorkerProcess.start(program, greeting: greeting, answer: answer)
  }

  /// A process keeps the memory of the largest page it ever had.
  private static let keptByteCount = 512 << 20

  private func giveBack(_ worker: WorkerProcess) {
    guard worker.residentByteCount <= min(Self.keptByteCount, limits.maxPageMemoryBytes / 2) else {
      worker.end()
      return
    }
    idle.withLock { $0.append(worker) }
  }
}
