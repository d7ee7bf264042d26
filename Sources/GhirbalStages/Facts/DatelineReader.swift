import GhirbalText

/// Finds the place a news text opens with: "TEHRAN – …", "LONDON (Reuters) - …", «تهران – …».
enum DatelineReader {
  /// UTF-8 offsets of the place in `text`, the start of a paragraph; nil where there is none.
  ///
  /// Capital letters are the mark where a script has them; elsewhere the place must be on a list.
  static func place(in text: String) -> Range<Int>? {
    let scalars = Array(text.unicodeScalars.prefix(maxScalars))
    guard let dash = dash(in: scalars) else { return nil }
    var placeEnd = dash.lowerBound
    var hasAgency = false
    if let open = scalars[..<dash.lowerBound].firstIndex(of: "(") {
      guard scalars[open..<dash.lowerBound].contains(")") else { return nil }
      placeEnd = open
      hasAgency = true
    } else if let comma = scalars[..<dash.lowerBound].firstIndex(where: { $0 == "," || $0 == "/" })
    {
      placeEnd = comma
    }
    while placeEnd > 0, scalars[placeEnd - 1].properties.isWhitespace { placeEnd -= 1 }
    let place = scalars[..<placeEnd]
    guard !place.isEmpty else { return nil }
    let folded = String(String.UnicodeScalarView(place)).foldedForMatching
    let isPlace =
      cities.contains(folded)
      || isCapitals(place, hasAgency) && opensSentence(scalars[dash.upperBound...])
    guard isPlace else { return nil }
    return 0..<place.reduce(0) { $0 + UTF8.width($1) }
  }

  private static let maxScalars = 80

  /// The first dash with spaces around it, or a long dash behind a bracket or a space.
  private static func dash(in scalars: [Unicode.Scalar]) -> Range<Int>? {
    for index in scalars.indices where index > 0 {
      switch scalars[index] {
      case "\u{2013}", "\u{2014}", "\u{2015}":
        return index..<index + 1
      case "-":
        var end = index + 1
        while end < scalars.count, scalars[end] == "-" { end += 1 }
        let isFree = scalars[index - 1].properties.isWhitespace || scalars[index - 1] == ")"
        if end < scalars.count, scalars[end].properties.isWhitespace, isFree || end > index + 1 {
          return index..<end
        }
      case ".", "!", "?", "؟", ":": return nil
      default: break
      }
    }
    return nil
  }

  /// One to three words in capitals, or capitalised where an agency stands behind them.
  private static func isCapitals(_ place: ArraySlice<Unicode.Scalar>, _ hasAgency: Bool) -> Bool {
    let words = String(String.UnicodeScalarView(place)).split(separator: " ")
    guard (1...3).contains(words.count) else { return false }
    for word in words {
      guard let first = word.unicodeScalars.first, first.properties.isUppercase else {
        return false
      }
      let letters = word.unicodeScalars.filter { $0.properties.isAlphabetic }
      if !hasAgency, letters.contains(where: { !$0.properties.isUppercase }) { return false }
    }
    let letters = place.count { $0.properties.isAlphabetic }
    return letters >= 4 && !organisations.contains(String(String.UnicodeScalarView(place)))
  }

  /// Whether a sentence starts behind the dash: "NATO – the alliance – said" is no dateline.
  private static func opensSentence(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    let first = rest.first { !$0.properties.isWhitespace && !"\"“„«'‘".unicodeScalars.contains($0) }
    return first.map { $0.properties.isUppercase || $0.properties.numericType != nil } ?? false
  }

  private static let organisations = BuiltInPhrases.writtenWords(.place, "organisation")

  private static let cities = BuiltInPhrases.words(.place, "city")
}
