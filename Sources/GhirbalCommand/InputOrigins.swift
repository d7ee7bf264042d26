import Ghirbal
import GhirbalIO

/// Tells the inputs of one output apart, for the rows of its manifest.
struct InputOrigins {
  private let output: RealPath?
  /// The input that needs no telling: the configuration's own, where the output is.
  private let configuredInput: RealPath?

  init(of output: String, _ located: ConfigurationOptions.Located) {
    self.output = RealPath(output)
    let isConfigured =
      self.output != nil
      && self.output == RealPath(located.place.resolve(located.configuration.output))
    configuredInput =
      isConfigured ? RealPath(located.place.resolve(located.configuration.input)) : nil
  }

  /// The origin of pages whose paths are relative to a folder.
  func origin(of folder: String) -> String? {
    guard let output, let input = RealPath(folder) else {
      return InputOrigin.token(way: folder.split(separator: "/").map(String.init))
    }
    if input == configuredInput { return nil }
    return input.isRoot ? InputOrigin.root : InputOrigin.token(way: input.way(from: output))
  }

  /// The origin of a page whose path is its name as it was typed.
  func origin(ofListed name: String) -> String? { origin(of: name.hasPrefix("/") ? "/" : ".") }
}
