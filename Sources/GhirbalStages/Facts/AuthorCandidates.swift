import GhirbalDocument
import GhirbalText

/// Who wrote the text, as every source has it.
///
/// Each list of authors is one source's as a whole: the same people stand in every source in other
/// forms, so that a union names them twice.
struct AuthorCandidates {
  private(set) var all: [FactCandidate] = []

  /// More are a list of everybody who ever wrote for the site.
  private static let maxNames = 12
  init(_ head: HeadFacts) {
    if let item = head.item {
      let people = head.linked.authors(of: item)
      for isOrganization in [false, true] {
        add(
          people.filter { $0.isOrganization == isOrganization }
            .flatMap { AuthorNames.names(in: $0.name) }, .jsonLD, "json_ld.author", item.element
        ) { $0.isOrganization = isOrganization }
      }
    }
    let named = head.metas.filter { $0.key == .author }
    // Each name of `meta` on its own: sites give one author in several of them, in several forms.
    for (place, meta) in named.enumerated()
    where !named[..<place].contains(where: { $0.name == meta.name }) {
      let same = named.filter { $0.name == meta.name }
      add(
        same.flatMap { AuthorNames.names(in: $0.content) }, .meta, meta.rule,
        meta.element)
    }
    if let value = head.metas.first(where: { $0.key == .cardValue }),
      let label = head.metas.first(where: { $0.key == .cardLabel }), Self.saysAuthor(label.content)
    {
      add(AuthorNames.names(in: value.content), .card, value.rule, value.element)
    }
    let found = head.body.authors(head.marked)
    // Boxes about the author, wherever they stand, where nothing else says who it was.
    for found in found.isEmpty && all.isEmpty && head.isArticle ? head.body.boxedAuthors : found
    where !(found.block.map(head.body.belongsToAnother) ?? false)
      && !head.body.isInComments(found.element)
    {
      add(found.names, found.source, found.rule, found.element) { $0.block = found.block }
    }
  }

  /// Takes in what lines say, by their places in the reading.
  mutating func add(_ lines: [(index: Int, facts: FactLine.Facts)], _ reading: PageReading) {
    for (index, facts) in lines {
      let found = facts.found.filter { $0.field == .author }
      guard let first = found.first else { continue }
      add(found.map(\.value), .line, first.rule, nil) {
        $0.line = index
        $0.block = reading.entries[index].block.id.index
      }
    }
  }

  private mutating func add(
    _ names: [String], _ source: FactCandidate.Source, _ rule: String, _ element: ElementID?,
    _ complete: (inout FactCandidate) -> Void = { _ in }
  ) {
    var unique: [String] = []
    for name in names where !unique.contains(where: { $0.lowercased() == name.lowercased() }) {
      unique.append(name)
    }
    guard !unique.isEmpty, unique.count <= Self.maxNames else { return }
    var candidate = FactCandidate(unique, source, rule, element)
    complete(&candidate)
    all.append(candidate)
  }

  /// Whether a card's label says that an author follows: "Written by".
  private static func saysAuthor(_ label: String) -> Bool {
    let utf8 = Array(label.utf8)
    return FactLabelLexicon.builtIn.cover(of: foldForMatching(utf8.span)).contains {
      $0.isOf(.author)
    }
  }
}
