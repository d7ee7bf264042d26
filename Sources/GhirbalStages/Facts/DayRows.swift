import GhirbalDocument
import GhirbalText

/// What is known of each candidate for the day of publication: the features of their judge.
struct DayRows {
  /// Row after row, a value for each name.
  private(set) var values: [Float] = []

  static let names =
    sources.map { "is_\($0)" } + [
      "is_modified", "is_labelled", "is_created", "is_plain_meta",
      "same_in_head", "same_in_body", "same_modified", "next_day", "is_first", "is_last",
      "days_behind_first", "days_before_last", "days_to_modified", "place", "of_source",
      "of_source_distinct",
    ] + FactPlace.names + ["candidates", "distinct", "shown", "has_author"] + FactPage.names

  private static let sources: [FactCandidate.Source] = [
    .jsonLD, .meta, .microdata, .time, .classed, .visible, .dateline, .line, .address,
  ]
  /// More days apart are as far apart as any.
  private static let mostDays = 4000

  init(
    _ candidates: [DayCandidate], _ head: HeadFacts, _ page: FactPage,
    hasAuthor: Bool
  ) {
    let dates = candidates.map(\.date)
    let keys = Set(candidates.map(\.said.key))
    let shown = Set(candidates.filter { $0.said.isVisible }.map(\.said.key)).count
    guard var first = dates.first else { return }
    var last = first
    for date in dates {
      if date.days(since: first) < 0 { first = date }
      if date.days(since: last) > 0 { last = date }
    }
    let changed = candidates.first { $0.said.isModified }?.date
    for (index, candidate) in candidates.enumerated() {
      let said = candidate.said
      let same = candidates.indices.filter {
        $0 != index && candidates[$0].said.key == said.key
      }
      let sameSource = candidates.indices.filter { candidates[$0].said.source == said.source }
      for source in Self.sources { add(said.source == source) }
      add(said.isModified)
      add(candidate.isLabelled)
      add(said.rule.hasSuffix("reated"))
      add(
        said.source == .meta && ["meta.date", "meta.created", "meta.dc.date"].contains(said.rule))
      add(same.count { candidates[$0].said.block == nil && !candidates[$0].said.isModified })
      add(same.count { candidates[$0].said.block != nil && !candidates[$0].said.isModified })
      add(same.count { candidates[$0].said.isModified })
      add(dates.count { abs($0.days(since: candidate.date)) == 1 })
      add(candidate.date == first)
      add(candidate.date == last)
      add(min(Self.mostDays, candidate.date.days(since: first)))
      add(min(Self.mostDays, last.days(since: candidate.date)))
      add(
        changed.map { max(-Self.mostDays, min(Self.mostDays, $0.days(since: candidate.date))) }
          ?? -1)
      add(index)
      add(sameSource.firstIndex(of: index) ?? 0)
      add(Set(sameSource.map { candidates[$0].said.key }).count)
      values += FactPlace.values(of: said, head.body)
      add(candidates.count)
      add(keys.count)
      add(shown)
      add(hasAuthor)
      values += page.values
    }
    precondition(values.count == candidates.count * Self.names.count, "as many values as names")
  }

  private mutating func add(_ value: Bool) { values.append(value ? 1 : 0) }
  private mutating func add(_ value: Int) { values.append(Float(value)) }
}
