/// What of the segment's words the text says elsewhere, and what it has of the text's own words.
struct LineRepetitionFeatures: FeatureGroup {
  static let names = [
    "same_text", "same_text_before", "beginning_again", "words_elsewhere", "words_in_prose",
    "function_words", "title_fit",
  ]

  /// The fewest words of what may be the text's title.
  private static let minTitleTokens = 4
  /// In how many paragraphs of prose a word stands that binds words: three at least, and this share.
  private static let minFunctionCount: Int32 = 3
  private static let functionShare: Float = 0.15

  private let values: Column<Float>

  init(_ page: LineStatistics) {
    let memory = page.memory
    let words = page.words
    let count = page.count
    let width = Self.names.count
    let values: Column<Float> = memory.column(count * width, of: 0)
    var wholes = CountTable(capacity: count, memory)
    var beginnings = CountTable(capacity: count, memory)
    let wholePlaces: Column<Int32> = memory.column(count, of: 0)
    let beginningPlaces: Column<Int32> = memory.column(count, of: -1)
    // Words by their places in the table: in how many segments each stands, and of prose.
    var table = CountTable(capacity: max(1, words.hashes.count), memory)
    let places: Column<Int32> = memory.column(words.hashes.count, of: 0)
    let segmentCounts: Column<Int32> = memory.column(words.hashes.count, of: 0)
    let proseCounts: Column<Int32> = memory.column(words.hashes.count, of: 0)
    let lastSeen: Column<Int32> = memory.column(words.hashes.count, of: -1)
    for line in 0..<count {
      let range = words.range(of: line)
      var whole = UInt64(range.count)
      for index in range {
        let hash = words.hashes[index]
        whole = (whole ^ UInt64(hash)) &* 0x100_0000_01B3
        let place = table.add(UInt64(hash))
        places[index] = Int32(place)
        guard lastSeen[place] != Int32(line) else { continue }
        lastSeen[place] = Int32(line)
        segmentCounts[place] += 1
        if page.isProse[line] { proseCounts[place] += 1 }
      }
      let place = wholes.add(whole)
      wholePlaces[line] = Int32(place)
      values[line * width + 1] = wholes.count(at: place) > 1 ? 1 : 0
      if range.count > 2 {
        let start = range.lowerBound
        let pair = UInt64(words.hashes[start]) << 32 | UInt64(words.hashes[start + 1])
        beginningPlaces[line] = Int32(beginnings.add(pair))
      }
    }
    let title = page.indices.first { page.texts[$0].tokens >= Self.minTitleTokens }
    var titleWords = WordSet()
    if let title { for hash in words.of(title) { titleWords.insert(UInt64(hash)) } }
    let minFunction = max(
      Self.minFunctionCount, Int32(Self.functionShare * page.sums.proseCount[count]))
    for line in 0..<count {
      let range = words.range(of: line)
      let start = line * width
      values[start] = Float(wholes.count(at: Int(wholePlaces[line])) - 1)
      if beginningPlaces[line] >= 0 {
        values[start + 2] = Float(beginnings.count(at: Int(beginningPlaces[line])) - 1)
      }
      guard !range.isEmpty else { continue }
      let own: Int32 = page.isProse[line] ? 1 : 0
      var (elsewhere, inProse, function, inTitle) = (0, 0, 0, 0)
      for index in range {
        let place = Int(places[index])
        if segmentCounts[place] > 1 { elsewhere += 1 }
        if proseCounts[place] > own { inProse += 1 }
        if proseCounts[place] >= minFunction { function += 1 }
        if titleWords.contains(words.hashes[index]) { inTitle += 1 }
      }
      let total = Float(range.count)
      values[start + 3] = Float(elsewhere) / total
      values[start + 4] = Float(inProse) / total
      values[start + 5] = Float(function) / total
      values[start + 6] = line == title ? -1 : Float(inTitle) / total
    }
    self.values = values
  }

  func write(_ line: Int, to row: inout FeatureRow) {
    let width = Self.names.count
    row.append(values[line * width..<(line + 1) * width])
  }
}
