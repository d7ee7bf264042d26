import GhirbalText

extension SiteProfiles {
  /// The first word of a file of profiles, and the version of its form.
  private static let mark = "ghirbal-sites"
  private static let version = 1
  /// Numbers above are no counts of a sample.
  private static let counts = 1...1_000_000_000

  // MARK: Writing

  /// The profiles as a file holds them: the same text for the same profiles.
  public var text: String {
    Self.opening(key) + sites.map { "\n" + $0.text }.joined() + Self.closing
  }

  /// What a file of profiles begins with. Before each site stands an empty line.
  public static func opening(_ key: SiteKey) -> String {
    [
      "# What pages of sites have in common, learnt by `ghirbal learn`. A line `keep` with a tab and a text",
      "# below a site's first line says that the text is no part of its template; `word` with a tab and a",
      "# word, that the site writes it so; `no-word`, that it does not.",
      "# text: pages, times, texts with their numbers, blocks from the head ~ tenths of spread, from the end ~ the same, text before",
      "# : pages, text behind : pages, hash, beginning. slot: pages, times, texts, hash, path, samples. word: pages, what stands alone on them",
      "# fact: what most pages call the site or themselves, on how many",
      "\(mark)\t\(version)\t\(key.rawValue)",
    ].map { $0 + "\n" }.joined()
  }

  /// What it ends with.
  public static let closing = "\n" + TabbedLine.end + "\n"

  // MARK: Reading

  /// Reads what `text` wrote and people may have changed.
  public init(_ text: String) throws(ProfileProblem) {
    let all = TabbedLine.all(of: text)
    guard let first = all.first, first.name == Self.mark else {
      throw ProfileProblem(
        line: all.first?.number,
        "this is no file of site profiles: \(Self.mark) stands first in one")
    }
    try first.check(count: 2...2)
    guard first.text(0) == "\(Self.version)" else {
      throw first.problem(
        "the profiles are of version \(first.text(0).prefix(20)); this is \(Self.version)")
    }
    guard let key = SiteKey(rawValue: first.text(1)) else {
      let keys = SiteKey.allCases.map(\.rawValue).joined(separator: ", ")
      throw first.problem("sites are told by one of \(keys), not \"\(first.text(1).prefix(40))\"")
    }
    let lines = try TabbedLine.whole(all)
    var sites: [SiteProfile] = []
    var lineOfSite: [String: Int] = [:]
    var index = 1
    while index < lines.count {
      let head = lines[index]
      guard head.name == "site" else { throw head.problem("a line \"site\" is wanted here") }
      try head.check(count: 3...3)
      if let other = lineOfSite.updateValue(head.number, forKey: head.text(0)) {
        throw head.problem("the site \(head.text(0)) has a profile in line \(other) already")
      }
      var end = index + 1
      while end < lines.count, lines[end].name != "site" { end += 1 }
      sites.append(try Self.profile(head, lines[(index + 1)..<end]))
      index = end
    }
    self.init(by: key, sites)
  }

  private static func profile(
    _ head: TabbedLine, _ lines: ArraySlice<TabbedLine>
  ) throws(ProfileProblem) -> SiteProfile {
    guard !head.text(0).isEmpty else { throw head.problem("the site has no name") }
    let pageCount = try head.number(1, counts)
    var byHand = SiteProfile.ByHand()
    var facts: [SiteFact] = []
    var (texts, slots, words): ([SiteText], [SiteSlot], [SiteWord]) = ([], [], [])
    for line in lines {
      switch line.name {
      case "keep":
        try line.check(count: 1...1)
        byHand.kept.append(line.text(0))
      case "word" where line.count == 1: byHand.words.append(try word(line, 0))
      case "no-word":
        try line.check(count: 1...1)
        byHand.refusedWords.append(try word(line, 0))
      case "word":
        try line.check(count: 1...2)
        words.append(
          SiteWord(text: try word(line, 1), pageCount: try line.number(0, 1...pageCount)))
      case "fact":
        try line.check(count: 3...3)
        facts.append(
          SiteFact(
            field: try line.field(0), value: line.text(2),
            pageCount: try line.number(1, 1...pageCount)))
      case "text": texts.append(try text(line, pageCount))
      case "slot": slots.append(try slot(line, pageCount))
      default:
        throw line.problem(
          "unknown \"\(line.name.prefix(40))\"; known: fact, keep, no-word, site, slot, text, word")
      }
    }
    return SiteProfile(
      site: head.text(0), pageCount: pageCount,
      seenPageCount: try head.number(2, 1...Int.max), texts: texts, slots: slots,
      words: words, facts: facts, byHand: byHand)
  }

  private static func word(_ line: TabbedLine, _ index: Int) throws(ProfileProblem) -> String {
    let word = line.text(index)
    guard (1...SiteWords.maxUTF8Count).contains(word.utf8.count) else {
      throw line.problem("a word has 1 to \(SiteWords.maxUTF8Count) bytes")
    }
    return word
  }

  private static func text(_ line: TabbedLine, _ pageCount: Int) throws(ProfileProblem) -> SiteText
  {
    try line.check(count: 9...9)
    let places = 0...PageTrace.maxBlocks * 10
    let (head, tail) = (try line.numbers(3, "~", places), try line.numbers(4, "~", places))
    let before = try line.hashAndNumber(5, ":", 0...pageCount)
    let after = try line.hashAndNumber(6, ":", 0...pageCount)
    return SiteText(
      key: try line.hash(7), pageCount: try line.number(0, 1...pageCount),
      times: try line.number(1, counts), textCount: try line.number(2, counts),
      head: SiteText.Place(middle: head.0, spread: head.1),
      tail: SiteText.Place(middle: tail.0, spread: tail.1),
      before: SiteText.Neighbour(key: before.0, pageCount: before.1),
      after: SiteText.Neighbour(key: after.0, pageCount: after.1), beginning: line.text(8))
  }

  private static func slot(_ line: TabbedLine, _ pageCount: Int) throws(ProfileProblem) -> SiteSlot
  {
    try line.check(count: 5...7)
    return SiteSlot(
      key: try line.hash(3), pageCount: try line.number(0, 1...pageCount),
      times: try line.number(1, counts), textCount: try line.number(2, counts),
      path: line.text(4), samples: (5..<line.count).map { line.text($0) })
  }
}

extension SiteProfile {
  /// What a file of profiles says of the site: the same text for the same profile.
  public var text: String { lines.map { $0 + "\n" }.joined() }

  fileprivate var lines: [String] {
    var lines = ["site\t\(site)\t\(pageCount)\t\(seenPageCount)"]
    lines += byHand.kept.sorted().map { "keep\t\($0)" }
    lines += byHand.words.sorted().map { "word\t\($0)" }
    lines += byHand.refusedWords.sorted().map { "no-word\t\($0)" }
    lines += facts.map { "fact\t\($0.field.rawValue)\t\($0.pageCount)\t\($0.value)" }
    lines += texts.map(Self.line)
    lines += slots.map(Self.line)
    return lines + words.map { "word\t\($0.pageCount)\t\($0.text)" }
  }

  private static func line(_ text: SiteText) -> String {
    [
      "text", "\(text.pageCount)", "\(text.times)", "\(text.textCount)",
      "\(text.head.middle)~\(text.head.spread)",
      "\(text.tail.middle)~\(text.tail.spread)", "\(text.before.key.hex):\(text.before.pageCount)",
      "\(text.after.key.hex):\(text.after.pageCount)", text.key.hex, text.beginning,
    ].joined(separator: "\t")
  }

  private static func line(_ slot: SiteSlot) -> String {
    ([
      "slot", "\(slot.pageCount)", "\(slot.times)", "\(slot.textCount)", slot.key.hex, slot.path,
    ] + slot.samples).joined(separator: "\t")
  }
}

extension TabbedLine {
  /// A field that names what pages say.
  func field(_ index: Int) throws(ProfileProblem) -> SiteFact.Field {
    guard let field = SiteFact.Field(rawValue: text(index)) else {
      let known = SiteFact.Field.allCases.map(\.rawValue).joined(separator: ", ")
      throw problem("\"\(text(index).prefix(40))\" is none of \(known)")
    }
    return field
  }
}
