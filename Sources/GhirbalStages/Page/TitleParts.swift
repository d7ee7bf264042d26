/// The parts of a `title` element: the text's title and the names of the site and its sections.
struct TitleParts {
  /// What stands between two parts.
  enum Sign: Int {
    case bar = 1
    case dash, colons, quote, dot, slash, colon
  }

  /// Where two parts meet, in UTF-8 bytes: the sign with the spaces around it.
  typealias Seam = (utf8Range: Range<Int>, sign: Sign)

  /// At least one.
  let parts: [String]
  /// One fewer.
  let seams: [Seam]

  /// - Parameter atColons: whether a single colon parts as well.
  init(_ title: String, atColons: Bool = false) {
    let utf8 = Array(title.utf8)
    seams = Self.seams(in: utf8).filter { atColons || $0.sign != .colon }
    let starts = [0] + seams.map(\.utf8Range.upperBound)
    let ends = seams.map(\.utf8Range.lowerBound) + [utf8.count]
    parts = zip(starts, ends).map { String(decoding: utf8[$0..<max($0, $1)], as: UTF8.self) }
  }

  /// How the signs are written, and whether words may touch them; a colon touches the word before it, and a low line
  /// words of scripts that write no spaces.
  private static let signs: [(text: [UInt8], sign: Sign, mayTouch: Bool)] = [
    row("|", .bar, mayTouch: true), row("｜", .bar, mayTouch: true), row("-", .dash),
    row("–", .dash), row("—", .dash), row("::", .colons), row("»", .quote), row("«", .quote),
    row("·", .dot), row("•", .dot), row("/", .slash), row("_", .slash), row(":", .colon),
  ]

  private static func row(
    _ text: String, _ sign: Sign, mayTouch: Bool = false
  ) -> ([UInt8], Sign, Bool) { (Array(text.utf8), sign, mayTouch) }

  /// The seams of collapsed text; several signs in a row are one.
  static func seams(in utf8: [UInt8]) -> [Seam] {
    var seams: [Seam] = []
    var place = 1
    while place < utf8.count {
      let rest = utf8[place...]
      guard let (text, sign, mayTouch) = signs.first(where: { rest.starts(with: $0.text) }) else {
        place += 1
        continue
      }
      var end = place + text.count
      let isBehindSpace = utf8[place - 1] == 0x20
      let isBeforeSpace = end < utf8.count && utf8[end] == 0x20
      let start = isBehindSpace ? place - 1 : place
      place = end
      let isBetweenWideLetters =
        text == [0x5F] && start > 0 && utf8[start - 1] >= 0x80 && end < utf8.count
        && utf8[end] >= 0x80
      guard end < utf8.count,
        mayTouch || isBetweenWideLetters || isBeforeSpace && (isBehindSpace || sign == .colon)
      else { continue }
      if isBeforeSpace { end += 1 }
      if let last = seams.last, last.utf8Range.upperBound >= start {
        seams[seams.count - 1].utf8Range = last.utf8Range.lowerBound..<end
      } else {
        seams.append((start..<end, sign))
      }
    }
    return seams
  }
}
