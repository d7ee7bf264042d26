import Foundation
import GhirbalDocument
public import GhirbalIO
public import GhirbalSites
import GhirbalText
import Yams

/// What pipeline.yml says: what to read, where to write, and which stages with which options.
public struct PipelineConfiguration: Sendable {
  /// The folder of raw pages, relative to the configuration's own folder.
  public var input = "corpus-raw"
  /// The folder for clean text and records.
  public var output = "corpus-clean"
  /// Patterns of the files in the input that are pages; all where there are none.
  public var include: [PathPattern] = []
  /// Files and folders of the input that are none.
  public var exclude: [IgnoreRule] = []
  /// Whether two pages whose results some file system in use would not tell apart are one too many,
  /// whatever the output's own does. Decides over no output, as `limits`.
  public var portableNames = false
  /// What lies in the output. As the next three, it decides over no text.
  public var results = ResultForm.files
  /// What becomes of pages that say what another one of the run says.
  public var duplicates = DuplicatePolicy.none
  /// Which provenance records are kept in shards.
  public var records = RecordPolicy.all
  /// How shards are compressed.
  public var compression = Compression.none
  public var shards = ShardLimits()
  /// How the clean text is written.
  public var writing = WritingOptions()
  public var reading = ReadingOptions()
  /// Which pages' texts are wanted.
  public var keptPages = KeptPages()
  /// What one page may take of the machine.
  public var limits = PageLimits()
  public var stages: [ConfiguredStage] {
    get { stageList.stages }
    set { stageList.stages = newValue }
  }
  private var stageList: StageList
  /// Whether the file lists the stages, which then are the whole pipeline.
  public private(set) var stagesAreListed = false
  /// Files of phrases besides the built-in ones.
  public var phrases: [PhraseSource] = []
  /// Files of words that word repair leaves as they stand.
  public var words: [WordSource] = []
  /// What was learnt of the sites that pages are of.
  public var profile: ProfileSource?
  /// By what a page's site is told where `run` learns the profile; a file of one says it itself.
  public var siteKey = SiteKey.host
  /// What `ghirbal check` looks for; decides over no output.
  public var check = CheckOptions()

  /// The configuration that an empty pipeline.yml means.
  public static let standard = PipelineConfiguration()

  init() { self.init(own: []) }

  /// The standard configuration.
  ///
  /// - Parameter own: Stages of one's own that it may name; none of them runs before it does.
  public init(own: [StageEntry]) {
    let names = own.map(\.name)
    precondition(
      Set(names).count == names.count
        && !names.contains { StageCatalogue.entry($0.rawValue) != nil },
      "a stage of one's own has a name that no other stage has")
    stageList = StageList(stages: Self.standardStages, own: own)
  }

  /// Made once: they hold tables, and each key of a configuration is held against its default.
  private static let standardStages = StageCatalogue.entries.map { entry in
    do {
      return try entry.configure(entry.defaults)
    } catch {
      preconditionFailure("the defaults of \(entry.name.rawValue) are valid: \(error)")
    }
  }

  /// These stages only, in the order of the configuration and with its options. One that is not in
  /// it has its defaults, and stands before the first that follows it in the catalogue.
  public func restricted(to names: [String]) throws(ConfigurationProblem) -> PipelineConfiguration {
    try checkNames(names)
    var result = self
    result.stages = stages.filter { names.contains($0.name.rawValue) }
    for (place, standard) in Self.standard.stages.enumerated()
    where names.contains(standard.name.rawValue)
      && !result.stages.contains(where: { $0.name == standard.name })
    {
      let followers = Self.standard.stages[place...].map(\.name)
      let next = result.stages.firstIndex { followers.contains($0.name) }
      result.stages.insert(standard, at: next ?? result.stages.endIndex)
    }
    for entry in stageList.known
    where names.contains(entry.name.rawValue)
      && !result.stages.contains(where: { $0.name == entry.name })
    {
      result.stages.append(try entry.configure(entry.defaults))
    }
    return result
  }

  /// Whether the configuration may name such stages; throws for the first that there is not.
  public func checkNames(_ names: [String]) throws(ConfigurationProblem) {
    for name in names { _ = try stageList.entry(name) }
  }

  /// Without the stages of these names; all must be known.
  public func skipping(_ names: [String]) throws(ConfigurationProblem) -> PipelineConfiguration {
    try checkNames(names)
    var result = self
    result.stages.removeAll { names.contains($0.name.rawValue) }
    return result
  }

  // MARK: Reading

  /// Bytes of a configuration; a longer one is refused.
  public static let maxUTF8Count = ConfigurationText.maxUTF8Count

  /// Reads a configuration from a file's bytes.
  ///
  /// - Parameter own: Stages of one's own that it may name.
  public init(
    bytes: [UInt8], file: String = "pipeline.yml", own: [StageEntry] = []
  ) throws(ConfigurationProblem) {
    let yaml: String
    do {
      yaml = try ConfigurationText.decode(bytes)
    } catch {
      var problem = error
      problem.file = file
      throw problem
    }
    try self.init(yaml: yaml, file: file, own: own)
  }

  /// Reads a configuration; strict: what is not known is an error with its line. Files that it names
  /// are read relative to its own folder.
  ///
  /// - Parameter own: Stages of one's own that it may name.
  public init(
    yaml: String, file: String = "pipeline.yml", own: [StageEntry] = []
  ) throws(ConfigurationProblem) {
    self.init(own: own)
    do {
      try apply(yaml)
    } catch {
      var problem = error
      problem.file = file
      throw problem
    }
    for index in phrases.indices { try phrases[index].read(besides: file) }
    for index in words.indices { try words[index].read(besides: file) }
    if profile?.isLearntByRun == false { try profile?.read(besides: file) }
  }

  /// Reads what `yaml` wrote, which may be longer than what people may write, and what the files that it
  /// names said, as `fileTexts`.
  init(
    ownYAML yaml: String, files texts: [String], own: [StageEntry]
  ) throws(ConfigurationProblem) {
    self.init(own: own)
    try apply(ConfigurationText.compose(own: yaml))
    for (index, text) in zip(phrases.indices, texts) {
      try phrases[index].take(text, file: phrases[index].file.path)
    }
    for (index, text) in zip(words.indices, texts.dropFirst(phrases.count)) {
      try words[index].take(text, file: words[index].file.path)
    }
    if let path = profile?.file.path, let text = texts.last { try profile?.take(text, file: path) }
  }

  /// What the files say that the configuration names.
  var fileTexts: [String] {
    phrases.map(\.text) + words.map(\.text) + (profile.map { [$0.text] } ?? [])
  }

  /// The words of all files.
  var ownWords: OwnWords { OwnWords(words.map(\.words)) }

  private mutating func apply(_ yaml: String) throws(ConfigurationProblem) {
    try apply(ConfigurationText.compose(yaml))
  }

  private mutating func apply(_ root: Node?) throws(ConfigurationProblem) {
    guard let root, root.null == nil else { return }
    guard let mapping = root.mapping else {
      throw ConfigurationProblem(line: root.mark?.line, "a mapping of options is wanted.")
    }
    try read(mapping, "key")
    stagesAreListed = mapping["stages"]?.sequence != nil
  }

  /// Whether a file has keys or items, and none of the keys is one of Ghirbal's or near to one: the
  /// pipeline.yml of another tool, whatever it has that a configuration of Ghirbal's may not have.
  public static func isForeign(_ bytes: [UInt8]) -> Bool {
    let lines = ConfigurationText.rootLines(bytes)
    guard !lines.isEmpty else { return false }
    return lines.allSatisfy { line in
      let key = String(line.prefix { $0 != ":" })
      return ConfigurationProblem.nearest(to: key, among: keys.map(\.name)) == nil
    }
  }

  /// The stages of the default pipeline that do not run, in its order.
  public var leftOutStages: [String] {
    StageCatalogue.entries.map(\.name).filter { name in !stages.contains { $0.name == name } }
      .map(\.rawValue)
  }

  /// Stages that run before one that the default pipeline has before them, next to each other.
  public var stagesOutOfOrder: [(first: String, second: String)] {
    let order = StageCatalogue.entries.map(\.name)
    return zip(stages, stages.dropFirst()).compactMap { first, second in
      guard let one = order.firstIndex(of: first.name),
        let other = order.firstIndex(of: second.name),
        one > other
      else { return nil }
      return (first.name.rawValue, second.name.rawValue)
    }
  }

  /// What a person should know of a list of stages: what it leaves out, and where its order differs.
  public var stageNotes: [String] {
    var notes: [String] = []
    if !leftOutStages.isEmpty {
      notes.append(
        "of the default stages these do not run: \(leftOutStages.joined(separator: ", "))")
    }
    for (first, second) in stagesOutOfOrder {
      notes.append(
        "\(first) runs before \(second); the order that was measured has them the other way round")
    }
    return notes
  }

  // MARK: Writing

  /// The whole configuration in force as YAML, defaults too.
  public var yaml: String { shown.joined(separator: "\n") + "\n" }

  /// The same with a comment above each key: what it is for, what it takes, and its default where
  /// another value is in force.
  public var describedYAML: String {
    Self.keys.map { $0.described(self).map { $0 + "\n" }.joined() }.joined(separator: "\n")
  }

  /// A file that says all defaults and changes nothing: every line but those of text stands behind a
  /// `#`, and is in force without it.
  public static var commented: String {
    """
    # The configuration of Ghirbal: every key with its default. Take the # away from the lines that you
    # change and from those of the keys that they stand under.


    """
      + keys.map { key in
        let lines =
          key.name == "stages"
          ? key.comments + StageCatalogue.describedDefaults : key.described(.standard)
        return lines.map { ($0.hasPrefix("# ") ? $0 : "#" + $0) + "\n" }.joined()
      }.joined(separator: "\n")
  }

  /// The hash of what decides over the output and is not as it is by default; where pages lie does not.
  /// Stages stand in it with all their options, whose defaults come of measurements and change. Nor does the
  /// profile: what it says of a page's site stands in the identity of that page alone.
  public var sha256: String {
    let stages = ValueKind.stages.yaml(stageList).lines(under: "stages")
    let programs = self.stages.flatMap { $0.program?.hashed ?? [] }
    return Array((hashed + stages + programs).joined(separator: "\n").utf8).sha256
  }

  /// Every key there is but the stages' options, in the order they are shown.
  public static let keyDescriptions = descriptions
}

extension PipelineConfiguration: ConfigurationSection {
  static let keys: [ConfigurationKey<PipelineConfiguration>] = [
    ConfigurationKey("input", \.input, .text, decides: false, "the folder of raw pages"),
    ConfigurationKey(
      "output", \.output, .text, decides: false, "the folder of clean texts and records"),
    ConfigurationKey(
      "include", \.include, .list(.pattern), decides: false,
      "files and folders of the input that are read, as gitignore writes them; all where none is named"
    ),
    ConfigurationKey(
      "exclude", \.exclude, .list(.ignoreRule), decides: false,
      "files and folders of the input that are passed over, behind `.ghirbalignore`"),
    ConfigurationKey("format", \.writing.format, .choice, "the form of the clean text"),
    ConfigurationKey(
      "results", \.results, .choice, decides: false,
      "what lies in the output: `files`, a text and a record for each page, or `jsonl`, lines in shards"
    ),
    ConfigurationKey(
      "duplicates", \.duplicates, .choice, decides: false,
      "what becomes of pages whose texts another one of a `run` has too, or nearly: `all` says in their rows "
        + "who stands for them, `first` leaves out their texts too"),
    ConfigurationKey(
      "records", \.records, .choice, decides: false,
      "which provenance records shards have: all, those of pages without a text (`failed`), or none"
    ),
    ConfigurationKey(
      "compression", \.compression, .choice, decides: false, "how shards are compressed"),
    ConfigurationKey("shards", \.shards, .section, decides: false, "how much a shard holds"),
    ConfigurationKey(
      "portable_names", \.portableNames, .flag, decides: false,
      "whether pages fail whose results some file system would not tell apart, such as `a.html` "
        + "beside `A.html`"),
    ConfigurationKey(
      "limits", \.limits, .section, decides: false, "what one page may take of the machine"),
    ConfigurationKey("reading", \.reading, .section, "how pages are read"),
    ConfigurationKey("writing", \.writing, .section, "how the clean text is written"),
    ConfigurationKey("keep_pages", \.keptPages, .section, "which pages' texts are kept"),
    ConfigurationKey(
      "phrases", \.phrases, .files(), "files of phrases besides the built-in ones"),
    ConfigurationKey(
      "words", \.words, .files(),
      "files of words, one on a line, that word repair leaves as they stand"),
    ConfigurationKey(
      "profile", \.profile, .file(), decides: false,
      "a file of `ghirbal learn`: what the sites that pages are of repeat on their pages; `auto`: `run` "
        + "learns of its own input first and writes `sites.ghirbal` into its output"),
    ConfigurationKey(
      "site", \.siteKey, .choice, decides: false, "what a site is where `profile: auto` learns"),
    ConfigurationKey(
      "stages", \.stageList, .stages, decides: false, "which stages run, with which options"),
    ConfigurationKey(
      "check", \.check, .section, decides: false, "what `ghirbal check` looks for"),
  ]
}
