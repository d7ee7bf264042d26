import GhirbalDocument
import GhirbalText

/// When the text appeared and was changed, as the head and the markup say it.
extension HeadFacts {
  struct Day {
    let date: CivilDate
    /// Nil for the address that the page was fetched from.
    let element: ElementID?
    let rule: String
    /// Whether the element stands in the body.
    var isVisible = false
    /// Where the date stands in a block; nil where an element gives it.
    var place: (block: BlockID, utf8Range: Range<Int>)?
  }

  struct Days {
    var published: [Day] = []
    var modified: [Day] = []
  }

  /// When the text appeared and was changed, as every source has it: the surest first.
  var days: Days {
    var days = Days()
    func day(_ text: String?, _ element: ElementID, _ rule: String) -> [Day] {
      text.flatMap { Timestamp.day($0, order) }.map {
        [Day(date: $0, element: element, rule: rule)]
      } ?? []
    }
    if let item {
      days.published += day(
        linked.text("datePublished", of: item), item.element, "json_ld.datePublished")
      days.published += day(
        linked.text("dateCreated", of: item), item.element, "json_ld.dateCreated")
      days.modified += day(
        linked.text("dateModified", of: item), item.element, "json_ld.dateModified")
    }
    for meta in metas where meta.key == .published {
      days.published += day(meta.content, meta.element, "meta.\(meta.name)")
    }
    for meta in metas where meta.key == .modified {
      days.modified += day(meta.content, meta.element, "meta.\(meta.name)")
    }
    let items = body.itemDays(marked.itemDates)
    days.published += [items.published].compactMap { $0 }.map(Self.day)
    days.modified += [items.modified].compactMap { $0 }.map(Self.day)
    let isSettled = !days.published.isEmpty && !days.modified.isEmpty
    if !isCatalogue, !isSettled {
      for found in [body.times(marked.times), body.classDays(), body.visibleDays()] {
        days.published += [found.published].compactMap { $0 }.map(Self.day)
        days.modified += [found.modified].compactMap { $0 }.map(Self.day)
      }
      if days.published.isEmpty {
        days.published += [body.datelineDay()].compactMap { $0 }.map(Self.day)
      }
    }
    return days
  }

  private static func day(_ day: MarkupFacts.Day) -> Day {
    Day(
      date: day.date, element: day.element, rule: day.rule,
      isVisible: !day.rule.hasPrefix("itemprop"), place: day.place)
  }

  /// The day of the last change, where the page shows no other: the text as it stands appeared then.
  ///
  /// Only where readers see it, or where it is the article's own; systems give such a day to every
  /// page of a site.
  func onlyDay(_ days: Days) -> Day? {
    days.modified.first { $0.isVisible || $0.rule == "json_ld.dateModified" }.map {
      Day(
        date: $0.date, element: $0.element, rule: "\($0.rule)_only", isVisible: $0.isVisible,
        place: $0.place)
    }
  }

  /// The day in the page's own address: `/2024/05/03/the-old-bridge`.
  var addressDay: Day? {
    for (address, element, rule) in addresses {
      if let date = AddressDate.day(in: address) {
        return Day(date: date, element: element, rule: rule)
      }
    }
    return nil
  }
}
