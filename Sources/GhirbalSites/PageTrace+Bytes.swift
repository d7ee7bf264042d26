extension PageTrace {
  /// The trace as one process hands it to another: numbers in 8 bytes, the lowest first, texts behind their
  /// lengths.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(entries.count * 100)
    func write(_ number: UInt64) {
      withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
    func write(_ text: String) {
      write(UInt64(text.utf8.count))
      bytes.append(contentsOf: text.utf8)
    }
    write(UInt64(entries.count))
    for entry in entries {
      for number in [entry.key, entry.exact, entry.slot, UInt64(entry.size)] { write(number) }
      write(entry.text)
    }
    write(UInt64(paths.count))
    for (slot, path) in paths {
      write(slot)
      write(path)
    }
    write(UInt64(labels.texts.count))
    for label in labels.texts { write(label) }
    write(UInt64(facts.lines.count))
    for (field, value) in facts.lines {
      write(field.rawValue)
      write(value)
    }
    return bytes
  }

  /// Reads what `bytes` wrote; nil for other bytes, which may be any.
  public init?(bytes: [UInt8]) {
    var start = 0
    func number() -> UInt64? {
      guard bytes.count - start >= 8 else { return nil }
      defer { start += 8 }
      return bytes[start..<start + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
    func text() -> String? {
      guard let count = number(), count <= bytes.count - start else { return nil }
      defer { start += Int(count) }
      return String(validating: bytes[start..<start + Int(count)], as: UTF8.self)
    }
    guard let count = number(), count <= Self.maxBlocks else { return nil }
    var entries: [Entry] = []
    for _ in 0..<count {
      guard let key = number(), let exact = number(), let slot = number(),
        let size = number().flatMap(UInt32.init(exactly:)), let text = text()
      else { return nil }
      entries.append(Entry(key: key, exact: exact, slot: slot, size: size, text: text))
    }
    guard let pathCount = number(), pathCount <= Self.maxBlocks else { return nil }
    var paths: [UInt64: String] = [:]
    for _ in 0..<pathCount {
      guard let slot = number(), let path = text() else { return nil }
      paths[slot] = path
    }
    guard let labelCount = number(), labelCount <= PageLabels.maxCount else { return nil }
    var labels: [String] = []
    for _ in 0..<labelCount {
      guard let label = text() else { return nil }
      labels.append(label)
    }
    guard let factCount = number(), factCount <= Self.maxBlocks else { return nil }
    var facts: [SiteFact.Field: [String]] = [:]
    for _ in 0..<factCount {
      guard let field = text().flatMap(SiteFact.Field.init), let value = text() else { return nil }
      facts[field, default: []].append(value)
    }
    guard start == bytes.count else { return nil }
    self.init(entries, paths: paths, labels: PageLabels(labels), facts: PageFacts(facts))
  }
}
