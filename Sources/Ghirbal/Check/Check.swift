import Foundation
import GhirbalDocument
public import GhirbalIO
import GhirbalSites

/// Checks clean texts: those of a project against its pages, or any files by themselves.
///
/// What comes out depends on the files and the configuration alone, in one order.
public struct Check: Sendable {
  private let configuration: PipelineConfiguration
  private let filter: FindingFilter
  private let inspector: TextInspector
  private let place: ConfigurationPlace

  /// - Parameters:
  ///   - select: Ids, names or beginnings of ids of the only rules to look for; empty for all.
  ///   - deselect: Those not to look for.
  public init(
    _ configuration: PipelineConfiguration, at place: ConfigurationPlace, select: [String] = [],
    deselect: [String] = []
  ) throws(ConfigurationProblem) {
    self.configuration = configuration
    self.place = place
    var severities: [CheckRule: CheckRule.Severity] = [:]
    let selected = select.isEmpty ? Set(CheckRules.all) : try Self.rules(select)
    for rule in selected.subtracting(try Self.rules(deselect)) {
      severities[rule] = configuration.check.severities[rule.id, default: rule.severity]
    }
    filter = FindingFilter(options: configuration.check, severities: severities)
    inspector = TextInspector(configuration)
  }

  private static func rules(_ selectors: [String]) throws(ConfigurationProblem) -> Set<CheckRule> {
    var rules: Set<CheckRule> = []
    for selector in selectors {
      let named = CheckRules.rules(selector)
      guard !named.isEmpty else {
        throw .unknownOfMany(
          "rule", selector, among: CheckRules.all.flatMap { [$0.id, $0.name] },
          listedBy: "ghirbal check --rules")
      }
      rules.formUnion(named)
    }
    return rules
  }

  func isOn(_ rule: CheckRule) -> Bool { filter.severities[rule] != nil }

  func severity(of rule: CheckRule) -> CheckRule.Severity? { filter.severities[rule] }

  // MARK: A project

  /// Checks the output that pipeline.yml names against its input, and every text in it.
  public func project(jobs: Int) async throws(FileProblem) -> CheckOutcome {
    let output = place.resolve(configuration.output)
    let state = ProjectState(configuration)
    let runner = BatchRunner(
      configuration, source: configuration.source(at: place), output: output)
    for page in try await runner.expectedPages(jobs: jobs, { [self] in checkedPage($0, output) }) {
      state.add(page.value, page.row)
    }
    addStrayResults(to: state, output, present: try ResultFiles(output).paths())
    addTotals(to: state)
    addRedesigns(to: state)
    addUnusedIgnores(to: state)
    return state.outcome(coversAll: true)
  }

  /// What a page has to say, behind the work on it.
  private struct CheckedPage: Sendable {
    let results: [String]
    let url: String?
    /// How well the page fits the profile of its site.
    var fit: SiteFit?
    var files: [CheckedFile]
  }

  private struct SiteFit: Sendable {
    let site: String
    /// As `SiteProfile.templateShare` says.
    let templateShare: Double
  }

  /// Pages of a site that have to be seen before it may have been built anew, and what they have of the
  /// template on average if it was.
  private static let minFittedPages = 3
  private static let minMeanFit = 0.5

  private func checkedPage(_ outcome: PageOutcome, _ output: String) -> CheckedPage {
    let results = outcome.cleaned?.files ?? []
    var page = CheckedPage(
      results: results.map(\.path), url: outcome.page?.url, files: [])
    var isCurrent = true
    // The text first: where it differs, so does its record.
    for (path, bytes) in results.reversed() {
      let present = try? AtomicFile.read(output + "/" + path)
      guard present != bytes else { continue }
      if isCurrent { page.files.append(difference(of: path, present, bytes)) }
      isCurrent = false
    }
    guard let cleaned = outcome.cleaned, let clean = cleaned.clean else { return page }
    if isCurrent, !clean.text.isEmpty { page.files.append(checkedText(clean, cleaned)) }
    addRemoval(clean, cleaned.row, to: &page)
    page.fit = fit(clean, cleaned.page)
    return page
  }

  private func resultNames(_ path: String, page: String?, url: String?) -> FindingFilter.Names {
    FindingFilter.Names(
      path: place.resolve(configuration.output) + "/" + path,
      projectPath: configuration.output + "/" + path, others: [path] + (page.map { [$0] } ?? []),
      url: url)
  }

  private func checkedText(
    _ clean: Pipeline.CleanPage, _ cleaned: CleanedPage
  ) -> CheckedFile {
    let path = cleaned.row.output ?? ""
    let names = resultNames(path, page: cleaned.row.path, url: cleaned.page.url)
    let text = CheckedText(clean)
    let ignores =
      clean.document.format == .html
      ? FindingFilter.coverings(
        of: cleaned.page.bytes,
        path: place.resolve(configuration.input) + "/" + cleaned.row.path,
        blocks: clean.record.blocks, text)
      : FindingFilter.coverings(in: text.file, path: names.path)
    return filter.file(
      inspector.faults(in: text), of: text, names, ignores: ignores,
      wordCount: inspector.wordCount(of: text))
  }

  private func difference(
    of path: String, _ present: [UInt8]?, _ expected: [UInt8]
  ) -> CheckedFile {
    let names = resultNames(path, page: nil, url: nil)
    var file = CheckedFile(path: names.path, projectPath: names.projectPath)
    guard let present else {
      add(CheckRules.missing, nil, "run writes \(expected.count) bytes", to: &file)
      return file
    }
    let same = zip(present, expected).prefix { $0 == $1 }.count
    let places = TextPlaces(present)
    let line = places.lineRange(of: min(same, present.count))
    add(
      CheckRules.outOfDate, places.place(of: line), "the first difference is in this line",
      to: &file)
    return file
  }

  private func add(
    _ rule: CheckRule, _ place: TextPlace?, _ detail: String, to file: inout CheckedFile
  ) {
    guard let severity = filter.severities[rule] else { return }
    file.findings.append(
      CheckFinding(
        rule: rule, severity: severity, path: file.path, place: place, text: "",
        message: detail.isEmpty ? rule.title : "\(rule.title): \(detail)"))
  }

  /// How much of the text of a page went, against its budget.
  private func addRemoval(
    _ clean: Pipeline.CleanPage, _ row: Manifest.Row, to page: inout CheckedPage
  ) {
    let names = resultNames(row.output ?? row.record ?? row.path, page: row.path, url: page.url)
    let allowed = configuration.check.budgets
      .filter { $0.scope.contains(names.all, url: names.url) }.compactMap(\.maxRemovedShare).min()
    guard let allowed else { return }
    let share = clean.removedShare
    guard share > allowed else { return }
    var file = CheckedFile(path: names.path, projectPath: names.projectPath)
    add(
      CheckRules.muchRemoved, nil,
      "\(Self.percent(share)) of \(clean.rawByteCount) bytes, at most \(Self.percent(allowed))",
      to: &file)
    page.files.append(file)
  }

  private func fit(_ clean: Pipeline.CleanPage, _ page: Page) -> SiteFit? {
    guard let profile = configuration.profile?.profiles.profile(url: page.url, path: page.path)
    else { return nil }
    return profile.templateShare(of: clean.raw).map {
      SiteFit(site: profile.site, templateShare: $0)
    }
  }

  /// Sites whose pages have lost most of what the profile knows of them.
  private func addRedesigns(to state: ProjectState) {
    guard let names = configuration.profile?.path(at: place) else { return }
    var file = CheckedFile(path: names, projectPath: place.projectPath(names))
    for (site, shares) in state.fits.sorted(by: { $0.key < $1.key }) {
      let mean = shares.sum / Double(shares.count)
      guard shares.count >= Self.minFittedPages, mean < Self.minMeanFit else { continue }
      add(
        CheckRules.siteRedesigned, nil,
        "\(shares.count) pages of \(site) have \(Self.percent(mean)) of its template", to: &file)
    }
    if !file.findings.isEmpty { state.files.append(file) }
  }

  private static func percent(_ share: Double) -> String { "\((share * 1000).rounded() / 10)%" }

  /// What the whole of a project gathers while its pages come in, one at a time.
  private final class ProjectState {
    let configuration: PipelineConfiguration
    var files: [CheckedFile] = []
    var rows: [Manifest.Row] = []
    var results: Set<String> = [Manifest.fileName]
    /// Budget by budget: pages, ok, failed and dropped ones.
    var totals: [Manifest.Totals]
    /// By site, how many of its pages fit its profile how well.
    var fits: [String: (count: Int, sum: Double)] = [:]

    init(_ configuration: PipelineConfiguration) {
      self.configuration = configuration
      totals = configuration.check.budgets.map { _ in Manifest.Totals() }
    }

    func add(_ page: CheckedPage, _ row: Manifest.Row) {
      files += page.files
      rows.append(row)
      results.formUnion(page.results)
      if let fit = page.fit {
        fits[fit.site, default: (0, 0)].count += 1
        fits[fit.site, default: (0, 0)].sum += fit.templateShare
      }
      var names = [row.path]
      if let path = row.output { names += [path, configuration.output + "/" + path] }
      for (index, budget) in configuration.check.budgets.enumerated()
      where budget.scope.contains(names, url: page.url) {
        totals[index].add(row)
      }
    }

    func outcome(coversAll: Bool) -> CheckOutcome {
      CheckOutcome(files: files, coversAll: coversAll, output: configuration.output)
    }
  }

  private func addStrayResults(to state: ProjectState, _ output: String, present: [String]) {
    for path in present where !state.results.contains(path) {
      let names = resultNames(path, page: nil, url: nil)
      var file = CheckedFile(path: names.path, projectPath: names.projectPath)
      add(CheckRules.unexpected, nil, "", to: &file)
      state.files.append(file)
    }
    // The manifest names the hashes of all other results; where one of these differs, so does it.
    let areCurrent = state.files.allSatisfy { file in
      file.findings.allSatisfy { !$0.rule.id.hasPrefix("GB1") }
    }
    guard areCurrent else { return }
    let expected = Manifest(state.rows).jsonl
    let manifest = try? AtomicFile.read(output + "/" + Manifest.fileName)
    if manifest != expected {
      state.files.append(difference(of: Manifest.fileName, manifest, expected))
    }
  }

  /// Budgets over many pages.
  private func addTotals(to state: ProjectState) {
    guard let path = place.file else { return }
    for (budget, totals) in zip(configuration.check.budgets, state.totals) {
      var file = CheckedFile(path: path, projectPath: place.projectPath(path))
      let line = configurationLine(budget.line)
      if let limit = budget.maxFailed, limit.isPassed(totals, isEnd: true) {
        add(CheckRules.manyFailed, line, "\(totals.failed) of \(totals.pages)", to: &file)
      }
      var dropped = totals
      dropped.failed = totals.dropped
      if let limit = budget.maxDropped, limit.isPassed(dropped, isEnd: true) {
        add(CheckRules.manyDropped, line, "\(totals.dropped) of \(totals.pages)", to: &file)
      }
      if let wanted = budget.minPages, totals.ok < wanted {
        add(CheckRules.fewPages, line, "\(totals.ok) of \(wanted)", to: &file)
      }
      if !file.findings.isEmpty { state.files.append(file) }
    }
  }

  private func addUnusedIgnores(to state: ProjectState) {
    guard let path = place.file else { return }
    var used: Set<Int> = []
    for file in state.files { used.formUnion(file.usedIgnores) }
    var file = CheckedFile(path: path, projectPath: place.projectPath(path))
    for (index, ignore) in configuration.check.ignores.enumerated()
    where !used.contains(index) && ignore.rules.allSatisfy(isOn) {
      add(CheckRules.unusedIgnore, configurationLine(ignore.line), "", to: &file)
    }
    if !file.findings.isEmpty { state.files.append(file) }
  }

  /// A line of pipeline.yml as a place.
  private func configurationLine(_ line: Int?) -> TextPlace? {
    guard let line, let path = place.file, let bytes = try? AtomicFile.read(path) else {
      return nil
    }
    return TextPlaces(bytes).place(ofLine: line)
  }

  // MARK: Files

  /// Checks files that no run has to have made; `read` gives the bytes of one.
  public func files(
    _ paths: [String], jobs: Int,
    read: @escaping @Sendable (String) throws(FileProblem) -> [UInt8]
  ) async throws(FileProblem) -> CheckOutcome {
    var rest = paths[...]
    var outcome = CheckOutcome(files: [], coversAll: false, output: configuration.output)
    let work = OrderedWork<String, Result<CheckedFile, FileProblem>>(
      window: jobs * 8, take: { rest.popFirst() },
      work: { [self] path in
        do throws(FileProblem) {
          return .success(checkedFile(path, try read(path)))
        } catch {
          return .failure(error)
        }
      },
      deliver: { result in
        switch result {
        case .success(let file): outcome.files.append(file)
        case .failure(let problem): outcome.problems.append(problem)
        }
        return true
      })
    try await work.run(threads: jobs)
    return outcome
  }

  /// A file that a run wrote, with the record of all that was done to it.
  func isResult(_ path: String, _ bytes: [UInt8]) -> Bool { Self.record(of: path, bytes) != nil }

  func checkedFile(_ path: String, _ bytes: [UInt8]) -> CheckedFile {
    var names = FindingFilter.Names(
      path: path == "-" ? "stdin" : path,
      projectPath: path == "-" ? "stdin" : place.projectPath(path))
    if let invalid = Self.firstInvalidByte(bytes) {
      var file = CheckedFile(path: names.path, projectPath: names.projectPath)
      add(
        CheckRules.notUTF8, TextPlaces(bytes).place(of: invalid..<invalid + 1),
        "nothing else is looked for", to: &file)
      return file
    }
    let text: CheckedText
    if let record = Self.record(of: path, bytes) {
      text = CheckedText(bytes, record)
      names.url = record.source.url
      names.others = [record.source.path] + (record.output.map { [$0.path] } ?? [])
    } else {
      text = CheckedText(bytes, TextFileKind(path))
    }
    return filter.file(
      inspector.faults(in: text), of: text, names,
      ignores: FindingFilter.coverings(in: bytes, path: names.path),
      wordCount: inspector.wordCount(of: text))
  }

  /// The record that lies beside a text and is of these very bytes, where those are its blocks' own.
  private static func record(of path: String, _ bytes: [UInt8]) -> ProvenanceRecord? {
    for page in OutputPath.pages(ofText: path) {
      guard let json = try? AtomicFile.read(OutputPath.record(for: page)),
        let record = try? ProvenanceRecord(json: json), let output = record.output,
        output.format.isPlain, output.links == .text, output.sha256 == bytes.sha256
      else { continue }
      return record
    }
    return nil
  }

  static func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput, .error: return min(offset, bytes.count - 1)
      }
    }
  }
}
