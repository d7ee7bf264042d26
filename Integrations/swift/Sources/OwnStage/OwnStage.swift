import Ghirbal

/// `OwnStage FOLDER` cleans the input of the folder's pipeline.yml, which may name `drop_credits`, into
/// its output, and checks what was written. Pages are cleaned in processes of this program.
@main enum OwnStage {
  static let stages = [StageEntry(DropCredits.self)]

  static func main() async throws {
    guard CommandLine.arguments.count == 2 else { return print("Usage: OwnStage FOLDER") }
    if CommandLine.arguments[1] == "worker" { PageWorker.run(0, own: stages) }
    let folder = CommandLine.arguments[1] + "/"
    let configuration = try PipelineConfiguration(
      bytes: AtomicFile.read(folder + "pipeline.yml"), file: folder + "pipeline.yml", own: stages)
    let input = folder + configuration.input
    let output = folder + configuration.output
    let outcome = try await BatchRunner(
      configuration, source: .folder(input), output: output, isolation: .thisProgram(["worker"])
    ).run(jobs: 2)
    let report = Verification(input: input, output: output).run()
    print("\(outcome.totals.pages) pages, \(outcome.totals.edits) edits")
    for finding in report.findings { print(finding) }
  }
}
