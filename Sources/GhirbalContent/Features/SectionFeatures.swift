import GhirbalDocument

/// The section that a heading opens and a heading of its own or a higher level closes.
struct SectionFeatures: FeatureGroup {
  static let names = [
    "section_level", "section_blocks", "section_words", "section_density", "section_good",
    "section_mean", "section_article_links", "section_images", "section_place", "section_number",
    "section_left", "section_heading_words", "section_heading_density", "section_heading_same_path",
    "section_share", "section_all_links", "section_long",
  ]

  private static let count = names.count

  private let page: PageStatistics
  private let headings: Column<Int32>
  private let ends: Column<Int32>
  private let numbers: Column<Int32>
  private let total: Int32

  init(_ page: PageStatistics) {
    self.page = page
    headings = page.memory.column(page.count, of: -1)
    ends = page.memory.column(page.count, of: Int32(page.count))
    numbers = page.memory.column(page.count, of: 0)
    var open: [Int] = []
    var number: Int32 = 0
    for block in 0..<page.count {
      let level = page.headings[block]
      if level > 0 {
        number += 1
        while let last = open.last, page.headings[last] >= level {
          ends[last] = Int32(block)
          open.removeLast()
        }
        open.append(block)
      }
      headings[block] = Int32(open.last ?? -1)
      numbers[block] = number
    }
    total = number
  }

  func write(_ block: Int, to row: inout FeatureRow) {
    let heading = Int(headings[block])
    guard heading >= 0 else {
      for _ in 0..<Self.count { row.append(Float(-1)) }
      return
    }
    let range = heading..<Int(ends[heading])
    let sums = page.sums
    let words = sums.words.sum(range)
    let blocks = Float(range.count)
    row.append(page.headings[heading])
    row.append(blocks)
    row.append(words)
    row.append(sums.linked.sum(range) / max(1, words))
    row.append(sums.good.sum(range) / max(1, words))
    row.append(words / blocks)
    row.append(sums.articleLinks.sum(range) / blocks)
    let last = min(page.count - 1, range.upperBound - 1)
    let images =
      page.elements.imagesBefore[page.owners[last]]
      - page.elements.imagesBefore[page.owners[heading]]
    row.append(Float(max(0, images)) / blocks)
    row.append(Float(block - heading) / blocks)
    row.append(Float(numbers[block]))
    row.append(Float(total - numbers[block]))
    row.append(page.texts[heading].words)
    row.append(page.densities[heading])
    row.append(page.parents[page.owners[heading]] == page.parents[page.owners[block]])
    row.append(words / max(1, sums.words[page.count]))
    row.append(sums.allLinks.sum(range) / blocks)
    row.append(sums.long.sum(range) / blocks)
  }
}
