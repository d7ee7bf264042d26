/// Two words with one space between them, that may be one.
struct WordPair {
  let first: WordLexicon.Entry
  let second: WordLexicon.Entry
  let joined: WordLexicon.Entry
  let firstHash: UInt64
  let secondHash: UInt64
  let joinedHash: UInt64

  /// Whether the lexicon gives any reason to look closer: about one space in five of Persian.
  @inline(__always)
  var isCandidate: Bool {
    first.has(WordLexicon.firstPart) || second.has(WordLexicon.laterPart)
      || joined.has(WordLexicon.compound)
  }
}

/// The features of a space between two Persian words: the words, their ends, their neighbours.
struct GapFeatures {
  let language: BoundaryLanguage
  let lexicon: WordLexicon

  /// The features of the two words alone.
  @inline(__always)
  func add<Sink: FeatureSink>(
    _ first: borrowing LetterSequence, _ second: borrowing LetterSequence, _ pair: WordPair,
    to sink: inout Sink
  ) {
    var template: UInt64 = 200 | UInt64(language.rawValue) << 8
    @inline(__always) func put(_ value: UInt64) {
      template += 1
      sink.add(BoundaryFeatures.mix(template, value))
    }
    var letters: UInt64 = 1
    for width in 1...4 {
      letters =
        letters << 7 | (first.count >= width ? UInt64(first.codes[first.count - width]) : 127)
      put(letters)
    }
    letters = 1
    for index in 0..<4 {
      letters = letters << 7 | (index < second.count ? UInt64(second.codes[index]) : 127)
      put(letters)
    }
    letters = 1
    for width in 1...3 {
      letters =
        letters << 7 | (second.count >= width ? UInt64(second.codes[second.count - width]) : 127)
      put(letters)
    }
    let a = pair.firstHash
    let b = pair.secondHash
    let left = BoundaryFeatures.profile(pair.first)
    let right = BoundaryFeatures.profile(pair.second)
    let joined = BoundaryFeatures.profile(pair.joined)
    put(a)
    put(b)
    put(pair.joinedHash ^ b &* 3)
    put(left)
    put(right)
    put(joined)
    put(left << 20 | right)
    put(a ^ right << 32)
    put(b ^ left << 32)
    put(b ^ joined << 40)
    put(a ^ joined << 40)
    let last = UInt64(first.codes[first.count - 1])
    let lastButOne = first.count > 1 ? UInt64(first.codes[first.count - 2]) : 127
    put(b ^ last << 32)
    put(b ^ (last << 8 | lastButOne) << 24)
    let joint = lexicon.entry(WordHash.joint(pair.joinedHash, before: first.count))
    let compound: UInt64 =
      (joint.isKnown ? 1 : 0) | (pair.joined.has(WordLexicon.compound) ? 2 : 0)
    put(compound)
    put(compound << 32 ^ b)
    put(compound << 32 ^ a)
    put(compound << 30 | left << 15 | right)
  }

  /// The features of their neighbours.
  ///
  /// - Parameters:
  ///   - previous: The hash of the word before the pair, or what stands there instead of one.
  ///   - next: The same behind the pair.
  @inline(__always)
  func addNeighbours<Sink: FeatureSink>(
    _ pair: WordPair, previous: UInt64, next: UInt64, to sink: inout Sink
  ) {
    // Numbered behind the 28 rows of the pair.
    var template: UInt64 = (200 | UInt64(language.rawValue) << 8) + 28
    @inline(__always) func put(_ value: UInt64) {
      template += 1
      sink.add(BoundaryFeatures.mix(template, value))
    }
    let a = pair.firstHash
    let b = pair.secondHash
    put(b ^ next &* 5)
    put(a ^ previous &* 5)
    put(next)
    put(previous)
    put(a ^ next &* 7)
    put(b ^ previous &* 7)
  }
}
