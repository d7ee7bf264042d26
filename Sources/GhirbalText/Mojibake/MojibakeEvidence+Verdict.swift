/// Judging all sequences of a text together.
extension MojibakeEvidence {
  mutating func verdict() -> Verdict {
    judgeRuns()
    judgeRepeated()
    judgeWhole()
    guard sequences.contains(where: { $0.strength == .certain }) else { return Verdict() }
    let units = sequences.reduce(0) { $0 + $1.units }
    // What breaks off shows that the text is not what the reading takes it for.
    if broken * 2 >= sequences.count { return Verdict(units: units, isBroken: true) }
    if reading.family == .arabic { sequences.removeAll { $0.strength == .touching } }
    return Verdict(sequences: sequences, units: units, strays: strays)
  }

  /// Makes letters of one script certain where enough of them stand together.
  private mutating func judgeRuns() {
    var first = 0
    while first < sequences.count {
      var last = first
      while last + 1 < sequences.count,
        sequences[last + 1].range.lowerBound == sequences[last].range.upperBound,
        sequences[last + 1].script == sequences[first].script || reading.family == .arabic
      {
        last += 1
      }
      let (isCertain, hasOdd) = judgement(ofRun: sequences[first...last])
      if reading.family == .arabic { judgeNeighbours(first...last, hasOdd: hasOdd) }
      if isCertain {
        for index in first...last where sequences[index].strength == .amongOthers {
          sequences[index].strength = .certain
        }
      }
      first = last + 1
    }
  }

  /// Whether a run is enough by itself, and whether it has a sign that no word holds.
  ///
  /// In a function of its own, so that nothing holds the sequences when they change: each run of a
  /// long page would copy them all.
  private func judgement(
    ofRun run: ArraySlice<MojibakeSequence>
  ) -> (isCertain: Bool, hasOdd: Bool) {
    let odd = run.count { hasOddUnit($0) }
    // Two with a sign that no word holds, or three; four of the letters that Arabic itself holds.
    let isCertain =
      switch reading.family {
      // A letter of Persian or Urdu goes on in such a run too (ع¯ظپطھ), punctuation does not.
      case .arabic:
        odd > 0
          && (run.count >= 3 && run.count { hasUnnaturalUnit($0) } * 2 >= run.count
            || run.count == 2 && odd == 2 && isWhole)
      case .cyrillic where run.first?.script == 0: run.count >= 2 && odd > 0
      case .latin where odd > 0: run.count >= 2
      default: run.count >= 3
      }
    return (isCertain, odd > 0)
  }

  /// Settles what may be letters and marks of Arabic that are meant: `عک`, `م، `.
  private mutating func judgeNeighbours(_ run: ClosedRange<Int>, hasOdd: Bool) {
    if hasOdd {
      for index in run where sequences[index].strength == .touching {
        sequences[index].strength = .likely
      }
      return
    }
    // ب, في and حذف as whole words; no word of Arabic is made of ط, ظ, ع and غ with signs between.
    let isAlone =
      !isArabic(text.scalar(before: sequences[run.lowerBound].range.lowerBound)?.value)
      && !isArabic(text.scalar(from: sequences[run.upperBound].range.upperBound)?.value)
    if isAlone { return }
    for index in run where sequences[index].strength == .amongOthers {
      sequences[index].strength = .touching
    }
  }

  /// Makes letters of one script certain where there is nothing else: `Ø¨Ùˆ Ø¨Ú©Ø´!`.
  private mutating func judgeWhole() {
    guard isWhole, let first = sequences.first else { return }
    switch reading.family {
    case .arabic: guard sequences.count > 1, sequences.contains(where: hasOddUnit) else { return }
    case .latin:
      guard sequences.count > 3, first.script > 0,
        sequences.allSatisfy({ $0.script == first.script }),
        zip(sequences, sequences.dropFirst()).contains(where: {
          $0.range.upperBound == $1.range.lowerBound
        })
      else { return }
    default: return
    }
    for index in sequences.indices where sequences[index].strength > .touching {
      sequences[index].strength = .certain
    }
  }

  /// Whether a character behind the lead is one that no word of the text's own script holds.
  private func hasOddUnit(_ sequence: MojibakeSequence) -> Bool {
    var position = sequence.range.lowerBound
    position += text.scalar(at: position).count
    while position < sequence.range.upperBound {
      let (value, count) = text.scalar(at: position)
      let isOdd =
        reading.family == .arabic
        ? MojibakeReading.isOddBesideArabic(value) : !isNatural(value) && !isLetter(value)
      if isOdd { return true }
      position += count
    }
    return false
  }

  /// Whether a character behind the lead is no punctuation of Arabic text.
  private func hasUnnaturalUnit(_ sequence: MojibakeSequence) -> Bool {
    var position = sequence.range.lowerBound
    position += text.scalar(at: position).count
    while position < sequence.range.upperBound {
      let (value, count) = text.scalar(at: position)
      if ScalarKinds.isArabicLetter(value) || MojibakeReading.isOddBesideArabic(value) {
        return true
      }
      position += count
    }
    return false
  }

  /// Makes lone signs certain where there are several: `$Ì¶6Ì¶3Ì¶`, or `IL2RÎ³cKO`.
  private mutating func judgeRepeated() {
    guard reading.family == .latin else { return }
    let lone = sequences.indices.filter {
      sequences[$0].strength == .amongOthers && hasOddUnit(sequences[$0])
    }
    for index in lone {
      let range = sequences[index].range
      let isInWord =
        (text.scalar(before: range.lowerBound).map { isLetter($0.value) } ?? false)
        || (text.scalar(from: range.upperBound).map { isLetter($0.value) } ?? false)
      let isPlain: Bool
      switch sequences[index].value {
      case 0x300...0x36F: isPlain = lone.count > 1
      case 0x391...0x3C9, 0x410...0x44F: isPlain = isInWord
      default: isPlain = false
      }
      if isPlain { sequences[index].strength = .certain }
    }
  }
}
