/// The named fields of a WARC record or an HTTP message; names are compared without regard to case.
struct HeaderFields {
  private var fields: [(name: String, value: String)] = []

  /// Reads fields line by line up to an empty line; returns how many bytes they take with it.
  ///
  /// Nil where there is no empty line. A line that starts with white space goes on with the one
  /// before (RFC 9112, section 5.2); one without a colon is passed over, as browsers do.
  init?(_ bytes: ArraySlice<UInt8>, consuming count: inout Int) {
    var place = bytes.startIndex
    while let end = bytes[place...].firstIndex(of: 0x0A) {
      var line = bytes[place..<end]
      place = end + 1
      if line.last == 0x0D { line.removeLast() }
      if line.isEmpty {
        count = place - bytes.startIndex
        return
      }
      add(line)
    }
    return nil
  }

  private mutating func add(_ line: ArraySlice<UInt8>) {
    if let first = line.first, first == 0x20 || first == 0x09, !fields.isEmpty {
      fields[fields.count - 1].value += " " + Self.trimmed(line)
      return
    }
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return }
    fields.append(
      (Self.trimmed(line[..<colon]).lowercased(), Self.trimmed(line[(colon + 1)...])))
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    let rest = bytes.drop { $0 <= 0x20 }
    let end = rest.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? rest.startIndex
    return String(decoding: rest[rest.startIndex..<end], as: UTF8.self)
  }

  /// The first value of a field; `name` in lower case.
  subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  /// All values of a field, as one list.
  func list(_ name: String) -> [String] {
    fields.filter { $0.name == name }.flatMap { $0.value.split(separator: ",") }
      .map { Self.trimmed(Array($0.utf8)[...]).lowercased() }.filter { !$0.isEmpty }
  }
}

/// A media type with its charset, out of a Content-Type field.
struct ContentType {
  /// In lower case, as "text/html"; nil where the field is empty.
  let mediaType: String?
  let charset: String?

  init(_ field: String?) {
    let parts = (field ?? "").split(separator: ";", omittingEmptySubsequences: false)
    let name = parts.first.map(Self.trimmed) ?? ""
    mediaType = name.isEmpty ? nil : name.lowercased()
    charset =
      parts.dropFirst().lazy.map(Self.trimmed)
      .first { $0.lowercased().hasPrefix("charset=") }
      .map { String($0.dropFirst("charset=".count)).filter { $0 != "\"" && $0 != "'" } }
  }

  private static func trimmed(_ text: Substring) -> String {
    let rest = text.drop { $0 == " " || $0 == "\t" }
    return String(rest.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }

  /// Whether what has this type is no page: an image, a style sheet, data. What says nothing, or
  /// only that it is text or bytes, may be one.
  var isNoPage: Bool {
    guard let mediaType else { return false }
    let parts = mediaType.split(separator: "/")
    guard parts.count == 2 else { return false }
    switch parts[0] {
    case "text": return Self.textsThatAreNoPages.contains(String(parts[1]))
    case "application": return !Self.applicationsThatMayBePages.contains(String(parts[1]))
    case "image", "video", "audio", "font", "model": return true
    default: return false
    }
  }

  private static let textsThatAreNoPages: Set<String> = [
    "css", "javascript", "ecmascript", "x-javascript", "dns", "xml", "calendar", "csv", "vcard",
    "event-stream", "cache-manifest",
  ]
  private static let applicationsThatMayBePages: Set<String> = [
    "xhtml+xml", "vnd.wap.xhtml+xml", "octet-stream", "x-httpd-php", "html", "force-download",
  ]
}
