import GhirbalDocument

/// Runs: the children of one element that are made alike, as a whole and member by member.
///
/// Posts of a thread, cards of a listing, products, ingredients, steps, rows of specifications,
/// comments, entries of a menu: what tells them apart is what all members have in common and how they
/// differ, not what one of them looks like. Of each block the innermost run and the next one around it
/// are described.
struct RunFeatures: FeatureGroup {
  private static let columns = [
    "members", "words", "share", "good_share", "mean", "variation", "density", "headings",
    "linked_headings", "article_links", "images", "dates", "currency", "sentences", "digits",
    "numbered", "colons", "alike", "position", "end", "title", "rank", "good_rank", "heading_near",
    "topic",
  ]
  private static let memberColumns = ["levels", "place", "relative", "length", "single"]

  static let names = ["run_inner", "run_outer"].flatMap { run in
    (columns + memberColumns).map { "\(run)_\($0)" }
  }

  /// Fewer are a pair by chance.
  private static let minMembers: Int32 = 3

  private let page: PageStatistics
  /// By element: the nearest member of a run, itself or above, and the steps up to it.
  private let members: Column<(element: Int32, levels: Int32)>
  /// By element: the place of the run that it is a member of; -1 where of none.
  private let runs: Column<Int32>
  /// By element: how many members of its run stand before it.
  private let places: Column<Int32>
  /// By run: its columns, end to end.
  private let values: Column<Float>

  init(_ page: PageStatistics) {
    self.page = page
    let memory = page.memory
    let elements = page.elements
    let sums = page.sums
    let isMember = { (element: Int) in
      elements.likeSiblings[element] >= Self.minMembers && page.parents[element] >= 0
        && elements.hasText(element)
    }
    members = page.nearest(isMember)
    runs = memory.column(page.parents.count, of: -1)
    places = memory.column(page.parents.count, of: 0)

    let marks = Marks(page)
    var table = CountTable(capacity: page.parents.count, memory)
    var tallies: [Tally] = []
    for element in page.parents.indices where isMember(element) {
      let key =
        UInt64(UInt32(bitPattern: page.parents[element])) << 32
        | UInt64(elements.signatures[element])
      let run = table.add(key)
      runs[element] = Int32(run)
      places[element] = Int32(table.count(at: run) - 1)
      let range = page.blocks(in: element)
      if run == tallies.count { tallies.append(Tally(first: range.lowerBound)) }
      tallies[run].add(element, range, page, marks)
    }

    let mostWords = tallies.reduce(Float(1)) { max($0, $1.words) }
    let mostGood = tallies.reduce(Float(1)) { max($0, $1.good) }
    var values: [Float] = []
    values.reserveCapacity(tallies.count * Self.columns.count)
    for tally in tallies {
      let members = tally.members
      let words = max(1, tally.words)
      let mean = tally.words / members
      let spread = max(0, tally.squares / members - mean * mean).squareRoot()
      let blocks = tally.first..<tally.end
      let heading = tally.first > 0 ? marks.lastHeading[tally.first - 1] : -1
      values += [
        members, tally.words, tally.words / max(1, sums.words[page.count]),
        tally.good / max(1, sums.good[page.count]), mean, spread / max(1, mean),
        tally.linked / words, tally.withHeading / members, tally.withLinkedHeading / members,
        tally.withArticleLink / members, tally.images / members, tally.withDate / members,
        tally.withCurrency / members, tally.withSentence / members, tally.digits / words,
        tally.numbered / members, tally.colons / members, tally.blocks / members,
        Float(tally.first) / Float(page.count), Float(tally.end) / Float(page.count),
        page.titleBlock < 0
          ? 0
          : page.titleBlock < blocks.lowerBound
            ? 1
            : page.titleBlock < blocks.upperBound ? 2 : 3,
        tally.words / mostWords, tally.good / mostGood,
        heading < 0 ? 99 : Float(min(99, tally.first - Int(heading))),
        tally.topic / words,
      ]
    }
    self.values = memory.column(values)
  }

  func write(_ block: Int, to row: inout FeatureRow) {
    let (member, levels) = members[page.owners[block]]
    write(block, Int(member), Int(levels), to: &row)
    let above = runs[Int(member)] < 0 ? -1 : Int(page.parents[Int(member)])
    if above >= 0 {
      let (outer, more) = members[above]
      write(block, Int(outer), Int(levels + more) + 1, to: &row)
    } else {
      write(block, 0, 0, to: &row)
    }
  }

  private func write(_ block: Int, _ member: Int, _ levels: Int, to row: inout FeatureRow) {
    let run = Int(runs[member])
    let width = Self.columns.count
    guard run >= 0 else {
      row.append(Float(0))
      for _ in 1..<width + Self.memberColumns.count { row.append(Float(-1)) }
      return
    }
    let columns = values[run * width..<(run + 1) * width]
    row.append(columns)
    let range = page.blocks(in: member)
    let words = page.sums.words.sum(range)
    row.append(levels)
    row.append(Float(places[member]) / max(1, columns[0] - 1))
    row.append(words / max(1, columns[4]))
    row.append(words)
    row.append(range.count == 1)
  }

  /// What blocks show, as sums over the blocks before each, so that any member's is one subtraction.
  private struct Marks {
    let dates: Column<Float>
    let currency: Column<Float>
    let sentences: Column<Float>
    let digits: Column<Float>
    let topics: Column<Float>
    /// By block: the last heading up to it, -1 where there is none.
    let lastHeading: Column<Int32>

    init(_ page: PageStatistics) {
      let memory = page.memory
      func sums(_ value: (Int) -> Float) -> Column<Float> {
        let column: Column<Float> = memory.column(page.count + 1, of: 0)
        for block in 0..<page.count { column[block + 1] = column[block] + value(block) }
        return column
      }
      func count(_ sign: TextSigns) -> Column<Float> {
        sums { page.texts[$0].signs.contains(sign) ? 1 : 0 }
      }
      dates = count(.date)
      currency = count(.currency)
      sentences = count(.endsSentence)
      digits = sums { Float(page.texts[$0].digits) }
      topics = sums { page.titleFit[$0] * page.texts[$0].words }
      lastHeading = memory.column(page.count, of: -1)
      var last: Int32 = -1
      for block in 0..<page.count {
        if page.headings[block] > 0 { last = Int32(block) }
        lastHeading[block] = last
      }
    }
  }

  /// A run's members, summed up.
  private struct Tally {
    let first: Int
    var end = 0
    var members: Float = 0
    var words: Float = 0
    var squares: Float = 0
    var good: Float = 0
    var linked: Float = 0
    var blocks: Float = 0
    var images: Float = 0
    var digits: Float = 0
    var topic: Float = 0
    var withHeading: Float = 0
    var withLinkedHeading: Float = 0
    var withArticleLink: Float = 0
    var withDate: Float = 0
    var withCurrency: Float = 0
    var withSentence: Float = 0
    /// Members that begin with a digit.
    var numbered: Float = 0
    /// Members with a colon at the end of their first block.
    var colons: Float = 0

    init(first: Int) { self.first = first }

    mutating func add(_ element: Int, _ range: Range<Int>, _ page: PageStatistics, _ marks: Marks) {
      let sums = page.sums
      let words = sums.words.sum(range)
      func one(_ column: Column<Float>) -> Float { column.sum(range) > 0 ? 1 : 0 }
      end = max(end, range.upperBound)
      members += 1
      self.words += words
      squares += words * words
      good += sums.good.sum(range)
      linked += sums.linked.sum(range)
      blocks += Float(range.count)
      images += page.elements.images(in: element) > 0 ? 1 : 0
      digits += marks.digits.sum(range)
      topic += marks.topics.sum(range)
      withHeading += one(sums.headings)
      withLinkedHeading += one(sums.linkedHeadings)
      withArticleLink += one(sums.articleLinks)
      withDate += one(marks.dates)
      withCurrency += one(marks.currency)
      withSentence += one(marks.sentences)
      let text = page.texts[range.lowerBound]
      numbered += text.beginning == 1 ? 1 : 0
      colons += text.signs.contains(.endsWithColon) ? 1 : 0
    }
  }
}
