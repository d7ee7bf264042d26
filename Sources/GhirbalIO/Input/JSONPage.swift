import Foundation
import GhirbalDocument

/// A page as one line of JSON: {"id"?, "url"?, "html" | "html_base64" | "page_base64" | "text",
/// "content_type"?, "fetched_at"?, "warc_record_id"?}. Other members are passed over, and so is a byte order mark.
enum JSONPage {
  /// The longest id that is given back.
  static let maxIDBytes = 4096
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The page of a line, or the reason why it is none; nil for a blank line. Without a `path` its id
  /// names the page, or else its address.
  static func page(_ line: [UInt8], path: String?, _ limits: SourceLimits) -> SourcePage? {
    // Files joined end to end have one in the middle.
    let line = line.starts(with: byteOrderMark) ? Array(line.dropFirst(byteOrderMark.count)) : line
    guard line.contains(where: { $0 > 0x20 }) else { return nil }
    guard let object = JSONObject(line) else {
      return SourcePage(path: path ?? "", body: .fault(PageFault(.invalidJSON)))
    }
    let path = path ?? name(object)
    let id = object.text(of: "id").flatMap { $0 == Array("null".utf8) ? nil : $0 }
    if let id, id.count > maxIDBytes || !JSONObject.isScalar(id) {
      let fault = PageFault(
        .invalidMember, "id is a text or a number of at most \(maxIDBytes) bytes")
      return SourcePage(path: path, body: .fault(fault))
    }
    do throws(PageFault) {
      return SourcePage(path: path, body: .page(try self.page(object, path, limits)), id: id)
    } catch {
      return SourcePage(path: path, body: .fault(error), id: id)
    }
  }

  /// Whether a line is an object with a text where pages have theirs.
  static func isOne(_ line: [UInt8]) -> Bool {
    let line = line.starts(with: byteOrderMark) ? Array(line.dropFirst(byteOrderMark.count)) : line
    guard let object = JSONObject(line) else { return false }
    return contentMembers.contains { name in
      object.text(of: name).map { $0.first == UInt8(ascii: "\"") || $0 == Array("null".utf8) }
        ?? false
    }
  }

  private static let contentMembers = ["html", "html_base64", "page_base64", "text"]

  private static func name(_ object: JSONObject) -> String {
    for member in ["id", "url"] {
      guard let text = object.text(of: member), text.count <= maxIDBytes, text != Array("null".utf8)
      else { continue }
      return String(decoding: JSONObject.unescaped(text) ?? text, as: UTF8.self)
    }
    return ""
  }

  private static func page(
    _ object: JSONObject, _ path: String, _ limits: SourceLimits
  ) throws(PageFault) -> Page {
    let contentType = ContentType(try object.optional("content_type"))
    var page = Page(
      path: path, bytes: [], url: try object.optional("url"),
      transportCharset: contentType.charset, mediaType: contentType.mediaType,
      fetchedAt: try object.optional("fetched_at"),
      warcRecordID: try object.optional("warc_record_id"))
    if let html = try object.string("html") {
      page.bytes = html
      page.format = .html
      page.transportCharset = "utf-8"
    } else if let bytes = try object.bytes("html_base64") {
      page.bytes = bytes
      page.format = .html
    } else if let bytes = try object.bytes("page_base64") {
      page.bytes = bytes
    } else if let text = try object.string("text") {
      page.bytes = text
      page.format = .text
      page.transportCharset = "utf-8"
    } else {
      throw PageFault(.noContent)
    }
    guard page.bytes.count <= limits.maxPageBytes else { throw PageFault(.pageTooLarge) }
    return page
  }
}

extension JSONObject {
  /// A member that is a text; nil where it is missing or null.
  fileprivate func string(_ name: String) throws(PageFault) -> [UInt8]? {
    guard let text = text(of: name), text != Array("null".utf8) else { return nil }
    guard let string = Self.unescaped(text) else {
      throw PageFault(.invalidMember, "\(name) is no text")
    }
    return string
  }

  /// A member that is bytes in base64; nil where it is missing or null.
  fileprivate func bytes(_ name: String) throws(PageFault) -> [UInt8]? {
    guard let base64 = try string(name) else { return nil }
    guard let data = Data(base64Encoded: Data(base64)) else {
      throw PageFault(.invalidMember, "\(name) is not base64")
    }
    return Array(data)
  }

  fileprivate func optional(_ name: String) throws(PageFault) -> String? {
    try string(name).map { String(decoding: $0, as: UTF8.self) }
  }
}
