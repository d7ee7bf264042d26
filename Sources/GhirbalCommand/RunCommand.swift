import ArgumentParser
import Foundation
import Ghirbal
import GhirbalIO
import GhirbalSites
import GhirbalText

struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Cleans the input folder of pipeline.yml into its output folder.",
    discussion: """
      Writes a text and a provenance record for each page, and manifest.jsonl. Files that end in \
      .warc, .arc and .jsonl, .gz and .zst behind it too, stand for the pages in them.

      A run that was interrupted, by Ctrl-C or by a power cut, goes on where it was: results are \
      left as they are where they are whole and would be written again the same.

      Over the input of pipeline.yml the output becomes that of the input: results of pages that are \
      gone are removed, and how many is said. With --files-from results of other pages stay.

      With --to jsonl the output holds shards, pages-00001.jsonl and so on, a line for each page that has \
      a text, and records-00001.jsonl with the records. Shards are those of this input alone.
      """)

  @OptionGroup var files: FileListOption
  @OptionGroup var source: ProjectOptions
  @OptionGroup var skip: SkipOption
  @OptionGroup var form: FormatOption
  @OptionGroup var results: ResultOptions
  @OptionGroup var options: RunOptions

  func run() async throws {
    try await reporting {
      let learns = files.list == nil && results.to != .jsonl
      var located = try source.load(input: files.list == nil, learns: learns)
      if located.configuration.stagesAreListed, !options.quiet {
        for note in located.configuration.stageNotes { complain(note) }
      }
      try skip.apply(to: &located.configuration)
      try form.apply(to: &located.configuration)
      try results.apply(to: &located.configuration)
      let input = located.place.resolve(located.configuration.input)
      let output = located.place.resolve(located.configuration.output)
      if files.list == nil, RunOptions.wouldFeedItself(input: input, output: output) {
        throw ConfigurationProblem(
          file: located.place.file ?? "pipeline.yml",
          "output lies in the input, where the next run would take results for pages: \(output).")
      }
      let listed = try files.locations(InputOrigins(of: output, located), SitePaths(located))?
        .filter { source.rules.takes($0.path) }
      if let (one, other) = listed.flatMap({ NamedPages.namesakes($0) }) {
        throw ValidationError(
          "\(one.file) and \(other.file) would have the same results in \(output); "
            + "list both by their whole paths.")
      }
      guard !results.asksForDuplicates || listed == nil || options.prune else {
        throw ValidationError(
          "--duplicates goes with the whole input, or with --prune: of other pages no text is at hand."
        )
      }
      let pages = listed.map(PageSource.list) ?? located.configuration.source(at: located.place)
      if located.configuration.profile?.isLearntByRun == true {
        guard located.configuration.results == .files else {
          throw ConfigurationProblem(
            file: located.place.file ?? "pipeline.yml",
            "profile: auto goes with results: files; shards take a file of `ghirbal learn`.")
        }
        located.configuration.profile = try await learnt(located, pages)
      }
      try await options.run(
        located.configuration, pages,
        output: output,
        others: listed == nil || options.prune || located.configuration.results == .jsonl
          ? .go : .stay, sumsUp: true,
        collisionHint: "--prune leaves only the results of this input")
    }
  }

  /// Learns what the sites of the input repeat, and writes that into the output.
  private func learnt(
    _ located: ConfigurationOptions.Located, _ source: PageSource
  ) async throws -> ProfileSource {
    let file = located.learntProfile
    let earlier =
      FileManager.default.fileExists(atPath: file)
      ? try ProfileSource(reading: file).profiles : nil
    let learner = SiteLearner(
      by: located.configuration.siteKey, located.configuration, isolation: options.work.isolated)
    var pages = try source.pages(located.configuration.sourceLimits)
    let outcome = try await learner.learn(jobs: options.work.jobs.jobs) { pages.next() }
    let profiles = outcome.samples.profiles(
      minPages: LearnCommand.standardMinPages,
      keeping: earlier.flatMap { $0.key == learner.key ? $0 : nil })
    let output = located.place.resolve(located.configuration.output)
    try AtomicFile.makeFolder(output)
    // Not below another run, which takes the one that is there.
    let lock = try OutputLock(output)
    try withExtendedLifetime(lock) { try AtomicFile.write(Array(profiles.text.utf8), to: file) }
    if outcome.siteless > 0, !options.quiet {
      complain("of \(outcome.siteless.counted("page")) no site is told (site: \(learner.key))")
    }
    if !options.quiet {
      complain(
        "learnt \(profiles.sites.count.counted("site")) of \(outcome.pageCount.counted("page")); see \(file)"
      )
    }
    return ProfileSource(profiles, path: file)
  }
}
