import GhirbalContent
import GhirbalDocument
import GhirbalText

/// Chooses between what several sources say of one thing, by how likely each is right, or none of it.
///
/// In flattened text, where lines alone speak, what they say is taken as it stands.
struct FactChoice {
  /// The lifts from head and markup that were chosen.
  private(set) var edits: [Edit<LiftFacts.Reason>] = []
  /// By field, the line whose facts were chosen; nil where another source was, or nothing.
  private var lines: [MetadataField: Int?] = [:]
  /// What others say for a field of which a value was chosen, the likeliest first.
  private(set) var others: [MetadataField: [PassedOver]] = [:]

  /// More are of no use to a reader.
  private static let maxOthers = 3

  /// Below these what is said is made up rather than right: chosen by cross-validation
  /// (`Training/facts`) so that few sets have fewer right than by an order of sources, and then as high as that allows.
  private static let minAuthor: Float = 0.27
  private static let minDay: Float = 0.2
  /// What the standards say counts more where it says something else than the page shows: the object
  /// of the JSON-LD that is the text, and the days that a head gives.
  private static let worthOfItem: Float = 0.1
  private static let worthOfHead: Float = 0.4

  init(_ authors: AuthorCandidates, _ days: DayCandidates, _ head: HeadFacts) {
    if !head.title.others.isEmpty { others[.title] = head.title.others }
    guard head.document.format == .html, !authors.all.isEmpty || !days.all.isEmpty else { return }
    let page = FactPage(head)
    chooseAuthors(authors.all, days, head, page)
    chooseDays(days, head, page, hasAuthor: !authors.all.isEmpty)
  }

  /// Whether what a line says for a field is left aside.
  func replaces(_ field: MetadataField, at line: Int) -> Bool {
    lines[field].map { $0 != line } ?? false
  }

  /// The edits, the first of each field with what was passed over for it.
  func withOthers(_ edits: [Edit<LiftFacts.Reason>]) -> [Edit<LiftFacts.Reason>] {
    var others = others
    return edits.map { edit in
      var edit = edit
      switch edit.change {
      case .lift(let field, _, _), .liftFromHead(let field, _, _):
        edit.others = others.removeValue(forKey: field) ?? []
      default: break
      }
      return edit
    }
  }

  private mutating func chooseAuthors(
    _ candidates: [FactCandidate], _ days: DayCandidates, _ head: HeadFacts, _ page: FactPage
  ) {
    guard !candidates.isEmpty else { return }
    let likely = FactForest.authors.probabilities(
      AuthorRows(candidates, days, head, page).values, featureCount: AuthorRows.names.count)
    lines[.author] = .some(nil)
    guard let most = likely.max(), most >= Self.minAuthor else { return }
    let worth = zip(candidates, likely).map { candidate, likely in
      candidate.isPerson(on: page) && candidate.source == .jsonLD
        ? likely + Self.worthOfItem : likely
    }
    let best = worth.firstIndex(of: worth.max() ?? 0) ?? 0
    let chosen = candidates[best]
    others[.author] = Self.others(candidates, likely, than: chosen)
    if let line = Self.line(saying: chosen, candidates) {
      lines[.author] = line
      return
    }
    guard let element = chosen.element else { return }
    for name in chosen.values {
      edits.append(
        .liftFromHead(
          .author, name, element, chosen.isVisible ? .byline : .headMetadata, rule: chosen.rule,
          confidence: Double(likely[best])))
    }
  }

  /// What other values were said, each once.
  private static func others(
    _ candidates: [FactCandidate], _ likely: [Float], than chosen: FactCandidate
  ) -> [PassedOver] {
    var seen: Set<String> = [chosen.key]
    let ranked = candidates.indices.sorted { (likely[$1], $0) < (likely[$0], $1) }
    return ranked.filter { seen.insert(candidates[$0].key).inserted }.prefix(maxOthers).map {
      PassedOver(
        value: candidates[$0].values.joined(separator: "; "), rule: candidates[$0].rule,
        confidence: Double(likely[$0]))
    }
  }

  /// The line of a candidate, or one that says the same as what readers see elsewhere: it tells where.
  private static func line(saying said: FactCandidate, _ all: [FactCandidate]) -> Int? {
    guard said.isVisible else { return nil }
    return said.line
      ?? all.first { $0.key == said.key && $0.isModified == said.isModified && $0.line != nil }?
      .line
  }

  private mutating func chooseDays(
    _ days: DayCandidates, _ head: HeadFacts, _ page: FactPage, hasAuthor: Bool
  ) {
    guard !days.all.isEmpty else { return }
    let candidates = days.all
    let likely = FactForest.days.probabilities(
      DayRows(candidates, head, page, hasAuthor: hasAuthor).values,
      featureCount: DayRows.names.count)
    lines[.published] = .some(nil)
    lines[.modified] = .some(nil)
    let mayBe = candidates.indices.filter(days.mayBePublished)
    if let most = mayBe.map({ likely[$0] }).max(), most >= Self.minDay {
      let ofHead = mayBe.first { days.isOfHead($0) && !candidates[$0].said.isModified }
      let worth = mayBe.map { likely[$0] + ($0 == ofHead ? Self.worthOfHead : 0) }
      let best = mayBe[worth.firstIndex(of: worth.max() ?? 0) ?? 0]
      others[.published] = Self.others(
        mayBe.map { candidates[$0].said }, mayBe.map { likely[$0] }, than: candidates[best].said)
      lift(.published, candidates[best], days, confidence: Double(likely[best]))
    }
    let changes = candidates.filter(\.said.isModified)
    if let change = changes.first(where: { !$0.said.isVisible })
      ?? changes.first(where: { $0.said.line != nil }) ?? changes.first
    {
      lift(.modified, change, days, confidence: change.said.isVisible ? 0.85 : 1)
    }
  }

  private mutating func lift(
    _ field: MetadataField, _ day: DayCandidate, _ days: DayCandidates,
    confidence: Double
  ) {
    let said = day.said
    if said.isModified == (field == .modified),
      let line = Self.line(saying: said, days.all.map(\.said))
    {
      lines[field] = line
      return
    }
    let isOnly = said.isModified && field == .published
    let rule = isOnly ? "\(said.rule)_only" : said.rule
    let reason: LiftFacts.Reason =
      !said.isVisible
      ? .headMetadata : field == .modified ? .modificationDate : .publicationDate
    if let (block, utf8Range) = said.place {
      edits.append(
        .lift(
          field, said.values[0], from: block, utf8Range, reason, rule: rule,
          confidence: confidence))
    } else {
      edits.append(
        .liftFromHead(
          field, said.values[0], said.element, reason, rule: rule, confidence: confidence))
    }
  }
}
