import ArgumentParser
import Foundation
import Ghirbal
import GhirbalIO
import GhirbalSites

struct LearnCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn",
    abstract: "Learns what sites repeat on their pages, and writes it as a profile.",
    discussion: """
      `run`, `clean`, `stream` and `check` take the profile with --profile, or as `profile:` in \
      pipeline.yml. It is a text for people to read, to change and to keep beside the configuration: a \
      line `keep` with a text below a site says that the text is no part of its template, and stays \
      there when the profile is learnt again.

      What is learnt depends on the pages alone. --partial writes what was seen of some of them; --merge \
      takes such files instead of pages, and gives the profile that all pages at once would have given.
      """)

  @Argument(help: "Files and folders of pages; - is standard input.", completion: .file())
  var paths: [String] = []
  @Option(
    name: .shortAndLong, help: "The file to write; - is standard output.", completion: .file())
  var output: String?
  @Option(
    help: ArgumentHelp(
      "What a site is: host, domain (what is registered) or folder (the first of a page's path).",
      valueName: "key"),
    completion: .list(SiteKey.allCases.map(\.rawValue)),
    transform: { name in
      guard let key = SiteKey(rawValue: name) else {
        throw ValidationError("--site is host, domain or folder.")
      }
      return key
    })
  var site: SiteKey?
  @Option(help: "Pages that a site has at least, near copies counted once.")
  var minPages = Self.standardMinPages
  @Flag(help: "Write what was seen, for --merge, and no profile.") var partial = false
  @Flag(help: "The files are those of --partial.") var merge = false
  @Flag(help: "Print a profile as a table, and write nothing.") var review = false
  @Flag(help: "Say what changed since the profile that lies there.") var update = false
  @OptionGroup var form: InputFormOption
  @OptionGroup var rules: InputRulesOption
  @OptionGroup var jobs: JobsOption
  @Flag(name: .shortAndLong, help: "Say nothing on success.") var quiet = false

  static let standardMinPages = 5

  func validate() throws {
    if paths.isEmpty { throw ValidationError("pages are wanted: files, folders or -.") }
    if review {
      guard !merge, !partial, !update, output == nil, paths.count == 1 else {
        throw ValidationError("--review goes with one profile and nothing else.")
      }
      return
    }
    if output == nil { throw ValidationError("-o names the file to write.") }
    if minPages < 2 { throw ValidationError("--min-pages is at least 2.") }
    if partial, update {
      throw ValidationError("--update goes with a profile, not with --partial.")
    }
    if merge, site != nil {
      throw ValidationError("--site goes with pages; the parts of --merge say it.")
    }
    if update, output == "-" { throw ValidationError("--update goes with a file that lies there.") }
  }

  func run() async throws {
    try await reporting {
      if review {
        try emit(Array(ProfileReview(try Self.profiles(in: paths[0])).text.utf8))
        return
      }
      // What people wrote into it holds on, and what is neither is not written over.
      let earlier = try partial ? nil : earlier
      if partial { try refuseOther() }
      var didFail = false
      let samples = try merge ? merged() : await seen(by: earlier?.key, &didFail)
      if let earlier, earlier.key != samples.key {
        throw ConfigurationProblem(
          file: output ?? "",
          "its sites are told by \(earlier.key), the new ones by \(samples.key); write another file."
        )
      }
      if didFail, earlier != nil {
        complain("\(output ?? "") stays as it was")
        throw ExitCode.pagesFailed
      }
      if partial {
        try write(samples.text)
      } else {
        try writeProfiles(of: samples, earlier)
      }
      if didFail { throw ExitCode.pagesFailed }
    }
  }

  /// Refuses a file that is no part.
  private func refuseOther() throws {
    guard let output, output != "-", let bytes = try? AtomicFile.read(output), !bytes.isEmpty
    else { return }
    guard SiteSamples.isOne(bytes) else {
      throw ConfigurationProblem(
        file: output, "there is another file than one of --partial; it stays as it is.")
    }
  }

  private func writeProfiles(of samples: SiteSamples, _ earlier: SiteProfiles?) throws {
    let profiles = samples.profiles(minPages: minPages, keeping: earlier)
    try write(profiles.text)
    if update, let earlier {
      try emit(Array(ProfileChanges(from: earlier, to: profiles).text.utf8))
    }
    guard !quiet else { return }
    let others = samples.siteCount - profiles.sites.count
    complain(
      profiles.sites.count.counted("site")
        + (others > 0 ? ", \(others) more with fewer than \(minPages) different pages" : ""))
  }

  private var earlier: SiteProfiles? {
    get throws {
      guard let output, output != "-", let bytes = try? AtomicFile.read(output), !bytes.isEmpty
      else { return nil }
      return try Self.profiles(in: output)
    }
  }

  private static func profiles(in file: String) throws -> SiteProfiles {
    try ProfileSource(reading: file).profiles
  }

  private func write(_ text: String) throws {
    guard let output, output != "-" else { return try emit(Array(text.utf8)) }
    try AtomicFile.write(Array(text.utf8), to: output)
  }

  private func merged() throws -> SiteSamples {
    var merged: SiteSamples?
    for path in paths {
      let text = String(decoding: try AtomicFile.read(path), as: UTF8.self)
      let samples: SiteSamples
      do throws(ProfileProblem) {
        samples = try SiteSamples(text)
      } catch {
        throw ConfigurationProblem(file: path, line: error.line, error.problem + ".")
      }
      guard merged.map({ $0.key == samples.key }) ?? true else {
        throw ConfigurationProblem(
          file: path, "its sites are told by \(samples.key), those before by another key.")
      }
      if merged?.merge(samples) == nil { merged = samples }
    }
    return merged ?? SiteSamples(by: .host)
  }

  /// - Parameters:
  ///   - known: what a site is in the profile that lies there.
  ///   - didFail: set where a file could not be read.
  private func seen(
    by known: SiteKey?, _ didFail: inout Bool
  ) async throws -> SiteSamples {
    let key = site ?? known ?? .host
    var configuration = PipelineConfiguration.standard
    rules.apply(to: &configuration)
    if case .page(let format) = form.inputForm { configuration.reading.format = format }
    let inputRules = configuration.inputRules
    var locations: [PageLocation] = []
    for path in paths {
      locations += try NamedInput.locations(of: path, inputRules, where: rules.takes)
    }
    var pages = try NamedInput(locations, form.inputForm, configuration.sourceLimits)
    let learner = SiteLearner(by: key, configuration)
    let outcome = try await learner.learn(jobs: jobs.jobs) { () throws(FileProblem) in
      try pages.next()
    }
    if !quiet {
      if outcome.siteless > 0 {
        complain(
          "\(outcome.siteless.counted("page")) left out: "
            + (key == .folder ? "they lie in no folder" : "nobody says their address"))
      }
      if outcome.textless > 0 {
        complain("\(outcome.textless.counted("page")) left out: they have no text")
      }
    }
    for problem in outcome.broken + outcome.unread { complain(problem) }
    if outcome.brokenCount > outcome.broken.count {
      complain("… and \((outcome.brokenCount - outcome.broken.count).counted("page")) more")
    }
    didFail = !outcome.unread.isEmpty
    return outcome.samples
  }
}
