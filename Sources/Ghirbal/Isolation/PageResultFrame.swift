import GhirbalIO

extension PageResult {
  private enum Kind: Int { case ok, dropped, failed, skipped }

  var frame: [UInt8] {
    var frame = FrameWriter(
      byteCount: (text?.bytes.count ?? 0) + (account?.record.bytes.count ?? 0))
    switch self {
    case .ok(let text, _):
      frame.write(Kind.ok.rawValue)
      frame.write(text)
    case .dropped(let reason, _):
      frame.write(Kind.dropped.rawValue)
      frame.write(reason)
    case .failed(let reason, let detail):
      frame.write(Kind.failed.rawValue)
      frame.write(reason)
      frame.write(detail)
    case .skipped(let reason, let detail):
      frame.write(Kind.skipped.rawValue)
      frame.write(reason)
      frame.write(detail)
    }
    if let account {
      frame.write(account.record)
      frame.write(account.editCount)
      frame.write(account.usedRules.count)
      for rule in account.usedRules { frame.write(rule) }
    }
    return frame.bytes
  }

  /// Nil where the bytes are no result.
  init?(frame bytes: [UInt8]) {
    var frame = FrameReader(bytes)
    switch frame.number().flatMap(Kind.init) {
    case .ok:
      guard let text = frame.hashedBytes(), let account = frame.account() else { return nil }
      self = .ok(text: text, account)
    case .dropped:
      guard let reason = frame.text(), let account = frame.account() else { return nil }
      self = .dropped(reason: reason, account)
    case .failed:
      guard let reason = frame.text(), let detail = frame.optionalText() else { return nil }
      self = .failed(reason, detail)
    case .skipped:
      guard let reason = frame.text(), let detail = frame.text() else { return nil }
      self = .skipped(reason, detail)
    case nil: return nil
    }
    guard frame.isAtEnd else { return nil }
  }
}

extension FrameWriter {
  fileprivate mutating func write(_ bytes: PageResult.HashedBytes) {
    write(bytes.bytes)
    write(bytes.sha256)
  }
}

extension FrameReader {
  fileprivate mutating func hashedBytes() -> PageResult.HashedBytes? {
    guard let bytes = field(), let sha256 = text() else { return nil }
    return PageResult.HashedBytes(bytes: bytes, sha256: sha256)
  }

  fileprivate mutating func account() -> PageResult.Account? {
    guard let record = hashedBytes(), let editCount = number(), let ruleCount = number() else {
      return nil
    }
    var account = PageResult.Account(record: record, editCount: editCount, usedRules: [])
    for _ in 0..<max(0, ruleCount) {
      guard let rule = number() else { return nil }
      account.usedRules.append(rule)
    }
    return account
  }
}
