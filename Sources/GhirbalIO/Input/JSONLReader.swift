import GhirbalDocument

/// Reads the pages of a file of JSON Lines: one object a line, see `JSONPage`. Blank lines count as
/// lines and are passed over. Pages are named by the number of their line.
struct JSONLReader: ContainerReader {
  private let input: DecodedInput
  private let names: RecordNames
  private let limits: SourceLimits
  private var lineNumber = 0

  init(_ input: DecodedInput, path: String, _ limits: SourceLimits) {
    self.input = input
    names = RecordNames(path)
    self.limits = limits
  }

  var consumedByteCount: Int { input.fileOffset }

  mutating func next() -> SourcePage? {
    while true {
      lineNumber += 1
      let path = names.path(of: lineNumber)
      switch input.line(maxCount: limits.maxLineBytes) {
      case .line(let line):
        let page = JSONPage.page(Array(line), path: path, limits)
        input.consume(line.count + 1)
        if let page { return page }
      case .tooLong:
        let place = input.place(of: input.offset)
        input.skipLine()
        return SourcePage(path: path, body: .fault(PageFault(.lineTooLong, place)))
      case .broken(let line):
        guard let fault = input.fault else {
          // A last line may lack its line feed; whether it is whole, its braces tell.
          let page = JSONPage.page(Array(line), path: path, limits)
          input.consume(line.count)
          if let page { return page }
          continue
        }
        input.recover()
        return SourcePage(path: path, body: .fault(fault))
      case .end:
        guard let fault = input.fault else { return nil }
        input.recover()
        return SourcePage(path: path, body: .fault(fault))
      }
    }
  }
}
