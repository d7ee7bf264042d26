public import GhirbalIO
import GhirbalText

/// What names a document among others: the id that its line has, or else its path.
public struct DocumentID: Sendable {
  /// As a person reads it.
  public let text: String
  /// Whether it is a number or the like, and no text, in JSON.
  let isLiteral: Bool

  public init(_ page: SourcePage) {
    guard let id = page.id else {
      self.init(page.path)
      return
    }
    let isLiteral = id.first != UInt8(ascii: "\"")
    let text = isLiteral ? id : JSONString.unescaped(id.dropFirst().dropLast())
    self.init(String(decoding: text, as: UTF8.self), isLiteral: isLiteral)
  }

  public init(_ text: String) { self.init(text, isLiteral: false) }

  private init(_ text: String, isLiteral: Bool) {
    self.text = text
    self.isLiteral = isLiteral
  }

  /// The id as JSON text.
  var json: [UInt8] { isLiteral ? Array(text.utf8) : PageLine.id(text) }

  /// The id on a line of its own; as JSON text where it goes over several.
  public var line: [UInt8] {
    (text.utf8.contains(0x0A) ? json : Array(text.utf8)) + [0x0A]
  }
}

/// By UTF-8: to `String` two spellings of one letter are equal, and to files they are not.
extension DocumentID: Comparable {
  public static func == (one: DocumentID, other: DocumentID) -> Bool {
    one.isLiteral == other.isLiteral && one.text.utf8.elementsEqual(other.text.utf8)
  }

  public static func < (one: DocumentID, other: DocumentID) -> Bool {
    guard one.text.utf8.elementsEqual(other.text.utf8) else {
      return one.text.utf8.lexicographicallyPrecedes(other.text.utf8)
    }
    return one.isLiteral && !other.isLiteral
  }
}
