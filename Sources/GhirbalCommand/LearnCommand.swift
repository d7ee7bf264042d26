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
      "What a site is: host, domain (what is registered), path:1 to path:3 (the host and so many folders of "
        + "the address) or folder (the first of a page's path).",
      valueName: "key"),
    completion: .list(SiteKey.allCases.map(\.rawValue)),
    transform: { name in
      guard let key = SiteKey(rawValue: name) else {
        throw ValidationError("--site is host, domain, path:1 to path:3 or folder.")
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
  @OptionGroup var work: WorkOptions
  @Flag(name: .shortAndLong, help: "Say nothing on success.") var quiet = false

  static let standardMinPages = 5

  /// Under its own name too: what a shell has put there is written to, and not replaced.
  private var writesToStandardOutput: Bool {
    ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"].contains(output)
  }

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
    if paths.count(where: { $0 == "-" }) > 1 {
      throw ValidationError("standard input is one of them at most.")
    }
    if update, writesToStandardOutput {
      throw ValidationError("--update goes with a file that lies there.")
    }
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
      if merge {
        try writeMerged(earlier)
      } else {
        try await learn(earlier)
      }
    }
  }

  private func learn(_ earlier: SiteProfiles?) async throws {
    var didFail = false
    let samples = try await seen(by: earlier?.key, &didFail)
    try check(earlier, samples.key)
    if didFail, earlier != nil {
      complain("\(output ?? "") stays as it was")
      throw ExitCode.pagesFailed
    }
    if partial {
      try write { try $0(samples.text) }
    } else {
      try writeProfiles(samples.key, earlier, samples.sites.makeIterator())
    }
    if didFail { throw ExitCode.pagesFailed }
  }

  /// Refuses to write over profiles that tell sites by another key.
  private func check(_ earlier: SiteProfiles?, _ key: SiteKey) throws {
    if let earlier, earlier.key != key {
      throw ConfigurationProblem(
        file: output ?? "",
        "its sites are told by \(earlier.key.rawValue), the new ones by \(key.rawValue); write another file."
      )
    }
  }

  /// Refuses a file that is no part.
  private func refuseOther() throws {
    guard let bytes = present, !bytes.isEmpty else { return }
    guard SiteSamples.isOne(bytes) else {
      throw ConfigurationProblem(
        file: output ?? "", "there is another file than one of --partial; it stays as it is.")
    }
  }

  /// What lies in the file that is going to be written; nil where it is none of the disk.
  private var present: [UInt8]? {
    guard let output, !writesToStandardOutput, GrowingFile.isRegular(output) else { return nil }
    return try? AtomicFile.read(output)
  }

  private var earlier: SiteProfiles? {
    get throws {
      guard let output, let bytes = present, !bytes.isEmpty else { return nil }
      return try Self.profiles(in: output)
    }
  }

  private static func profiles(in file: String) throws -> SiteProfiles {
    guard file == "-" else { return try ProfileSource(reading: file).profiles }
    let bytes = try AtomicFile.read(STDIN_FILENO, "standard input")
    return try ProfileSource(text: String(decoding: bytes, as: UTF8.self), file: "standard input")
      .profiles
  }

  // MARK: Writing

  /// Writes the file, or standard output, piece by piece; it takes its name when it is whole.
  private func write(_ body: ((String) throws -> Void) throws -> Void) throws {
    guard let output, !writesToStandardOutput else { return try body { try emit(Array($0.utf8)) } }
    let file = try GrowingFile(output)
    if let path = file.temporaryPath { UnfinishedFile.removeWhenStopped(path) }
    try body { try file.append(Array($0.utf8)) }
    try file.finish()
  }

  /// Writes the profiles of sites that come one after the other.
  private func writeProfiles(
    _ key: SiteKey, _ earlier: SiteProfiles?,
    _ sites: some IteratorProtocol<(site: String, sample: SiteSample)>
  ) throws {
    var sites = sites
    try writeProfiles(key, earlier) { sites.next() }
  }

  /// - Parameter next: gives the next site by its name; nil at the end.
  private func writeProfiles(
    _ key: SiteKey, _ earlier: SiteProfiles?,
    next: () throws -> (site: String, sample: SiteSample)?
  ) throws {
    var sequence = ProfileSequence(minPages: minPages, keeping: earlier)
    var (siteCount, profileCount) = (0, 0)
    var learnt: [SiteProfile] = []
    try write { write in
      func append(_ profiles: [SiteProfile]) throws {
        profileCount += profiles.count
        if update { learnt += profiles }
        for profile in profiles { try write("\n" + profile.text) }
      }
      try write(SiteProfiles.opening(key))
      while let (site, sample) = try next() {
        siteCount += 1
        try append(sequence.profiles(upTo: site, sample))
      }
      try append(sequence.rest())
      try write(SiteProfiles.closing)
    }
    if update, let earlier {
      try emit(
        Array(ProfileChanges(from: earlier, to: SiteProfiles(by: key, learnt)).text.utf8))
    }
    guard !quiet else { return }
    let others = siteCount - profileCount
    complain(
      profileCount.counted("site")
        + (others > 0 ? ", \(others) more with fewer than \(minPages) different pages" : ""))
  }

  // MARK: Parts

  /// Merges parts site by site, so that one site is in memory.
  private func writeMerged(_ earlier: SiteProfiles?) throws {
    do {
      var merge = SiteSampleMerge(try parts())
      try check(earlier, merge.key)
      if partial {
        try write { write in
          try write(SiteSamples.opening(merge.key))
          while let (site, sample) = try merge.next() { try write(sample.text(of: site)) }
          try write(SiteSamples.closing)
        }
      } else {
        try writeProfiles(merge.key, earlier) { try merge.next() }
      }
    } catch let problem as ProfileProblem {
      throw ConfigurationProblem(
        file: problem.file ?? "", line: problem.line, problem.problem + ".")
    }
  }

  private func parts() throws -> [SiteSampleReader] {
    var parts: [SiteSampleReader] = []
    for path in paths {
      let name = path == "-" ? "standard input" : path
      let lines = try FileLines(path)
      let part = try SiteSampleReader(name) { try lines.next() }
      if let first = parts.first, first.key != part.key {
        throw ConfigurationProblem(
          file: name, "its sites are told by \(part.key.rawValue), those before by another key.")
      }
      parts.append(part)
    }
    return parts
  }

  // MARK: Pages

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
      locations += try NamedInput.locations(
        of: path, inputRules, key == .folder ? SitePaths(input: nil) : nil, where: rules.takes)
    }
    var pages = try NamedInput(locations, form.inputForm, configuration.sourceLimits)
    let learner = SiteLearner(by: key, configuration, isolation: work.isolated)
    let outcome = try await learner.learn(jobs: work.jobs.jobs) { () throws(FileProblem) in
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
