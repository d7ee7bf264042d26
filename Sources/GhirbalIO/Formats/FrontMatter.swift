public import GhirbalDocument

/// What is known about a page, as YAML between two lines of three hyphens before its text: the form
/// that tools of Markdown call front matter.
///
/// All pages have the same keys in the same order; what is not known is `null`, or an empty list. Texts
/// always stand in double quotes with the escapes of JSON, which YAML 1.1 and 1.2 read as the same:
/// `no`, `2024-05-03` or a colon in a title are texts on every page.
public struct FrontMatter: Sendable, Equatable {
  private let metadata: Metadata
  private let url: String?
  private let language: String?

  /// - Parameters:
  ///   - url: Where the page was fetched from; without it the address that the page calls its own.
  ///   - language: A tag of BCP 47.
  public init(_ metadata: Metadata, url: String?, language: String?) {
    self.metadata = metadata
    self.url = url
    self.language = language
  }

  /// The lines, with the blank one that parts them from the text.
  public var utf8: [UInt8] {
    let address = url ?? metadata[.canonicalURL].first
    let rows: [(key: String, value: String)] = [
      ("title", Self.scalar(metadata[.title].first)), ("authors", Self.list(metadata[.author])),
      ("date", Self.scalar(metadata[.published].first)), ("url", Self.scalar(address)),
      ("tags", Self.list(metadata[.tag])), ("language", Self.scalar(language)),
    ]
    let lines = rows.map { "\($0.key): \($0.value)\n" }.joined()
    return Array("---\n\(lines)---\n\n".utf8)
  }

  private static func scalar(_ text: String?) -> String { text.map(quoted) ?? "null" }

  private static func list(_ texts: [String]) -> String {
    "[" + texts.map(quoted).joined(separator: ", ") + "]"
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case _ where mustBeEscaped(scalar):
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Whether a scalar is none that YAML prints, or ends a line there (YAML 1.2.2, sections 5.1 and 5.4;
  /// in 1.1 U+0085, U+2028 and U+2029 do).
  private static func mustBeEscaped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// The bytes of front matter that a file opens with, whoever wrote it: a line of three hyphens, then
  /// a key, up to the next such line; nil where there is none.
  static func range(in utf8: [UInt8]) -> Range<Int>? {
    let fence = Array("---".utf8)
    var start = 0
    for (index, line) in utf8.split(
      separator: 0x0A, maxSplits: maxLines, omittingEmptySubsequences: false
    ).enumerated() {
      let isFence = line.elementsEqual(fence)
      if index == 0, !isFence { return nil }
      if index == 1, !isKey(line) { return nil }
      start += line.count + 1
      if index > 1, isFence { return 0..<start - 1 }
    }
    return nil
  }

  private static let maxLines = 200

  private static func isKey(_ line: ArraySlice<UInt8>) -> Bool {
    let name = line.prefix { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 == UInt8(ascii: "_") }
    return !name.isEmpty && line.dropFirst(name.count).first == UInt8(ascii: ":")
  }
}
