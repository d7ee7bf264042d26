import GhirbalDocument

/// Reads pages from an open stream of JSON Lines: one page or fault for each line, blank ones too.
public struct JSONLStream {
  private let input: DecodedInput
  private let name: String
  private let limits: SourceLimits

  /// Reads an open file or pipe, which stays open.
  public init(_ file: Int32, _ name: String, _ limits: SourceLimits) {
    input = DecodedInput(file)
    self.name = name
    self.limits = limits
  }

  /// The page of the next line, waiting for it; nil at the end. Throws where the stream breaks.
  public mutating func next() throws(FileProblem) -> SourcePage? {
    switch input.line(maxCount: limits.maxLineBytes) {
    case .line(let line):
      let page = page(Array(line))
      input.consume(line.count + 1)
      return page
    case .tooLong:
      input.skipLine()
      if let fault = input.fault { throw FileProblem(name, fault.detail) }
      return SourcePage(path: "", body: .fault(PageFault(.lineTooLong)))
    case .broken(let line):
      if let fault = input.fault { throw FileProblem(name, fault.detail) }
      let page = page(Array(line))
      input.consume(line.count)
      return page
    case .end:
      if let fault = input.fault { throw FileProblem(name, fault.detail) }
      return nil
    }
  }

  /// The page is named by its id or its address: the place in the stream would tie its record to
  /// how the pages were dealt out.
  private func page(_ line: [UInt8]) -> SourcePage {
    JSONPage.page(line, path: nil, limits)
      ?? SourcePage(path: "", body: .fault(PageFault(.invalidJSON, "the line is blank")))
  }
}
