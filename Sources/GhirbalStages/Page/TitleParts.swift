/// The parts of a `title` element: the text's title and the names of the site and its sections.
struct TitleParts {
  /// At least one; without white space at their ends.
  let parts: [String]

  static let seams: [StaticString] = [
    " | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " / ",
  ]

  init(_ title: String) {
    var parts = [title]
    for seam in Self.seams where title.hasUTF8(seam) {
      parts = parts.flatMap { $0.components(between: seam.description) }
    }
    self.parts = parts
  }
}

extension String {
  fileprivate func components(between seam: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: seam) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}
