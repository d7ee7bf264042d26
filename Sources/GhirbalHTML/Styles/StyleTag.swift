/// The start tag of a style sheet, from its `<` up to its `>`.
struct StyleTag {
  private let tag: Slice<UnsafeBufferPointer<UInt8>>

  init(_ tag: Slice<UnsafeBufferPointer<UInt8>>) { self.tag = tag }

  /// Whether the sheet is CSS that counts on a screen of any size.
  var isForScreens: Bool {
    if let type = value(of: "type"), !type.isEmpty, type != "text/css" { return false }
    guard let media = value(of: "media"), !media.isEmpty else { return true }
    return media.split(separator: ",").contains { Self.media.contains($0.filter { $0 != " " }) }
  }

  private static let media: Set<String> = ["all", "screen", "onlyscreen"]

  /// The value of an attribute, in small letters; nil where the tag has none of that name.
  private func value(of name: String) -> String? {
    let tag = String(decoding: tag, as: UTF8.self).lowercased()
    guard let place = tag.firstRange(of: " " + name) else { return nil }
    let rest = tag[place.upperBound...].drop { $0.isWhitespace }
    guard rest.first == "=" else { return nil }
    let value = rest.dropFirst().drop { $0.isWhitespace }
    guard let quote = value.first, quote == "\"" || quote == "'" else {
      return String(value.prefix { !$0.isWhitespace })
    }
    return String(value.dropFirst().prefix { $0 != quote })
  }
}
