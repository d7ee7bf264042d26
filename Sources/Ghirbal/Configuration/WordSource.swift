public import GhirbalText

/// A file of words that are right as they stand, one on a line.
public struct WordSource: ConfiguredSource {
  let file: ConfiguredFile
  private(set) var text = ""
  public private(set) var words = OwnWords()

  init(_ file: ConfiguredFile) { self.file = file }

  mutating func take(_ text: String, file: String) throws(ConfigurationProblem) {
    do {
      words = try OwnWords(text)
      self.text = text
    } catch {
      throw ConfigurationProblem(file: file, line: error.line, error.problem)
    }
  }
}
