import GhirbalDocument
import GhirbalText

/// What is known of each candidate for the authors: the features of their judge.
struct AuthorRows {
  /// Row after row, a value for each name.
  private(set) var values: [Float] = []

  static let names =
    sources.map { "is_\($0)" } + [
      "is_organization", "is_person",
      "names", "words", "scalars", "capitals", "is_upper", "is_handle", "has_digit", "has_dot",
      "has_comma", "is_role", "has_role", "is_caseless",
      "is_site", "in_site", "host_words", "title_words", "is_publisher",
      "same_in_head", "same_in_body", "sharing", "inside_other", "holds_other", "place", "better",
      "of_source",
      "of_source_distinct", "is_scholarly",
    ] + FactPlace.names + ["seen_near", "seen_below", "candidates", "distinct"]
    + DayCandidates.names + FactPage.names

  private static let sources: [FactCandidate.Source] = [
    .jsonLD, .meta, .card, .microdata, .byline, .rel, .link, .classed, .line,
  ]

  init(_ candidates: [FactCandidate], _ days: DayCandidates, _ head: HeadFacts, _ page: FactPage) {
    let keys = Set(candidates.map(\.key))
    let words = candidates.map { candidate in
      Set(candidate.key.split { $0 == ";" || $0 == " " })
    }
    let names = candidates.map { Set($0.key.split(separator: ";")) }
    // Those that an order of sources would take first.
    let isSure = candidates.map { candidate in
      candidate.isPerson(on: page)
        && (candidate.block.map {
          head.body.near.contains($0) && !head.body.belongsToAnother($0)
            && !(candidate.element.map(head.body.isInChrome) ?? false)
        } ?? true)
    }
    values.reserveCapacity(candidates.count * Self.names.count)
    for (index, candidate) in candidates.enumerated() {
      let others = candidates.indices.filter { $0 != index }
      let sameSource = candidates.indices.filter { candidates[$0].source == candidate.source }
      let first = candidate.values[0]
      let parts = first.split(separator: " ")
      let scalars = first.unicodeScalars
      let folded = first.foldedForMatching
      for source in Self.sources { add(candidate.source == source) }
      add(candidate.isOrganization)
      add(candidate.isPerson(on: page))
      add(candidate.values.count)
      add(parts.count)
      add(scalars.count)
      add(
        Float(parts.count { $0.unicodeScalars.first?.properties.isUppercase ?? false })
          / Float(max(1, parts.count)))
      add(!scalars.contains { $0.properties.isLowercase } && parts.count > 0)
      add(AuthorNames.isHandle(first))
      add(scalars.contains { $0.properties.numericType != nil })
      add(first.utf8.contains(UInt8(ascii: ".")))
      add(first.utf8.contains(UInt8(ascii: ",")))
      add(NameReader.isRoleName(first))
      add(parts.contains { NameReader.isOffice($0.lowercased()) })
      add(
        !scalars.contains { $0.properties.isUppercase }
          && !scalars.contains { $0.properties.isLowercase })
      add(page.isSite(folded))
      add(page.isInSite(folded))
      add(page.hostWords(folded))
      add(page.titleWords(folded))
      add(page.publishers.contains(folded))
      add(others.count { candidates[$0].key == candidate.key && candidates[$0].block == nil })
      add(others.count { candidates[$0].key == candidate.key && candidates[$0].block != nil })
      add(others.count { !names[$0].isDisjoint(with: names[index]) })
      add(others.count { words[index].isStrictSubset(of: words[$0]) })
      add(others.count { words[index].isStrictSuperset(of: words[$0]) })
      add(index)
      add(isSure[..<index].count { $0 })
      add(sameSource.firstIndex(of: index) ?? 0)
      add(Set(sameSource.map { candidates[$0].key }).count)
      add(["meta.citation_author", "meta.dc.creator"].contains(candidate.rule))
      values += FactPlace.values(of: candidate, head.body)
      values += page.timesSeen(folded)
      add(candidates.count)
      add(keys.count)
      values += days.values
      values += page.values
    }
    precondition(values.count == candidates.count * Self.names.count, "as many values as names")
  }

  private mutating func add(_ value: Bool) { values.append(value ? 1 : 0) }
  private mutating func add(_ value: Int) { values.append(Float(value)) }
  private mutating func add(_ value: Float) { values.append(value) }
}
