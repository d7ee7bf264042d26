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
        folders.isEmpty || !results(of: key).contains(where: folders.contains)
      else { return PageFault(.nameCollision) }
      if let text = textOfAnother(key) {
        return PageFault(
          .nameCollision, "\(String(decoding: text, as: UTF8.self)) is the text of another page")
      }
      files.insert(key)
    }
    return nil
  }

  private var formats: [OutputFormat] { rule.format.map { [$0] } ?? OutputFormat.allCases }

  private static func keepsName(_ key: [UInt8], _ suffix: String) -> Bool {
    key.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }

  /// What is written of a page.
  private func results(of key: [UInt8]) -> [[UInt8]] {
    formats.map { Self.keepsName(key, $0.suffix) ? key : key + $0.suffix.utf8 }
      + [key + ProvenanceRecord.suffix.utf8]
  }

  /// The name of the page's text where that of another page has it: `news.txt` beside `news`.
  private func textOfAnother(_ key: [UInt8]) -> [UInt8]? {
    for suffix in formats.map(\.suffix) {
      guard Self.keepsName(key, suffix) else {
        let text = key + suffix.utf8
        if files.contains(text) { return text }
        continue
      }
      let stem = Array(key.dropLast(suffix.utf8.count))
      if !Self.keepsName(stem, suffix), files.contains(stem) { return key }
    }
    return nil
  }

  private func isResult(_ folder: [UInt8]) -> Bool {
    let suffixes = formats.map(\.suffix)
    if suffixes.contains(where: { Self.keepsName(folder, $0) }), files.contains(folder) {
      return true
    }
    return (suffixes + [ProvenanceRecord.suffix]).contains { suffix in
      guard Self.keepsName(folder, suffix) else { return false }
      let stem = Array(folder.dropLast(suffix.utf8.count))
      return !(suffixes.contains(suffix) && Self.keepsName(stem, suffix)) && files.contains(stem)
    }
  }

  /// What is wrong with one part of a path by itself.
  static func fault(ofPart name: String, isFolder: Bool) -> PageFault? {
    if name.utf8.contains(0) { return PageFault(.nameUnsafe, "the name holds a NUL") }
    let longest = isFolder ? 0 : suffixes.map(\.utf8.count).max() ?? 0
    return name.utf8.count + longest > maxUTF8Count ? PageFault(.nameTooLong) : nil
  }
}
