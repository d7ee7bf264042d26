import GhirbalDocument
import GhirbalText

/// Decides between what several sources say of one thing.
///
/// Each list of authors is taken whole from one source: the same people stand in every source in
/// other forms, so that a union names them twice.
struct FactChoice {
  /// The lifts from head and markup that were chosen.
  private(set) var edits: [Edit<LiftFacts.Reason>] = []
  private var fields: Set<MetadataField> = []

  init(_ head: HeadFacts, _ authors: [HeadFacts.Authors], _ lines: [FactLine.Fact]) {
    chooseAuthors(head, authors, lines)
    chooseDays(head, lines)
  }

  /// Whether what lines say for a field is left aside.
  func replaces(_ field: MetadataField) -> Bool { fields.contains(field) }

  private mutating func chooseAuthors(
    _ head: HeadFacts, _ authors: [HeadFacts.Authors], _ lines: [FactLine.Fact]
  ) {
    let sure = authors.first { !$0.isWeak && !$0.isVisible }
    let hasLine = lines.contains { $0.field == .author }
    let chosen =
      sure
      ?? (hasLine
        ? nil
        : authors.first { !$0.isWeak } ?? authors.first
          ?? (head.isArticle ? head.distantAuthors : nil))
    guard let chosen else { return }
    fields.insert(.author)
    for name in chosen.names {
      edits.append(
        .liftFromHead(
          .author, name, chosen.element, chosen.isVisible ? .byline : .headMetadata,
          rule: chosen.rule, confidence: chosen.isWeak ? 0.7 : chosen.isVisible ? 0.85 : 1))
    }
  }

  private mutating func chooseDays(_ head: HeadFacts, _ lines: [FactLine.Fact]) {
    let days = head.days
    let hasLine = lines.contains { $0.field == .published }
    if let day = days.published.first(where: { !$0.isVisible })
      ?? (hasLine ? nil : days.published.first ?? head.addressDay ?? head.onlyDay(days))
    {
      lift(.published, day)
    }
    let hasModified = lines.contains { $0.field == .modified }
    if let day = days.modified.first(where: { !$0.isVisible })
      ?? (hasModified ? nil : days.modified.first)
    {
      lift(.modified, day)
    }
  }

  private mutating func lift(_ field: MetadataField, _ day: HeadFacts.Day) {
    fields.insert(field)
    let reason: LiftFacts.Reason =
      !day.isVisible
      ? .headMetadata : field == .modified ? .modificationDate : .publicationDate
    let confidence = day.rule.hasSuffix("_only") ? 0.7 : day.isVisible ? 0.85 : 1
    if let (block, utf8Range) = day.place {
      edits.append(
        .lift(
          field, day.date.iso8601, from: block, utf8Range, reason, rule: day.rule,
          confidence: confidence))
    } else {
      edits.append(
        .liftFromHead(
          field, day.date.iso8601, day.element, reason, rule: day.rule, confidence: confidence))
    }
  }
}
