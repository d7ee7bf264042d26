import ArgumentParser
import Foundation
import Ghirbal
import GhirbalIO

struct RestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Gives back the raw bytes of a text from its record.",
    discussion: """
      Needs no raw page: the clean text and its ledger hold everything. Only pages that were text \
      to begin with can be restored; markup is not kept in a record.
      """)

  @Argument(help: "A provenance record (NAME.provenance.json).", completion: .file())
  var record: String
  @Option(name: .shortAndLong, help: "The file to write; by default standard output.")
  var output: String?

  func run() async throws {
    try await reporting {
      do {
        let parsed = try ProvenanceRecord(json: AtomicFile.read(record))
        let raw = try PageRestorer.rawBytes(of: text(of: parsed), parsed)
        if let output { try AtomicFile.write(raw, to: output) } else { try emit(raw) }
      } catch let problem as RecordProblem {
        complain("\(record): \(problem.problem)")
        throw ExitCode.pagesFailed
      } catch let failure as VerificationFailure {
        complain("\(record): \(failure.problem)")
        throw ExitCode.pagesFailed
      }
    }
  }

  /// The clean text lies beside its record.
  private func text(of parsed: ProvenanceRecord) throws(FileProblem) -> [UInt8] {
    guard let output = parsed.output else { return [] }
    let name = output.path.split(separator: "/").last.map(String.init) ?? output.path
    let folder = record.lastIndex(of: "/").map { String(record[...$0]) } ?? ""
    return try AtomicFile.read(folder + name)
  }
}
