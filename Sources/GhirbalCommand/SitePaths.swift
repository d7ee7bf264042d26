import Ghirbal
import GhirbalSites

/// Tells where files lie that are named by themselves, for profiles that tell a page's site by its folder.
struct SitePaths {
  private let input: RealPath?

  /// Nil where no profile is at hand whose sites are folders.
  init?(_ located: ConfigurationOptions.Located) {
    guard located.configuration.profile?.profiles.key == .folder else { return nil }
    self.init(
      input: located.place.file == nil
        ? nil : located.place.resolve(located.configuration.input))
  }

  /// - Parameter input: the folder below which pages have sites; nil where nobody says one.
  init(input: String?) { self.input = input.flatMap { RealPath($0) } }

  /// The way to a file from the input where it lies there, as a run has it; else its name behind that of the
  /// folder that holds it. Nil for what lies nowhere.
  func path(of file: String) -> String? {
    guard file != "-", let page = RealPath(file), let root = RealPath("/") else { return nil }
    let way =
      if let input, page.isInside(input) { page.way(from: input)[...] } else {
        page.way(from: root).suffix(2)
      }
    return way.joined(separator: "/")
  }
}
