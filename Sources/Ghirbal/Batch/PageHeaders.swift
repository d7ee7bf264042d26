import GhirbalDocument
import GhirbalIO

extension Page {
  /// The hash of what came with the page beside its bytes; nil where nothing came.
  var headersSHA256: String? {
    let texts = [
      url, transportCharset, format?.rawValue, mediaType, fetchedAt, warcRecordID,
    ]
    guard !flags.isEmpty || texts.contains(where: { $0 != nil }) else { return nil }
    var frame = FrameWriter(byteCount: 0)
    for text in texts { frame.write(text) }
    for flag in flags { frame.write(flag) }
    return frame.bytes.sha256
  }
}
