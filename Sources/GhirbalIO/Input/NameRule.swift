import Foundation

/// Which names are one name: those that a file system does not tell apart; and of which texts.
public struct NameRule: Sendable, Equatable {
  /// Whether `a` and `A` are one name.
  public let foldsCase: Bool
  /// Whether é as one letter and as a letter with its accent behind it are one name.
  public let foldsComposition: Bool
  /// The form of the texts whose names may meet; nil for each.
  public var format: OutputFormat?

  public init(foldsCase: Bool, foldsComposition: Bool) {
    self.foldsCase = foldsCase
    self.foldsComposition = foldsComposition
  }

  /// Names differ where their bytes do.
  public static let exact = NameRule(foldsCase: false, foldsComposition: false)
  /// Names that some file system in use does not tell apart are one.
  public static let portable = NameRule(foldsCase: true, foldsComposition: true)

  /// The same rule where all texts have one form.
  public func writing(_ format: OutputFormat) -> NameRule {
    var rule = self
    rule.format = format
    return rule
  }

  /// What names that are one have in common.
  public func key(_ name: String) -> [UInt8] {
    var key = foldsCase ? name.lowercased() : name
    if foldsComposition { key = key.precomposedStringWithCanonicalMapping }
    return Array(key.utf8)
  }
}

extension NameRule {
  /// The rule of the file system that a folder lies in, by trying: a hidden file is made there and
  /// looked for under its other names. Where it cannot be made, names are one rather than lost.
  public static func tried(in folder: String) -> NameRule {
    let stem = "\(AtomicFile.temporaryPrefix)\(getpid())-e"
    let decomposed = stem + "\u{301}~"
    let composed = decomposed.precomposedStringWithCanonicalMapping
    let path = folder + "/" + composed
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { return .portable }
    close(file)
    defer { unlink(path) }
    return NameRule(
      foldsCase: isThere(folder + "/" + composed.uppercased()),
      foldsComposition: isThere(folder + "/" + decomposed))
  }

  /// The rule of the file system that an output lies in, without writing there: its manifest is
  /// looked for under another name. Systems that ignore case ignore composition, and so do Apple's.
  public static func seen(in output: String) -> NameRule {
    let ignoresCase = isThere(output + "/" + Manifest.fileName.uppercased())
    #if canImport(Darwin)
      return NameRule(foldsCase: ignoresCase, foldsComposition: true)
    #else
      return NameRule(foldsCase: ignoresCase, foldsComposition: ignoresCase)
    #endif
  }

  private static func isThere(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }
}
