/// Which files of a folder are input.
///
/// Of all rules that are for a file or folder the last one decides: first those that are built in, then
/// those of ignore files from the outermost folder inwards, then `exclude`. What lies in a folder that
/// is excluded cannot be taken back. Where there are patterns to include, only files that one of them is
/// for, or for a folder they lie in, are input.
public struct InputRules: Sendable, Equatable {
  /// Patterns of the files to take; all where there are none.
  public var include: [PathPattern]
  public var exclude: [IgnoreRule]

  public init(include: [PathPattern] = [], exclude: [IgnoreRule] = []) {
    self.include = include
    self.exclude = exclude
  }

  /// What an ignore file is called; its rules are for the folder that it lies in.
  public static let fileName = ".ghirbalignore"
  /// Bytes of an ignore file; a larger one cannot be read.
  static let maxFileUTF8Count = 256 << 10

  /// What no scrape has for its text: packages and what version control keeps.
  public static let builtIn: [IgnoreRule] = ["node_modules/", ".git/"].compactMap(IgnoreRule.init)

  /// The rules of an ignore file.
  struct File: Sendable {
    /// The folder that it lies in, as paths of pages begin; empty for the root.
    let prefix: String
    let rules: [IgnoreRule]

    init(prefix: String, _ text: String) {
      self.prefix = prefix
      rules = text.unicodeScalars.split(separator: "\n").compactMap { IgnoreRule(String($0)) }
    }
  }

  /// Whether a file or folder is passed over.
  ///
  /// - Parameter files: The ignore files of the folders it lies in, the outermost first.
  func excludes(_ path: String, isFolder: Bool, _ files: some Sequence<File>) -> Bool {
    var isExcluded = false
    func ask(_ rules: [IgnoreRule], _ path: String) {
      for rule in rules where rule.isNegated == isExcluded {
        if rule.matches(path, isFolder: isFolder) { isExcluded.toggle() }
      }
    }
    ask(Self.builtIn, path)
    for file in files where !file.rules.isEmpty {
      ask(file.rules, String(decoding: path.utf8.dropFirst(file.prefix.utf8.count), as: UTF8.self))
    }
    ask(exclude, path)
    return isExcluded || (!isFolder && !includes(path))
  }

  private func includes(_ path: String) -> Bool {
    guard !include.isEmpty else { return true }
    let ends = Self.partEnds(of: path)
    return include.contains { pattern in ends.contains { pattern.matches(String(path[..<$0])) } }
  }

  /// Whether a file that somebody named by itself is passed over, by these rules alone.
  public func excludesNamed(_ path: String) -> Bool {
    var isExcluded = false
    for end in Self.partEnds(of: path) where !isExcluded {
      for rule in exclude where rule.isNegated == isExcluded {
        if rule.matches(String(path[..<end]), isFolder: end < path.endIndex) {
          isExcluded.toggle()
        }
      }
    }
    return isExcluded || !includes(path)
  }

  /// Where the folders of a path end, and the path.
  private static func partEnds(of path: String) -> [String.Index] {
    path.utf8.indices.filter { path.utf8[$0] == UInt8(ascii: "/") } + [path.endIndex]
  }
}
