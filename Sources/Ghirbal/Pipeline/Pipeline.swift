public import GhirbalDocument
import GhirbalHTML
public import GhirbalIO
import GhirbalSites
import GhirbalStages
import GhirbalText

/// The way from a page to its clean text and the record of every change.
public struct Pipeline: Sendable {
  public let configuration: PipelineConfiguration
  private let reader: PageReader
  /// The configured stages, those that lift values handed the text rules of the others,
  /// and those that judge by phrases the configuration's own.
  private let stages: [ConfiguredStage]
  /// What cleans pages of which no profile knows the site.
  let identity: PipelineIdentity
  /// By site, the hash of what the profile says of it, as far as somebody asked.
  private let siteHashes = LockedValue<[String: String]>([:])

  public init(_ configuration: PipelineConfiguration = .standard) {
    self.configuration = configuration
    reader = PageReader(configuration.reading)
    let words = configuration.ownWords
    let sparing = configuration.stages.map { $0.sparing(words) ?? $0 }
    let rules = sparing.compactMap(\.textRules)
    var phrases = OwnPhrases(configuration.phrases.map(\.phrases))
    phrases.options = configuration.stages.lazy.compactMap(\.phraseOptions).first
    let opensWithTitle = configuration.writing.format.opensWithTitle
    stages = sparing.map { $0.following(rules, phrases, opensWithTitle) ?? $0 }
    identity = PipelineIdentity(
      ghirbal: Ghirbal.version, configSha256: configuration.sha256,
      rulesSha256: Ghirbal.rulesSHA256, modelSha256: Ghirbal.modelSHA256,
      libxml2: HTMLReader.parserVersion, stages: configuration.stages.map(\.name.rawValue))
  }

  /// What cleans a page: another profile of its site is another identity, one of other sites is not.
  func identity(of page: Page) -> PipelineIdentity {
    guard let profile = profile(of: page) else { return identity }
    var identity = identity
    identity.profile = siteHashes.withLock { hashes in
      if let hash = hashes[profile.site] { return hash }
      let hash = Array(profile.text.utf8).sha256
      hashes[profile.site] = hash
      return hash
    }
    return identity
  }

  /// What cleans pages whatever their sites are: it says the hash of the whole profile.
  var identityOfAll: PipelineIdentity {
    var identity = identity
    identity.profile = configuration.profile.map { Array($0.text.utf8).sha256 }
    return identity
  }

  private func profile(of page: Page) -> SiteProfile? {
    configuration.profile?.profiles.profile(url: page.url, path: page.sitePath ?? page.path)
  }

  /// What became of one page.
  public struct CleanPage: Sendable {
    /// The document after all stages.
    public let document: Document
    /// The document as it was read.
    public let raw: Document
    /// The clean text, in UTF-8; empty where nothing of the page is left.
    public let text: [UInt8]
    public let record: ProvenanceRecord

    /// The clean text once more.
    public var string: String { String(decoding: text, as: UTF8.self) }
    /// Every change, in the order it was made.
    public var ledger: Ledger { record.ledger }
  }

  public func clean(_ page: Page) throws(PageFailure) -> CleanPage {
    try clean(page, sha256: page.bytes.sha256)
  }

  /// Cleans a page whose hash is known.
  ///
  /// - Parameter duplicate: the page that stands for this one, whose text goes then.
  func clean(
    _ page: Page, sha256: String, duplicate: Manifest.Duplicate? = nil
  ) throws(PageFailure) -> CleanPage {
    let reading: PageReading
    do throws(PageProblem) {
      reading = try reader.read(page)
    } catch {
      throw .unread(error)
    }
    let raw = known(reading.document, of: page)
    var document = raw
    var ledger = Ledger()
    var languages = LanguageIdentifier()
    languages.identify(&document)
    let facts = PageOfStage(path: page.path, url: page.url)
    for stage in stages {
      let firstEntry = ledger.entries.count
      do throws(StageFailure) {
        try stage.run(&document, &ledger, facts)
      } catch {
        throw .stage(error)
      }
      languages.refresh(&document, after: ledger.entries[firstEntry...])
    }
    if let duplicate { DropDuplicatePage.run(duplicate, &document, &ledger) }
    let options = configuration.writing
    let language = document.language?.rawValue
    let written = DocumentWriter.write(document, options, url: page.url, language: language)
    let record = ProvenanceRecord(
      source: source(of: page, sha256, reading),
      output: written.text.isEmpty
        ? nil
        : ProvenanceRecord.Output(
          path: OutputPath.text(for: page.path, options.format), format: options.format,
          links: options.effectiveLinks,
          listMarks: options.effectiveListMarks(of: document.format),
          frontMatter: options.frontMatter,
          sha256: written.text.sha256, bytes: written.text.count),
      metadata: document.metadata, language: language,
      direction: document.language?.direction.rawValue,
      wordCount: document.wordCount,
      flags: page.flags.isEmpty ? reading.flags : (reading.flags + page.flags).sorted(),
      blocks: written.blocks, ledger: ledger)
    return CleanPage(document: document, raw: raw, text: written.text, record: record)
  }

  /// Reads a page as it is read before it is cleaned.
  func read(_ page: Page) throws(PageProblem) -> PageReading { try reader.read(page) }

  /// A page that was read, with where it came from and what is known of its site.
  public func known(_ raw: Document, of page: Page) -> Document {
    let document = raw.fetched(from: page.url)
    return profile(of: page).map { document.knowing($0.evidence(of: document)) } ?? document
  }

  /// A page as `select_main_content` sees it: as it was read, with the changes of the stages before.
  public func judged(_ raw: Document) -> Document { document(raw, before: SelectMainContent.name) }

  /// A page as a stage sees it: as it was read, with the changes of the stages before.
  public func document(_ raw: Document, before stage: StageName) -> Document {
    var document = raw
    var ledger = Ledger()
    var languages = LanguageIdentifier()
    languages.identify(&document)
    for earlier in stages.prefix(while: { $0.name != stage }) {
      let firstEntry = ledger.entries.count
      // A page that a stage gives up was not judged.
      try? earlier.run(&document, &ledger, PageOfStage())
      languages.refresh(&document, after: ledger.entries[firstEntry...])
    }
    return document
  }

  private func source(
    of page: Page, _ sha256: String, _ reading: PageReading
  ) -> ProvenanceRecord.Source {
    return ProvenanceRecord.Source(
      path: page.path, url: page.url, sha256: sha256, bytes: page.bytes.count,
      format: reading.document.format.rawValue, encoding: reading.encoding.name,
      encodingEvidence: reading.encodingEvidence, blocks: reading.document.blocks.count,
      irreversible: reading.irreversible,
      markup: reading.document.format == .html ? configuration.reading.markup : MarkupReading(),
      mediaType: page.mediaType, fetchedAt: page.fetchedAt, warcRecordId: page.warcRecordID)
  }

  /// Reads a page again and makes the changes of its record, and nothing else.
  ///
  /// Throws where the page cannot be read or the ledger does not fit it.
  public static func replay(
    _ record: ProvenanceRecord, on page: Page
  ) throws(VerificationFailure) -> (text: [UInt8], document: Document) {
    var options = ReadingOptions()
    options.format = PageFormat(rawValue: record.source.format)
    options.encoding = record.source.encoding
    options.markup = record.source.markup
    options.maxPageBytes = .max
    let reading: PageReading
    do {
      reading = try PageReader(options).read(page)
    } catch {
      throw VerificationFailure("the raw page cannot be read: \(error.rawValue)")
    }
    var document = reading.document
    do {
      try document.replay(record.ledger)
    } catch {
      throw VerificationFailure("edit \(error.entry + 1) does not fit: \(error.problem)")
    }
    let writing = WritingOptions(
      format: record.output?.format ?? .text, links: record.output?.links ?? .text,
      listMarks: record.output?.listMarks ?? .none,
      frontMatter: record.output?.frontMatter ?? false)
    let text = DocumentWriter.write(
      document, writing, url: record.source.url, language: record.language
    ).text
    return (text, document)
  }
}

/// A record that its page or its text do not bear out.
public struct VerificationFailure: Error, Equatable {
  /// What does not fit, as a sentence without its full stop.
  public let problem: String

  init(_ problem: String) { self.problem = problem }
}
