/// Why a place of the input gave no page that can be cleaned.
public struct PageFault: Error, Sendable, Equatable {
  /// The name that stands in the manifest.
  public enum Reason: String, Sendable, CaseIterable {
    // The name of a page.

    /// The name of the file is not UTF-8.
    case nameNotUTF8 = "name_not_utf8"
    /// Results would take a name that those of another page have, or a file that is no result.
    case nameCollision = "name_collision"
    /// With the suffix of a record the name has more than 255 bytes.
    case nameTooLong = "name_too_long"
    /// The name holds a NUL or leaves the output folder.
    case nameUnsafe = "name_unsafe"

    // The bytes of a page.

    /// The file or folder could not be opened or read.
    case unreadable
    /// The page is larger than `max_page_bytes`.
    case pageTooLarge = "page_too_large"
    /// The file ends inside a record.
    case truncatedRecord = "truncated_record"
    /// What stands where a record should is none, or does not hold together.
    case damagedRecord = "damaged_record"
    /// The record is one part of a page that was cut into several.
    case segmentedRecord = "segmented_record"
    /// The record holds no HTTP response that can be read.
    case badHTTP = "bad_http"
    /// The body is compressed in a way that is not read (`dcb`), or not in the way it says.
    case contentEncoding = "content_encoding"

    // A line of JSON.

    /// The line is no JSON object, or not UTF-8.
    case invalidJSON = "invalid_json"
    /// The line is longer than the limit.
    case lineTooLong = "line_too_long"
    /// A member of the object has another type than it should.
    case invalidMember = "invalid_member"
    /// The object has none of `html`, `html_base64`, `page_base64` and `text`.
    case noContent = "no_content"

    // What is no page with text, by what an archive says of it.

    /// The server answered with a redirection or an error.
    case httpStatus = "http_status"
    /// An image, a style sheet, a script, an archive.
    case mediaType = "media_type"

    // The same by its bytes.

    case image, audio, video, font, pdf, archive
    case styleSheet = "style_sheet"
    case script, json
    /// No text in any encoding, and of no kind that is known.
    case binary

    /// Whether something was lost. What is no page with text is skipped as a matter of course.
    public var isFailure: Bool { !Self.noPages.contains(self) }

    private static let noPages: Set<Reason> = [
      .httpStatus, .mediaType, .image, .audio, .video, .font, .pdf, .archive, .styleSheet, .script,
      .json, .binary,
    ]
  }

  public let reason: Reason
  /// What exactly, and where: "at byte 1024 of the file"; empty where the reason says it all.
  public let detail: String

  public init(_ reason: Reason, _ detail: String = "") {
    self.reason = reason
    self.detail = detail
  }
}
