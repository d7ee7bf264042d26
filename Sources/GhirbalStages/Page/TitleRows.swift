import GhirbalDocument
import GhirbalText

/// What is known of each candidate for the title: the features of their judge.
struct TitleRows {
  /// Row after row, a value for each name.
  private(set) var values: [Float] = []

  static let names =
    TitleCandidates.Sources.names.map { "is_\($0)" } + [
      "sources", "place", "heading_place", "is_named_title", "is_item_name", "is_in_header",
      "is_linked", "is_in_article", "distance", "prose_before", "blocks", "cut_of_host",
      "cut_words", "sign", "words", "scalars", "colon", "is_site", "of_host", "ends_with_site",
      "of_title", "in_title", "title_length", "in_headline", "headline_length", "inside", "around",
      "holds_heading", "holds_headline", "sources_inside", "words_besides", "sources_around",
      "most_sources", "of_address", "address_share", "of_text", "candidates", "headings",
      "first_level", "like_headings", "has_item",
    ]

  /// Paragraphs at the start of the text that tell what it is about.
  private static let maxProse = 12
  private static let maxProseUTF8Count = 4096
  private static let farthest = 60

  init(_ candidates: TitleCandidates, _ document: Document) {
    let all = candidates.all
    guard !all.isEmpty else { return }
    let page = Page(candidates, document)
    let keys = all.map { Array($0.key.utf8) }
    let words = all.map { Set($0.key.split(separator: " ")) }
    for (index, candidate) in all.enumerated() {
      for bit in TitleCandidates.Sources.names.indices {
        add(candidate.sources.contains(.init(rawValue: 1 << UInt32(bit))))
      }
      add(candidate.sourceCount)
      add(index)
      addPlace(of: candidate, page)
      add(min(9, candidate.blockCount))
      let cut = candidate.cut?.text ?? ""
      add(page.host.share(of: cut.titleKey.split(separator: " ")))
      add(cut.split(separator: " ").count)
      add(candidate.cut?.sign.rawValue ?? 0)
      let text = candidate.text
      add(words[index].count)
      add(text.unicodeScalars.count)
      add(text.utf8.contains(UInt8(ascii: ":")))
      let key = candidate.key
      let utf8 = keys[index]
      add(page.siteNames.contains(key))
      add(page.host.share(of: key.split(separator: " ")))
      add(page.siteNames.contains { key != $0 && utf8.ends(with: $0.utf8) })
      add(Self.share(of: words[index], in: page.titleWords))
      add(page.title.has(utf8))
      add(Float(utf8.count) / Float(max(1, page.title.count)))
      add(page.headline?.has(utf8) ?? false)
      add(page.headline.map { Float(utf8.count) / Float(max(1, $0.count)) } ?? -1)
      let inside = all.indices.filter { $0 != index && utf8.has(keys[$0]) }
      let around = all.indices.filter { $0 != index && keys[$0].has(utf8) }
      add(inside.count)
      add(around.count)
      add(inside.contains { all[$0].sources.contains(.heading1) })
      add(inside.contains { all[$0].isWholeInHead })
      let most = inside.max { all[$0].sourceCount < all[$1].sourceCount }
      add(most.map { all[$0].sourceCount } ?? 0)
      add(most.map { words[index].count - words[$0].count } ?? -1)
      add(around.map { all[$0].sourceCount }.max() ?? 0)
      add(all.indices.lazy.filter { $0 != index }.map { all[$0].sourceCount }.max() ?? 0)
      add(Self.share(of: words[index], in: page.addressWords))
      add(Self.share(of: page.addressWords, in: words[index]))
      add(page.shareOfText(keys[index]))
      add(all.count)
      add(candidates.headingCount)
      add(candidates.levelCounts[1])
      add(candidate.headings.first.map { candidates.levelCounts[$0.level] } ?? 0)
      add(page.hasItem)
    }
    precondition(values.count == all.count * Self.names.count, "as many values as names")
  }

  private mutating func addPlace(of candidate: TitleCandidates.Candidate, _ page: Page) {
    let document = page.document
    add(candidate.headings.first?.place ?? 20)
    guard let id = candidate.block else {
      values += [Float](repeating: -1, count: 7)
      return
    }
    let block = document[id]
    let elements = document.elements
    add(block.element.map { TitleWords.table.contain($0, elements) } ?? false)
    add(
      block.element.flatMap { elements.attribute(.itemprop, of: $0) }.map {
        ["headline", "name"].contains($0.lowercased())
      } ?? false)
    add(block.context.contains(.pageHeader))
    add(block.linkDensity >= 0.5)
    add(!block.context.isDisjoint(with: [.article, .main]))
    let first = page.prose.first ?? document.blocks.count
    add(max(-Self.farthest, min(Self.farthest, first - id.index)))
    add(page.prose.count { $0 < id.index })
  }

  private static func share<Words: Collection>(of words: Words, in others: Set<Substring>) -> Float
  where Words.Element == Substring {
    words.isEmpty ? 0 : Float(words.count(where: others.contains)) / Float(words.count)
  }

  private mutating func add(_ value: Bool) { values.append(value ? 1 : 0) }
  private mutating func add(_ value: Int) { values.append(Float(value)) }
  private mutating func add(_ value: Float) { values.append(value) }

  /// What candidates are held against.
  private struct Page {
    let document: Document
    /// What the site is called, folded.
    let siteNames: Set<String>
    let host: HostWords
    /// The element `title`, folded.
    let title: [UInt8]
    let titleWords: Set<Substring>
    /// What networks are told, folded.
    let headline: [UInt8]?
    let hasItem: Bool
    let addressWords: Set<Substring>
    /// The first blocks that read as paragraphs, by their places.
    let prose: [Int]
    /// Their longer words.
    private var textWords = WordTable()

    init(_ candidates: TitleCandidates, _ document: Document) {
      self.document = document
      let marked = document.derived(MarkedElements.self)
      let linked = document.derived(LinkedData.self)
      siteNames = Set(
        (marked.metas.filter { $0.key == .siteName }.map(\.content)
          + linked.items.compactMap(linked.publisher) + [document.siteEvidence?.facts.name ?? ""])
          .map(\.titleKey).filter { !$0.isEmpty })
      host = HostWords(document)
      let title = candidates.all.first { $0.sources.contains(.element) }?.key ?? ""
      self.title = Array(title.utf8)
      titleWords = Set(title.split(separator: " "))
      headline = candidates.all.first { $0.sources.contains(.openGraph) }.map { Array($0.key.utf8) }
      hasItem = candidates.all.contains { $0.sources.contains(.jsonLD) }
      let path = document.ownAddresses.first?.reference.split { $0 == "?" || $0 == "#" }.first
      let name = path?.split(separator: "/").dropFirst(2).last { $0.count > 2 } ?? ""
      addressWords = Set(String(name).titleKey.split(separator: " "))
      let shapes = document.derived(BlockShapes.self)
      prose = Array(
        document.liveBlocks.lazy.filter { $0.linkDensity < 0.5 && shapes[$0].isProse }
          .prefix(TitleRows.maxProse).map(\.id.index))
      var utf8Count = 0
      for block in prose where utf8Count < TitleRows.maxProseUTF8Count {
        let text = document.withContent(of: document.blocks[block]) { FoldedText($0) }
        utf8Count += text.utf8.count
        for word in text.words where Self.isLong(text.utf8[word]) { textWords.add(text.utf8[word]) }
      }
    }

    /// The share of a folded text's longer words that the first paragraphs have.
    func shareOfText(_ key: [UInt8]) -> Float {
      let words = key.split(separator: 0x20).filter(Self.isLong)
      return words.isEmpty
        ? 0 : Float(words.count { textWords.contains($0) }) / Float(words.count)
    }

    /// Words of fewer characters stand in any text.
    private static func isLong(_ word: ArraySlice<UInt8>) -> Bool {
      word.count { $0 & 0xC0 != 0x80 } > 3
    }
  }
}

extension [UInt8] {
  fileprivate func ends(with other: String.UTF8View) -> Bool {
    suffix(other.count).elementsEqual(other)
  }
}

/// Words of class names that say an element is a title.
private enum TitleWords {
  static let table = ClassNameWords<SoleKind>(
    "mul",
    [
      "title", "headline", "heading", "posttitle", "entrytitle", "articletitle", "pagetitle",
      "titel", "titre", "titulo", "titolo", "tytul", "uberschrift",
    ])
}
