/// What a text seems to be written in.
public struct LanguageGuess: Sendable, Equatable {
  /// The language, or nil where the text is too short, too mixed, or in none that Ghirbal knows.
  public var language: Language?
  /// How sure that is, 0...1. Where the language is nil, how sure it is that the text is in one that
  /// Ghirbal has no name for, and 0 where nothing can be told.
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
/// is text that shows no evidence, such as a name. Reads the text once, and of a text of more than 320
/// bytes four parts that are spread evenly.
public func identifyLanguage(_ text: Span<UInt8>) -> LanguageGuess {
  text.withUnsafeBufferPointer { bytes in
    var reading = LanguageReading(text: Scalars(bytes))
    reading.read()
    return LanguageJudgement(reading).guess
  }
}

/// The direction that most letters of `text` run in; of as many of both, that of the first.
///
/// Nil where there is no letter.
public func dominantDirection(_ text: Span<UInt8>) -> TextDirection? {
  text.withUnsafeBufferPointer { bytes in
    TextDirection.steps.withUnsafeBufferPointer { steps in
      let text = Scalars(bytes)
      var lead = 0
      var offset = 0
      while offset < bytes.count {
        // What is left cannot turn it.
        if offset & 31 == 0, abs(lead) > bytes.count - offset { break }
        let byte = bytes[offset]
        if byte < 0x80 {
          lead += Int(steps[Int(byte)])
          offset += 1
        } else if byte < 0xE0, offset + 1 < bytes.count {
          lead += Int(steps[Int(byte & 0x1F) << 6 | Int(bytes[offset + 1] & 0x3F)])
          offset += 2
        } else {
          let (value, count) = text.scalar(at: offset)
          lead += step(value)
          offset += count
        }
      }
      if lead != 0 { return lead > 0 ? .leftToRight : .rightToLeft }
      return firstDirection(text)
    }
  }
}

/// 1 for a letter from left to right, -1 for one from right to left, 0 for what is none.
private func step(_ value: UInt32) -> Int {
  switch ScalarKinds.strongDirection(value) {
  case .leftToRight: 1
  case .rightToLeft: -1
  case nil: 0
  }
}

private func firstDirection(_ text: Scalars) -> TextDirection? {
  var offset = 0
  while offset < text.count {
    let (value, count) = text.scalar(at: offset)
    if let direction = ScalarKinds.strongDirection(value) { return direction }
    offset += count
  }
  return nil
}

extension TextDirection {
  /// By scalar of one or two bytes, ``step(_:)``.
  fileprivate static let steps: [Int8] = (UInt32(0)..<0x800).map { Int8(step($0)) }
}
