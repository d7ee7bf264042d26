public import GhirbalStages
import GhirbalText

/// A file of phrases that the configuration names.
public struct PhraseSource: ConfiguredSource {
  let file: ConfiguredFile
  private(set) var text = ""
  public private(set) var phrases = OwnPhrases()

  init(_ file: ConfiguredFile) { self.file = file }

  /// Takes the file's text, which must have the form of `docs/phrases.md`.
  mutating func take(_ text: String, file: String) throws(ConfigurationProblem) {
    do {
      phrases = try OwnPhrases(PhraseFile(Array(text.utf8).span))
      self.text = text
    } catch {
      throw ConfigurationProblem(file: file, line: error.line, error.problem)
    }
  }
}
