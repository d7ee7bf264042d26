public import GhirbalDocument
public import GhirbalText

/// Repairs the borders of words: spaces that were lost, joiners that were lost or became spaces.
///
/// What stands alone on the same page outranks the lexicon.
public struct RepairWords: Stage {
  public static let name: StageName = "repair_words"
  public static let summary = "Splits glued words and restores zero-width non-joiners."

  public typealias Reason = WordFinding
  public typealias Options = NoOptions

  public init(_ options: NoOptions) {}

  public func edits(for document: Document) -> [Edit<WordFinding>] {
    var page = PageWords()
    for block in document.blocks { document.withContent(of: block) { page.add($0) } }
    return document.edits { block, text in
      guard let language = block.textLanguage else { return [] }
      let glued = gluedWords(in: text, language: language, page: page, setting: .prose)
      guard language == .persian else { return glued }
      // Joiners are judged on the words as they are once they stand apart.
      let raw = Array(document.utf8[block.content])
      let parted = raw.applying(glued)
      return glued.followed(by: zeroWidthNonJoiners(in: parted.span, page: page), on: raw)
    }
  }
}
