import Foundation
import GhirbalDocument
import GhirbalIO

/// The program that a stage `external` asks, with the processes that run it: one for each page that is
/// in work at the same time.
final class ExternalProgram: Sendable {
  let options: ExternalStage.Options
  /// Where the configuration names it.
  let line: Int?
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

  init(_ options: ExternalStage.Options, line: Int?) {
    self.options = options
    self.line = line
    start = nil
  }

  private init(_ options: ExternalStage.Options, line: Int?, _ start: Start) {
    self.options = options
    self.line = line
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
  ) throws(ConfigurationProblem) -> ExternalProgram {
    let folder = URL(filePath: folder.isEmpty ? "." : folder, directoryHint: .isDirectory)
      .absoluteURL.path
    guard let executable = Self.executable(options.command[0], in: folder) else {
      throw ConfigurationProblem(
        line: line, "command of external: there is no program \(options.command[0].shortened).")
    }
    var hashes: [String] = []
    for word in options.command {
      let path = Self.path(word, in: folder)
      guard Self.isFile(path) else { continue }
      do throws(FileProblem) {
        hashes.append(try AtomicFile.read(path, maxBytes: Self.maxFileByteCount).sha256)
      } catch {
        throw ConfigurationProblem(
          line: line, "command of external: \(word.shortened) cannot be read: \(error.problem).")
      }
    }
    return ExternalProgram(
      options, line: line,
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

extension Document {
  /// Edits as programs write them, as edits of this document.
  fileprivate func edits(
    _ written: [WrittenEdit]
  ) throws(StageFailure) -> [Edit<ExternalStage.Reason>] {
    var scalars = ScalarOffsets()
    var edits: [Edit<ExternalStage.Reason>] = []
    edits.reserveCapacity(written.count)
    for (index, edit) in written.enumerated() {
      func unfit(_ problem: String) -> StageFailure {
        StageFailure(.unfitEdit, "edit \(index + 1) of external: \(problem)")
      }
      guard blocks.indices.contains(edit.block) else {
        throw unfit("there is no block \(edit.block)")
      }
      let id = BlockID(edit.block)
      let range: Range<Int>
      switch edit.place {
      case nil: range = 0..<0
      case .utf8(let start, let end): range = start..<end
      case .scalars(let start, let end):
        guard let found = scalars.utf8Range(start, end, of: id, in: self) else {
          throw unfit("characters \(start) to \(end) of block \(edit.block) are not there")
        }
        range = found
      }
      guard range.upperBound <= self[id].content.count else {
        throw unfit(
          "bytes \(range.lowerBound) to \(range.upperBound) of block \(edit.block) are not there: "
            + "it has \(self[id].content.count)")
      }
      let reason = ExternalStage.Reason(rawValue: edit.reason)
      let (rule, confidence) = (edit.rule, edit.confidence)
      switch edit.change {
      case .keep: edits.append(.keep(id, reason, rule: rule, confidence: confidence))
      case .drop: edits.append(.drop(id, reason, rule: rule, confidence: confidence))
      case .replace:
        edits.append(
          .replace(id, range, with: edit.with ?? "", reason, rule: rule, confidence: confidence))
      case .lift:
        guard let field = edit.field else { throw unfit("it names no field") }
        edits.append(
          .lift(
            field, edit.value ?? "", from: id, range, reason, rule: rule, confidence: confidence))
      }
    }
    return edits
  }
}

/// Where the scalars of a block begin; of the block that was asked for last.
private struct ScalarOffsets {
  private var block: BlockID?
  /// A place more than there are scalars: the last is the end.
  private var starts: [Int] = []

  mutating func utf8Range(
    _ start: Int, _ end: Int, of id: BlockID, in document: Document
  ) -> Range<Int>? {
    if block != id {
      block = id
      let content = document.utf8[document[id].content]
      starts = content.indices.filter { content[$0] & 0xC0 != 0x80 }.map { $0 - content.startIndex }
      starts.append(content.count)
    }
    guard starts.indices.contains(end), start <= end else { return nil }
    return starts[start]..<starts[end]
  }
}
