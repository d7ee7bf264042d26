import ArgumentParser
import Foundation
import Ghirbal
import GhirbalIO

/// The configuration of a command that goes to the folders named in it.
///
/// On request they have to lie in the configuration's own folder, symbolic links followed: a repository
/// that nobody has looked at shall not name what is read or written elsewhere.
struct ProjectOptions: ParsableArguments {
  @OptionGroup var source: ConfigurationOptions
  @OptionGroup var rules: InputRulesOption
  @Flag(
    help: """
      Refuse a configuration whose input, output or baseline lies outside its folder, or that starts \
      a program: for a repository that nobody has looked at.
      """)
  var stayInside = false

  /// Reads the configuration and looks at the folders that it is asked for.
  ///
  /// - Parameter instead: What to type where there are no raw pages.
  func load(
    input: Bool = true, output: Bool = true, baseline: Bool = false,
    external: ConfigurationOptions.ExternalUse = .ifAllowed, learns: Bool = false,
    instead: String = "`ghirbal clean FOLDER -o OUTPUT` needs none"
  ) throws -> ConfigurationOptions.Located {
    var located = try source.load(
      external: stayInside ? .refused(because: "--stay-inside refuses it always.") : external,
      learns: learns)
    rules.apply(to: &located.configuration)
    if input, located.place.file == nil,
      !FileManager.default.fileExists(atPath: located.configuration.input)
    {
      throw FileProblem(
        located.configuration.input,
        "there is no such folder, and no pipeline.yml here or above that names another; \(instead)")
    }
    guard stayInside else { return located }
    let names = [
      input ? ("input", located.configuration.input) : nil,
      output ? ("output", located.configuration.output) : nil,
      baseline ? located.configuration.check.baseline.map { ("baseline", $0) } : nil,
    ]
    for (key, path) in names.compactMap(\.self) where !located.holds(path) {
      throw ConfigurationProblem(
        file: source.config ?? "pipeline.yml",
        "\(key) lies outside the folder of the configuration: \(path).")
    }
    return located
  }
}

extension ConfigurationOptions.Located {
  /// Whether a path of the configuration lies in its folder, wherever symbolic links lead.
  fileprivate func holds(_ path: String) -> Bool {
    guard let folder = RealPath(place.folder.isEmpty ? "." : place.folder),
      let target = RealPath(place.resolve(path))
    else { return false }
    return target.isInside(folder)
  }
}
