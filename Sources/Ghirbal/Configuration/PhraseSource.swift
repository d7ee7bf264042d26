import Foundation
import GhirbalIO
public import GhirbalStages
import GhirbalText
import Yams

/// A file of phrases that the configuration names.
public struct PhraseSource: Sendable, Equatable {
  /// The file, relative to the configuration's folder.
  public let path: String
  /// Where the configuration names it.
  private let line: Int?
  /// What it says, as it was read.
  private(set) var text = ""
  public private(set) var phrases = OwnPhrases()

  /// Bytes of a file; a longer one is refused.
  static let maxUTF8Count = ConfigurationText.maxUTF8Count
  /// Files of a configuration.
  static let maxCount = 32

  fileprivate init(path: String, line: Int?) {
    self.path = path
    self.line = line
  }

  /// Takes the file's text, which must have the form of `docs/phrases.md`.
  ///
  /// - Parameter file: the file as it is named in a message.
  mutating func take(_ text: String, file: String) throws(ConfigurationProblem) {
    guard !text.utf8.contains(0) else {
      throw ConfigurationProblem(file: file, "the file is no text: it has a character U+0.")
    }
    do {
      phrases = try OwnPhrases(PhraseFile(Array(text.utf8).span))
      self.text = text
    } catch {
      throw ConfigurationProblem(file: file, line: error.line, error.problem)
    }
  }

  /// Reads the file, which lies in the configuration's folder or below it, symbolic links followed: a configuration that
  /// nobody has looked at shall not have others read.
  ///
  /// - Parameter configuration: the file that names it.
  mutating func read(besides configuration: String) throws(ConfigurationProblem) {
    let folder = configuration.lastIndex(of: "/").map { String(configuration[..<$0]) } ?? ""
    let base = URL(filePath: folder.isEmpty ? "." : folder, directoryHint: .isDirectory)
    let place = base.appending(path: path)
    let inside = base.resolvingSymlinksInPath().path + "/"
    guard !path.hasPrefix("/"), place.resolvingSymlinksInPath().path.hasPrefix(inside) else {
      throw ConfigurationProblem(
        file: configuration, line: line,
        "phrases lies outside the folder of the configuration: \(path.shortened).")
    }
    let file = folder.isEmpty ? path : folder + "/" + path
    let bytes: [UInt8]
    do {
      bytes = try AtomicFile.read(file, maxBytes: Self.maxUTF8Count)
    } catch {
      throw ConfigurationProblem(
        file: configuration, line: line, "phrases cannot be read: \(error).")
    }
    guard bytes.count <= Self.maxUTF8Count else {
      throw ConfigurationProblem(file: file, "the file is larger than \(Self.maxUTF8Count) bytes.")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ConfigurationProblem(file: file, "the file is not UTF-8.")
    }
    try take(text, file: file)
  }
}

extension ValueKind<[PhraseSource]> {
  /// Files by their paths; what is in them decides, not how they are called.
  static let phraseFiles = ValueKind(
    schema: "\"type\": \"array\", \"maxItems\": \(PhraseSource.maxCount), "
      + #""items": {"type": "string"}"#,
    words: "a list of at most \(PhraseSource.maxCount) files",
    read: { (node, name) throws(ConfigurationProblem) in
      guard let sequence = node.sequence, sequence.count <= PhraseSource.maxCount else {
        throw ConfigurationProblem(
          line: node.mark?.line, "\(name) is a list of at most \(PhraseSource.maxCount) files.")
      }
      var files: [PhraseSource] = []
      for item in sequence {
        files.append(
          PhraseSource(path: try ValueKind<String>.text.read(item, name), line: item.mark?.line))
      }
      return files
    },
    yaml: { .flow("[\($0.map(\.path.yamlScalar).joined(separator: ", "))]") },
    hashed: { .flow("[\($0.map { Array($0.text.utf8).sha256 }.joined(separator: ", "))]") })
}
