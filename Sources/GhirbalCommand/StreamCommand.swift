import ArgumentParser
import Foundation
import Ghirbal
import GhirbalIO

struct StreamCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stream", abstract: "Cleans pages given as lines of JSON, one line out for each.",
    discussion: """
      In: {"id", "url"?, "html" | "html_base64" | "page_base64" | "text", "content_type"?}. \
      Out, in the same order: \
      {"id", "status": "ok" | "dropped" | "failed" | "skipped", "reason"?, "text", "document"}. A line \
      that is no page comes out as a failed one; the exit code is 0 unless the stream itself breaks.
      """)

  @Flag(help: "Put each page's whole provenance record into its line.") var provenance = false
  @Option(help: "The longest line; a longer one fails with line_too_long.") var maxLineBytes: Int?
  @OptionGroup var form: FormatOption
  @OptionGroup var source: ConfigurationOptions
  @OptionGroup var work: WorkOptions

  func validate() throws {
    if let maxLineBytes, maxLineBytes < 1 {
      throw ValidationError("--max-line-bytes is at least 1.")
    }
  }

  func run() async throws {
    try await reporting {
      var configuration = try source.load().configuration
      try form.apply(to: &configuration)
      var lines = JSONLStream(
        STDIN_FILENO, "standard input",
        SourceLimits(
          maxPageBytes: configuration.reading.maxPageBytes, maxLineBytes: maxLineBytes))
      var buffer: [UInt8] = []
      func flush() throws(FileProblem) {
        try emit(buffer)
        buffer.removeAll(keepingCapacity: true)
      }
      try await OrderedCleaning(configuration, isolation: work.isolated).run(
        jobs: work.jobs.jobs, take: { () throws(FileProblem) in try lines.next() },
        render: { [provenance] in $0.line(includesProvenance: provenance) },
        deliver: { line throws(FileProblem) in
          buffer.append(contentsOf: line)
          if buffer.count > 1 << 16 { try flush() }
        }, rest: flush)
    }
  }
}
