import GhirbalDocument

/// The stage `external`: a program of somebody's own asks for the edits.
///
/// It is in no default pipeline. A configuration that names it starts nothing before
/// `PipelineConfiguration.allowingExternal` was called: what a file says alone runs no program.
enum ExternalStage {
  static let name: StageName = "external"
  static let summary = "Asks a program of your own for edits; only with --allow-external."

  struct Options: StageOptions {
    /// The program and its arguments.
    var command: [String] = []
    /// Seconds that it may take for a page.
    var maxSeconds = 30

    func validate() throws(OptionProblem) {
      guard let program = command.first, !program.isEmpty else {
        throw OptionProblem(
          "command", "names no program; a list like [python3, my_stage.py] is wanted")
      }
      guard !command.contains(where: { $0.utf8.contains(0) }) else {
        throw OptionProblem("command", "has a character U+0")
      }
      guard (1...86_400).contains(maxSeconds) else {
        throw OptionProblem("maxSeconds", "is not in 1...86400")
      }
    }
  }

  /// Why a program asks for an edit is its own word.
  struct Reason: RawRepresentable, Sendable {
    let rawValue: String
  }
}

extension StageEntry {
  /// The program that a configuration names.
  static let external = StageEntry(
    name: ExternalStage.name, summary: ExternalStage.summary, judges: .page, reasons: [],
    defaults: OptionValues(defaultsOf: ExternalStage.Options.self),
    configure: { (values: OptionValues) throws(ConfigurationProblem) in
      let options = try values.decode(ExternalStage.Options.self, of: ExternalStage.name)
      return .external(
        ExternalProgram(options, line: values.line(of: "command")), options: values)
    })
}

extension ConfiguredStage {
  static func external(_ program: ExternalProgram, options: OptionValues) -> ConfiguredStage {
    ConfiguredStage(
      name: ExternalStage.name, options: options, writtenRules: [], textRules: nil,
      phraseOptions: nil, following: { _, _ in nil }, program: program,
      run: { (document, ledger, source) throws(StageFailure) in
        let edits = try program.edits(for: document, source)
        do throws(UnfitEdit) {
          try document.applyChecked(edits, of: ExternalStage.name, to: &ledger)
        } catch {
          throw StageFailure(.unfitEdit, "edit \(error.edit + 1) of external: \(error.problem)")
        }
      })
  }
}

extension PipelineConfiguration {
  /// Where the configuration names a program, and which; nil where it starts none.
  public var externalProgram: (line: Int?, command: [String])? {
    stages.lazy.compactMap(\.program).first.map { ($0.line, $0.options.command) }
  }

  /// Where the program works; nil as long as it may not be started.
  var externalFolder: String? { stages.lazy.compactMap(\.program?.folder).first }

  /// The same configuration, which may start the program that it names. Its command and the bytes of the
  /// files that the command names are part of `sha256` from then on.
  ///
  /// - Parameter folder: What the paths in the command start at, and where the program works.
  public func allowingExternal(
    in folder: String, file: String = "pipeline.yml"
  ) throws(ConfigurationProblem) -> PipelineConfiguration {
    var result = self
    for (index, stage) in stages.enumerated() {
      guard let program = stage.program else { continue }
      do throws(ConfigurationProblem) {
        result.stages[index] = .external(
          try program.allowed(in: folder, memoryByteCount: limits.maxPageMemoryBytes),
          options: stage.options)
      } catch {
        var problem = error
        problem.file = file
        throw problem
      }
    }
    return result
  }

  /// Refuses a configuration that names a program, with the line.
  ///
  /// - Parameter because: the end of the sentence.
  public func refusingExternal(
    file: String, because: String
  ) throws(ConfigurationProblem) {
    guard let (line, command) = externalProgram else { return }
    throw ConfigurationProblem(
      file: file, line: line,
      "external would start a program (\(command.joined(separator: " ").shortened)); \(because)")
  }
}
