extension Array {
  /// One list that does to `text` what these replacements do, and then `next` to their outcome.
  ///
  /// Where a later replacement overlaps the outcome of an earlier one the two become one, with the
  /// reason of the one that starts first. Everything else keeps its own row.
  public func followed<Reason>(
    by next: [Replacement<Reason>], on text: [UInt8]
  ) -> [Replacement<Reason>] where Element == Replacement<Reason> {
    guard !isEmpty else { return next }
    guard !next.isEmpty else { return self }
    let middle = text.applying(self)
    var result: [Replacement<Reason>] = []
    // Both lists walk along the text in the middle; `growth` is what the earlier ones have added.
    var growth = 0
    var (first, second) = (startIndex, next.startIndex)
    while first < endIndex || second < next.endIndex {
      let early = first < endIndex ? self[first].outcome(shiftedBy: growth) : nil
      if second == next.endIndex
        || early.map({ $0.upperBound <= next[second].utf8Range.lowerBound }) == true
      {
        result.append(self[first])
        growth += self[first].growth
        first += 1
        continue
      }
      let late = next[second].utf8Range
      guard let early, early.lowerBound < late.upperBound else {
        var moved = next[second]
        moved.utf8Range = late.lowerBound - growth..<late.upperBound - growth
        result.append(moved)
        second += 1
        continue
      }
      // They overlap: take in everything that overlaps in turn.
      var span =
        Swift.min(early.lowerBound, late.lowerBound)..<Swift.max(early.upperBound, late.upperBound)
      let start = span.lowerBound - growth
      let (firstEarly, firstLate) = (first, second)
      growth += self[first].growth
      first += 1
      second += 1
      while true {
        if first < endIndex, case let outcome = self[first].outcome(shiftedBy: growth),
          outcome.lowerBound < span.upperBound
        {
          span = span.lowerBound..<Swift.max(span.upperBound, outcome.upperBound)
          growth += self[first].growth
          first += 1
        } else if second < next.endIndex, next[second].utf8Range.lowerBound < span.upperBound {
          span = span.lowerBound..<Swift.max(span.upperBound, next[second].utf8Range.upperBound)
          second += 1
        } else {
          break
        }
      }
      let local = next[firstLate..<second].map { replacement in
        var local = replacement
        local.utf8Range =
          replacement.utf8Range.lowerBound - span.lowerBound..<replacement.utf8Range.upperBound
          - span.lowerBound
        return local
      }
      var merged = early.lowerBound <= late.lowerBound ? self[firstEarly] : next[firstLate]
      merged.utf8Range = start..<span.upperBound - growth
      merged.text = String(decoding: [UInt8](middle[span]).applying(local), as: UTF8.self)
      merged.confidence = next[firstLate..<second].map(\.confidence).reduce(
        merged.confidence, Swift.min)
      result.append(merged)
    }
    return result
  }
}

extension Replacement {
  /// How many UTF-8 bytes the text is longer afterwards.
  fileprivate var growth: Int { text.utf8.count - utf8Range.count }

  /// Where the new text stands, if earlier replacements added `growth` bytes before it.
  fileprivate func outcome(shiftedBy growth: Int) -> Range<Int> {
    utf8Range.lowerBound + growth..<utf8Range.lowerBound + growth + text.utf8.count
  }
}
