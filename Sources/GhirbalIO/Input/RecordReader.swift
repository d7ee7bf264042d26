import GhirbalDocument

/// A container format whose records follow each other, each with a first line that tells it apart.
protocol RecordFormat {
  /// Whether a line, without its line feed, is the first one of a record.
  func isRecordStart(_ line: ArraySlice<UInt8>) -> Bool

  /// The page of the record at the cursor; nil for a record that holds none.
  ///
  /// Throws after having consumed enough to go on behind it.
  func page(_ path: String, at cursor: inout RecordCursor) throws(PageFault) -> Page?
}

/// Reads the pages of a container, record by record; each is named by the number of its record, all
/// records counted. What is damaged or breaks off is a fault, and reading goes on where the next
/// record starts.
struct RecordReader<Format: RecordFormat>: ContainerReader {
  private let format: Format
  private let names: RecordNames
  private var cursor: RecordCursor
  private var recordNumber = 0

  init(_ format: Format, _ input: DecodedInput, path: String) {
    self.format = format
    names = RecordNames(path)
    cursor = RecordCursor(input)
  }

  var consumedByteCount: Int { cursor.input.fileOffset }

  mutating func next() -> SourcePage? {
    while true {
      let damage: PageFault?
      switch cursor.findRecord(format.isRecordStart) {
      case .end: return nil
      case .record: damage = nil
      case .damage(let fault): damage = fault
      }
      recordNumber += 1
      let path = names.path(of: recordNumber)
      if let damage { return SourcePage(path: path, body: .fault(damage)) }
      do throws(PageFault) {
        guard let page = try format.page(path, at: &cursor) else { continue }
        return SourcePage(path: path, body: .page(page))
      } catch {
        return SourcePage(path: path, body: .fault(error))
      }
    }
  }
}
