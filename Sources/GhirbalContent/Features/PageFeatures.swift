import GhirbalDocument

/// The page as a whole; the same for all its blocks.
struct PageFeatures: FeatureGroup {
  private static let flags: [(name: String, flag: PlaceFlags)] = [
    ("table", .table), ("form", .form), ("preformatted", .preformatted), ("main", .main),
    ("article", .article), ("aside", .aside), ("section", .section), ("hidden", .hidden),
    ("unshown", .unshown),
    ("definitions", .definitions),
  ]
  private static let regions: [Region] = [
    .comment, .forum, .product, .list, .filter, .code, .review, .teaser, .related, .live, .price,
    .questions, .specification, .byline, .profile, .breadcrumb, .ingredients, .instructions,
    .recipe,
    .post, .signature,
  ]
  private static let bodyRegions: [Region] = [
    .content, .product, .list, .forum, .code, .live, .title, .price,
  ]

  static let names =
    [
      "page_blocks", "page_words", "page_density", "page_good", "page_good_share", "page_headings",
      "page_first_headings", "page_paragraphs", "page_lists", "page_images", "page_elements",
      "page_articles", "page_times", "page_currency", "page_dates", "page_questions", "page_long",
      "page_mean", "page_same", "page_most_alike", "page_path_share", "page_second_share",
      "page_path_entropy", "page_main_blocks", "page_main_share", "page_top_path",
      "page_article_links", "page_linked_headings", "page_all_links", "container_depth",
      "container_words", "container_word_share", "container_start", "container_end",
      "container_images", "container_headings", "page_open_graph", "page_article_properties",
      "page_amp", "page_path_parts", "page_path_hyphens", "page_path_digits", "page_path_length",
      "page_linked_body", "page_linked_text", "page_description",
    ] + flags.map { "page_in_\($0.name)" } + regions.map { "page_region_\($0)" }
    + bodyRegions.map { "body_\($0)" } + HeadTraits.linkedTypes.map { "linked_\($0)" }

  private let values: Column<Float>

  init(_ page: PageStatistics, _ container: ContainerFeatures) {
    let sums = page.sums
    let count = page.count
    let blocks = Float(count)
    let words = max(1, sums.words[count])
    let good = max(1, sums.good[count])
    let head = page.head
    let tags = page.tags
    let memory = page.memory
    func share(_ isIt: (Int) -> Bool) -> Float { Float((0..<count).count(where: isIt)) / blocks }
    var values: [Float] = [
      blocks, words, sums.linked[count] / words, sums.good[count], sums.good[count] / words,
      sums.headings[count] / blocks, Float(page.headings.indices.count { page.headings[$0] == 1 }),
      sums.paragraphs[count] / words, sums.lists[count] / words,
      Float(page.elements.imagesBefore[tags.count]), Float(tags.count),
      Float(tags.indices.count { tags[$0] == .article }),
      Float(tags.indices.count { tags[$0] == .time }),
      share { page.texts[$0].signs.contains(.currency) },
      share { page.texts[$0].signs.contains(.date) },
      share { page.texts[$0].signs.contains(.question) },
      Float(page.texts.indices.count { page.texts[$0].words >= 40 }),
      words / blocks,
    ]
    // How the good words spread over ways to build a block.
    var table = CountTable(capacity: count, memory)
    var paths: [Float] = []
    var alike: Float = 0
    var texts = CountTable(capacity: count, memory)
    for block in 0..<count {
      let owner = page.owners[block]
      let parent = Int(page.parents[owner])
      let key =
        UInt64(page.elements.signatures[owner]) << 32
        | UInt64(parent < 0 ? 0 : page.elements.signatures[parent])
      let place = table.add(key)
      if place == paths.count { paths.append(0) }
      if page.isGood[block] { paths[place] += page.texts[block].words }
      alike = max(alike, Float(table.count(at: place)))
      var text: UInt64 = 0
      for word in page.words.of(block) { text = (text ^ UInt64(word)) &* 0x100_0000_01B3 }
      _ = texts.add(text)
    }
    let same = (0..<texts.count).reduce(0) { sum, place in
      let count = texts.count(at: place)
      return sum + (count > 1 ? count : 0)
    }
    values.append(Float(same) / blocks)
    values.append(alike)
    let sorted = paths.sorted(by: >)
    values.append(sorted[0] / good)
    values.append(sorted.count > 1 ? sorted[1] / good : 0)
    let topShare = sorted.reduce(Float(0)) { $0 + ($1 / good) * ($1 / good) }
    values.append(topShare)
    values.append(Float(container.mainBlocks.count))
    values.append(container.mainBlocks.reduce(Float(0)) { $0 + page.texts[$1].words } / good)
    let bestWords = max(1, sums.words.sum(container.bestBlocks))
    values.append(container.topPathWords / bestWords)
    values.append(sums.articleLinks[count] / blocks)
    values.append(sums.linkedHeadings[count])
    values.append(sums.allLinks[count] / blocks)
    values.append(Float(page.elements.depths[container.best]))
    values.append(bestWords)
    values.append(bestWords / words)
    values.append(Float(container.bestBlocks.lowerBound) / blocks)
    values.append(Float(container.bestBlocks.upperBound) / blocks)
    values.append(Float(page.elements.images(in: container.best)))
    values.append(sums.headings.sum(container.bestBlocks))
    values += [
      head.openGraphType, head.articleProperties, head.hasAMP, head.pathParts, head.pathHyphens,
      head.pathDigits, head.pathLength, Float(head.articleBody.count),
      Float(head.linkedTexts.count), Float(head.description.count),
    ]
    for (_, flag) in Self.flags {
      let inside = (0..<count).reduce(Float(0)) {
        $0 + (page.elements.flags[page.owners[$1]].contains(flag) ? page.texts[$1].words : 0)
      }
      values.append(inside / words)
    }
    for region in Self.regions {
      values.append(share { page.elements.allRegions[page.owners[$0]].contains(region) })
    }
    for region in Self.bodyRegions { values.append(head.bodyRegions.contains(region) ? 1 : 0) }
    for bit in 0..<HeadTraits.linkedTypes.count {
      values.append(head.linked >> UInt32(bit) & 1 == 1 ? 1 : 0)
    }
    self.values = memory.column(values)
  }

  func write(_ block: Int, to row: inout FeatureRow) {
    row.append(values[values.indices])
  }
}
