/// The names that the results of one folder's pages take, so that no two pages write the same file:
/// not on a file system that ignores case or how letters are composed either.
struct ResultNames {
  /// What is added to a page's name: its text in either form, and its record.
  static let suffixes = [
    OutputFormat.text.suffix, OutputFormat.markdown.suffix, ProvenanceRecord.suffix,
  ]
  /// The longest name of a file, in bytes, on the file systems in use.
  static let maxUTF8Count = 255

  /// Lower case. That `Set<String>` compares by canonical equivalence folds composition.
  private var files: Set<String> = []
  private var folders: Set<String> = []

  init(isRoot: Bool) {
    if isRoot { folders = [Manifest.fileName] }
  }

  /// Takes a name, or says why it cannot be borne. The one that comes first has it.
  mutating func claim(_ name: String, isFolder: Bool) -> PageFault? {
    if let fault = Self.fault(ofPart: name, isFolder: isFolder) { return fault }
    let folded = name.lowercased()
    if isFolder {
      guard !folders.contains(folded), !isResult(folded) else { return PageFault(.nameCollision) }
      folders.insert(folded)
    } else {
      guard !files.contains(folded),
        folders.isEmpty || !Self.suffixes.contains(where: { folders.contains(folded + $0) })
      else { return PageFault(.nameCollision) }
      files.insert(folded)
    }
    return nil
  }

  private func isResult(_ folder: String) -> Bool {
    Self.suffixes.contains { suffix in
      folder.hasSuffix(suffix) && files.contains(String(folder.dropLast(suffix.count)))
    }
  }

  /// What is wrong with one part of a path by itself.
  static func fault(ofPart name: String, isFolder: Bool) -> PageFault? {
    if name.utf8.contains(0) { return PageFault(.nameUnsafe, "the name holds a NUL") }
    let longest = isFolder ? 0 : suffixes.map(\.utf8.count).max() ?? 0
    return name.utf8.count + longest > maxUTF8Count ? PageFault(.nameTooLong) : nil
  }
}
