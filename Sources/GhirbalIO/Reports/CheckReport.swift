/// Something that a check found.
public struct CheckFinding: Sendable, Equatable {
  /// A change that would mend the finding.
  public struct Fix: Sendable, Equatable {
    public var place: TextPlace
    public var text: String

    public init(place: TextPlace, text: String) {
      self.place = place
      self.text = text
    }
  }

  public var rule: CheckRule
  public var severity: CheckRule.Severity
  /// The file, as seen from the working directory.
  public var path: String
  /// Where in the file; nil for what concerns it as a whole.
  public var place: TextPlace?
  /// What was found, as it stands in the file; empty where nothing can be quoted.
  public var text: String
  /// The line it stands in; nil for what concerns the file as a whole.
  public var line: QuotedLine?
  /// One line for a person; every character of it can be seen.
  public var message: String
  /// How many faults of this kind are told of here at once.
  public var count: Int
  /// 0...1.
  public var confidence: Double
  /// In the order of the file; empty where no change of the file mends it.
  public var fixes: [Fix]
  /// Depends on rule, file and what was found, not on the line: the same finding has the same one when
  /// text is put in above it.
  public var fingerprint: String

  public init(
    rule: CheckRule, severity: CheckRule.Severity, path: String, place: TextPlace?, text: String,
    message: String, line: QuotedLine? = nil, count: Int = 1, confidence: Double = 1,
    fixes: [Fix] = [],
    fingerprint: String = ""
  ) {
    self.rule = rule
    self.severity = severity
    self.path = path
    self.place = place
    self.text = text
    self.line = line
    self.message = message
    self.count = count
    self.confidence = confidence
    self.fixes = fixes
    self.fingerprint = fingerprint
  }
}

/// What a check found, in the order of the paths and the places in them.
public struct CheckReport: Sendable {
  /// The version of Ghirbal.
  public var version: String
  /// Every rule there is, in the order of their ids.
  public var rules: [CheckRule]
  /// The files that were looked at, sorted.
  public var files: [String]
  public var findings: [CheckFinding]
  /// Words in the texts that were looked at.
  public var wordCount: Int
  /// Findings that the baseline knows.
  public var knownCount: Int
  /// Findings that an ignore covers.
  public var ignoredCount: Int

  public init(version: String, rules: [CheckRule]) {
    self.version = version
    self.rules = rules
    files = []
    findings = []
    wordCount = 0
    knownCount = 0
    ignoredCount = 0
  }

  /// Whether there is anything heavier than a note.
  public var hasFailed: Bool { findings.contains { $0.severity > .note } }

  public func count(of severity: CheckRule.Severity) -> Int {
    findings.count { $0.severity == severity }
  }
}
