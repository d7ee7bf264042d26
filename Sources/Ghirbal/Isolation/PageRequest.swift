import GhirbalDocument
import GhirbalIO

/// A page and what is known of it, as they are handed to a worker.
struct PageRequest {
  let page: Page
  let sha256: String
  /// The page that stands for this one.
  let duplicate: Manifest.Duplicate?
  /// Whether the page shall not be cleaned, but be read for what its site repeats.
  let isForLearning: Bool

  init(_ page: Page, sha256: String, duplicate: Manifest.Duplicate? = nil) {
    self.page = page
    self.sha256 = sha256
    self.duplicate = duplicate
    isForLearning = false
  }

  /// A page that is learnt from.
  init(learningFrom page: Page) {
    self.page = page
    sha256 = ""
    duplicate = nil
    isForLearning = true
  }

  var frame: [UInt8] {
    var frame = FrameWriter(byteCount: page.bytes.count)
    frame.write(page.path)
    frame.write(page.bytes)
    for text in [
      page.url, page.transportCharset, page.format?.rawValue, page.mediaType, page.fetchedAt,
      page.warcRecordID, page.sitePath,
    ] { frame.write(text) }
    frame.write(page.flags.count)
    for flag in page.flags { frame.write(flag) }
    frame.write(isForLearning ? 1 : 0)
    frame.write(sha256)
    frame.write(duplicate?.path)
    if let duplicate {
      frame.write(Int((duplicate.similarity * 1000).rounded()))
      frame.write(duplicate.isExact ? 1 : 0)
    }
    return frame.bytes
  }

  /// Nil where the bytes are no request.
  init?(frame bytes: [UInt8]) {
    var frame = FrameReader(bytes)
    guard let path = frame.text(), let body = frame.field(), let url = frame.optionalText(),
      let charset = frame.optionalText(), let format = frame.optionalText(),
      let mediaType = frame.optionalText(), let fetchedAt = frame.optionalText(),
      let recordID = frame.optionalText(), let sitePath = frame.optionalText(),
      let flagCount = frame.number()
    else { return nil }
    var flags: [String] = []
    for _ in 0..<max(0, flagCount) {
      guard let flag = frame.text() else { return nil }
      flags.append(flag)
    }
    guard let purpose = frame.number(), let sha256 = frame.text(),
      let standing = frame.optionalText()
    else { return nil }
    if let standing {
      guard let thousandths = frame.number(), let exactness = frame.number() else { return nil }
      duplicate = Manifest.Duplicate(
        of: standing, similarity: Double(thousandths) / 1000, isExact: exactness == 1)
    } else {
      duplicate = nil
    }
    guard frame.isAtEnd else { return nil }
    var page = Page(
      path: path, bytes: body, url: url, transportCharset: charset,
      format: format.flatMap(PageFormat.init), mediaType: mediaType, fetchedAt: fetchedAt,
      warcRecordID: recordID, flags: flags)
    page.sitePath = sitePath
    self.page = page
    self.sha256 = sha256
    isForLearning = purpose == 1
  }
}
