import ArgumentParser
import Ghirbal
import GhirbalIO
import GhirbalText

struct DuplicatesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duplicates",
    abstract: "Finds documents of clean texts that say the same as another one, or nearly.",
    discussion: """
      A line of JSON for each document that another one stands for, sorted by id: {"id", "of", \
      "similarity", "exact"}. Of documents that are alike the first by its id stands for all, whatever the \
      order, the files and the threads. An id is that of the line, or else the path. docs/duplicates.md \
      says what is alike.
      """)

  @Argument(
    help: """
      Texts, folders of texts and shards by their names, JSON Lines, WET files; - is standard input.
      """,
    completion: .file())
  var paths: [String]
  @Option(
    help: ArgumentHelp(
      "The share of five-word runs of either text that stand in both, from 0.5 to 1.",
      valueName: "share"))
  var minSimilarity = 0.8
  @Flag(help: "Print a line for every document; some stand for themselves.") var all = false
  @Option(
    help: """
      Print the ids of what stays instead, one on a line: first (of documents that are alike, the first \
      by its id).
      """)
  var keep: KeptDuplicates?
  @OptionGroup var form: InputFormOption
  @OptionGroup var jobs: JobsOption
  @Flag(name: .shortAndLong, help: "Say nothing on success.") var quiet = false

  func validate() throws {
    if paths.isEmpty { throw ValidationError("texts are wanted: files, folders or -.") }
    guard (0.5...1).contains(minSimilarity) else {
      throw ValidationError("--min-similarity is from 0.5 to 1.")
    }
    if all, keep != nil { throw ValidationError("--all and --keep exclude each other.") }
  }

  func run() async throws {
    try await reporting {
      let outcome = try await read()
      let verdicts = outcome.index.verdicts(minSimilarity: minSimilarity)
      try print(verdicts)
      for (path, reason) in outcome.failures { complain("\(path): left out: \(reason)") }
      if outcome.failureCount > outcome.failures.count {
        complain("… and \(outcome.failureCount - outcome.failures.count) more")
      }
      if !quiet { complain(Self.summary(verdicts, textless: outcome.textlessCount)) }
      if outcome.failureCount > 0 { throw ExitCode.pagesFailed }
    }
  }

  private func read() async throws -> DuplicateReader.Outcome {
    var configuration = PipelineConfiguration.standard
    if case .page(let format) = form.inputForm { configuration.reading.format = format }
    var documents = try NamedInput(
      TextLocations.all(paths), form.inputForm, configuration.sourceLimits)
    return try await DuplicateReader(configuration).read(jobs: jobs.jobs) {
      () throws(FileProblem) in try documents.next()
    }
  }

  private func print(_ verdicts: [DuplicateVerdict]) throws(FileProblem) {
    var lines: [UInt8] = []
    for verdict in verdicts {
      switch keep {
      case .first: if verdict.isRepresentative { lines += verdict.id.line }
      case nil: if all || !verdict.isRepresentative { lines += verdict.line }
      }
      guard lines.count >= Self.chunkByteCount else { continue }
      try emit(lines)
      lines = []
    }
    try emit(lines)
  }

  private static let chunkByteCount = 1 << 16

  private static func summary(_ verdicts: [DuplicateVerdict], textless: Int) -> String {
    let others = verdicts.lazy.filter { !$0.isRepresentative }
    let exact = others.count(where: \.isExact)
    let left = textless == 0 ? "" : "; left out without a text: \(textless)"
    return "\(verdicts.count.counted("document")): \(exact) the same as another one, "
      + "\(others.count - exact) nearly\(left)"
  }
}

/// Which documents of a group stay.
enum KeptDuplicates: String, ExpressibleByArgument, CaseIterable { case first }
