/// The names that the results of one folder's pages take, so that no two pages write the same file.
struct ResultNames {
  /// What is added to a page's name: its text in any form, and its record.
  static let suffixes = OutputFormat.allCases.map(\.suffix) + [ProvenanceRecord.suffix]
  /// The longest name of a file, in bytes, on the file systems in use.
  static let maxUTF8Count = 255

  private let rule: NameRule
  private var files: Set<[UInt8]> = []
  private var folders: Set<[UInt8]> = []

  /// - Parameter rule: Which names the place of the results does not tell apart.
  init(isRoot: Bool, _ rule: NameRule) {
    self.rule = rule
    if isRoot { folders = [rule.key(Manifest.fileName)] }
  }

  /// Takes a name, or says why it cannot be borne. The one that comes first has it.
  mutating func claim(_ name: String, isFolder: Bool) -> PageFault? {
    if let fault = Self.fault(ofPart: name, isFolder: isFolder) { return fault }
    let key = rule.key(name)
    if isFolder {
      guard !folders.contains(key), !isResult(key) else { return PageFault(.nameCollision) }
      folders.insert(key)
    } else {
      guard !files.contains(key),
        folders.isEmpty || !Self.suffixes.contains(where: { folders.contains(key + $0.utf8) })
      else { return PageFault(.nameCollision) }
      files.insert(key)
    }
    return nil
  }

  private func isResult(_ folder: [UInt8]) -> Bool {
    Self.suffixes.contains { suffix in
      folder.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
        && files.contains(Array(folder.dropLast(suffix.utf8.count)))
    }
  }

  /// What is wrong with one part of a path by itself.
  static func fault(ofPart name: String, isFolder: Bool) -> PageFault? {
    if name.utf8.contains(0) { return PageFault(.nameUnsafe, "the name holds a NUL") }
    let longest = isFolder ? 0 : suffixes.map(\.utf8.count).max() ?? 0
    return name.utf8.count + longest > maxUTF8Count ? PageFault(.nameTooLong) : nil
  }
}
