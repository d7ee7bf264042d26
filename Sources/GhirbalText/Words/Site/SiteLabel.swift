/// What a word of a site looks like where it stands alone: up to four words in letters, and no sentence.
public enum SiteLabel {
  private static let maxWords = 4
  private static let minLetters = 2

  /// The label that a text is from end to end, white space as single blanks and a count behind it gone
  /// ("Politics (12)"); nil where it is none.
  public static func label(_ text: Span<UInt8>) -> String? {
    guard text.count <= 4 * SiteWords.maxUTF8Count else { return nil }
    let bytes = text.withUnsafeBufferPointer { Array($0) }
    var words = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    if words.count > 1, words.last?.isCountInBrackets == true { words.removeLast() }
    guard (1...maxWords).contains(words.count) else { return nil }
    let label = words.joined(separator: " ")
    guard label.utf8.count <= SiteWords.maxUTF8Count, isOne(Array(label.utf8)) else { return nil }
    return label
  }

  /// The labels of a line: itself, or what stands between its separators where all of that is short, behind a label
  /// of its own ("Tags: ferry, harbour").
  public static func labels(ofLine text: Span<UInt8>) -> [String] {
    guard text.count <= SiteLine.maxUTF8Count else { return [] }
    if let label = label(text) { return [label] }
    let bytes = text.withUnsafeBufferPointer { Array($0) }
    var pieces = String(decoding: bytes, as: UTF8.self).unicodeScalars
      .split(omittingEmptySubsequences: true) { separators.contains($0) }
    guard pieces.count > 1 else { return [] }
    if let first = pieces.first, let colon = first.firstIndex(where: { $0 == ":" || $0 == "：" }) {
      pieces[0] = first[first.index(after: colon)...]
    }
    let labels = pieces.map { label(Array(String($0).utf8).span) }
    return labels.contains(nil) ? [] : labels.compactMap { $0 }
  }

  private static let separators: Set<Unicode.Scalar> = [
    "|", "¦", "•", "·", "›", "»", "→", ",", "،", ";", "؛", "/", "\t",
  ]

  private static func isOne(_ utf8: [UInt8]) -> Bool {
    let line = SiteLine(utf8.span)
    guard !line.isEastAsian, !line.endsSentence, let first = line.kinds.first else { return false }
    guard first == .letter || first == .digit else { return false }
    let signs = line.all.filter { line.kinds[$0] == .sign }.map { line.folded[$0] }
    let letters = line.kinds.count { $0 == .letter }
    return letters >= minLetters && 2 * letters >= line.folded.count
      && !signs.contains { stops.contains($0) }
  }

  /// What parts sentences, clauses and the labels of a line.
  private static let stops: Set<UInt32> = Set(
    [",", ";", ":", "!", "?", "،", "؛", "؟", "|", "»", "›", "•", "/", "=", "@", "…", "\""]
      .map { ($0 as Unicode.Scalar).value })
}

extension Substring {
  fileprivate var isCountInBrackets: Bool {
    hasPrefix("(") && hasSuffix(")") && count > 2 && dropFirst().dropLast().allSatisfy(\.isNumber)
  }
}
