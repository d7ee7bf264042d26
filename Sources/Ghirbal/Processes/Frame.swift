/// The bytes of one message between a run and its workers: fields one after another, each with its
/// length, numbers in 8 bytes with the lowest first.
struct FrameWriter {
  private(set) var bytes: [UInt8]

  /// - Parameter byteCount: How many bytes are expected.
  init(byteCount: Int = 0) {
    bytes = []
    bytes.reserveCapacity(byteCount + 1024)
  }

  mutating func write(_ number: Int) {
    withUnsafeBytes(of: UInt64(bitPattern: Int64(number)).littleEndian) {
      bytes.append(contentsOf: $0)
    }
  }

  mutating func write(_ field: [UInt8]) {
    write(field.count)
    bytes.append(contentsOf: field)
  }

  mutating func write(_ text: String) { write(Array(text.utf8)) }

  mutating func write(_ text: String?) {
    write(text == nil ? 0 : 1)
    if let text { write(text) }
  }
}

/// Reads the fields of a message; whatever its bytes are, it reads nil and never beyond them.
struct FrameReader {
  private let bytes: [UInt8]
  private var start = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { start == bytes.count }

  mutating func number() -> Int? {
    guard bytes.count - start >= 8 else { return nil }
    defer { start += 8 }
    var number: UInt64 = 0
    for byte in bytes[start..<start + 8].reversed() { number = number << 8 | UInt64(byte) }
    return Int(Int64(bitPattern: number))
  }

  mutating func field() -> [UInt8]? {
    guard let count = number(), count >= 0, count <= bytes.count - start else { return nil }
    defer { start += count }
    return Array(bytes[start..<start + count])
  }

  mutating func text() -> String? { field().flatMap { String(validating: $0, as: UTF8.self) } }

  /// A text that may be missing; nil where there is no such field.
  mutating func optionalText() -> String?? {
    switch number() {
    case 0: .some(nil)
    case 1: text().map { .some($0) }
    default: nil
    }
  }
}
