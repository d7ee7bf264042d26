import ArgumentParser
import Ghirbal
import GhirbalIO

/// Which files are pages, over what the configuration says.
struct InputRulesOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Read these files only, as gitignore writes patterns (may be repeated).",
      discussion: "In the place of `include` in the configuration.", valueName: "pattern"))
  var include: [String] = []
  @Option(
    help: ArgumentHelp(
      "Pass these files and folders over, as gitignore writes patterns (may be repeated).",
      discussion: "Behind .ghirbalignore and `exclude` in the configuration; `!` takes back.",
      valueName: "pattern"))
  var exclude: [String] = []

  func validate() throws {
    if include.contains(where: \.isEmpty) || exclude.contains(where: { IgnoreRule($0) == nil }) {
      throw ValidationError("--include and --exclude are patterns as gitignore writes them.")
    }
  }

  func apply(to configuration: inout PipelineConfiguration) {
    if !include.isEmpty { configuration.include = include.map { PathPattern($0) } }
    configuration.exclude += exclude.compactMap(IgnoreRule.init)
  }

  /// Whether a file that somebody named by itself is meant: what was typed holds for it, the
  /// configuration and ignore files are for what lies in folders.
  func takes(_ path: String) -> Bool {
    !InputRules(
      include: include.map { PathPattern($0) }, exclude: exclude.compactMap(IgnoreRule.init)
    ).excludesNamed(path)
  }
}
