extension SiteSamples {
  private static let mark = "ghirbal-site-pages"
  private static let version = 2

  // MARK: Writing

  /// The samples as a file holds them: the same text for the same pages.
  public var text: String {
    var result = "\(Self.mark)\t\(Self.version)\t\(key.rawValue)\n"
    for (site, sample) in samples.sorted(by: { $0.key < $1.key }) {
      result += "site\t\(site)\n"
      for page in sample.pages {
        result += "page\t\(page.entries.count)\n"
        for entry in page.entries {
          result +=
            "\(entry.key.hex)\t\(entry.exact.hex)\t\(entry.slot.hex)\t\(entry.size)\t\(entry.text)\n"
        }
        for (slot, path) in page.paths.sorted(by: { $0.key < $1.key }) {
          result += "path\t\(slot.hex)\t\(path)\n"
        }
        for label in page.labels.texts { result += "label\t\(label)\n" }
        for (field, value) in page.facts.lines { result += "fact\t\(field.rawValue)\t\(value)\n" }
      }
    }
    return result + TabbedLine.end + "\n"
  }

  // MARK: Reading

  /// Whether bytes begin as what `text` wrote.
  public static func isOne(_ bytes: [UInt8]) -> Bool { bytes.starts(with: mark.utf8) }

  /// Reads what `text` wrote.
  public init(_ text: String) throws(ProfileProblem) {
    let all = TabbedLine.all(of: text)
    guard let first = all.first, first.name == Self.mark, first.text(0) == "\(Self.version)",
      let key = SiteKey(rawValue: first.text(1))
    else {
      throw ProfileProblem(
        line: all.first?.number,
        "this is no file of `ghirbal learn --partial` of version \(Self.version)")
    }
    let lines = try TabbedLine.whole(all)
    self.init(by: key)
    var site: String?
    var index = 1
    while index < lines.count {
      let line = lines[index]
      switch line.name {
      case "site":
        try line.check(count: 1...1)
        site = line.text(0)
        index += 1
      case "page":
        guard let site else { throw line.problem("a page stands below its site") }
        insert(try Self.page(lines, &index), of: site)
      default: throw line.problem("a line \"site\" or \"page\" is wanted here")
      }
    }
  }

  private static func page(
    _ lines: [TabbedLine], _ index: inout Int
  ) throws(ProfileProblem) -> PageTrace {
    let head = lines[index]
    try head.check(count: 1...1)
    let end = index + 1 + (try head.number(0, 0...PageTrace.maxBlocks))
    guard end <= lines.count else { throw head.problem("the file ends within the page") }
    var entries: [PageTrace.Entry] = []
    for line in lines[(index + 1)..<end] {
      try line.check(count: 4...4)
      guard let key = UInt64(line.name, radix: 16) else {
        throw line.problem("a block is wanted here")
      }
      entries.append(
        PageTrace.Entry(
          key: key, exact: try line.hash(0), slot: try line.hash(1),
          size: UInt32(try line.number(2, 0...Int(UInt32.max))), text: line.text(3)))
    }
    index = end
    var paths: [UInt64: String] = [:]
    while index < lines.count, lines[index].name == "path" {
      try lines[index].check(count: 2...2)
      paths[try lines[index].hash(0)] = lines[index].text(1)
      index += 1
    }
    var labels: [String] = []
    while index < lines.count, lines[index].name == "label" {
      try lines[index].check(count: 1...1)
      labels.append(lines[index].text(0))
      index += 1
    }
    var facts: [SiteFact.Field: [String]] = [:]
    while index < lines.count, lines[index].name == "fact" {
      try lines[index].check(count: 2...2)
      facts[try lines[index].field(0), default: []].append(lines[index].text(1))
      index += 1
    }
    return PageTrace(
      entries, paths: paths, labels: PageLabels(labels), facts: PageFacts(facts))
  }
}
