import Foundation
import Testing

/// The built command `ghirbal`, run as a process of its own.
struct GhirbalProcess {
  let status: Int32
  let output: [UInt8]
  let errors: String

  var text: String { String(decoding: output, as: UTF8.self) }

  /// Runs the command in `folder` and waits for its end.
  init(
    _ arguments: [String], in folder: String, input: [UInt8] = [],
    environment: [String: String] = [:]
  ) throws {
    try self.init(
      executable: #require(Self.executable, "the command is built beside the tests"), arguments,
      in: folder, input: input, environment: environment)
  }

  /// Runs any command.
  init(
    executable: URL, _ arguments: [String], in folder: String, input: [UInt8] = [],
    environment: [String: String] = [:]
  ) throws {
    // Files in place of pipes: no side can block the other.
    let files = FileManager.default.temporaryDirectory
      .appending(path: "ghirbal-process-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: files) }
    let (inputFile, outputFile, errorFile) = (
      files.appending(path: "in"), files.appending(path: "out"), files.appending(path: "err")
    )
    try Data(input).write(to: inputFile)
    try Data().write(to: outputFile)
    try Data().write(to: errorFile)
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = ProcessInfo.processInfo.environment
      .merging(["NO_COLOR": ""]) { _, new in new }.merging(environment) { _, new in new }
    process.standardInput = try FileHandle(forReadingFrom: inputFile)
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    process.standardError = try FileHandle(forWritingTo: errorFile)
    try process.run()
    process.waitUntilExit()
    // A process that a signal ended has no exit code; its number is shown below 0.
    status =
      process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    output = [UInt8](try Data(contentsOf: outputFile))
    errors = String(decoding: try Data(contentsOf: errorFile), as: UTF8.self)
  }

  /// The executable in the folder of the test bundle, or in one above it.
  static let executable: URL? = {
    let arguments = CommandLine.arguments
    let bundle = arguments.firstIndex(of: "--test-bundle-path").flatMap {
      $0 + 1 < arguments.count ? arguments[$0 + 1] : nil
    }
    for start in [bundle, arguments.first, Bundle.main.executablePath].compactMap(\.self) {
      var folder = URL(filePath: start).deletingLastPathComponent()
      for _ in 0..<5 {
        let candidate = folder.appending(path: "ghirbal")
        if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
        folder.deleteLastPathComponent()
      }
    }
    return nil
  }()
}
