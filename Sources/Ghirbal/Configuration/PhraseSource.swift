import Foundation
import GhirbalIO
public import GhirbalStages
import GhirbalText

/// A file of phrases that the configuration names.
public struct PhraseSource: Sendable, Equatable {
  /// The file, relative to the configuration's folder.
  public let path: String
  /// What it says, as it was read.
  public let text: String
  let phrases: OwnPhrases

  /// Bytes of a file; a longer one is refused.
  static let maxUTF8Count = ConfigurationText.maxUTF8Count
  /// Files of a configuration.
  static let maxCount = 32

  /// Takes a file's text, which must have the form of `docs/phrases.md`.
  init(path: String, text: String) throws(ConfigurationProblem) {
    self.path = path
    self.text = text
    do {
      phrases = try OwnPhrases(PhraseFile(Array(text.utf8).span))
    } catch {
      throw ConfigurationProblem(file: path, line: error.line, error.problem)
    }
  }

  /// Reads a file in a folder or below it, symbolic links followed: a configuration that nobody has
  /// looked at shall not have others read.
  init(reading path: String, in folder: String, line: Int?) throws(ConfigurationProblem) {
    let base = URL(filePath: folder.isEmpty ? "." : folder, directoryHint: .isDirectory)
    let file = base.appending(path: path)
    let inside = base.resolvingSymlinksInPath().path + "/"
    guard !path.hasPrefix("/"), file.resolvingSymlinksInPath().path.hasPrefix(inside) else {
      throw ConfigurationProblem(
        line: line, "phrases lies outside the folder of the configuration: \(path.shortened).")
    }
    let shown = folder.isEmpty ? path : folder + "/" + path
    let bytes: [UInt8]
    do {
      bytes = try AtomicFile.read(file.path, maxBytes: Self.maxUTF8Count)
    } catch {
      throw ConfigurationProblem(line: line, "phrases cannot be read: \(error)")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ConfigurationProblem(file: shown, "the file is not UTF-8.")
    }
    do {
      try self.init(path: path, text: text)
    } catch {
      throw ConfigurationProblem(file: shown, line: error.line, error.problem)
    }
  }
}
