import Foundation

@testable import GhirbalText

// What train.py calls. Each command reads files and writes files; Training/words/README.md names them.

func bytes(_ path: String) throws -> UnsafeRawBufferPointer {
  let data = try Data(contentsOf: URL(fileURLWithPath: path))
  // Tables live as long as the process.
  let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: data.count, alignment: 16)
  data.copyBytes(to: copy)
  return UnsafeRawBufferPointer(copy)
}

/// The lines of a file; without a path, of the standard input.
func lines(_ path: String? = nil) throws -> [ArraySlice<UInt8>] {
  let data =
    try path.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
    ?? FileHandle.standardInput.readToEnd() ?? Data()
  return Array(data).split(
    separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
  ).dropLast()
}

func language(_ tag: String) throws -> BoundaryLanguage {
  guard let language = Language(rawValue: tag).flatMap(BoundaryLanguage.init) else {
    throw CocoaError(.fileReadUnknown)
  }
  return language
}

func thresholds(_ text: String) throws -> BoundaryLevel.Thresholds {
  if let level = BoundaryLevel(rawValue: text) { return level.thresholds }
  let values = text.split(separator: ",").compactMap { Float($0) }
  guard values.count == 9 else { throw CocoaError(.fileReadUnknown) }
  return BoundaryLevel.Thresholds(
    space: values[0], spaceInLabel: values[1],
    spaceBehindPrefix: values[7], nameLike: values[8],
    nonJoiner: values[2],
    gap: values[3], unsupportedGap: values[6], spaceOfPageWords: values[4], rivalShare: values[5])
}

let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "places", "gaps":
  // places|gaps LANGUAGE LEXICON BITS OUT TEXT...
  guard let bits = Int(arguments[3]) else { throw CocoaError(.fileReadUnknown) }
  var recorder = RowRecorder(bits: bits)
  let lexicon = WordLexicon(try bytes(arguments[2]))
  let marked = try arguments[5...].flatMap { try lines($0).map { MarkedText($0) } }
  let export = arguments[0] == "places" ? exportPlaces : exportGaps
  export(marked, try language(arguments[1]), lexicon, &recorder)
  try recorder.write(to: arguments[4])
  print(arguments[0], arguments[1], recorder.labels.count, "rows")
case "fit":
  // fit ROWS BITS EPOCHS RATE DECAY OUT
  guard let bits = Int(arguments[2]), let epochs = Int(arguments[3]),
    let rate = Float(arguments[4]), let decay = Float(arguments[5])
  else { throw CocoaError(.fileReadUnknown) }
  let model = try Fitting(arguments[1]).fit(bits: bits, epochs: epochs, rate: rate, decay: decay)
  try model.withUnsafeBytes { try Data($0).write(to: URL(fileURLWithPath: arguments[6])) }
case "repair":
  // repair LANGUAGE LEXICON MODEL LEVEL < TEXT > TEXT: each line is a page of its own. LANGUAGE may be
  // "told": what Ghirbal itself takes the line for.
  // LEVEL may be its nine thresholds instead, to try others.
  let isTold = arguments[1] == "told"
  let given = Language(rawValue: arguments[1])
  guard isTold || given != nil else { throw CocoaError(.fileReadUnknown) }
  let thresholds = try thresholds(arguments[4])
  let lexicon = WordLexicon(try bytes(arguments[2]))
  let model = BoundaryModel(try bytes(arguments[3]))
  let isWhole = arguments.count > 5
  let input = try lines()
  var page = PageWords()
  if isWhole { for line in input { page.add(Array(line).span) } }
  let words = page
  let boundaries = WordBoundaries(
    thresholds, lexicon: lexicon, model: model, page: { words })
  for line in input {
    let text = Array(line)
    let language = isTold ? identifyLanguage(text.span).language : given
    let clean =
      language.map { text.applying(boundaries.repairs(in: text.span, language: $0)) } ?? text
    FileHandle.standardOutput.write(Data(clean + [0x0A]))
  }
case "tell":
  // tell < TEXT > LANGUAGES: of each line alone, "-" where none is told
  for line in try lines() {
    print(identifyLanguage(Array(line).span).language?.rawValue ?? "-")
  }
case "settled":
  // settled LANGUAGE LEXICON MODEL < WORDS > WORDS: those that stay in every setting
  guard let tag = Language(rawValue: arguments[1]) else { throw CocoaError(.fileReadUnknown) }
  let lexicon = WordLexicon(try bytes(arguments[2]))
  let model = BoundaryModel(try bytes(arguments[3]))
  var output: [UInt8] = []
  let boundaries = WordBoundaries(
    BoundaryLevel.full.thresholds, lexicon: lexicon, model: model
  ) { PageWords() }
  // English words are judged in English prose only; rare ones may be parts of a word (woul d).
  let before = Array((tag == .english ? "this is of the " : "").utf8)
  for word in try lines() {
    let text = before + word
    let isRare =
      tag == .english
      && lexicon.entry(Array(word).span, 0..<word.count, in: .english).frequency < 14
    if !isRare, boundaries.repairs(in: text.span, language: tag).isEmpty {
      output += word + [0x0A]
    }
  }
  FileHandle.standardOutput.write(Data(output))
case "odds":
  // odds LANGUAGE LEXICON MODEL < WORDS: the odds of each place of each word
  let tag = try language(arguments[1])
  let lexicon = WordLexicon(try bytes(arguments[2]))
  let model = BoundaryModel(try bytes(arguments[3]))
  var scanner = WordScanner(tag, in: lexicon)
  for word in try lines() {
    let text = Array(word)
    scanner.scan(text.span)
    for part in scanner.parts where part.count > 1 {
      let letters = scanner.letters(of: part, in: text.span)
      let lattice = WordLattice(letters, tag, in: lexicon)
      for index in 1..<letters.count {
        var sum = model.sum
        BoundaryFeatures(language: tag, lexicon: lexicon).add(
          letters, lattice, index, before: part.before, after: part.after, to: &sum)
        let odds = model.odds(sum)
        let place = Int(letters.offsets[index])
        print(
          String(decoding: text[..<place], as: UTF8.self), "|",
          String(decoding: text[place...], as: UTF8.self), odds.nonJoiner, odds.space,
          lattice.margin(index))
      }
    }
  }
default:
  print("usage: places | gaps | fit | repair | settled | odds; see Training/words/README.md")
}
