import ArgumentParser
import Foundation
import Ghirbal

/// The configuration of a command that goes to the folders named in it.
///
/// On request they have to lie in the configuration's own folder, symbolic links followed: a repository
/// that nobody has looked at shall not name what is read or written elsewhere.
struct ProjectOptions: ParsableArguments {
  @OptionGroup var source: ConfigurationOptions
  @Flag(
    help: """
      Refuse a configuration whose input, output or baseline lies outside its folder: for a \
      repository that nobody has looked at.
      """)
  var stayInside = false

  /// Reads the configuration and looks at the folders that it is asked for.
  func load(
    input: Bool = true, output: Bool = true, baseline: Bool = false
  ) throws -> ConfigurationOptions.Located {
    let located = try source.load()
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
    guard let folder = Self.real(folder.isEmpty ? "." : folder) else { return false }
    // What is not there yet cannot lead anywhere; the folder above it can.
    var known = resolve(path)
    var rest: [Substring] = []
    while true {
      if let real = Self.real(known) {
        return !rest.contains("..") && (real == folder || real.hasPrefix(folder + "/"))
      }
      // A symbolic link to nowhere is a place that something can be made at.
      if Self.isLink(known) { return false }
      let parts = known.split(separator: "/", omittingEmptySubsequences: true)
      guard let last = parts.last else { return false }
      rest.append(last)
      let root = known.hasPrefix("/") ? "/" : ""
      known = root + parts.dropLast().joined(separator: "/")
      if known.isEmpty { known = "." }
    }
  }

  private static func real(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    let text = String(cString: real)
    return text == "/" ? "" : text
  }

  private static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }
}
