import GhirbalDocument

extension StageEntry {
  /// The program that a configuration names.
  static let external = StageEntry(
    name: ExternalStage.name, summary: ExternalStage.summary, judges: .page, reasons: [],
    defaults: OptionValues(defaultsOf: ExternalStage.Options.self),
    options: ExternalStage.Options.descriptions,
    configure: { (values: OptionValues) throws(ConfigurationProblem) in
      let options = try values.decode(ExternalStage.Options.self, of: ExternalStage.name)
      return .external(ExternalProgram(options), options: values)
    })
}

extension ConfiguredStage {
  /// Where the program is named.
  fileprivate var lineOfCommand: Int? { options.line(of: "command") }

  fileprivate static func external(_ program: ExternalProgram, options: OptionValues)
    -> ConfiguredStage
  {
    ConfiguredStage(
      name: ExternalStage.name, options: options, writtenRules: [], textRules: nil,
      phraseOptions: nil, following: { _, _, _ in nil }, sparing: { _ in nil }, program: program,
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
    for stage in stages {
      if let program = stage.program { return (stage.lineOfCommand, program.options.command) }
    }
    return nil
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
      do throws(OptionProblem) {
        result.stages[index] = .external(
          try program.allowed(in: folder, memoryByteCount: limits.maxPageMemoryBytes),
          options: stage.options)
      } catch {
        throw ConfigurationProblem(
          file: file, line: stage.lineOfCommand, "\(error.option) of external \(error.problem).")
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
