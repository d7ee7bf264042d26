import GhirbalText

/// Takes values apart that lost the space between them: «ایرانجهان», "fanfareMontbrasier".
///
/// A split needs both halves among the words the page knows, and the glued word itself nowhere else
/// on the page. Where the page says nothing, `splitGluedWord` is asked. A person's own words stay whole.
struct GluedWords {
  let vocabulary: PageVocabulary
  let own: OwnWords
  /// What the site writes in one piece stays whole too.
  var site = SiteWords()
  /// A lexicon's opinion about one word: its parts, or nil where it is one word.
  let splitGluedWord: (@Sendable (String) -> [String]?)?

  /// A value has at most this many words glued to one another.
  private static let maxDepth = 4
  /// Halves shorter than this occur in any word.
  private static let minScalars = 3
  /// No word is longer; what is longer is no word.
  private static let maxUTF8Count = 96

  /// The offsets, in UTF-8 of the original word, where parts end and start; none for one word.
  func seams(in word: String) -> [Int] {
    let original = Array(word.utf8)
    guard original.count <= Self.maxUTF8Count, !own.contains(original),
      !site.isWhole(original)
    else { return [] }
    let folded = foldForMatching(original.span)
    let whole = String(decoding: folded.utf8, as: UTF8.self)
    guard !vocabulary.contains(whole), folded.words.count == 1 else { return [] }
    let caseSeams = self.caseSeams(original, folded)
    if !caseSeams.isEmpty { return caseSeams }
    if let seams = split(folded.utf8[...], Self.maxDepth) {
      return seams.map { folded.originalRange(of: $0..<$0).lowerBound }
    }
    guard let parts = splitGluedWord?(word), parts.count > 1, parts.joined() == word else {
      return []
    }
    var seams: [Int] = []
    for part in parts.dropLast() { seams.append((seams.last ?? 0) + part.utf8.count) }
    return seams
  }

  private func split(_ folded: ArraySlice<UInt8>, _ depth: Int) -> [Int]? {
    guard depth > 1 else { return nil }
    var found: [Int]?
    var scalars = 0
    for offset in folded.indices where folded[offset] & 0xC0 != 0x80 {
      defer { scalars += 1 }
      guard scalars >= Self.minScalars else { continue }
      let left = String(decoding: folded[..<offset], as: UTF8.self)
      let right = String(decoding: folded[offset...], as: UTF8.self)
      guard right.unicodeScalars.count >= Self.minScalars, vocabulary.knows(left) else { continue }
      if vocabulary.knows(right) {
        // Two ways to take the word apart are no way; the plain words win over stems.
        if found != nil { return bestSplit(folded) }
        found = [offset]
      }
    }
    if let found { return found }
    for offset in folded.indices.reversed() where folded[offset] & 0xC0 != 0x80 {
      let left = String(decoding: folded[..<offset], as: UTF8.self)
      guard left.unicodeScalars.count >= Self.minScalars, vocabulary.knows(left),
        let rest = split(folded[offset...], depth - 1)
      else { continue }
      return [offset] + rest
    }
    return nil
  }

  /// The only split into words that stand on the page just so; nil where there are several.
  private func bestSplit(_ folded: ArraySlice<UInt8>) -> [Int]? {
    let offsets = folded.indices.filter { offset in
      offset > folded.startIndex && folded[offset] & 0xC0 != 0x80
        && vocabulary.contains(String(decoding: folded[..<offset], as: UTF8.self))
        && vocabulary.contains(String(decoding: folded[offset...], as: UTF8.self))
    }
    return offsets.count == 1 ? offsets : nil
  }

  /// A capital behind a small letter, where one of the halves stands on the page.
  ///
  /// "YouTube" and "iPhone" are left alone: their halves are no words of the page.
  private func caseSeams(_ original: [UInt8], _ folded: FoldedText) -> [Int] {
    var seams: [Int] = []
    let text = String(decoding: original, as: UTF8.self)
    var wasLowercase = false
    for index in text.unicodeScalars.indices {
      let properties = text.unicodeScalars[index].properties
      if properties.isUppercase, wasLowercase {
        seams.append(text.utf8.distance(from: text.utf8.startIndex, to: index))
      }
      wasLowercase = properties.isLowercase
    }
    let parts = zip([0] + seams, seams + [original.count]).map { original[$0..<$1] }
    let isKnown = parts.contains {
      $0.count >= 6
        && vocabulary.contains(String(decoding: $0, as: UTF8.self).foldedForMatching)
    }
    return isKnown && parts.allSatisfy { $0.count >= 3 } ? seams : []
  }
}

/// What the lexicons and lists of frequent words say about a word that the page can't take apart.
enum LexiconOpinion {
  /// The parts of `word`, which joined give it again; nil for one word.
  static func parts(of word: String, _ language: Language, _ page: PageWords) -> [String]? {
    let utf8 = Array(word.utf8)
    let seams = WordBoundaries(page: { page }).repairs(in: utf8.span, language: language)
      .filter { $0.utf8Range.isEmpty && $0.text == " " }.map(\.utf8Range.lowerBound)
    guard !seams.isEmpty else { return nil }
    return zip([0] + seams, seams + [utf8.count]).map {
      String(decoding: utf8[$0..<$1], as: UTF8.self)
    }
  }
}
