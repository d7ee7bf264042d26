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
  /// The first phrase of each told kind.
  fileprivate(set) var phrases: [NagPhrase] = []

  /// The name of the phrase that tells a kind; nil where none does.
  func rule(_ kind: NagKinds) -> String? { phrases.first { $0.kinds == kind }?.name }
}

/// A phrase of what sites ask of their readers: consent, money, an address, an app.
///
/// It counts only inside an element whose markup says the same, or in a line set apart from the text
/// (`NagRegions`): texts about cookies, paywalls and newsletters use these words too.
struct NagPhrase: Sendable {
  enum Part: String, CaseIterable, Sendable {
    /// It says it alone.
    case sure
    /// What the reader shall do; with a topic in the same block it says the same.
    case ask
    case topic
  }

  let language: PhraseLanguage
  let phrase: String
  let kind: ChromeReason
  let kinds: NagKinds
  let part: Part
  /// Whether a sure phrase begins with what the reader shall do.
  let isAsk: Bool

  /// The phrase's name in the ledger.
  var name: String { language.rule(kind.rawValue, phrase) }

  /// The phrases of rows, whose heads are a kind and a part.
  static func phrases(of rows: [PhraseRow]) throws(PhraseProblem) -> [NagPhrase] {
    let rows = try rows.ranked(by: ChromeReason.self)
    var asks: [ChromeReason: [PhraseLanguage: [String]]] = [:]
    for (row, kind) in rows where try row.required(1, as: Part.self) == .ask {
      asks[kind, default: [:]][row.language] = row.phrases.map(\.foldedForMatching)
    }
    var phrases: [NagPhrase] = []
    for (row, kind) in rows {
      let kinds = NagKinds(kind)
      guard !kinds.isEmpty else {
        let known = NagKinds.byReason.map(\.reason.rawValue).joined(separator: ", ")
        throw PhraseProblem(line: row.line, "no phrase asks for \(kind.rawValue). Known: \(known).")
      }
      let part = try row.required(1, as: Part.self)
      try row.end(at: 2)
      let openings = part == .sure ? asks[kind]?[row.language] ?? [] : []
      phrases += row.phrases.map { phrase in
        let folded = phrase.foldedForMatching
        return NagPhrase(
          language: row.language, phrase: phrase, kind: kind, kinds: kinds, part: part,
          isAsk: openings.contains { folded == $0 || folded.hasPrefix($0 + " ") })
      }
    }
    return phrases
  }
}

/// The phrases of all languages on what sites ask of their readers, with the automaton that finds them.
struct NagLexicon: Sendable {
  static let builtIn = NagLexicon(BuiltInPhrases.read(.nag, NagPhrase.phrases))

  private let phrases: PhraseIndex<NagPhrase>

  private init(_ phrases: [NagPhrase]) {
    self.phrases = PhraseIndex(phrases.lazy.map { ($0.phrase, $0) })
  }

  func evidence(in text: Span<UInt8>) -> NagEvidence { evidence(in: foldForMatching(text)) }

  /// What a text says; linear.
  func evidence(in text: FoldedText) -> NagEvidence {
    var evidence = NagEvidence()
    var asks: NagKinds = []
    var openingAsks: NagKinds = []
    var asking: [NagPhrase] = []
    for match in phrases.cover(of: text) {
      for use in match.meanings {
        switch use.part {
        case .sure:
          if !evidence.told.contains(use.kinds) { evidence.phrases.append(use) }
          evidence.told.insert(use.kinds)
          evidence.sure.insert(use.kinds)
          evidence.topics.insert(use.kinds)
          // "Subscribe for free" says both.
          if use.isAsk, Self.opensSentence(text.utf8, at: match.utf8Range.lowerBound) {
            openingAsks.insert(use.kinds)
          }
        case .ask:
          if !asks.contains(use.kinds) { asking.append(use) }
          asks.insert(use.kinds)
          if use.language.traits.contains(.verbLast)
            || Self.opensSentence(text.utf8, at: match.utf8Range.lowerBound)
          {
            openingAsks.insert(use.kinds)
          }
        case .topic: evidence.topics.insert(use.kinds)
        }
      }
    }
    evidence.touched = asks.union(evidence.topics)
    evidence.asked = openingAsks.intersection(evidence.topics)
    evidence.told.formUnion(asks.intersection(evidence.topics))
    evidence.phrases += asking.filter { evidence.told.contains($0.kinds) }
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
