import GhirbalText

/// Phrases that a whole line is, with slots for what changes from page to page: "posted by … on @".
///
/// `…` stands for any words, `#` for a number, `@` for a date or a time. A colon of a pattern has to
/// stand there; other marks are not looked at. All patterns are one tree of words, and a line is read
/// against it once: linear in the line, with as many open branches at most as patterns have words.
struct ChromePatterns: Sendable {
  private enum Slot: Sendable { case any, number, date }

  private struct Node: Sendable {
    /// What a slot's node takes again; nil for a word's.
    var slot: Slot?
    var children: [Int32: Int] = [:]
    var slots: [(slot: Slot, node: Int)] = []
    var endings: [Int] = []
  }

  /// A branch that is open: where it stands, and what the date that it is in has had so far.
  private struct Branch: Equatable {
    var node: Int
    var date = DateEvidence()
  }

  /// What makes numbers a date or a time: three of them, two with a year, two with a colon between.
  private struct DateEvidence: Equatable {
    var numbers: UInt8 = 0
    /// Words without a digit.
    var words: UInt8 = 0
    var hasYear = false
    var hasColon = false

    var isDate: Bool { numbers >= 3 || numbers >= 2 && (hasYear || hasColon) }
  }

  private static let colon: Int32 = 0
  private static let unknown: Int32 = -1
  /// Lines are short: so many words at most beside those of the pattern.
  private static let maxWords = 24
  /// "Wednesday, the 12th of March 2024 at 10:45 pm GMT": so many words without a digit, and so many
  /// before the first number.
  private static let maxDateWords = 7
  private static let maxWordsBeforeDate = 3
  /// From so many words of its own on a pattern is a sentence and may end like one.
  private static let minSentenceWords = 4

  private let rows: [ChromePhrase]
  private var nodes = [Node()]
  private var wordCounts: [Int] = []
  /// Whether the last token of each pattern is a slot, and whether it is a colon.
  private var endsOpen: [Bool] = []
  private var endsInColon: [Bool] = []
  /// Words of patterns; the literal of each is its place and one.
  private var literals = WordTable()

  init(_ rows: [ChromePhrase]) {
    self.rows = rows
    for (index, row) in rows.enumerated() {
      var node = 0
      var words = 0
      var last = Token.colon
      for token in Token.tokens(of: row.phrase) {
        node = child(of: node, token)
        if case .word = token { words += 1 }
        last = token
      }
      wordCounts.append(words)
      if case .slot = last { endsOpen.append(true) } else { endsOpen.append(false) }
      endsInColon.append(last == .colon)
      nodes[node].endings.append(index)
    }
  }

  /// Whether a pattern has a word beside its slots, without which it would be any line.
  static func hasWord(_ phrase: String) -> Bool {
    Token.tokens(of: phrase).contains { if case .word = $0 { true } else { false } }
  }

  private enum Token: Equatable {
    case word([UInt8])
    case colon
    case slot(Slot)

    static func tokens(of phrase: String) -> [Token] {
      var tokens: [Token] = []
      var word: [UInt8] = []
      func close() {
        guard !word.isEmpty else { return }
        let folded = FoldedText(word.span)
        for range in folded.words { tokens.append(.word(Array(folded.utf8[range]))) }
        word = []
      }
      let utf8 = Array(phrase.utf8)
      var position = 0
      while position < utf8.count {
        let rest = utf8[position...]
        let (token, width): (Token?, Int) =
          switch utf8[position] {
          case 0x23: (.slot(.number), 1)
          case 0x40: (.slot(.date), 1)
          case 0x3A: (.colon, 1)
          // … and the wide colon
          case 0xE2 where rest.starts(with: [0xE2, 0x80, 0xA6]): (.slot(.any), 3)
          case 0xEF where rest.starts(with: [0xEF, 0xBC, 0x9A]): (.colon, 3)
          default: (nil, 1)
          }
        if let token {
          close()
          tokens.append(token)
        } else {
          word.append(utf8[position])
        }
        position += width
      }
      close()
      return tokens
    }
  }

  private mutating func child(of node: Int, _ token: Token) -> Int {
    switch token {
    case .slot(let slot):
      if let known = nodes[node].slots.first(where: { $0.slot == slot }) { return known.node }
      nodes.append(Node(slot: slot))
      nodes[node].slots.append((slot, nodes.count - 1))
      return nodes.count - 1
    case .colon: return child(of: node, literal: Self.colon)
    case .word(let utf8):
      return child(of: node, literal: Int32(literals.add(utf8[...]) + 1))
    }
  }

  private mutating func child(of node: Int, literal: Int32) -> Int {
    if let known = nodes[node].children[literal] { return known }
    nodes.append(Node())
    nodes[node].children[literal] = nodes.count - 1
    return nodes.count - 1
  }

  /// The pattern that all of a line is: a sure one before a weak one, then the one of most words.
  func pattern(of text: FoldedText, _ words: [Range<Int>], _ shape: BlockShape) -> ChromePhrase? {
    guard (1...Self.maxWords).contains(words.count) else { return nil }
    let tokens = words.map { word in
      literals.place(of: text.utf8[word]).map { Int32($0 + 1) } ?? Self.unknown
    }
    // Most lines hold no word of any pattern at all.
    guard tokens.contains(where: { $0 != Self.unknown }) else { return nil }
    var open = [Branch(node: 0)]
    for index in words.indices {
      step(&open, tokens[index], text.utf8[words[index]])
      let end = index + 1 < words.count ? words[index + 1].lowerBound : text.utf8.count
      if text.utf8[words[index].upperBound..<end].contains(0x3A) { stepOverColon(&open) }
      if open.isEmpty { return nil }
    }
    var best: Int?
    for branch in open where isSettled(branch) {
      for ending in nodes[branch.node].endings where mayEnd(ending, shape) {
        if let known = best, !isBetter(ending, known) { continue }
        best = ending
      }
    }
    return best.map { rows[$0] }
  }

  private func isBetter(_ one: Int, _ other: Int) -> Bool {
    if rows[one].isWeak != rows[other].isWeak { return !rows[one].isWeak }
    if wordCounts[one] != wordCounts[other] { return wordCounts[one] > wordCounts[other] }
    return one < other
  }

  /// Whether a line of a shape may be a pattern. A slot at its end takes no sentence: "Source: the
  /// notebook of my grandmother, page four." And a line that goes on is no line of its own.
  private func mayEnd(_ pattern: Int, _ shape: BlockShape) -> Bool {
    switch shape.ending {
    case .none: true
    case .ellipsis: true
    case .open: endsInColon[pattern]
    case .stop, .question, .exclamation:
      !endsOpen[pattern] || wordCounts[pattern] >= Self.minSentenceWords
    }
  }

  /// Whether a branch may leave the slot that it stands in.
  private func isSettled(_ branch: Branch) -> Bool {
    nodes[branch.node].slot != .date || branch.date.isDate
  }

  private func step(_ open: inout [Branch], _ token: Int32, _ word: ArraySlice<UInt8>) {
    var next: [Branch] = []
    func add(_ branch: Branch) { if !next.contains(branch) { next.append(branch) } }
    let digits = Self.digitGroups(word)
    for branch in open {
      let node = nodes[branch.node]
      if let slot = node.slot, let stay = taking(digits, slot, branch) { add(stay) }
      guard isSettled(branch) else { continue }
      if token > 0, let child = node.children[token] { add(Branch(node: child)) }
      for (slot, child) in node.slots {
        if let into = taking(digits, slot, Branch(node: child)) { add(into) }
      }
    }
    open = next
  }

  private func stepOverColon(_ open: inout [Branch]) {
    var next: [Branch] = []
    for var branch in open {
      if isSettled(branch), let child = nodes[branch.node].children[Self.colon] {
        next.append(Branch(node: child))
      }
      if nodes[branch.node].slot == .date { branch.date.hasColon = true }
      if !next.contains(branch) { next.append(branch) }
    }
    open = next
  }

  /// A branch in a slot behind one word more; nil where the slot does not take it.
  private func taking(
    _ digits: (groups: UInt8, hasYear: Bool, isNumber: Bool), _ slot: Slot, _ branch: Branch
  ) -> Branch? {
    switch slot {
    case .any: return branch
    case .number: return digits.isNumber ? branch : nil
    case .date:
      var branch = branch
      if digits.groups == 0 {
        branch.date.words += 1
        let most = branch.date.numbers == 0 ? Self.maxWordsBeforeDate : Self.maxDateWords
        guard branch.date.words <= most else { return nil }
      }
      branch.date.numbers = min(3, branch.date.numbers + digits.groups)
      branch.date.hasYear = branch.date.hasYear || digits.hasYear
      return branch
    }
  }

  /// Runs of digits in a word, whether one is of four, and whether the word is a number: "204", "1k".
  private static func digitGroups(
    _ word: ArraySlice<UInt8>
  ) -> (groups: UInt8, hasYear: Bool, isNumber: Bool) {
    var groups: UInt8 = 0
    var run = 0
    var hasYear = false
    var letters = 0
    for byte in word {
      if (0x30...0x39).contains(byte) {
        if run == 0, groups < 3 { groups += 1 }
        run += 1
        if run == 4 { hasYear = true }
      } else {
        run = 0
        letters += 1
      }
    }
    return (groups, hasYear, groups == 1 && letters <= 1)
  }
}
