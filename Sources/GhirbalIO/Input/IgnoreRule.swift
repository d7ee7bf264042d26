/// A line of an ignore file, or an item of `exclude`, as gitignore writes them.
public struct IgnoreRule: Sendable, Equatable {
  /// As it was written.
  public let text: String
  /// Whether it takes back what rules before it excluded.
  let isNegated: Bool
  /// Whether it is for folders only.
  private let isForFolders: Bool
  private let pattern: PathPattern

  /// Nil for a blank line and a comment.
  public init?(_ line: String) {
    var rest = Substring(line)
    if rest.last == "\r" { rest.removeLast() }
    // White space at the end counts behind a backslash only.
    while let last = rest.last, last == " " || last == "\t", !rest.dropLast().hasSuffix("\\") {
      rest.removeLast()
    }
    text = String(rest)
    guard let first = rest.first, first != "#" else { return nil }
    isNegated = first == "!"
    if isNegated { rest.removeFirst() }
    isForFolders = rest.hasSuffix("/")
    if isForFolders { rest.removeLast() }
    guard !rest.isEmpty else { return nil }
    pattern = PathPattern(String(rest))
  }

  /// - Parameter path: relative to the folder that the rule is for.
  func matches(_ path: String, isFolder: Bool) -> Bool {
    (isFolder || !isForFolders) && pattern.matches(path)
  }
}
