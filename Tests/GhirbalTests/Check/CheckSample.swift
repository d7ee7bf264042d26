import Foundation
import Ghirbal
import GhirbalIO

/// Checks of texts that lie in memory.
enum CheckSample {
  /// The report on texts by their paths, under a configuration.
  static func report(
    _ texts: [(path: String, utf8: [UInt8])], yaml: String = "", baseline: CheckBaseline? = nil,
    jobs: Int = 1
  ) async throws -> CheckReport {
    let configuration = try PipelineConfiguration(yaml: yaml)
    let check = try Check(configuration, at: ConfigurationPlace(file: nil, folder: ""))
    let files = Dictionary(
      texts.map { ($0.path, $0.utf8) }, uniquingKeysWith: { first, _ in first })
    let outcome = try await check.files(texts.map(\.path), jobs: jobs) { path throws(FileProblem) in
      guard let bytes = files[path] else { throw FileProblem(path, "no such file") }
      return bytes
    }
    return outcome.report(check, baseline: baseline, baselinePath: "ghirbal-baseline.json")
  }

  static func report(_ text: String, path: String = "a.txt", yaml: String = "") async throws
    -> CheckReport
  {
    try await report([(path, Array(text.utf8))], yaml: yaml)
  }

  /// A text in which `\uXXXX` stands for the character of that number.
  static func unescaped(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let mark = rest.firstRange(of: "\\u") {
      result += rest[..<mark.lowerBound]
      let digits = rest[mark.upperBound...].prefix(4)
      if let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) {
        result.unicodeScalars.append(scalar)
      }
      rest = rest[digits.endIndex...]
    }
    return result + rest
  }
}
