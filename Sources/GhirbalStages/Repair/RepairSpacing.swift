public import GhirbalDocument
public import GhirbalText

/// Puts spaces where the writing system has them: one between words, none before a full stop.
public struct RepairSpacing: Stage {
  public static let name: StageName = "repair_spacing"
  public static let summary = "Repairs spaces between words and around punctuation."

  public typealias Reason = SpacingFinding
  public typealias Options = NoOptions

  public init(_ options: NoOptions) {}

  public func edits(for document: Document) -> [Edit<SpacingFinding>] {
    document.edits { block, text in spacingFaults(in: text, language: block.textLanguage) }
  }
}
