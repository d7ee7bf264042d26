import ArgumentParser
import Foundation
import Ghirbal
import GhirbalIO
import GhirbalText

struct RestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Gives back the raw bytes of texts from their records.",
    discussion: """
      Needs no raw page: the clean text and its ledger hold everything. Only pages that were text \
      to begin with can be restored; markup is not kept in a record. Of a folder each record is read, \
      and -o names the folder for the raw pages, which get the names that their records have for them. \
      A file that is there and differs is left.
      """)

  @Argument(
    help: "A provenance record (NAME.provenance.json), or a folder of them.", completion: .file())
  var record: String
  @Option(
    name: .shortAndLong,
    help: "The file to write, by default standard output; of a folder the folder to write into.")
  var output: String?

  func run() async throws {
    try await reporting {
      guard isFolder(record) else {
        let raw = try rawBytes(record, told: true).bytes
        if let output { try AtomicFile.write(raw, to: output) } else { try emit(raw) }
        return
      }
      guard let output else {
        throw ValidationError(
          "\(record) is a folder: name the folder for its raw pages with -o FOLDER.")
      }
      try restore(record, into: output)
    }
  }

  private func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  private func restore(_ folder: String, into output: String) throws {
    let root = folder.hasSuffix("/") && folder.count > 1 ? String(folder.dropLast()) : folder
    let records = try PageFolder.paths(in: root).filter { $0.hasSuffix(ProvenanceRecord.suffix) }
    guard !records.isEmpty else {
      throw FileProblem(
        folder, "there is no record (*\(ProvenanceRecord.suffix)); name the output folder of a run")
    }
    try AtomicFile.makeFolder(output)
    var restored = 0
    // Pages that cannot be restored by why not; the first few are named.
    var failures: [(problem: String, paths: [String])] = []
    for path in records {
      do {
        let page = try rawBytes(root + "/" + path, told: false)
        try write(page.bytes, to: page.path, in: output)
        restored += 1
      } catch let failure as RestoreFailure {
        if let index = failures.firstIndex(where: { $0.problem == failure.problem }) {
          failures[index].paths.append(path)
        } else {
          failures.append((failure.problem, [path]))
        }
      }
    }
    for failure in failures {
      for path in failure.paths.prefix(Self.maxNamed) { complain("\(path): \(failure.problem)") }
      let rest = failure.paths.count - Self.maxNamed
      if rest > 0 { complain("… and \(rest) more: \(failure.problem)") }
    }
    complain("restored \(restored) of \(records.count.counted("page")) into \(output)")
    if restored < records.count { throw ExitCode.pagesFailed }
  }

  /// So many records of one problem are named.
  private static let maxNamed = 3

  private struct RestoreFailure: Error {
    let problem: String
  }

  /// - Parameter told: Whether a failure is told of here and ends the command.
  private func rawBytes(
    _ file: String, told: Bool
  ) throws -> (bytes: [UInt8], path: String) {
    let problem: String
    do {
      let parsed = try ProvenanceRecord(json: AtomicFile.read(file))
      return (try PageRestorer.rawBytes(of: text(of: parsed, file), parsed), parsed.source.path)
    } catch let failure as RecordProblem {
      problem = failure.problem
    } catch let failure as VerificationFailure {
      problem = failure.problem
    } catch let failure as FileProblem where !told {
      problem = failure.description
    }
    guard told else { throw RestoreFailure(problem: problem) }
    let other = OutputPath.pages(ofText: file).map(OutputPath.record)
      .first { FileManager.default.fileExists(atPath: $0) }
    complain("\(file): \(problem)" + (other.map { "; its record is \($0)" } ?? ""))
    throw ExitCode.pagesFailed
  }

  /// Writes a raw page under its own name, which stays in the folder whatever a record says.
  private func write(_ bytes: [UInt8], to path: String, in output: String) throws {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard !parts.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) else {
      throw RestoreFailure(problem: "the record names a page outside of the folder: \(path)")
    }
    let file = output + "/" + path
    do {
      try AtomicFile.makeFolders(of: path, in: output)
      if let present = try? AtomicFile.read(file) {
        guard present == bytes else {
          throw RestoreFailure(problem: "another file of that name is there and is left")
        }
        return
      }
      try AtomicFile.write(bytes, to: file)
    } catch let problem as FileProblem {
      throw RestoreFailure(problem: problem.description)
    }
  }

  /// The clean text lies beside its record.
  private func text(of parsed: ProvenanceRecord, _ record: String) throws(FileProblem) -> [UInt8] {
    guard let output = parsed.output else { return [] }
    let name = output.path.split(separator: "/").last.map(String.init) ?? output.path
    let folder = record.lastIndex(of: "/").map { String(record[...$0]) } ?? ""
    return try AtomicFile.read(folder + name)
  }
}
