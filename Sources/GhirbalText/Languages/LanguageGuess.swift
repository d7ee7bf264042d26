/// What a text seems to be written in.
public struct LanguageGuess: Sendable, Equatable {
  /// The language, or nil where the text is too short, too mixed, or in none that Ghirbal knows.
  public var language: Language?
  /// How sure that is, 0...1; 0 where the language is nil.
  public var confidence: Double

  /// Creates a guess.
  public init(language: Language?, confidence: Double) {
    self.language = language
    self.confidence = confidence
  }

  /// No language can be told.
  public static let unknown = LanguageGuess(language: nil, confidence: 0)
}

/// The language that most of `text` is written in.
///
/// The script decides between families; function words and letters of their own decide inside the
/// Arabic, Latin and Cyrillic ones. Text in a language without a case in ``Language`` is nil, and so
/// is text that shows no evidence, such as a name. Reads the text once.
public func identifyLanguage(_ text: Span<UInt8>) -> LanguageGuess {
  text.withUnsafeBufferPointer { bytes in
    var reading = LanguageReading(text: Scalars(bytes))
    reading.read()
    return reading.guess()
  }
}

/// The direction that most letters of `text` run in; of as many of both, that of the first.
///
/// Nil where there is no letter.
public func dominantDirection(_ text: Span<UInt8>) -> TextDirection? {
  text.withUnsafeBufferPointer { bytes in
    let text = Scalars(bytes)
    var lefts = 0
    var rights = 0
    var first: TextDirection?
    var offset = 0
    while offset < text.count {
      let (value, count) = text.scalar(at: offset)
      if let direction = ScalarKinds.strongDirection(value) {
        if first == nil { first = direction }
        if direction == .leftToRight { lefts += 1 } else { rights += 1 }
      }
      offset += count
    }
    return lefts == rights ? first : lefts > rights ? .leftToRight : .rightToLeft
  }
}
