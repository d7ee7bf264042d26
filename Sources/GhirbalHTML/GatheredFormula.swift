import GhirbalDocument

/// A formula whose end the parser has not reached.
struct GatheredFormula {
  let element: ElementID
  let tag: Tag
  let rank: BlockAssembler.FormulaRank
  let place: BlockAssembler.Place
  /// How many elements are open around it.
  let depth: Int
  let sourceStart: Int
  var text = FormulaText()

  /// Whether a tag can be no part of it: it was never closed. Formulas that are named by a class may
  /// be laid out by `div`; MathML holds no blocks (HTML, section 13.2.6.5, "breaks out of foreign
  /// content").
  func endsBefore(_ tag: Tag) -> Bool {
    (tag.isBlockLevel && (tag != .div || self.tag == .math)) || tag.isAside
  }

  mutating func start(
    _ part: FormulaText.Part?, _ meaning: ElementMeaning, _ imageAlternative: String?
  ) {
    text.start(part)
    if let formula = meaning.alternativeFormula { text.addAlternative(formula) }
    if let imageAlternative { text.addAlternative(imageAlternative.utf8) }
  }

  mutating func end() { text.end() }
}
