import GhirbalDocument

/// What an element's attributes say of its text beside where it stands (`BlockContext`).
struct ElementHints: OptionSet {
  let rawValue: UInt32

  /// A formula in all its copies.
  static let formula = ElementHints(rawValue: 1 << 0)
  /// What stands in a formula's place until a script has set it.
  static let formulaPreview = ElementHints(rawValue: 1 << 1)
  /// An image of a formula, whose alternative text is the formula.
  static let formulaImage = ElementHints(rawValue: 1 << 2)
  /// A script that holds a formula in TeX.
  static let formulaSource = ElementHints(rawValue: 1 << 3)
  static let raised = ElementHints(rawValue: 1 << 4)
  static let lowered = ElementHints(rawValue: 1 << 5)
  /// The mark of a note.
  static let note = ElementHints(rawValue: 1 << 6)
  /// The mark of a note where it is raised; the word has other uses.
  static let noteIfRaised = ElementHints(rawValue: 1 << 7)
  /// One line of code.
  static let codeLine = ElementHints(rawValue: 1 << 8)
  /// A table whose rows are lines of code.
  static let codeTable = ElementHints(rawValue: 1 << 9)

  /// What one attribute says.
  static func hints(of attribute: AttributeName, _ value: UnsafeBufferPointer<UInt8>) -> Self {
    switch attribute {
    case .class: classHints(value)
    case .role: isWord(value, "doc-noteref") ? .note : []
    case .type: starts(value, with: "math/tex") ? .formulaSource : []
    case .href: leadsToPlaceOnPage(value)
    default: []
    }
  }

  /// A link to a place on the same page.
  static let placeOnPage = ElementHints(rawValue: 1 << 10)
  /// The numbers of lines of code.
  static let lineNumber = ElementHints(rawValue: 1 << 11)
  /// What is not copied with the text around it: in code, the numbers of its lines.
  static let unselectable = ElementHints(rawValue: 1 << 14)
  /// For who works with the page, no part of its text.
  static let control = ElementHints(rawValue: 1 << 12)
  /// A button that copies code, if it is one.
  static let copyButton = ElementHints(rawValue: 1 << 13)

  /// What speaks against the text of an element as a part of the page's; `isCode` where it stands in
  /// preformatted text, `isInHeading` where in a heading.
  func unseenKind(of tag: Tag, isInCode: Bool, isInHeading: Bool) -> UnseenRun.Kind? {
    // Highlighters write on the code itself that its lines have numbers.
    if contains(.lineNumber), tag != .pre, tag != .code { return .lineNumber }
    if contains(.unselectable), isInCode, tag != .pre, tag != .code { return .lineNumber }
    if contains(.control) { return .control }
    return contains(.copyButton) || tag == .button && (isInCode || isInHeading) ? .control : nil
  }

  // MARK: Classes

  private static let classes: [(name: StaticString, hint: ElementHints)] = [
    ("katex", .formula), ("MathJax", .formula), ("MathJax_SVG", .formula),
    ("MathJax_CHTML", .formula), ("mjx-chtml", .formula), ("mwe-math-element", .formula),
    ("MathJax_Preview", .formulaPreview),
    ("mwe-math-fallback-image-inline", .formulaImage),
    ("mwe-math-fallback-image-display", .formulaImage), ("latex", .formulaImage),
    ("tex", .formulaImage),
    ("superscript", .raised), ("subscript", .lowered),
    ("footnote-ref", .note), ("footnote-reference", .note), ("footnoteref", .note),
    ("footnote-anchor", .note), ("noteref", .note), ("note-ref", .note), ("endnote-ref", .note),
    ("endnote-reference", .note), ("sdfootnoteanc", .note), ("sdendnoteanc", .note),
    ("footnote_referrer", .note), ("modern-footnotes-footnote", .note),
    ("easy-footnote", .note), ("mw-ref", .note),
    ("reference", .noteIfRaised), ("footnote", .noteIfRaised), ("endnote", .noteIfRaised),
    ("fn", .noteIfRaised), ("note", .noteIfRaised), ("cite", .noteIfRaised),
    ("citation", .noteIfRaised), ("footnotes", .noteIfRaised),
    ("line", .codeLine), ("code-line", .codeLine), ("view-line", .codeLine), ("cl", .codeLine),
    ("token-line", .codeLine), ("CodeMirror-line", .codeLine), ("hljs-ln-line", .codeLine),
    ("js-file-line-container", .codeTable), ("hljs-ln", .codeTable),
    ("gutter", .lineNumber), ("lineno", .lineNumber), ("linenos", .lineNumber),
    ("linenodiv", .lineNumber), ("line-number", .lineNumber), ("line-numbers", .lineNumber),
    ("linenumber", .lineNumber), ("linenumbers", .lineNumber), ("line_numbers", .lineNumber),
    ("lineNumber", .lineNumber), ("lineNumbers", .lineNumber), ("lnt", .lineNumber),
    ("ln", .lineNumber), ("ln-num", .lineNumber), ("blob-num", .lineNumber),
    ("hljs-ln-numbers", .lineNumber), ("rouge-gutter", .lineNumber), ("crayon-nums", .lineNumber),
    ("CodeMirror-linenumber", .lineNumber), ("react-line-number", .lineNumber),
    ("code-line-number", .lineNumber), ("react-syntax-highlighter-line-number", .lineNumber),
    ("token-line-number", .lineNumber), ("line-numbers-rows", .lineNumber),
    ("mw-editsection", .control), ("editsection", .control), ("mw-cite-backlink", .control),
    ("copy-btn", .copyButton), ("copy-button", .copyButton), ("btn-copy", .copyButton),
    ("copybtn", .copyButton), ("copy-code-button", .copyButton), ("copy-code", .copyButton),
    ("code-copy", .copyButton), ("code-copy-button", .copyButton), ("btn-clipboard", .copyButton),
    ("clipboard-button", .copyButton), ("hljs-copy-button", .copyButton),
    ("hljs-copy", .copyButton), ("copy-to-clipboard-button", .copyButton),
    ("md-clipboard", .copyButton), ("ClipboardButton", .copyButton),
  ]

  /// The lengths of the names that start with each byte, as bits: most classes of a page are none.
  private static let lengths: [UInt64] = {
    var lengths = [UInt64](repeating: 0, count: 256)
    for (name, _) in classes {
      lengths[Int(name.utf8Start[0])] |= 1 << UInt64(name.utf8CodeUnitCount)
    }
    return lengths
  }()

  private static func classHints(_ value: UnsafeBufferPointer<UInt8>) -> Self {
    var hints: Self = []
    lengths.withUnsafeBufferPointer { lengths in
      var start = 0
      while start < value.count {
        while start < value.count, value[start] <= 0x20 { start += 1 }
        var end = start
        while end < value.count, value[end] > 0x20 { end += 1 }
        if end > start, end - start < 64, lengths[Int(value[start])] >> UInt64(end - start) & 1 == 1
        {
          hints.formUnion(hint(of: UnsafeBufferPointer(rebasing: value[start..<end])))
        }
        start = end
      }
    }
    return hints
  }

  private static func hint(of name: UnsafeBufferPointer<UInt8>) -> Self {
    classes.first { isWord(name, $0.name) }?.hint ?? []
  }

  // MARK: Links

  /// What notes are called in addresses of pages that name themselves in full.
  private static let notePrefixes: [StaticString] = [
    "cite_note", "cite-note", "footnote", "endnote", "fn-", "fn:", "fn1", "_ftn", "_edn",
    "sdfootnote",
    "sdendnote", "note-", "ftn",
  ]

  private static func leadsToPlaceOnPage(_ address: UnsafeBufferPointer<UInt8>) -> Self {
    guard address.count > 1 else { return [] }
    if address[0] == UInt8(ascii: "#") { return .placeOnPage }
    guard let hash = address.lastIndex(of: UInt8(ascii: "#")) else { return [] }
    let fragment = UnsafeBufferPointer(rebasing: address[(hash + 1)...])
    return notePrefixes.contains { starts(fragment, with: $0) } ? .placeOnPage : []
  }

  // MARK: Bytes

  static func isWord(_ value: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
    value.count == word.utf8CodeUnitCount && starts(value, with: word)
  }

  private static func starts(
    _ value: UnsafeBufferPointer<UInt8>, with word: StaticString
  ) -> Bool {
    guard value.count >= word.utf8CodeUnitCount else { return false }
    for index in 0..<word.utf8CodeUnitCount where value[index] != word.utf8Start[index] {
      return false
    }
    return true
  }
}

/// Attributes that the arena does not keep, but that say something of their element's text.
enum HintingAttribute: CaseIterable {
  case protectedAddress, noteReference, alternativeFormula, encoding, codeLine

  var name: String {
    switch self {
    case .protectedAddress: "data-cfemail"
    case .noteReference: "data-footnote-ref"
    case .alternativeFormula: "alttext"
    case .encoding: "encoding"
    case .codeLine: "data-line"
    }
  }
}
