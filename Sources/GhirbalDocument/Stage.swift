/// The word for a stage in pipeline.yml and in the ledger: a verb phrase in snake_case.
public struct StageName: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public init(stringLiteral value: String) { rawValue = value }
}

/// What a stage has to see to judge.
public enum StageSubject: Sendable, CaseIterable {
  /// A page: its elements, and what else stands on it.
  case page
  /// Lines of text, wherever they came from.
  case lines
  /// Letters and signs inside of lines.
  case letters
  /// The white space between lines.
  case layout
}

/// One step of cleaning: a pure function from a document to the edits it asks for.
///
/// A stage changes nothing itself. The pipeline applies and records the edits, so the ledger is
/// complete whatever a stage does.
public protocol Stage: Sendable {
  static var name: StageName { get }
  /// One line for `ghirbal stages`.
  static var summary: String { get }
  /// Stages that judge no page find the faults of any clean text, and `check` asks them.
  static var judges: StageSubject { get }
  /// Why a stage may ask for an edit: what was found, never what to do about it.
  associatedtype Reason: RawRepresentable<String>, CaseIterable, Sendable, Equatable
  associatedtype Options: StageOptions

  init(_ options: Options)

  /// The edits for `document`, ordered by block; replacements of a block ascending and disjoint.
  func edits(for document: Document) -> [Edit<Reason>]
}

/// The options of a stage as they stand in pipeline.yml. `init()` holds the defaults.
public protocol StageOptions: Codable, Sendable, Equatable {
  init()
  /// Checks what `descriptions` cannot say; throws for the first option that makes no sense.
  func validate() throws(OptionProblem)
  /// What each option takes and is for, in their declared order.
  static var descriptions: [OptionDescription] { get }
  /// The rules among them that a run warns of where they decide over nothing.
  var writtenRules: [WrittenRule] { get }
}

extension StageOptions {
  public func validate() throws(OptionProblem) {}
  public var writtenRules: [WrittenRule] { [] }
}

/// For a stage that has nothing to set.
public struct NoOptions: StageOptions {
  public init() {}
  public static var descriptions: [OptionDescription] { [] }
}
