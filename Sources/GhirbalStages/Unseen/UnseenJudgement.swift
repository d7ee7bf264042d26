import GhirbalDocument

/// Which of a block's unseen runs leave its text, and why.
struct UnseenJudgement {
  typealias Reason = DropUnseenText.Reason

  /// Ascending and disjoint.
  private(set) var going: [(utf8Range: Range<Int>, reason: Reason)] = []

  private let block: Block
  private let elements: ElementArena
  private let text: [UInt8]

  init(_ block: Block, _ document: Document) {
    self.block = block
    elements = document.elements
    text = Array(document.utf8[block.content])
    let runs = block.unseen
    for index in runs.indices {
      if let reason = reason(against: runs[index]) { add(runs[index], reason) }
    }
    for range in PlaceLinks.ranges(in: block, of: document)
    where !going.contains(where: { $0.utf8Range.overlaps(range) }) {
      going.append((range, .placeLink))
    }
    dropCopies(runs.filter { $0.kind == .ariaHidden || $0.kind == .screenReaderText })
    going.sort { $0.utf8Range.lowerBound < $1.utf8Range.lowerBound }
  }

  private mutating func add(_ run: UnseenRun, _ reason: Reason) {
    going.append((run.utf8Range, reason))
  }

  // MARK: Hidden text

  private func reason(against run: UnseenRun) -> Reason? {
    switch run.kind {
    case .hidden:
      isFold(run.element) || isOnlyFormula(run) || isOnlyPrice(run) ? nil : .hidden
    case .outOfSight:
      // Where all of a line is so, a script fades it in.
      2 * run.utf8Range.count < text.count ? .hidden : nil
    case .ariaHidden, .screenReaderText: nil
    case .lineNumber: isNumber(run) ? .lineNumber : nil
    case .control:
      run.utf8Range.count <= Self.maxControlUTF8Count && !isHeadingItself(run) ? .control : nil
    }
  }

  /// A longer text may have a class for another reason.
  private static let maxControlUTF8Count = 96

  /// Whether a button in a heading is what the heading says, as of a text that unfolds, and no control behind it.
  private func isHeadingItself(_ run: UnseenRun) -> Bool {
    guard block.kind.isHeading, elements.tag(of: run.element) == .button else { return false }
    return !text[..<run.utf8Range.lowerBound].contains {
      FoldedWords.isWord($0) && !Self.isDigit($0)
    }
      || text[run.utf8Range.upperBound...].contains(where: FoldedWords.isWord)
  }

  /// Whether a run beside code counts its lines and says nothing else.
  private func isNumber(_ run: UnseenRun) -> Bool {
    let isCode = block.kind == .preformatted || block.context.contains(.code)
    let isCell = block.kind == .tableCell
    return (isCode || isCell)
      && text[run.utf8Range].allSatisfy {
        Self.isDigit($0) || $0 <= 0x20 || Self.numberSigns.contains($0)
      }
  }

  /// What stands beside the number of a line: `12:`, `12|`, `12.`.
  private static let numberSigns = Array(":|.".utf8)

  /// Whether an element is named as one that a click shows: the rest of a text, a spoiler.
  private func isFold(_ element: ElementID) -> Bool {
    Self.folds.contain(element, elements)
  }

  private static let folds = ClassNameWords(
    "en",
    [
      "more", "moretext", "readmore", "showmore", "rest", "fulltext", "full", "remainder", "expand",
      "expanded", "expandable", "collapse", "collapsed", "collapsible", "fold", "folded", "exposed",
      "spoiler", "accordion", "answer", "solution", "truncated", "toggle", "toggled",
    ])

  private func isOnlyFormula(_ run: UnseenRun) -> Bool {
    elements.tag(of: run.element) == .math
      || elements.elements(in: run.element).contains { elements.tags[$0] == .math }
  }

  /// Whether a run is a price in a text that has no other number.
  private func isOnlyPrice(_ run: UnseenRun) -> Bool {
    guard run.utf8Range.count <= Self.maxPriceUTF8Count else { return false }
    let price = text[run.utf8Range]
    guard price.contains(where: Self.isDigit),
      Self.currencies.contains(where: { price.contains($0) })
    else { return false }
    let others = block.unseen.filter { $0.kind == .hidden && $0 != run }
    return !text.indices.contains { index in
      Self.isDigit(text[index]) && !run.utf8Range.contains(index)
        && !others.contains { $0.utf8Range.contains(index) }
    }
  }

  private static let maxPriceUTF8Count = 32
  private static let currencies: [[UInt8]] = [
    "$", "€", "£", "¥", "₹", "₽", "₺", "₩", "₪", "₫", "₴", "฿", "﷼", "USD", "EUR", "zł", "Kč", "kr",
    "Ft", "lei", "CHF", "تومان", "ریال", "ريال", "درهم", "دينار", "جنيه", "ر.س", "د.إ", "元", "円",
  ].map { Array($0.utf8) }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  // MARK: Second copies

  /// Of what is read aloud and what is shown, where both say the same beside each other, one goes.
  private mutating func dropCopies(_ runs: [UnseenRun]) {
    var index = 0
    while index < runs.count {
      let run = runs[index]
      let next = index + 1 < runs.count ? runs[index + 1] : nil
      index += 1
      let said = FoldedSigns(text[run.utf8Range])
      guard !said.letters.isEmpty else { continue }
      if let next, next.kind != run.kind,
        isSpace(run.utf8Range.upperBound..<next.utf8Range.lowerBound)
      {
        let other = FoldedSigns(text[next.utf8Range])
        if other.letters == said.letters {
          add(Self.poorer((run, said), (next, other)), .secondCopy)
          index += 1
          continue
        }
      }
      if run.kind == .screenReaderText || said.wordCount > 1,
        said.isPrefix(of: text[run.utf8Range.upperBound...])
          || said.isSuffix(of: text[..<run.utf8Range.lowerBound])
      {
        add(run, .secondCopy)
      }
    }
  }

  /// The copy with fewer signs, as `$1299` beside `$12.99`; of equals the one that is not shown.
  private static func poorer(
    _ a: (run: UnseenRun, said: FoldedSigns), _ b: (run: UnseenRun, said: FoldedSigns)
  ) -> UnseenRun {
    if a.said.signCount != b.said.signCount {
      return a.said.signCount < b.said.signCount ? a.run : b.run
    }
    return a.run.kind == .screenReaderText ? a.run : b.run
  }

  private func isSpace(_ range: Range<Int>) -> Bool { text[range].allSatisfy { $0 <= 0x20 } }
}
