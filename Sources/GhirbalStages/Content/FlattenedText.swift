public import GhirbalContent
public import GhirbalDocument
import GhirbalText

/// What of a flattened text is judged: its paragraphs, the wrapped ones whole, and the sentences of
/// lines that hold a page each.
public struct FlattenedText: Sendable {
  public let segments: [TextSegment]
  /// By segment, whether phrases decide over it: the stage that drops by them will, or spares it.
  let isLeftToPhrases: [Bool]

  /// Mean words of lines that hold several paragraphs: those of a page that keeps its lines have 10 to
  /// 15, those of a text alone 30 to 60.
  private static let minMeanTokens = 80

  /// As the built-in phrases see it.
  /// - Precondition: the document is flattened text.
  public init(_ document: Document) { self.init(document, LinePhrases()) }

  /// - Precondition: the document is flattened text.
  init(_ document: Document, _ phrases: LinePhrases) {
    let reading = PageReading(document)
    let found = ChromeJudgement(reading, phrases.reader, NagRegions(document))
    let lines = document.derived(Paragraphs.self).ranges
    let words = reading.entries.reduce(0) { $0 + $1.shape.wordCount }
    let isRunTogether = words >= Self.minMeanTokens * max(1, lines.count)
    var hints = [PhraseHint](repeating: .none, count: document.blocks.count)
    for (entry, hint) in zip(reading.entries, found.hints) { hints[entry.block.id.index] = hint }
    var segments: [TextSegment] = []
    segments.reserveCapacity(lines.count)
    for line in lines {
      guard line.count == 1, isRunTogether else {
        segments.append(
          TextSegment(
            blocks: line, phrase: line.count == 1 ? hints[line.lowerBound] : .none))
        continue
      }
      let ranges = document.withContent(of: document.blocks[line.lowerBound]) {
        sentenceRanges(in: $0)
      }
      guard ranges.count > 1 else {
        segments.append(TextSegment(blocks: line, phrase: hints[line.lowerBound]))
        continue
      }
      for range in ranges { segments.append(TextSegment(blocks: line, utf8Range: range)) }
    }
    self.segments = segments
    let isSpared = reading.entries.indices.map {
      phrases.isFollowed && phrases.reader.isSpared($0, in: reading)
    }
    var spared = Set<Int>()
    for (entry, isOne) in zip(reading.entries, isSpared) where isOne {
      spared.insert(entry.block.id.index)
    }
    isLeftToPhrases = segments.map { segment in
      phrases.isFollowed
        && (segment.phrase.strength == .sure || segment.blocks.contains { spared.contains($0) })
    }
  }
}

extension ChromeJudgement {
  /// What the phrases say of each entry.
  fileprivate var hints: [PhraseHint] {
    findings.map { finding in
      guard let finding else { return .none }
      return PhraseHint(kind: finding.reason.hintKind, strength: finding.strength)
    }
  }
}

extension ChromeReason {
  fileprivate var hintKind: PhraseHint.Kind {
    switch self {
    case .recentPosts, .relatedLinks, .listUnderHeading, .teaser, .tailFragment: .posts
    case .replyForm, .commentCount: .replies
    case .shareBar, .followBar: .sharing
    case .cookieNotice, .newsletter, .paywall, .appBanner, .republish, .feedback, .advertisement:
      .notice
    case .copyright: .copyright
    case .readingTime, .pageTool, .shortLink, .newsCode, .navigation, .account, .emptyLabel,
      .placeholder, .viewCount:
      .tools
    case .relativeDate, .sourceLink, .endMark, .configuredPhrase: .frame
    }
  }
}
