/// What tells the inputs of one output apart in its manifest: `raw#1f2e3d4c`, the name of the folder
/// and a hash of the way there from the output.
///
/// It holds no path of the machine, and where input and output move together it stays. Nil stands for
/// the input that the configuration names.
public enum InputOrigin {
  /// The origin of a folder.
  ///
  /// - Parameter way: The way from the output to it: `..` for each folder up, then names.
  public static func token(way: [String]) -> String {
    let name = way.last.flatMap { $0 == ".." ? nil : $0 } ?? here
    return name + "#" + Array(way.joined(separator: "/").utf8).sha256.prefix(hashCount)
  }

  /// The origin of absolute names, wherever the output is.
  public static let root = "/"

  /// What the name of a folder above the output is: its own would tell where the output lies.
  private static let here = "."
  private static let hashCount = 8

  /// A page for a person: its path behind the name of its input.
  static func name(_ path: String, _ token: String?) -> String {
    guard let token else { return path + " of the configured input" }
    if token == root { return root + path }
    let folder = token.lastIndex(of: "#").map { String(token[..<$0]) } ?? token
    return folder == here ? path : folder + "/" + path
  }
}
