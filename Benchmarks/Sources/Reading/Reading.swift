import Foundation
import Ghirbal
import GhirbalDocument
import GhirbalHTML
import GhirbalText

/// Measures how pages are read.
///
///     swift run -c release --package-path Benchmarks Reading speed FOLDER
///     swift run -c release --package-path Benchmarks Reading content FOLDER
///     swift run -c release --package-path Benchmarks Reading positions FOLDER
@main struct Reading {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let body = modes[arguments[1]] else {
      print("usage: Reading speed|content|positions FOLDER")
      exit(64)
    }
    body(try pages(in: arguments[2]))
  }

  private static let modes: [String: @Sendable ([[UInt8]]) -> Void] = [
    "speed": Speed.measure, "content": ContentSpeed.measure, "positions": Positions.check,
  ]

  private static func pages(in folder: String) throws -> [[UInt8]] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).sorted().compactMap { path in
      let file = folder + "/" + path
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder),
        !isFolder.boolValue
      else { return nil }
      return FileManager.default.contents(atPath: file).map { [UInt8]($0) }
    }
  }
}
