import GhirbalContent
import GhirbalDocument
import GhirbalText

/// The edits by which a flattened text loses what the model of lines takes for its page's chrome.
struct LineSelection {
  private typealias Reason = SelectMainContent.Reason

  private let document: Document
  private let segments: [TextSegment]
  private let judgement: LineJudgement
  private let kept: [Bool]?
  /// By segment, whether the model has no say.
  private let isLeft: [Bool]
  /// The line that was lifted as the text's title, and what becomes of it: a form that opens with its
  /// title says which line that is, any other leaves the line where it stands.
  private let title: BlockID?
  private let titleEdit: TitleEdit

  private enum TitleEdit { case first, keep, drop, judge }

  /// - Precondition: the document is flattened text.
  init(
    _ document: Document, _ text: FlattenedText, _ options: SelectMainContent.Options,
    opensWithTitle: Bool
  ) {
    self.document = document
    title = Self.title(of: document)
    titleEdit =
      switch options.title {
      case .auto, .keep: opensWithTitle ? .first : .keep
      case .drop: .drop
      case .judged: .judge
      }
    segments = text.segments
    judgement = LineJudgement(document, segments)
    kept = judgement.kept(options.mode)
    isLeft = text.isLeft
  }

  /// None where the text is left alone.
  var edits: [Edit<SelectMainContent.Reason>] {
    var edits = editsOfSegments
    // A form that opens with the title has to know it in a text or line that is left alone, too.
    if let title, titleEdit == .first, !edits.contains(where: { $0.block == title }) {
      let place = edits.firstIndex { $0.block.map { $0 > title } ?? false } ?? edits.endIndex
      edits.insert(
        .keep(title, .title, as: .setFirst, confidence: Self.titleConfidence), at: place)
    }
    return edits
  }

  private var editsOfSegments: [Edit<Reason>] {
    guard let kept else { return [] }
    var edits: [Edit<Reason>] = []
    var index = 0
    while index < segments.count {
      var end = index + 1
      guard segments[index].utf8Range != nil else {
        if !isLeft[index] { edits += lineEdits(index, isKept: kept[index]) }
        index = end
        continue
      }
      while end < segments.count, segments[end].blocks == segments[index].blocks { end += 1 }
      if !isLeft[index] { edits += sentenceEdits(index..<end, kept) }
      index = end
    }
    return edits
  }

  /// As of the heading of an HTML page that is kept for its page's sake.
  private static let titleConfidence = 0.7

  /// The first line that says the title in the metadata and nothing else, marks and blanks aside.
  private static func title(of document: Document) -> BlockID? {
    guard let title = document.metadata[.title].first else { return nil }
    let letters = letters(of: foldForMatching(Array(title.utf8).span))
    guard !letters.isEmpty else { return nil }
    return document.liveBlocks.first { block in
      guard block.content.count <= maxTitleUTF8Count else { return false }
      return document.withContent(of: block) { line in
        let text = foldForMatching(line)
        // Behind the text of a link stands its address.
        let end = text.utf8.first == 0x5B ? text.utf8.firstIndex(of: 0x5D) : nil
        return Self.letters(of: text, before: end ?? text.utf8.count) == letters
      }
    }?.id
  }

  private static let maxTitleUTF8Count = 1024

  private static func letters(of text: FoldedText, before end: Int = .max) -> [UInt8] {
    text.words.filter { $0.upperBound <= end }.flatMap { text.utf8[$0] }
  }

  private func confidence(_ index: Int, isKept: Bool) -> Double {
    let probability = Double(judgement.probabilities[index])
    return isKept ? probability : 1 - probability
  }

  /// That of a block that is the title; nil where it is judged.
  private func titleEdit(_ block: BlockID) -> Edit<Reason>? {
    guard block == title else { return nil }
    return switch titleEdit {
    case .first: .keep(block, .title, as: .setFirst, confidence: Self.titleConfidence)
    case .keep: .keep(block, .title, confidence: Self.titleConfidence)
    case .drop: .drop(block, .title)
    case .judge: nil
    }
  }

  /// Those of the lines that make a segment.
  private func lineEdits(_ index: Int, isKept: Bool) -> [Edit<Reason>] {
    let confidence = confidence(index, isKept: isKept)
    return document.blocks[segments[index].blocks].map { block in
      titleEdit(block.id) ?? ForcedVerdict.ofSite(block.id, in: document)?.edit(on: block.id)
        ?? (isKept
          ? .keep(block.id, .mainContent, confidence: confidence)
          : .drop(block.id, .boilerplate, confidence: confidence))
    }
  }

  /// Those of a line's sentences: the line goes as a whole, or runs of its sentences go.
  private func sentenceEdits(_ sentences: Range<Int>, _ kept: [Bool]) -> [Edit<Reason>] {
    let block = document.blocks[segments[sentences.lowerBound].blocks.lowerBound]
    let surest = sentences.map { confidence($0, isKept: kept[$0]) }.max() ?? 0
    guard sentences.contains(where: { kept[$0] }) else {
      return [.drop(block.id, .boilerplate, confidence: surest)]
    }
    guard sentences.contains(where: { !kept[$0] }) else {
      return [.keep(block.id, .mainContent, confidence: surest)]
    }
    var edits: [Edit<Reason>] = []
    var first = sentences.lowerBound
    while first < sentences.upperBound {
      guard !kept[first] else {
        first += 1
        continue
      }
      var end = first + 1
      while end < sentences.upperBound, !kept[end] { end += 1 }
      // White space goes along on one side: before what follows, or behind what came before.
      let start =
        end < sentences.upperBound || first == sentences.lowerBound
        ? range(first).lowerBound : range(first - 1).upperBound
      let stop = end < sentences.upperBound ? range(end).lowerBound : block.content.count
      edits.append(
        .replace(
          block.id, (first == sentences.lowerBound ? 0 : start)..<stop, with: "",
          .boilerplateSentence,
          confidence: (first..<end).map { confidence($0, isKept: false) }.min() ?? 0))
      first = end
    }
    return edits
  }

  private func range(_ index: Int) -> Range<Int> { segments[index].utf8Range ?? 0..<0 }
}
