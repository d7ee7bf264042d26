import GhirbalIO

extension PageResult {
  var frame: [UInt8] {
    var frame = FrameWriter(byteCount: text.count + record.count)
    frame.write(status.rawValue)
    frame.write(reason)
    frame.write(detail)
    frame.write(text)
    frame.write(textSHA256)
    frame.write(record)
    frame.write(recordSHA256)
    frame.write(editCount)
    frame.write(usedRules.count)
    for rule in usedRules { frame.write(rule) }
    return frame.bytes
  }

  /// Nil where the bytes are no result.
  init?(frame bytes: [UInt8]) {
    var frame = FrameReader(bytes)
    guard let status = frame.text().flatMap(Manifest.Row.Status.init),
      let reason = frame.optionalText(), let detail = frame.optionalText(),
      let text = frame.field(), let textSHA256 = frame.optionalText(),
      let record = frame.field(), let recordSHA256 = frame.optionalText(),
      let editCount = frame.number(), let ruleCount = frame.number()
    else { return nil }
    self.init(
      status: status, reason: reason, detail: detail, text: text, textSHA256: textSHA256,
      record: record, recordSHA256: recordSHA256, editCount: editCount)
    for _ in 0..<max(0, ruleCount) {
      guard let rule = frame.number() else { return nil }
      usedRules.append(rule)
    }
    guard frame.isAtEnd else { return nil }
  }
}
