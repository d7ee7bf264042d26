import Foundation

@testable import GhirbalText

/// Collects feature numbers, row after row.
struct RowRecorder: FeatureSink {
  private(set) var features: [UInt32] = []
  private(set) var ends: [UInt32] = [0]
  private(set) var labels: [UInt8] = []
  private(set) var weights: [Float] = []
  private let mask: UInt64

  init(bits: Int) { mask = 1 << UInt64(bits) - 1 }

  mutating func add(_ feature: UInt64) {
    features.append(UInt32(truncatingIfNeeded: feature & mask))
  }

  mutating func endRow(_ label: MarkedText.Label, weight: Float) {
    ends.append(UInt32(features.count))
    labels.append(label.rawValue)
    weights.append(weight)
  }

  /// Writes NAME.features, .ends, .labels and .weights.
  func write(to name: String) throws {
    func write<Element>(_ values: [Element], _ kind: String) throws {
      try values.withUnsafeBytes {
        try Data($0).write(to: URL(fileURLWithPath: "\(name).\(kind)"))
      }
    }
    try write(features, "features")
    try write(ends, "ends")
    try write(labels, "labels")
    try write(weights, "weights")
  }
}

/// The rows of marked texts: one for each place between two letters, each kind of word once.
func exportPlaces(
  _ lines: [MarkedText], _ language: BoundaryLanguage, _ lexicon: WordLexicon,
  to recorder: inout RowRecorder
) {
  struct Example {
    let letters: LetterSequence
    let labels: [MarkedText.Label]
    let part: WordPart
    let word: [UInt8]
    var count = 1
  }
  var places: [[UInt8]: Int] = [:]
  var totals: [[UInt8]: Int] = [:]
  var examples: [Example] = []
  var scanner = WordScanner(language, in: lexicon)
  for line in lines {
    let text = line.text.span
    scanner.scan(text)
    for part in scanner.parts where !part.isProtected && part.count >= 2 {
      let letters = scanner.letters(of: part, in: text)
      var labels: [MarkedText.Label] = []
      var word: [UInt8] = [UInt8(part.before.rawValue), UInt8(part.after.rawValue)]
      for index in 0..<letters.count {
        let label = index == 0 ? .nothing : line.label(Int(letters.offsets[index]))
        labels.append(label)
        word.append(letters.codes[index] | (letters.isCapital(index) ? 128 : 0))
      }
      totals[word, default: 0] += 1
      let key = word + labels.map(\.rawValue)
      if let place = places[key] {
        examples[place].count += 1
      } else {
        places[key] = examples.count
        examples.append(Example(letters: letters, labels: labels, part: part, word: word))
      }
    }
  }
  let features = BoundaryFeatures(language: language, lexicon: lexicon)
  for example in examples {
    // A word counts by the root of how often it occurs; its readings share that by how often each does.
    let total = Float(totals[example.word] ?? 1)
    let weight = Float(example.count) / total * min(total, 100).squareRoot()
    let lattice = WordLattice(example.letters, language, in: lexicon)
    for index in 1..<example.letters.count {
      features.add(
        example.letters, lattice, index, before: example.part.before, after: example.part.after,
        to: &recorder)
      recorder.endRow(example.labels[index], weight: weight)
    }
  }
}

/// The rows of spaces that may stand inside words.
func exportGaps(
  _ lines: [MarkedText], _ language: BoundaryLanguage, _ lexicon: WordLexicon,
  to recorder: inout RowRecorder
) {
  let features = GapFeatures(language: language, lexicon: lexicon)
  var scanner = WordScanner(language, in: lexicon)
  for line in lines {
    let text = line.text.span
    scanner.scan(text)
    for index in scanner.parts.indices {
      let second = scanner.parts[index]
      guard let gap = second.gap, !second.isProtected, !scanner.parts[index - 1].isProtected
      else { continue }
      let first = scanner.parts[index - 1]
      let pair = WordPair(
        first: first.entry, second: second.entry, joined: lexicon.entry(second.joinedHash),
        firstHash: first.hash, secondHash: second.hash, joinedHash: second.joinedHash)
      guard pair.isCandidate, first.count > 0, second.count > 0 else { continue }
      features.add(
        scanner.letters(of: first, in: text), scanner.letters(of: second, in: text), pair,
        to: &recorder)
      features.addNeighbours(
        pair, previous: scanner.neighbour(before: index - 1, in: text),
        next: scanner.neighbour(after: index, in: text), to: &recorder)
      recorder.endRow(line.isJoined(gap) ? .nonJoiner : .nothing, weight: 1)
    }
  }
}
