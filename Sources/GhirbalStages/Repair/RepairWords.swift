public import GhirbalDocument
public import GhirbalText

/// Repairs the borders of words: spaces that were lost, joiners that were lost or became spaces.
///
/// What stands alone on the same page outranks the lexicon, and what the site writes alone on its pages both.
public struct RepairWords: TextRules, WordsSparing {
  public static let name: StageName = "repair_words"
  public static let summary = "Splits glued words and restores zero-width non-joiners."
  public static let judges = StageSubject.letters

  public typealias Reason = WordFinding

  public struct Options: StageOptions, Equatable {
    /// How sure a repair must be: `conservative` or `full`.
    public var level: BoundaryLevel

    public init(level: BoundaryLevel = .conservative) { self.level = level }

    public init() { self.init(level: .conservative) }

    public static var descriptions: [OptionDescription] {
      [
        OptionDescription(
          "level", .cases(of: BoundaryLevel.self),
          "how sure a repair must be; full finds more and errs more")
      ]
    }
  }

  private let options: Options
  private var words = OwnWords()
  /// Kept from page to page: most words that need a look were looked at before.
  private let staying = StayingWords()

  public init(_ options: Options) { self.options = options }

  public func sparing(_ words: OwnWords) -> RepairWords {
    var stage = self
    stage.words = words
    return stage
  }

  public func edits(for document: Document) -> [Edit<WordFinding>] {
    // Most pages are never asked for their words.
    var collected: PageWords?
    func page() -> PageWords {
      if let collected { return collected }
      var words = PageWords()
      for block in document.blocks { document.withContent(of: block) { words.add($0) } }
      collected = words
      return words
    }
    let site = document.siteEvidence?.words ?? SiteWords()
    return withoutActuallyEscaping(page) { page in
      let boundaries = WordBoundaries(
        level: options.level, staying: staying, site: site, page: page)
      let glue = SiteGlue(site) { document.derived(SentenceWords.self).words }
      return document.edits { block, text in
        guard block.language != nil || !site.isEmpty else { return [] }
        // Where links touch is known of the text as it stands, not once something was put in.
        var touching = block.touchingLinks
        let repairs = words.spared(
          boundaries.repairs(in: text, language: block.language) { text in
            defer { touching = [] }
            return glue.repairs(
              in: text, language: block.language ?? document.language, touching: touching)
          }, in: text)
        return repairs.isEmpty ? [] : document.sparingHalves(repairs, of: block, text)
      }
    }
  }

  /// Values are names as often as not, and out of a sentence a name looks like glued words: Parisa,
  /// Eartheasy, اینفانتینو. Persian alone is repaired, and only its joiners: no name is taken apart.
  public func rewritten(
    _ utf8: [UInt8], language: Language?, page: @escaping () -> PageWords
  ) -> [UInt8] {
    guard let language, language == .persian, utf8.contains(where: { $0 >= 0x80 }) else {
      return utf8
    }
    let boundaries = WordBoundaries(level: options.level, staying: staying, page: page)
    return utf8.applying(
      words.spared(boundaries.repairs(in: utf8.span, language: language), in: utf8.span)
        .filter { $0.reason != .missingSpace })
  }
}

/// The words of a page's sentences.
private struct SentenceWords: DerivedFromText {
  private(set) var words = PageWords()

  init(_ document: Document, last: SentenceWords?) {
    let shapes = document.derived(BlockShapes.self)
    for block in document.blocks where shapes[block].isProse {
      document.withContent(of: block) { words.add($0) }
    }
  }
}

extension Block {
  /// Where in the content one link ends and another begins.
  fileprivate var touchingLinks: [Int] {
    zip(links, links.dropFirst()).compactMap { one, other in
      one.utf8Range.upperBound == other.utf8Range.lowerBound ? other.utf8Range.lowerBound : nil
    }
  }
}

extension Document {
  /// Without the repairs to what is no word: the halves that a program left at the ends of a line.
  fileprivate func sparingHalves(
    _ repairs: [Replacement<WordFinding>], of block: Block, _ text: Span<UInt8>
  ) -> [Replacement<WordFinding>] {
    let index = block.id.index
    var (start, end) = (0, text.count)
    if index > 0, blocks[index - 1].wrap == .nothing {
      while start < end, text[start] > 0x20 { start += 1 }
    }
    if block.wrap == .nothing { while end > start, text[end - 1] > 0x20 { end -= 1 } }
    return start == 0 && end == text.count
      ? repairs
      : repairs.filter { start <= $0.utf8Range.lowerBound && $0.utf8Range.upperBound <= end }
  }
}
