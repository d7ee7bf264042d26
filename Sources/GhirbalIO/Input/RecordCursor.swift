/// A place in a container of records, which finds the way back to a record after damage.
struct RecordCursor {
  let input: DecodedInput
  /// Whether reading goes on in the middle of something, so that a record must be looked for.
  private var isLost = false

  /// The first line of a record is mostly an address; those may be long.
  static let maxLineBytes = 1 << 16

  init(_ input: DecodedInput) { self.input = input }

  enum Place {
    case record
    /// Damage between two records: the one that should be there is lost.
    case damage(PageFault)
    case end
  }

  /// Goes to where the next record should start: behind blank lines, and when lost to the next line
  /// that is a record's first.
  mutating func findRecord(_ isRecordStart: (ArraySlice<UInt8>) -> Bool) -> Place {
    if isLost {
      isLost = false
      seek(isRecordStart)
    }
    while input.require(1), let byte = input.available.first, byte == 0x0D || byte == 0x0A {
      input.consume(1)
    }
    if input.require(1) { return .record }
    guard let fault = input.fault else { return .end }
    input.recover()
    return .damage(fault)
  }

  private func seek(_ isRecordStart: (ArraySlice<UInt8>) -> Bool) {
    while true {
      switch input.line(maxCount: Self.maxLineBytes) {
      case .line(let line):
        if isRecordStart(line) { return }
        input.consume(line.count + 1)
      case .tooLong: input.skipLine()
      case .broken(let line): return input.consume(line.count)
      case .end: return
      }
    }
  }

  /// Consumes the bytes of a record that its header says follow.
  mutating func block(_ count: Int, _ place: String) throws(PageFault) -> [UInt8] {
    guard input.require(count) else { throw broken("the record", place) }
    // Without a line end behind it the length is not that of this record.
    if input.require(count + 1), let next = input.available.dropFirst(count).first,
      next != 0x0D && next != 0x0A
    {
      throw lost(.damagedRecord, "the record's length is wrong, \(place)")
    }
    let block = Array(input.available.prefix(count))
    input.consume(count)
    return block
  }

  /// The fault of a record that does not hold together: the next one is looked for.
  mutating func lost(_ reason: PageFault.Reason, _ detail: String) -> PageFault {
    isLost = true
    return PageFault(reason, detail)
  }

  /// The fault of a record at which the input ends, by itself or by damage.
  mutating func broken(_ what: String, _ place: String) -> PageFault {
    guard let fault = input.fault else {
      // A wrong length may have reached over whole records.
      return lost(.truncatedRecord, "the file ends in \(what) \(place)")
    }
    input.recover()
    return fault
  }
}
