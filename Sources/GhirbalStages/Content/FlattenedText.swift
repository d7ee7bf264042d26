public import GhirbalContent
public import GhirbalDocument
import GhirbalText

/// What of a flattened text is judged: its paragraphs, the wrapped ones whole, and the sentences of
/// lines that hold a page each.
public struct FlattenedText: Sendable {
  public let segments: [TextSegment]
  /// By segment, whether the model has no say: phrases decide over it, or it is code between fences.
  let isLeft: [Bool]

  /// Mean words of lines that hold several paragraphs: those of a page that keeps its lines have 10 to
  /// 15, those of a text alone 30 to 60.
  private static let minMeanTokens = 80

  /// As the built-in phrases see it.
  /// - Precondition: the document is flattened text.
  public init(_ document: Document) { self.init(document, LinePhrases()) }

  /// - Precondition: the document is flattened text.
  init(_ document: Document, _ phrases: LinePhrases) {
    let reading = PageReading(document)
    let hints = Self.hints(reading, phrases.reader)
    segments = Self.segments(document, reading, hints)
    var left = [Bool](repeating: false, count: document.blocks.count)
    for line in MarkdownLines(reading.entries.lazy.map { document.utf8[$0.block.content] }).verbatim
    {
      left[reading.entries[line].block.id.index] = true
    }
    if phrases.isFollowed {
      for (index, entry) in reading.entries.enumerated()
      where hints[entry.block.id.index].strength == .sure
        || phrases.sparesSome && phrases.reader.isSpared(index, in: reading)
      {
        left[entry.block.id.index] = true
      }
    }
    isLeft = segments.map { $0.blocks.contains { left[$0] } }
  }

  /// By block, what phrases say of it.
  private static func hints(_ reading: PageReading, _ reader: ChromeReader) -> [PhraseHint] {
    var hints = [PhraseHint](repeating: .none, count: reading.document.blocks.count)
    let found = ChromeJudgement(reading, reader, NagRegions(reading.document)).findings
    for (entry, finding) in zip(reading.entries, found) {
      guard let finding else { continue }
      hints[entry.block.id.index] = PhraseHint(
        kind: finding.reason.hintKind, strength: finding.strength)
    }
    return hints
  }

  private static func segments(
    _ document: Document, _ reading: PageReading, _ hints: [PhraseHint]
  ) -> [TextSegment] {
    let paragraphs = document.derived(Paragraphs.self).ranges
    let words = reading.entries.reduce(0) { $0 + $1.shape.wordCount }
    let isRunTogether = words >= minMeanTokens * max(1, paragraphs.count)
    var segments: [TextSegment] = []
    segments.reserveCapacity(paragraphs.count)
    for lines in paragraphs {
      let sentences =
        isRunTogether && lines.count == 1
        ? document.withContent(of: document.blocks[lines.lowerBound]) { sentenceRanges(in: $0) }
        : []
      if sentences.count > 1 {
        segments += sentences.map { TextSegment(blocks: lines, utf8Range: $0) }
      } else {
        segments.append(
          TextSegment(blocks: lines, phrase: lines.count == 1 ? hints[lines.lowerBound] : .none))
      }
    }
    return segments
  }
}

extension ChromeReason {
  fileprivate var hintKind: PhraseHint.Kind {
    switch self {
    case .recentPosts, .relatedLinks, .listUnderHeading, .teaser, .tailFragment: .posts
    case .replyForm, .commentCount, .forumLine: .replies
    case .shareBar, .followBar: .sharing
    case .cookieNotice, .newsletter, .paywall, .appBanner, .republish, .feedback, .advertisement:
      .notice
    case .copyright: .copyright
    case .readingTime, .pageTool, .shortLink, .newsCode, .navigation, .account, .emptyLabel,
      .placeholder, .viewCount:
      .tools
    case .relativeDate, .sourceLink, .endMark, .imageCredit, .byline, .configuredPhrase: .frame
    }
  }
}
