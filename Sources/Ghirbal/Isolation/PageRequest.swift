import GhirbalDocument

/// A page and its hash, as they are handed to a worker.
struct PageRequest {
  let page: Page
  let sha256: String

  init(_ page: Page, sha256: String) {
    self.page = page
    self.sha256 = sha256
  }

  var frame: [UInt8] {
    var frame = FrameWriter(byteCount: page.bytes.count)
    frame.write(page.path)
    frame.write(page.bytes)
    for text in [
      page.url, page.transportCharset, page.format?.rawValue, page.mediaType, page.fetchedAt,
      page.warcRecordID,
    ] { frame.write(text) }
    frame.write(page.flags.count)
    for flag in page.flags { frame.write(flag) }
    frame.write(sha256)
    return frame.bytes
  }

  /// Nil where the bytes are no request.
  init?(frame bytes: [UInt8]) {
    var frame = FrameReader(bytes)
    guard let path = frame.text(), let body = frame.field(), let url = frame.optionalText(),
      let charset = frame.optionalText(), let format = frame.optionalText(),
      let mediaType = frame.optionalText(), let fetchedAt = frame.optionalText(),
      let recordID = frame.optionalText(), let flagCount = frame.number()
    else { return nil }
    var flags: [String] = []
    for _ in 0..<max(0, flagCount) {
      guard let flag = frame.text() else { return nil }
      flags.append(flag)
    }
    guard let sha256 = frame.text(), frame.isAtEnd else { return nil }
    page = Page(
      path: path, bytes: body, url: url, transportCharset: charset,
      format: format.flatMap(PageFormat.init), mediaType: mediaType, fetchedAt: fetchedAt,
      warcRecordID: recordID, flags: flags)
    self.sha256 = sha256
  }
}
