import GhirbalText

/// What a text says that sites say to their readers.
struct NagEvidence: Sendable {
  /// Kinds that a phrase tells alone.
  var sure: NagKinds = []
  /// The same, and kinds with an ask and a topic.
  var told: NagKinds = []
  /// Kinds that the text is about, whatever it says of them.
  var topics: NagKinds = []
  /// Kinds that some phrase goes with.
  var touched: NagKinds = []
  /// Kinds with an ask that opens a sentence, and a topic. Where the verb comes last, an ask is told
  /// by its form and may stand anywhere.
  var asked: NagKinds = []
  /// The first row of each told kind, as a place in `NagPhrases.builtIn`.
  fileprivate(set) var rows: [(kind: NagKinds, row: Int)] = []

  /// The name of the row that tells a kind; nil where none does.
  func rule(_ kind: NagKinds) -> String? {
    rows.first { $0.kind == kind }.map { NagPhrases.builtIn[$0.row].name }
  }
}

/// The rows of all languages on what sites ask of their readers, with the automaton that finds them.
struct NagLexicon: Sendable {
  static let builtIn = NagLexicon(NagPhrases.builtIn)

  private enum Part { case sure, ask, topic }

  private let phrases: PhraseMatcher
  /// By phrase of the automaton: the rows that hold it.
  private let uses: [[(row: Int, kind: NagKinds, part: Part, isAsk: Bool)]]

  private init(_ rows: [NagPhrases]) {
    var places: [String: Int] = [:]
    var spellings: [String] = []
    var uses: [[(row: Int, kind: NagKinds, part: Part, isAsk: Bool)]] = []
    for (index, row) in rows.enumerated() {
      let asks = row.asks.map(\.foldedForMatching)
      for (part, phrases) in [(Part.sure, row.sure), (.ask, row.asks), (.topic, row.topics)] {
        for spelling in phrases.flatMap(\.spellings) {
          let folded = spelling.foldedForMatching
          let place = places[folded] ?? spellings.count
          if place == spellings.count {
            places[folded] = place
            spellings.append(folded)
            uses.append([])
          }
          let isAsk = asks.contains { folded == $0 || folded.hasPrefix($0 + " ") }
          uses[place].append((index, NagKinds(row.kind), part, isAsk))
        }
      }
    }
    phrases = PhraseMatcher(spellings)
    self.uses = uses
  }

  func evidence(in text: Span<UInt8>) -> NagEvidence { evidence(in: foldForMatching(text)) }

  /// What a text says; linear.
  func evidence(in text: FoldedText) -> NagEvidence {
    var evidence = NagEvidence()
    var asks: NagKinds = []
    var openingAsks: NagKinds = []
    var askRows: [(kind: NagKinds, row: Int)] = []
    for match in phrases.cover(of: text.utf8.span) {
      for use in uses[match.phrase] {
        switch use.part {
        case .sure:
          if !evidence.told.contains(use.kind) { evidence.rows.append((use.kind, use.row)) }
          evidence.told.insert(use.kind)
          evidence.sure.insert(use.kind)
          evidence.topics.insert(use.kind)
          // "Subscribe for free" says both.
          if use.isAsk, Self.opensSentence(text.utf8, at: match.utf8Range.lowerBound) {
            openingAsks.insert(use.kind)
          }
        case .ask:
          if !asks.contains(use.kind) { askRows.append((use.kind, use.row)) }
          asks.insert(use.kind)
          if NagPhrases.builtIn[use.row].language.closesAsksWithVerb
            || Self.opensSentence(text.utf8, at: match.utf8Range.lowerBound)
          {
            openingAsks.insert(use.kind)
          }
        case .topic: evidence.topics.insert(use.kind)
        }
      }
    }
    evidence.touched = asks.union(evidence.topics)
    evidence.asked = openingAsks.intersection(evidence.topics)
    evidence.told.formUnion(asks.intersection(evidence.topics))
    evidence.rows += askRows.filter { evidence.told.contains($0.kind) }
    return evidence
  }

  /// Whether a sentence begins there: at most marks stand between it and the start or a full stop.
  private static func opensSentence(_ utf8: [UInt8], at offset: Int) -> Bool {
    var position = offset
    while position > 0 {
      let byte = utf8[position - 1]
      switch byte {
      case 0x21, 0x2E, 0x3A, 0x3F: return true
      // Blanks, quotes, brackets, stars; and of other scripts marks, pictures and full stops.
      case 0x20, 0x22, 0x27, 0x28, 0x2A, 0x2D, 0x5B, 0x7C: position -= 1
      case 0x80...:
        var start = position - 1
        while start > 0, utf8[start] & 0xC0 == 0x80 { start -= 1 }
        let bytes = utf8[start..<position]
        if sentenceEnds.contains(where: { bytes.elementsEqual($0) }) { return true }
        guard bytes.count >= 3 else { return false }
        // U+2000...U+2BFF, U+3000...U+303F and pictures.
        guard bytes.first == 0xE2 || bytes.first == 0xF0 || bytes.starts(with: [0xE3, 0x80]) else {
          return false
        }
        position = start
      default: return false
      }
    }
    return true
  }

  private static let sentenceEnds = ["؟", "۔", "。", "।", "！", "？"].map { Array($0.utf8) }
}
