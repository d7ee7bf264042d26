import GhirbalDocument
import GhirbalText

/// Writes lifted values as the clean text will have them: by the rules of the same configuration, in
/// the same order.
///
/// The stages that repair text never touch metadata, so that a title would keep the faults that are
/// gone from the text below it.
struct CleanValues {
  private let document: Document
  private let rules: [any TextRules]

  init(_ document: Document, _ rules: [any TextRules]) {
    self.document = document
    self.rules = rules
  }

  /// The words of the live blocks.
  var pageWords: PageWords { document.derived(LiveWords.self).words }

  private struct LiveWords: DerivedFromText {
    private(set) var words = PageWords()

    init(_ document: Document, last: LiveWords?) {
      for block in document.liveBlocks { document.withContent(of: block) { words.add($0) } }
    }
  }

  /// Edits whose values of words are clean; dates and addresses stay as they are.
  func cleaned(
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
    case .title, .author, .siteName, .publisher, .description, .category, .tag, .dateline, .source:
      true
    case .published, .modified, .canonicalURL, .hostname, .image, .license, .sourceURL: false
    }
  }

  private func clean(_ value: String, _ language: Language?) -> String {
    let utf8 = rules.reduce(Array(value.utf8)) {
      $1.rewritten($0, language: language) { pageWords }
    }
    let text = String(decoding: utf8, as: UTF8.self)
    return text.split(whereSeparator: { $0 == " " || $0 == "\n" }).joined(separator: " ")
  }
}
