public import GhirbalDocument
public import GhirbalText

/// Writes the same text in one way: composed letters, plain spaces, letters of the right language.
public struct NormaliseUnicode: TextRules {
  public static let name: StageName = "normalise_unicode"
  public static let summary =
    "Normalises Unicode where that is safe: NFC, odd spaces, stray controls, letters by language."
  public static let judges = StageSubject.letters

  public typealias Reason = UnicodeFinding
  public typealias Options = UnicodeOptions

  private let options: UnicodeOptions

  public init(_ options: UnicodeOptions) { self.options = options }

  public func edits(for document: Document) -> [Edit<UnicodeFinding>] {
    document.edits { block, text in
      unicodeFaults(in: text, language: block.language, options: options)
    }
  }

  public func rewritten(
    _ utf8: [UInt8], language: Language?, page: @escaping () -> PageWords
  ) -> [UInt8] {
    utf8.applying(unicodeFaults(in: utf8.span, language: language, options: options))
  }
}

extension UnicodeOptions: StageOptions {
  public static var descriptions: [OptionDescription] {
    [
      OptionDescription("harakat", .flag, "whether vowel signs (U+064B...U+0652, U+0670) go"),
      OptionDescription("tatweel", .flag, "whether U+0640 goes"),
      OptionDescription("digits", .flag, "whether Arabic-Indic digits become ASCII digits"),
      OptionDescription(
        "quotes", .flag, "whether curly and low quotation marks become ASCII ones; guillemets stay"),
      OptionDescription(
        "compatibility", .flag,
        "whether compatibility characters become what NFKC makes of them, but for raised and "
          + "lowered digits"),
      OptionDescription("teh_marbuta", .flag, "whether ة becomes ه"),
    ]
  }
}
