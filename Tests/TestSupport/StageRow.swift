/// A text, what one stage makes of it, and the reasons it gives.
public struct StageRow: CustomStringConvertible, Sendable {
  public let label: String
  public let raw: String
  public let clean: String
  /// As ``StageSample/reasons`` has them.
  public let reasons: [String]
  /// What the pipeline identified; nil for nothing.
  public let language: String?
  public var description: String { label }

  public init(
    _ label: String, _ raw: String, _ clean: String, _ reasons: String...,
    in language: String? = nil
  ) {
    self.label = label
    self.raw = raw
    self.clean = clean
    self.reasons = reasons
    self.language = language
  }

  /// A text that looks like the stage's business and is none.
  public static func stays(_ label: String, _ raw: String, in language: String? = nil) -> StageRow {
    StageRow(label, raw, raw, in: language)
  }

  /// The words of `reasons` that none of these rows gives.
  public static func missing<R: RawRepresentable<String> & CaseIterable>(
    _ reasons: R.Type, in given: [[String]]
  ) -> [String] {
    let seen = Set(given.joined().compactMap { $0.split(separator: " ").last.map(String.init) })
    return reasons.allCases.map(\.rawValue).filter { !seen.contains($0) }
  }
}
