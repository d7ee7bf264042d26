import GhirbalDocument
import GhirbalText

/// Something that most pages of a site say of themselves in the same words.
public struct SiteFact: Sendable, Equatable {
  /// What pages say: the site's name, or a title.
  public enum Field: String, Sendable, CaseIterable {
    case name, title
  }

  public let field: Field
  public let value: String
  /// On how many pages.
  public let pageCount: Int
}

/// What the head of one page calls the page and its site.
struct PageFacts: Equatable {
  /// By field, ascending, each once.
  let values: [SiteFact.Field: [String]]

  private static let maxCount = 16
  private static let maxUTF8Count = 200

  /// - Parameter values: longer ones, and ones with signs that act on lines, are left out; so are more than sixteen.
  init(_ values: [SiteFact.Field: [String]] = [:]) {
    self.values = values.mapValues { texts in
      let taken = texts.prefix(Self.maxCount).filter { text in
        !text.isEmpty && text.utf8.count <= Self.maxUTF8Count
          && !text.unicodeScalars.contains { $0.actsOnLines }
      }
      return Set(taken).sorted()
    }.filter { !$0.value.isEmpty }
  }

  /// The same in the order in which files have it.
  var lines: [(field: SiteFact.Field, value: String)] {
    SiteFact.Field.allCases.flatMap { field in (values[field] ?? []).map { (field, $0) } }
  }

  /// By which two pages of the same texts are told apart.
  var texts: [String] { lines.map { "\($0.field.rawValue) \($0.value)" } }
}

extension SiteFact {
  /// What fewer of the pages say is no matter of the site's.
  private static let minShare = 0.5
  private static let minPages = 3

  /// What most of the pages say, by field and then the commonest first.
  static func learnt(of pages: [PageTrace]) -> [SiteFact] {
    let least = max(minPages, Int((minShare * Double(pages.count)).rounded(.up)))
    return Field.allCases.flatMap { field -> [SiteFact] in
      var counts: [String: (pages: Int, value: String)] = [:]
      for page in pages {
        // One page may spell it in two ways.
        let values = Dictionary(
          (page.facts.values[field] ?? []).map { ($0.foldedForMatching, $0) }, uniquingKeysWith: min
        )
        for (key, value) in values where !key.isEmpty {
          let last = counts[key]
          counts[key] = ((last?.pages ?? 0) + 1, min(last?.value ?? value, value))
        }
      }
      return counts.values.filter { $0.pages >= least }
        .map { SiteFact(field: field, value: $0.value, pageCount: $0.pages) }
        .sorted { ($1.pageCount, $0.value) < ($0.pageCount, $1.value) }
    }
  }
}

extension SiteFacts {
  init(_ facts: [SiteFact], of pageCount: Int) {
    let names = facts.filter { $0.field == .name }
    self.init(
      names: names.map(\.value), share: Double(names.first?.pageCount ?? 0) / Double(pageCount),
      titles: facts.filter { $0.field == .title }.map(\.value))
  }
}
