import GhirbalDocument
import GhirbalText

/// When the text appeared and was changed, as every source has it.
struct DayCandidates {
  private(set) var all: [DayCandidate] = []

  init(_ head: HeadFacts) {
    let (linked, order) = (head.linked, head.order)
    for name: StaticString in ["datePublished", "dateCreated", "dateModified"] {
      guard let item = head.item, let text = linked.text(name, of: item) else { continue }
      add(Timestamp.day(text, order), .jsonLD, "json_ld.\(name)", item.element) {
        $0.said.isModified = name.description == "dateModified"
      }
    }
    for meta in head.metas where meta.key == .published || meta.key == .modified {
      add(Timestamp.day(meta.content, order), .meta, meta.rule, meta.element) {
        $0.said.isModified = meta.key == .modified
      }
    }
    for found in head.body.days(head.marked, isCatalogue: head.isCatalogue) {
      add(found.date, found.source, found.rule, found.element) {
        $0.said.block = found.block
        $0.said.place = found.place
        $0.said.isModified = found.isModified
        $0.isLabelled = found.isLabelled
      }
    }
    for address in head.document.ownAddresses {
      add(AddressDate.day(in: address.reference), .address, address.rule, address.element)
    }
  }

  /// Takes in what lines say, by their places in the reading.
  mutating func add(_ lines: [(index: Int, facts: FactLine.Facts)], _ reading: PageReading) {
    for (index, facts) in lines {
      for fact in facts.found where fact.field == .published || fact.field == .modified {
        add(Timestamp.day(fact.value, .anyOrder), .line, fact.rule, nil) {
          $0.said.line = index
          $0.said.block = reading.entries[index].block.id.index
          $0.said.place = (reading.entries[index].block.id, fact.utf8Range)
          $0.said.isModified = fact.field == .modified
          $0.isLabelled = fact.confidence > 0.9
        }
      }
    }
  }

  private mutating func add(
    _ date: CivilDate?, _ source: FactCandidate.Source, _ rule: String, _ element: ElementID?,
    _ complete: (inout DayCandidate) -> Void = { _ in }
  ) {
    guard let date else { return }
    var candidate = DayCandidate(
      said: FactCandidate([date.iso8601], source, rule, element), date: date)
    complete(&candidate)
    all.append(candidate)
  }

  /// What of the days tells whether the page is a text that somebody signs.
  static let names = ["days_in_head", "days_shown", "distinct_days"]

  /// A value for each name.
  var values: [Float] {
    [
      Float(all.count { $0.said.block == nil && !$0.said.isModified }),
      Float(all.count { $0.said.isVisible }), Float(Set(all.map(\.said.key)).count),
    ]
  }
}

extension DayCandidates {
  /// Whether the head gives a day, by a standard or a habit of many sites.
  func isOfHead(_ index: Int) -> Bool {
    [.jsonLD, .meta, .microdata].contains(all[index].said.source)
  }

  /// Whether a day may be that of the publication: the day of a change is where nothing but an address
  /// gives another, and only one that readers see or the article's own; systems give such a day to
  /// every page of a site.
  func mayBePublished(_ index: Int) -> Bool {
    let said = all[index].said
    guard said.isModified else { return true }
    guard said.isVisible || said.source == .jsonLD else { return false }
    return !all.contains { !$0.said.isModified && $0.said.source != .address }
  }
}
