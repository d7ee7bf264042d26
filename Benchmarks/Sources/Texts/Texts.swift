import Foundation
import GhirbalText

/// Measures the rules over text.
///
///     swift run -c release --package-path Benchmarks Texts speed FILE…
///     swift run -c release --package-path Benchmarks Texts changes FILE…
///     swift run -c release --package-path Benchmarks Texts garbles FILE…
///     swift run -c release --package-path Benchmarks Texts languages FILE…
///
/// A file's name begins with the language of its text and a dot; each line is a block.
@main struct Texts {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count > 2, let measure = modes[arguments[1]] else {
      print("usage: Texts speed|changes|garbles|languages FILE…")
      exit(64)
    }
    measure(
      arguments.dropFirst(2).compactMap { path in
        FileManager.default.contents(atPath: path).map {
          TextFile(
            name: URL(filePath: path).deletingPathExtension().lastPathComponent, bytes: [UInt8]($0))
        }
      })
  }

  private static let modes: [String: @Sendable ([TextFile]) -> Void] = [
    "speed": TextSpeed.measure, "changes": Changes.measure, "garbles": Garbles.measure,
    "languages": LanguageAccuracy.measure,
  ]
}

/// A text with the language that its name tells.
struct TextFile {
  let name: String
  let bytes: [UInt8]
  /// Without their line ends; no line is blank.
  let lines: [[UInt8]]

  init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    lines = bytes.split(separator: 0x0A).map { $0.last == 0x0D ? Array($0.dropLast()) : Array($0) }
      .filter { !$0.allSatisfy { $0 <= 0x20 } }
  }

  /// The tag before the first dot or hyphen of the name.
  var tag: String { String(name.prefix { $0 != "." && $0 != "-" }) }
  /// Nil for a language that Ghirbal has no case for.
  var language: Language? { Language(rawValue: tag) }

  var wordCount: Int {
    lines.reduce(0) { $0 + $1.split(separator: 0x20).count }
  }
}

extension String {
  /// Padded with spaces on the left.
  func right(_ width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
  /// Padded with spaces on the right.
  func left(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}

extension Double {
  func rounded(to places: Int) -> String {
    formatted(.number.precision(.fractionLength(places)).grouping(.never))
  }
}
