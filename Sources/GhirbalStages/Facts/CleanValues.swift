import GhirbalDocument
import GhirbalText

/// Writes lifted values as the clean text will have them: the same rules, in the same order.
///
/// The stages that repair text run later and never touch metadata, so that a title would keep the
/// faults that are gone from the text below it.
struct CleanValues {
  private let document: Document
  /// Made when the first word is in doubt: most pages never need it.
  private var page: PageWords?

  init(_ document: Document) { self.document = document }

  /// The words of the live blocks.
  mutating func pageWords() -> PageWords {
    if let page { return page }
    var words = PageWords()
    for block in document.liveBlocks { document.withContent(of: block) { words.add($0) } }
    page = words
    return words
  }

  /// Edits whose values of words are clean; dates and addresses stay as they are.
  mutating func cleaned(
    _ edits: [Edit<LiftFacts.Reason>]
  ) -> [Edit<LiftFacts.Reason>] {
    var cleaned = edits
    for index in cleaned.indices {
      switch cleaned[index].change {
      case .lift(let field, let value, let utf8Range) where Self.isWords(field):
        let block = cleaned[index].block.map { document[$0] }
        let ownLanguage = block.map(language) ?? pageLanguage
        cleaned[index].change = .lift(field, clean(value, ownLanguage), utf8Range: utf8Range)
      case .liftFromHead(let field, let value, let element) where Self.isWords(field):
        cleaned[index].change = .liftFromHead(field, clean(value, pageLanguage), element)
      default: break
      }
    }
    return cleaned
  }

  /// The language of a block, or the page's for one too short to tell its own.
  func language(of block: Block) -> Language? { block.language ?? pageLanguage }

  private var pageLanguage: Language? { document.language }

  private static func isWords(_ field: MetadataField) -> Bool {
    switch field {
    case .title, .author, .siteName, .category, .tag, .dateline: true
    case .published, .modified, .canonicalURL, .license, .sourceURL: false
    }
  }

  private mutating func clean(_ value: String, _ language: Language?) -> String {
    var utf8 = Array(value.utf8)
    utf8 = utf8.applying(unicodeFaults(in: utf8.span, language: language))
    if language == .persian, utf8.contains(where: { $0 >= 0x80 }) {
      let page = pageWords()
      utf8 = utf8.applying(
        WordBoundaries(page: { page }).repairs(in: utf8.span, language: .persian))
    }
    utf8 = utf8.applying(spacingFaults(in: utf8.span, language: language))
    let text = String(decoding: utf8, as: UTF8.self)
    return text.split(whereSeparator: { $0 == " " || $0 == "\n" }).joined(separator: " ")
  }
}
