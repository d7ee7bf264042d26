/// Reads a file of `ghirbal learn --partial` site by site: one page of it is in memory.
public struct SiteSampleReader {
  /// By what a page's site is told.
  public let key: SiteKey
  /// The site whose pages come next; nil at the end.
  public private(set) var site: String?

  private var lines: Lines

  /// - Parameters:
  ///   - file: the file as messages name it.
  ///   - next: gives its next line without what ends it; nil at the end.
  public init(_ file: String, next: @escaping () throws -> String?) throws {
    lines = Lines(file: file, next: next)
    guard let first = try lines.take(), first.name == SiteSamples.mark,
      first.text(0) == "\(SiteSamples.version)", let key = SiteKey(rawValue: first.text(1))
    else {
      throw lines.problem(
        ProfileProblem(
          line: lines.number,
          "this is no file of `ghirbal learn --partial` of version \(SiteSamples.version)"))
    }
    self.key = key
    try readSite()
  }

  /// Takes the pages of the site that comes next, and goes on to the one behind it.
  public mutating func readPages(into sample: inout SiteSample) throws {
    while try lines.head()?.name == "page" { sample.insert(try page()) }
    try readSite()
  }

  private mutating func readSite() throws {
    let line = try lines.taken()
    if line.name == TabbedLine.end {
      site = nil
      if let more = try lines.take() {
        throw lines.problem(more.problem("the file goes on behind its end"))
      }
      return
    }
    do throws(ProfileProblem) {
      guard line.name == "site" else {
        throw line.problem(
          site == nil
            ? "a page stands below its site" : "a line \"site\" or \"page\" is wanted here")
      }
      try line.check(count: 1...1)
      guard site.map({ $0 < line.text(0) }) ?? true else {
        throw line.problem("sites stand in the order of their names, each once")
      }
      site = line.text(0)
    } catch {
      throw lines.problem(error)
    }
  }

  private mutating func page() throws -> PageTrace {
    let head = try lines.taken()
    do {
      try head.check(count: 1...1)
      var entries: [PageTrace.Entry] = []
      for _ in 0..<(try head.number(0, 0...PageTrace.maxBlocks)) {
        let line = try lines.taken()
        try line.check(count: 4...4)
        guard let key = UInt64(line.name, radix: 16) else {
          throw line.problem("a block is wanted here")
        }
        entries.append(
          PageTrace.Entry(
            key: key, exact: try line.hash(0), slot: try line.hash(1),
            size: UInt32(try line.number(2, 0...Int(UInt32.max))), text: line.text(3)))
      }
      var paths: [UInt64: String] = [:]
      while try lines.head()?.name == "path" {
        let line = try lines.taken()
        try line.check(count: 2...2)
        paths[try line.hash(0)] = line.text(1)
      }
      var labels: [String] = []
      while try lines.head()?.name == "label" {
        let line = try lines.taken()
        try line.check(count: 1...1)
        labels.append(line.text(0))
      }
      var facts: [SiteFact.Field: [String]] = [:]
      while try lines.head()?.name == "fact" {
        let line = try lines.taken()
        try line.check(count: 2...2)
        facts[try line.field(0), default: []].append(line.text(1))
      }
      return PageTrace(
        entries, paths: paths, labels: PageLabels(labels), facts: PageFacts(facts))
    } catch let problem as ProfileProblem {
      throw lines.problem(problem)
    }
  }

  /// The lines of the file that say something, the first of those left in view.
  private struct Lines {
    let file: String
    let next: () throws -> String?
    /// That of the last line that was read, counted from 1; nil before any.
    private(set) var number: Int?
    private var ahead: TabbedLine?

    init(file: String, next: @escaping () throws -> String?) {
      self.file = file
      self.next = next
    }

    mutating func head() throws -> TabbedLine? {
      while ahead == nil, let line = try next() {
        number = (number ?? 0) + 1
        ahead = TabbedLine(line, number: number ?? 1)
      }
      return ahead
    }

    mutating func take() throws -> TabbedLine? {
      defer { ahead = nil }
      return try head()
    }

    /// The next line; a file that has none has lost its end.
    mutating func taken() throws -> TabbedLine {
      guard let line = try take() else { throw problem(.cut(number)) }
      return line
    }

    func problem(_ problem: ProfileProblem) -> ProfileProblem {
      var problem = problem
      problem.file = problem.file ?? file
      return problem
    }
  }
}
