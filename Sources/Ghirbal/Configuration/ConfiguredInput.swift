public import GhirbalIO

extension PipelineConfiguration {
  /// Which files of the input are pages.
  public var inputRules: InputRules { InputRules(include: include, exclude: exclude) }

  /// The pages of the input folder.
  public func source(at place: ConfigurationPlace) -> PageSource {
    .folder(place.resolve(input), inputRules)
  }

  /// How much one page may take.
  public var sourceLimits: SourceLimits { SourceLimits(maxPageBytes: reading.maxPageBytes) }
}
