import GhirbalDocument
import GhirbalText

/// Who wrote the text, as the head and the markup say it.
extension HeadFacts {
  struct Authors {
    let names: [String]
    let element: ElementID
    let rule: String
    /// Whether another source is better where there is one: an organisation, a name for logging in.
    let isWeak: Bool
    /// Whether the element stands in the body, where readers see it.
    let isVisible: Bool
  }

  /// Who wrote the text, as every source has it: the surest first.
  var authorCandidates: [Authors] {
    var candidates: [Authors] = []
    func add(
      _ names: [String], _ element: ElementID, _ rule: String, isWeak: Bool = false,
      isVisible: Bool = false
    ) {
      var unique: [String] = []
      for name in names where !unique.contains(where: { $0.lowercased() == name.lowercased() }) {
        unique.append(name)
      }
      guard !unique.isEmpty, unique.count <= Self.maxAuthors else { return }
      candidates.append(
        Authors(
          names: unique, element: element, rule: rule,
          isWeak: isWeak || unique.allSatisfy { AuthorNames.isHandle($0) || isSiteName($0) },
          isVisible: isVisible))
    }
    if let item {
      let people = linked.authors(of: item)
      add(
        people.filter { !$0.isOrganization }.flatMap { AuthorNames.names(in: $0.name) },
        item.element, "json_ld.author")
      add(
        people.filter(\.isOrganization).flatMap { AuthorNames.names(in: $0.name) }, item.element,
        "json_ld.author", isWeak: true)
    }
    let named = metas.filter { $0.key == .author }
    // Each name of `meta` on its own: sites give one author in several of them, in several forms.
    for name in Self.unique(named.map(\.name)) {
      let same = named.filter { $0.name == name }
      add(same.flatMap { AuthorNames.names(in: $0.content) }, same[0].element, "meta.\(name)")
    }
    if let value = metas.first(where: { $0.key == .cardValue }),
      let label = metas.first(where: { $0.key == .cardLabel }), Self.saysAuthor(label.content)
    {
      add(AuthorNames.names(in: value.content), value.element, "meta.\(value.name)")
    }
    // What readers see is asked where the head has no sure answer.
    if candidates.contains(where: { !$0.isWeak }) { return candidates }
    if let found = body.itemAuthors(marked.itemAuthors) {
      add(found.names, found.element, found.rule, isVisible: true)
    }
    if let found = body.labelledAuthors(below: true) {
      add(found.names, found.element, found.rule, isVisible: true)
    }
    if let found = body.linkedAuthors(marked.authorLinks) {
      add(found.names, found.element, found.rule, isVisible: true)
    }
    if let found = body.classAuthors(below: true) {
      add(found.names, found.element, found.rule, isVisible: true)
    }
    return candidates
  }

  /// Names in boxes about the author, far from the title.
  var distantAuthors: Authors? {
    (body.labelledAuthors(below: false) ?? body.classAuthors(below: false)).map {
      Authors(
        names: $0.names, element: $0.element, rule: "\($0.rule)_box", isWeak: true, isVisible: true)
    }
  }

  /// More are a list of everybody who ever wrote for the site.
  private static let maxAuthors = 12

  private static func unique(_ names: [String]) -> [String] {
    var unique: [String] = []
    for name in names where !unique.contains(name) { unique.append(name) }
    return unique
  }

  /// Whether a card's label says that an author follows: "Written by".
  private static func saysAuthor(_ label: String) -> Bool {
    let utf8 = Array(label.utf8)
    return FactLabelLexicon.builtIn.cover(of: foldForMatching(utf8.span)).contains {
      $0.isOf(.author)
    }
  }

  /// Whether a name is the site's own: what the head calls it, or a word of its host.
  private func isSiteName(_ name: String) -> Bool {
    let folded = name.foldedForMatching
    if siteName.map({ $0.foldedForMatching == folded }) ?? false { return true }
    if folded.hasSuffix(".com") || folded.hasSuffix(".org") || folded.hasSuffix(".net") {
      return true
    }
    guard !host.isEmpty else { return false }
    return folded.split(whereSeparator: { $0 == " " || $0 == "-" || $0 == "." }).contains {
      $0.utf8.count >= 5 && host.contains($0)
    }
  }
}
