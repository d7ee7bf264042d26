/// Takes the features of one place, as 64-bit hashes.
protocol FeatureSink {
  mutating func add(_ feature: UInt64)
}

/// What stands right beside a word: nothing that matters, or a non-joiner.
enum WordEdge: UInt64 {
  case open = 0
  case nonJoiner = 1
}

/// The features of a place between two letters that nothing parts.
///
/// Letter n-grams around the place, the words that it would leave, and how well the lexicon reads
/// both sides. The order of the rows numbers them: a model fits only the code that it was trained with.
struct BoundaryFeatures {
  let language: BoundaryLanguage
  let lexicon: WordLexicon

  @inline(__always)
  static func mix(_ template: UInt64, _ value: UInt64) -> UInt64 {
    var hash = (template &* 0x9E37_79B9_7F4A_7C15 ^ value) &* 0xBF58_476D_1CE4_E5B9
    hash ^= hash >> 31
    hash = hash &* 0x94D0_49BB_1331_11EB
    return hash ^ (hash >> 29)
  }

  /// Frequency in halves of log10, 0 for an unknown word.
  @inline(__always)
  static func frequency(_ entry: WordLexicon.Entry) -> UInt64 {
    entry.isKnown ? 1 + UInt64(entry.frequency) / 2 : 0
  }

  /// Frequency and kinds in one number.
  @inline(__always)
  static func profile(_ entry: WordLexicon.Entry) -> UInt64 {
    entry.isKnown ? frequency(entry) << 7 | UInt64(entry.kinds) | 1 << 14 : 0
  }

  /// The features of the place before letter `index`, 1..<count.
  @inline(__always)
  func add<Sink: FeatureSink>(
    _ word: borrowing LetterSequence, _ lattice: borrowing WordLattice, _ index: Int,
    before: WordEdge, after: WordEdge, to sink: inout Sink
  ) {
    var template = UInt64(language.rawValue) << 8
    @inline(__always) func put(_ value: UInt64) {
      template += 1
      sink.add(BoundaryFeatures.mix(template, value))
    }
    addLetters(word, index, before: before, after: after, put)
    addSides(word.count, lattice, index, put, skip: { template += $0 })
    addPieces(word, lattice, index, before: before, after: after, put)
  }

  /// Letters: one to five on each side, and pairs of the two sides.
  @inline(__always)
  private func addLetters(
    _ word: borrowing LetterSequence, _ index: Int, before: WordEdge, after: WordEdge,
    _ put: (UInt64) -> Void
  ) {
    let count = word.count
    var lefts = InlineArray<6, UInt64>(repeating: 1)
    var rights = InlineArray<6, UInt64>(repeating: 1)
    for width in 1...5 {
      let place = index - width
      let letter: UInt64 =
        place >= 0 ? UInt64(word.codes[place]) : place == -1 ? 120 + before.rawValue : 127
      lefts[width] = lefts[width - 1] << 7 | letter
      put(lefts[width])
    }
    for width in 1...5 {
      let place = index + width - 1
      let letter: UInt64 =
        place < count ? UInt64(word.codes[place]) : place == count ? 120 + after.rawValue : 127
      rights[width] = rights[width - 1] << 7 | letter
      put(rights[width])
    }
    put(lefts[1] << 32 | rights[1])
    put(lefts[2] << 32 | rights[1])
    put(lefts[1] << 32 | rights[2])
    put(lefts[2] << 32 | rights[2])
    put(lefts[3] << 32 | rights[2])
    put(lefts[2] << 32 | rights[3])
    put(lefts[3] << 32 | rights[3])
  }

  /// Both sides as single words. What a place has not is skipped, so that the rows keep their numbers.
  @inline(__always)
  private func addSides(
    _ count: Int, _ lattice: borrowing WordLattice, _ index: Int, _ put: (UInt64) -> Void,
    skip: (UInt64) -> Void
  ) {
    let crossing: UInt64 = 0x51_7CC1_B727_2202_95
    let prefix = lattice.prefix[index]
    let suffix = lattice.suffix[index]
    let left = BoundaryFeatures.profile(prefix.entry)
    let right = BoundaryFeatures.profile(suffix.entry)
    let whole = BoundaryFeatures.profile(lattice.whole.entry)
    put(prefix.hash)
    put(suffix.hash)
    put(left)
    put(right)
    put(whole)
    put(left << 20 | right)
    put(left << 20 | whole)
    put(right << 20 | whole)
    if count - index <= 7 {
      put(suffix.hash ^ left &* crossing)
      put(suffix.hash ^ (whole | 1 << 40) &* crossing)
    } else {
      skip(2)
    }
    if index <= 4 {
      put(prefix.hash ^ right &* crossing)
      put(prefix.hash ^ (whole | 1 << 40) &* crossing)
    } else {
      skip(2)
    }
    if lattice.whole.entry.has(WordLexicon.compound) {
      let joint = lexicon.entry(WordHash.joint(lattice.whole.hash, before: index))
      put(joint.isKnown ? 2 : 1)
    } else {
      skip(1)
    }
    put(UInt64(min(count, 16)))
  }

  /// The best reading as several words.
  @inline(__always)
  private func addPieces(
    _ word: borrowing LetterSequence, _ lattice: borrowing WordLattice, _ index: Int,
    before: WordEdge, after: WordEdge, _ put: (UInt64) -> Void
  ) {
    let count = word.count
    let margin = UInt64(
      UInt8(bitPattern: Int8(truncatingIfNeeded: max(-24, min(24, lattice.margin(index) / 3)))))
    let wholeFrequency = BoundaryFeatures.frequency(lattice.whole.entry)
    let leftPiece = lattice.left[index]
    let rightPiece = lattice.right[index]
    let leftFrequency = BoundaryFeatures.frequency(leftPiece.entry)
    let rightFrequency = BoundaryFeatures.frequency(rightPiece.entry)
    let leftCount = UInt64(min(leftPiece.count, 8))
    let rightCount = UInt64(min(rightPiece.count, 8))
    let counts = min(leftCount, 6) << 8 | min(rightCount, 6)
    let rarer = min(leftFrequency, rightFrequency)
    put(margin)
    put(margin << 8 | wholeFrequency)
    put(leftCount << 8 | leftFrequency)
    put(rightCount << 8 | rightFrequency)
    put(counts)
    put(margin << 16 | counts)
    put(rarer)
    put(rarer << 8 | wholeFrequency)
    put(rarer << 8 | min(leftCount, rightCount, 6))
    put(leftFrequency << 8 | rightFrequency)
    put(leftPiece.hash)
    put(rightPiece.hash)
    put(leftPiece.hash ^ rightFrequency)
    put(rightPiece.hash ^ leftFrequency)
    let reach: UInt64 =
      (leftPiece.count == index ? 1 : 0) | (rightPiece.count == count - index ? 2 : 0)
    put(reach)
    put(reach << 8 | margin)
    put(before.rawValue << 8 | after.rawValue)
  }
}
