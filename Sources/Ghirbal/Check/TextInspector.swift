import GhirbalDocument
import GhirbalIO
import GhirbalStages
import GhirbalText

/// Finds what the stages would still change in a clean text.
///
/// The stages themselves are the detectors, but for those that judge a page, of which nothing is left
/// to see: an edit that one asks for is a fault. They run in the order of the catalogue, each on what
/// the ones before it leave, so that a fault is told of once; of a stage that pipeline.yml has, its
/// options hold.
struct TextInspector: Sendable {
  /// Those that judge lines and letters.
  private let stages: [ConfiguredStage]
  private let layout: [ConfiguredStage]
  private let forbidden: PhraseMatcher
  private let phrases: [String]

  init(_ configuration: PipelineConfiguration) {
    stages = Self.stages(judging: [.lines, .letters], configuration)
    layout = Self.stages(judging: [.layout], configuration)
    phrases = configuration.check.forbidden
    forbidden = PhraseMatcher(phrases)
  }

  private static func stages(
    judging subjects: Set<StageSubject>, _ configuration: PipelineConfiguration
  ) -> [ConfiguredStage] {
    let phrases = OwnPhrases(configuration.phrases.map(\.phrases))
    let opensWithTitle = configuration.writing.format.opensWithTitle
    let all = (configuration.stages + PipelineConfiguration.standard.stages)
      .map { $0.sparing(configuration.ownWords) ?? $0 }
      .map { $0.following(nil, phrases, opensWithTitle) ?? $0 }
    return StageCatalogue.entries.filter { subjects.contains($0.judges) }
      .compactMap { entry in all.first { $0.name == entry.name } }
  }

  /// The faults of a text, in its order.
  func faults(in text: CheckedText) -> [TextFault] {
    var faults: [TextFault] = lostCharacters(in: text)
    var document = text.document
    var languages = LanguageIdentifier()
    languages.identify(&document)
    faults += forbiddenPhrases(in: document, text)
    faults += layoutFaults(in: document, text)
    var ledger = Ledger()
    for stage in stages {
      let before = document
      let first = ledger.entries.count
      if stage.name == LiftFacts.name {
        // It asks elements for their text, and may not be told what is gone.
        var live = document.withoutDroppedText
        stage.runBuiltIn(&live, &ledger)
        document = document.with { !live[$0.id].isDropped }
      } else {
        stage.runBuiltIn(&document, &ledger)
      }
      let own = self.faults(of: ledger, from: first, before, text)
      faults += stage.name == RepairSpacing.name ? own.filter { !isLeft(by: faults, $0) } : own
      languages.refresh(&document, after: ledger.entries[first...])
    }
    return TextFault.merged(faults.filter { !text.isComment($0.utf8Range) }, in: text)
  }

  /// Whether a fault only comes of what other stages would do beside it: two spaces where a character
  /// between them would go.
  private func isLeft(by faults: [TextFault], _ fault: TextFault) -> Bool {
    faults.contains { earlier in
      earlier.replacements.contains {
        $0.utf8Range.upperBound == fault.utf8Range.lowerBound
          || $0.utf8Range.lowerBound == fault.utf8Range.upperBound
      }
    }
  }

  func wordCount(of text: CheckedText) -> Int {
    text.document.wordCount
  }

  // MARK: Stages

  private func layoutFaults(in document: Document, _ text: CheckedText) -> [TextFault] {
    // Blank lines are looked at by themselves: where a block would go its gap would go along.
    guard text.isExact else { return [] }
    var copy = document
    var ledger = Ledger()
    for stage in layout { stage.runBuiltIn(&copy, &ledger) }
    return faults(of: ledger, from: 0, document, text)
  }

  private func faults(
    of ledger: Ledger, from first: Int, _ document: Document, _ text: CheckedText
  ) -> [TextFault] {
    var faults: [TextFault] = []
    var open: Int?
    for entry in ledger.entries[first...] {
      guard entry.change == .drop || entry.change == .replace,
        let row = CheckRules.row(stage: entry.stage, reason: entry.reason)
      else { continue }
      // A region is one fault, which its heading names.
      if let region = entry.region, region == open, var last = faults.popLast() {
        let end = trimmed(entry.sourceBytes, text.file).upperBound
        last.utf8Range = last.utf8Range.lowerBound..<max(last.utf8Range.upperBound, end)
        last.count += 1
        faults.append(last)
        continue
      }
      open = entry.region
      faults.append(fault(entry, row, document, text))
    }
    return faults
  }

  private func fault(
    _ entry: LedgerEntry, _ row: CheckRules.Row, _ document: Document, _ text: CheckedText
  ) -> TextFault {
    let detail =
      "\(entry.stage): \(entry.reason)"
      + (entry.rule.map { $0 == entry.reason ? "" : ", \($0)" } ?? "")
    guard entry.change == .replace, let blockUTF8 = entry.blockUTF8, let id = entry.block else {
      let range = trimmed(text.place(entry.sourceBytes, before: entry.before), text.file)
      return TextFault(
        row: row, utf8Range: range, isDrop: true, excerpt: Excerpt.trimmed(entry.before),
        detail: detail, confidence: entry.confidence)
    }
    let range = text.place(entry.sourceBytes, before: entry.before)
    let after = entry.after ?? ""
    if text.isExact, text.file[range].elementsEqual(entry.before.utf8) {
      return TextFault(
        row: row, utf8Range: range, replacements: [(range, after)], detail: detail,
        confidence: entry.confidence)
    }
    let content = document.utf8[document[id].tile]
    let words = Excerpt(
      around: content.startIndex + blockUTF8.lowerBound..<content.startIndex + blockUTF8.upperBound,
      in: document.utf8)
    return TextFault(
      row: row, utf8Range: range, excerpt: words.text, detail: detail, confidence: entry.confidence)
  }

  /// A range without the white space at its ends.
  private func trimmed(_ utf8Range: Range<Int>, _ file: [UInt8]) -> Range<Int> {
    var (start, end) = (utf8Range.lowerBound, utf8Range.upperBound)
    while end > start, file[end - 1] <= 0x20 { end -= 1 }
    while start < end, file[start] <= 0x20 { start += 1 }
    return start..<end
  }

  // MARK: Beside the stages

  private func lostCharacters(in text: CheckedText) -> [TextFault] {
    guard let row = CheckRules.row(CheckRules.replacementCharacter) else { return [] }
    return Self.offsets(of: [0xEF, 0xBF, 0xBD], in: text.file).map { offset in
      TextFault(row: row, utf8Range: offset..<offset + 3, detail: nil, confidence: 1)
    }
  }

  private static func offsets(of wanted: [UInt8], in bytes: [UInt8]) -> [Int] {
    guard bytes.count >= wanted.count else { return [] }
    return (0...bytes.count - wanted.count).filter { offset in
      bytes[offset] == wanted[0] && bytes[offset..<offset + wanted.count].elementsEqual(wanted)
    }
  }

  private func forbiddenPhrases(in document: Document, _ text: CheckedText) -> [TextFault] {
    guard !phrases.isEmpty, let row = CheckRules.row(CheckRules.forbiddenPhrase) else { return [] }
    return document.liveBlocks.flatMap { block -> [TextFault] in
      document.withContent(of: block) { content in
        let folded = foldForMatching(content)
        return forbidden.matches(in: folded.utf8.span).map { match in
          let range = folded.originalRange(of: match.utf8Range)
          let source = block.sourceMap.sourceRange(of: range)
          return TextFault(
            row: row,
            utf8Range: text.place(source, before: document.string(in: block, range)),
            excerpt: document.string(in: block, range), detail: phrases[match.phrase], confidence: 1
          )
        }
      }
    }
  }
}
