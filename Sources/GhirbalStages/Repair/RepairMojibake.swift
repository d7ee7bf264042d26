public import GhirbalDocument
public import GhirbalText

/// Gives text that was decoded in the wrong encoding its letters back.
public struct RepairMojibake: Stage {
  public static let name: StageName = "repair_mojibake"
  public static let summary = "Repairs text that was decoded in the wrong encoding."
  public static let judges = StageSubject.letters

  public typealias Reason = MojibakeFinding
  public typealias Options = NoOptions

  public init(_ options: NoOptions) {}

  public func edits(for document: Document) -> [Edit<MojibakeFinding>] {
    document.edits { _, text in mojibake(in: text) }
  }
}
