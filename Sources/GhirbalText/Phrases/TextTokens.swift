extension FoldedText {
  /// What texts are compared by: the words; of scripts that set no spaces between them (Thai, Lao, Khmer,
  /// kana, Han) each character. Ranges of the folded text.
  public var tokens: [Range<Int>] {
    let text = utf8.span
    var tokens: [Range<Int>] = []
    for word in words {
      var start = word.lowerBound
      var position = start
      while position < word.upperBound {
        let scalarStart = position
        guard isUnspacedScalar(text.scalar(at: &position)) else { continue }
        if start < scalarStart { tokens.append(start..<scalarStart) }
        tokens.append(scalarStart..<position)
        start = position
      }
      if start < word.upperBound { tokens.append(start..<word.upperBound) }
    }
    return tokens
  }
}
