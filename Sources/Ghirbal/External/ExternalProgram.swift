import Foundation
import GhirbalDocument
import GhirbalIO

/// The program that a stage `external` asks, with the processes that run it: one for each page that is
/// in work at the same time.
final class ExternalProgram: Sendable {
  let options: ExternalStage.Options
  /// How it is started; nil as long as it may not be.
  private let start: Start?
  private let idle = LockedValue<[ExternalProcess]>([])

  /// What was found once it was allowed.
  private struct Start: Sendable {
    /// Absolute.
    let executable: String
    /// Absolute.
    let folder: String
    /// SHA-256 of the files that the command names, in its order.
    let fileHashes: [String]
    let memoryByteCount: Int
  }

  init(_ options: ExternalStage.Options) {
    self.options = options
    start = nil
  }

  private init(_ options: ExternalStage.Options, _ start: Start) {
    self.options = options
    self.start = start
  }

  deinit { for process in idle.withLock(\.self) { process.end() } }

  // MARK: Permission

  /// The folder that it works in; nil as long as it may not be started.
  var folder: String? { start?.folder }

  /// What decides over its edits besides its options.
  var hashed: [String] { start?.fileHashes.map { "  \($0)" } ?? [] }

  /// The same program, which may be started.
  func allowed(
    in folder: String, memoryByteCount: Int
  ) throws(OptionProblem) -> ExternalProgram {
    let folder = URL(filePath: folder.isEmpty ? "." : folder, directoryHint: .isDirectory)
      .absoluteURL.path
    guard let executable = Self.executable(options.command[0], in: folder) else {
      throw OptionProblem("command", "names \(options.command[0]), and there is no such program")
    }
    var hashes: [String] = []
    for word in options.command {
      let path = Self.path(word, in: folder)
      guard Self.isFile(path) else { continue }
      do throws(FileProblem) {
        hashes.append(try AtomicFile.read(path, maxBytes: Self.maxFileByteCount).sha256)
      } catch {
        throw OptionProblem("command", "names \(word), which cannot be read: \(error.problem)")
      }
    }
    return ExternalProgram(
      options,
      Start(
        executable: executable, folder: folder, fileHashes: hashes,
        memoryByteCount: memoryByteCount))
  }

  private static let maxFileByteCount = 1 << 30

  private static func path(_ word: String, in folder: String) -> String {
    word.hasPrefix("/") ? word : folder + "/" + word
  }

  private static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// A word with a slash is a path; any other is looked for where shells look.
  private static func executable(_ word: String, in folder: String) -> String? {
    let places =
      word.contains("/")
      ? [path(word, in: folder)]
      : ProcessInfo.processInfo.environment["PATH", default: "/usr/bin:/bin"]
        .split(separator: ":").filter { $0.hasPrefix("/") }.map { "\($0)/\(word)" }
    return places.first { isFile($0) && access($0, X_OK) == 0 }
  }

  // MARK: Pages

  /// The edits that the program asks for.
  ///
  /// A process that had pages before and fails is not believed: what they left in it shall not be this
  /// page's failure, so a fresh one is asked. Only time is counted for each page alone.
  func edits(
    for document: Document, _ source: PageOfStage
  ) throws(StageFailure) -> [Edit<ExternalStage.Reason>] {
    guard let start else {
      throw StageFailure(.notStarted, "\(options.command[0]) may not be started")
    }
    while true {
      let process = try idleOrNew(start)
      let isFresh = process.answerCount == 0
      do throws(StageFailure) {
        let edits = try edits(for: document, source, of: process, start)
        idle.withLock { $0.append(process) }
        return edits
      } catch {
        process.end()
        if isFresh || error.reason == .timeLimit { throw error }
      }
    }
  }

  private func edits(
    for document: Document, _ source: PageOfStage, of process: ExternalProcess, _ start: Start
  ) throws(StageFailure) -> [Edit<ExternalStage.Reason>] {
    let id = process.answerCount + 1
    let request = BlocksLine(id: id, path: source.path, url: source.url).jsonl(document)
    let line = try process.answer(
      to: request, maxByteCount: Self.maxAnswerByteCount(for: request.count),
      seconds: options.maxSeconds, memoryByteCount: start.memoryByteCount)
    let answer: EditsLine
    do throws(RecordProblem) {
      answer = try EditsLine(line)
    } catch {
      throw StageFailure(.badAnswer, error.problem)
    }
    guard answer.id == id else {
      throw StageFailure(.badAnswer, "the answer is to line \(answer.id), not to \(id)")
    }
    switch answer.outcome {
    case .error(let words): throw StageFailure(.error, words)
    case .edits(let edits): return try document.edits(edits)
    }
  }

  private func idleOrNew(_ start: Start) throws(StageFailure) -> ExternalProcess {
    if let process = idle.withLock({ $0.popLast() }) { return process }
    return try ExternalProcess.start(
      start.executable, Array(options.command.dropFirst()), in: start.folder)
  }

  /// How long an answer may be: a page's text many times over.
  private static func maxAnswerByteCount(for byteCount: Int) -> Int { 8 * byteCount + (1 << 20) }
}
