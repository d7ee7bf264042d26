import ArgumentParser
import Ghirbal
import GhirbalIO

/// What lies in an output, over what pipeline.yml says.
struct ResultOptions: ParsableArguments {
  @Option(
    help: "What lies in the output: files or jsonl (lines in shards).",
    completion: .list(ResultForm.allCases.map(\.rawValue)), transform: choice)
  var to: ResultForm?
  @Option(
    help: "Which records shards have: all, failed (of pages without a text) or none.",
    completion: .list(RecordPolicy.allCases.map(\.rawValue)), transform: choice)
  var records: RecordPolicy?
  @Option(
    name: .customLong("compress"), help: "How shards are compressed: none, gzip or zstd.",
    completion: .list(Compression.allCases.map(\.rawValue)), transform: choice)
  var compression: Compression?
  @Option(
    help: """
      What becomes of pages whose texts another one has too, or nearly: none (nobody looks), all (their rows \
      say who stands for them) or first (their texts are left out too).
      """,
    completion: .list(DuplicatePolicy.allCases.map(\.rawValue)), transform: choice)
  var duplicates: DuplicatePolicy?
  @Option(help: "Pages of a shard; by default as many as its bytes allow.")
  var shardPages: Int?
  @Option(help: "Bytes of a shard before compression; by default 268435456.")
  var shardBytes: Int?

  func validate() throws {
    for (name, count) in [("--shard-pages", shardPages), ("--shard-bytes", shardBytes)] {
      if let count, count < 1 { throw ValidationError("\(name) is at least 1.") }
    }
  }

  /// Whether somebody typed that duplicates are looked for.
  var asksForDuplicates: Bool { duplicates.map { $0 != .none } ?? false }

  /// Refuses what no output of files has.
  func apply(to configuration: inout PipelineConfiguration) throws {
    if let to { configuration.results = to }
    if let records { configuration.records = records }
    if let compression { configuration.compression = compression }
    if let duplicates { configuration.duplicates = duplicates }
    guard configuration.results == .files || configuration.duplicates == .none else {
      throw ConfigurationProblem(
        "duplicates goes with results: files; of shards `ghirbal duplicates` tells them.")
    }
    if let shardPages { configuration.shards.maxPages = shardPages }
    if let shardBytes { configuration.shards.maxBytes = shardBytes }
    guard configuration.results == .files else { return }
    guard configuration.records == .all, configuration.compression == .none else {
      throw ConfigurationProblem("records and compression are those of shards: results: jsonl.")
    }
    guard shardPages == nil, shardBytes == nil else {
      throw ValidationError("--shard-pages and --shard-bytes go with --to jsonl.")
    }
  }
}

/// The case that a word names.
private func choice<Choice: CaseIterable & RawRepresentable<String>>(
  _ word: String
) throws -> Choice {
  guard let choice = Choice(rawValue: word) else {
    throw ValidationError(
      "choose one of \(Choice.allCases.map(\.rawValue).joined(separator: ", ")).")
  }
  return choice
}
