public import GhirbalSites

/// A file of site profiles, as `ghirbal learn` writes it.
public struct ProfileSource: ConfiguredSource {
  let file: ConfiguredFile
  private(set) var text = ""
  public private(set) var profiles = SiteProfiles(by: .host, [])

  /// Where it lies: as it was typed, or as the configuration names it, whose folder that is relative to.
  func path(at place: ConfigurationPlace) -> String {
    file.line == nil ? file.path : place.resolve(file.path)
  }

  static let maxUTF8Count = 1 << 30

  /// In the place of a file: `run` learns what its own input has, and writes it into its output.
  private static let learntByRun = "auto"
  /// The name of that file.
  public static let learntName = "sites.ghirbal"

  /// Whether `run` learns the profiles.
  public var isLearntByRun: Bool { file.path == Self.learntByRun }

  init(_ file: ConfiguredFile) { self.file = file }

  /// Reads a file that somebody named on the command line, wherever it lies.
  public init(reading path: String) throws {
    try self.init(text: try ConfiguredFile.text(of: path, Self.maxUTF8Count), file: path)
  }

  /// What a file says that was read.
  public init(text: String, file: String) throws(ConfigurationProblem) {
    self.init(ConfiguredFile(key: "profile", path: file, line: nil))
    try take(text, file: file)
  }

  /// Profiles that were just learnt and are going to lie at a path.
  public init(_ profiles: SiteProfiles, path: String) {
    self.init(ConfiguredFile(key: "profile", path: path, line: nil))
    text = profiles.text
    self.profiles = profiles
  }

  mutating func take(_ text: String, file: String) throws(ConfigurationProblem) {
    do {
      profiles = try SiteProfiles(text)
      self.text = text
    } catch {
      throw ConfigurationProblem(file: file, line: error.line, error.problem + ".")
    }
  }
}
