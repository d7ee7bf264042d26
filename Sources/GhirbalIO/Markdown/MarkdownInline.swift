import GhirbalDocument

/// Writes the content of one block with its links, emphasis, code and images.
struct MarkdownInline {
  private let utf8: [UInt8]
  private let whole: Range<Int>
  private var spans: [MarkdownSpan]
  private var next = 0
  private var place: MarkdownText.Place
  private var isAtLineStart = true
  /// Where the last mark was closed, if nothing was written since.
  private var lastClose = -1

  init(
    _ block: Block, _ document: Document, targets: LinkTargets?, images: LinkTargets,
    notes: [ElementID: [UInt8]], lineBreak: [UInt8], paragraphBreak: [UInt8]? = nil,
    isInItem: Bool = false, isInTable: Bool = false
  ) {
    utf8 = document.utf8
    whole = block.content
    place = MarkdownText.Place(
      lineBreak: lineBreak, paragraphBreak: paragraphBreak, isInItem: isInItem,
      isInTable: isInTable, isHeading: block.kind.isHeading, signs: MarkdownSigns())
    spans = []
    defer { place.signs = signs() }
    guard !block.links.isEmpty || !block.marks.isEmpty else { return }
    let start = block.content.lowerBound
    if !notes.isEmpty {
      for link in block.links {
        guard let label = notes[link.element] else { continue }
        let range = bracketed(start + link.utf8Range.lowerBound..<start + link.utf8Range.upperBound)
        spans.append(MarkdownSpan(range: range, kind: .note(label)))
      }
    }
    let noteRanges = spans.map(\.range)
    func add(_ mark: Mark, _ kind: MarkdownSpan.Kind) {
      let range = trimmed(
        start + mark.utf8Range.lowerBound..<start + mark.utf8Range.upperBound)
      // A heading is strong already.
      if kind == .strong, block.kind.isHeading, range == trimmed(whole) { return }
      // A mark of a footnote is raised anyway.
      if kind == .superscripted,
        noteRanges.contains(where: { $0.clamped(to: range) == $0 && range.clamped(to: $0) == range }
        )
      {
        return
      }
      if !range.isEmpty { spans.append(MarkdownSpan(range: range, kind: kind)) }
    }
    if let targets {
      for link in block.links where notes[link.element] == nil {
        if let address = targets.address(of: link.element) { add(link, .link(address)) }
      }
    }
    for mark in block.marks {
      let tag = document.elements.tag(of: mark.element)
      if tag == .img, let address = images.image(mark.element) {
        add(mark, .image(address))
      } else if let kind = MarkdownSpan.Kind(tag) {
        add(mark, kind)
      }
    }
    nest()
  }

  /// What of the text could be markup, with the marks that are written into it.
  private func signs() -> MarkdownSigns {
    var written = MarkdownSigns.Written()
    written.isInTable = place.isInTable
    for span in spans {
      written.edges.insert(span.range.lowerBound)
      written.edges.insert(span.range.upperBound)
      switch span.kind {
      case .strong, .emphasis: written.stars = true
      case .strikethrough: written.tildes = true
      case .code: written.backticks = true
      case .subscripted, .superscripted: written.tags = true
      case .link, .image, .note: break
      }
    }
    return MarkdownSigns(utf8, whole, beside: written)
  }

  mutating func write(to output: inout [UInt8]) { write(whole, closesBefore: false, to: &output) }

  // MARK: Nesting

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    // White space of Unicode opens and closes no emphasis.
    while start < end, MarkdownNeighbour(startOf: utf8[start..<end]) == .space {
      start = scalarEnd(start)
    }
    while end > start, MarkdownNeighbour(endOf: utf8[start..<end]) == .space {
      end = scalarStart(end)
    }
    return start..<end
  }

  /// The text of a footnote's mark with the brackets around it.
  private func bracketed(_ range: Range<Int>) -> Range<Int> {
    let text = trimmed(range)
    guard text.lowerBound > whole.lowerBound, text.upperBound < whole.upperBound,
      utf8[text.lowerBound - 1] == UInt8(ascii: "["), utf8[text.upperBound] == UInt8(ascii: "]")
    else { return text }
    return text.lowerBound - 1..<text.upperBound + 1
  }

  /// Whether a text can stand between the brackets of a link as it is (CommonMark 0.31, section 6.3).
  private func isBalanced(_ range: Range<Int>) -> Bool {
    var depth = 0
    for index in range {
      switch utf8[index] {
      case UInt8(ascii: "["):
        depth += 1
        if index + 1 < whole.upperBound, utf8[index + 1] == UInt8(ascii: "^") { return false }
      case UInt8(ascii: "]"):
        depth -= 1
        if depth < 0 || (index + 1 < range.upperBound && utf8[index + 1] == UInt8(ascii: "(")) {
          return false
        }
      default: break
      }
    }
    return depth == 0
  }

  /// Puts outer spans before inner ones, and takes out what Markdown cannot say: a mark inside of
  /// one of its kind, any mark inside of code and images, a mark that reaches over another's end.
  private mutating func nest() {
    spans.sort {
      ($0.range.lowerBound, -$0.range.upperBound, $0.kind.rank)
        < ($1.range.lowerBound, -$1.range.upperBound, $1.kind.rank)
    }
    var nested: [MarkdownSpan] = []
    var open: [Int] = []
    for var span in spans {
      while let last = open.last, nested[last].range.upperBound <= span.range.lowerBound {
        open.removeLast()
      }
      if let last = open.last {
        let end = min(span.range.upperBound, nested[last].range.upperBound)
        span.range = span.range.lowerBound..<end
      }
      let isKept = open.allSatisfy { index in
        switch nested[index].kind {
        case .code, .image, .note: false
        case .link: if case .link = span.kind { false } else { true }
        default: nested[index].kind != span.kind
        }
      }
      guard isKept else { continue }
      // Two of a kind that touch are one: `**a****b**` is not what it seems.
      if let last = nested.indices.last, span.kind.delimiter != nil || span.kind == .code,
        nested[last].kind == span.kind, nested[last].range.upperBound == span.range.lowerBound,
        open.isEmpty || nested[open[open.count - 1]].range.upperBound >= span.range.upperBound
      {
        nested[last].range = nested[last].range.lowerBound..<span.range.upperBound
        open.append(last)
        continue
      }
      nested.append(span)
      open.append(nested.count - 1)
    }
    spans = nested
  }

  // MARK: Writing

  /// Writes a stretch with the marks in it; `closesBefore` tells whether a mark closes right behind.
  private mutating func write(
    _ range: Range<Int>, closesBefore: Bool, to output: inout [UInt8]
  ) {
    var position = range.lowerBound
    while next < spans.count, spans[next].range.lowerBound < range.upperBound {
      let span = spans[next]
      next += 1
      // What was cut short by a mark around it may reach back over what is written.
      guard span.range.lowerBound >= position, span.range.upperBound <= range.upperBound else {
        continue
      }
      writeText(position..<span.range.lowerBound, to: &output)
      write(span, isLast: closesBefore && span.range.upperBound == range.upperBound, to: &output)
      position = span.range.upperBound
    }
    writeText(position..<range.upperBound, to: &output)
  }

  private mutating func writeText(_ range: Range<Int>, to output: inout [UInt8]) {
    MarkdownText.append(
      utf8, range, in: whole, place, isAtLineStart: &isAtLineStart, to: &output)
  }

  private mutating func write(_ span: MarkdownSpan, isLast: Bool, to output: inout [UInt8]) {
    let outside = place
    defer { place = outside }
    // No mark reaches over the end of a paragraph.
    place.paragraphBreak = nil
    switch span.kind {
    case .note(let label):
      skipInner(of: span)
      isAtLineStart = false
      output.append(contentsOf: "[^".utf8)
      output.append(contentsOf: label)
      output.append(UInt8(ascii: "]"))
    case .link(let address):
      if output.last == UInt8(ascii: "!"), !isAtLineStart {
        output[output.count - 1] = UInt8(ascii: "\\")
        output.append(UInt8(ascii: "!"))
      }
      place.escapesBrackets = !isBalanced(span.range)
      wrap(span.range, "[", [UInt8(ascii: "]")] + Self.destination(address), to: &output)
    case .image(let address):
      skipInner(of: span)
      place.escapesBrackets = !isBalanced(span.range)
      wrap(span.range, "![", [UInt8(ascii: "]")] + Self.destination(address), to: &output)
    case .code: writeCode(span, to: &output)
    case .subscripted: wrap(span.range, "<sub>", Array("</sub>".utf8), to: &output)
    case .superscripted: wrap(span.range, "<sup>", Array("</sup>".utf8), to: &output)
    case .strong, .emphasis, .strikethrough: writeDelimited(span, isLast: isLast, to: &output)
    }
  }

  private mutating func wrap(
    _ range: Range<Int>, _ opening: StaticString, _ closing: [UInt8], to output: inout [UInt8]
  ) {
    opening.withUTF8Buffer { output.append(contentsOf: $0) }
    isAtLineStart = false
    write(range, closesBefore: true, to: &output)
    output.append(contentsOf: closing)
  }

  private mutating func skipInner(of span: MarkdownSpan) {
    while next < spans.count, spans[next].range.lowerBound < span.range.upperBound { next += 1 }
  }

  /// The address in parentheses; brackets without a partner and what reads as a reference are
  /// escaped (CommonMark 0.31, section 6.3).
  private static func destination(_ address: [UInt8]) -> [UInt8] {
    var depth = 0
    var isBalanced = true
    for byte in address {
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      // Readers of Markdown may give up on deeper ones.
      if depth < 0 || depth > 8 { isBalanced = false }
    }
    if depth != 0 { isBalanced = false }
    var destination = [UInt8(ascii: "(")]
    for (index, byte) in address.enumerated() {
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: ")"):
        if !isBalanced { destination.append(UInt8(ascii: "\\")) }
      case UInt8(ascii: "&")
      where MarkdownText.isReference(address, at: index, until: address.count):
        destination.append(UInt8(ascii: "\\"))
      default: break
      }
      destination.append(byte)
    }
    destination.append(UInt8(ascii: ")"))
    return destination
  }

  /// CommonMark 0.31, section 6.1: a fence of backticks longer than any inside.
  private mutating func writeCode(_ span: MarkdownSpan, to output: inout [UInt8]) {
    skipInner(of: span)
    isAtLineStart = false
    let tick = UInt8(ascii: "`")
    var longest = 0
    var run = 0
    for byte in utf8[span.range] {
      run = byte == tick ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = [UInt8](repeating: tick, count: longest + 1)
    let isPadded = utf8[span.range.lowerBound] == tick || utf8[span.range.upperBound - 1] == tick
    output.append(contentsOf: fence)
    if isPadded { output.append(0x20) }
    for byte in utf8[span.range] {
      if place.isInTable, byte == UInt8(ascii: "|") { output.append(UInt8(ascii: "\\")) }
      output.append(byte == 0x0A || byte == 0x0D ? 0x20 : byte)
    }
    if isPadded { output.append(0x20) }
    output.append(contentsOf: fence)
  }

  // MARK: Delimiters

  /// Writes a mark whose signs are read as such only beside the right neighbours (CommonMark 0.31,
  /// section 6.2). Punctuation at its ends is left outside where it would be in the way; where that
  /// does not help either, the text stands without the mark.
  private mutating func writeDelimited(_ span: MarkdownSpan, isLast: Bool, to output: inout [UInt8])
  {
    guard let delimiter = span.kind.delimiter else { return }
    let sign = delimiter.utf8.first
    // What the inner marks leave free at both ends.
    var firstInner = span.range.upperBound
    var lastInner = span.range.lowerBound
    var isInnerDelimited = false
    var index = next
    while index < spans.count, spans[index].range.lowerBound < span.range.upperBound {
      firstInner = min(firstInner, spans[index].range.lowerBound)
      lastInner = max(lastInner, spans[index].range.upperBound)
      // Another sign is punctuation.
      if spans[index].range.lowerBound == span.range.lowerBound,
        spans[index].kind.delimiter?.utf8.first != sign
      {
        isInnerDelimited = true
      }
      index += 1
    }
    var start = span.range.lowerBound
    let before: MarkdownNeighbour = isAtLineStart ? .space : MarkdownNeighbour(endOf: output[...])
    let closesRightBefore = lastClose == output.count && output.last == sign
    if !isInnerDelimited, before == .word {
      while start < firstInner,
        MarkdownNeighbour(startOf: utf8[start..<span.range.upperBound]) != .word
      {
        start = scalarEnd(start)
      }
    } else if isInnerDelimited, before == .word {
      start = span.range.upperBound
    }
    var end = span.range.upperBound
    let isFollowed =
      next < spans.count && spans.indices.contains(index)
      && spans[index].range.lowerBound == span.range.upperBound
    let after: MarkdownNeighbour =
      isLast || isFollowed
      ? .punctuation : MarkdownNeighbour(startOf: utf8[span.range.upperBound..<whole.upperBound])
    if after == .word {
      while end > max(start, lastInner), MarkdownNeighbour(endOf: utf8[start..<end]) != .word {
        end = scalarStart(end)
      }
      // Inner marks end in a sign.
      if lastInner == end, firstInner < lastInner { end = start }
    }
    let followsSameSign =
      isFollowed && spans[index].kind.delimiter?.utf8.first == sign && end == span.range.upperBound
    // Where an inner mark starts or ends as well, nothing can be left outside.
    if before == .word, start < end, MarkdownNeighbour(startOf: utf8[start..<end]) != .word {
      end = start
    }
    if after == .word, start < end, MarkdownNeighbour(endOf: utf8[start..<end]) != .word {
      end = start
    }
    // White space is no end of emphasis either.
    let inner = trimmed(start < end ? start..<end : start..<start)
    guard !inner.isEmpty, inner == start..<end, !closesRightBefore, !followsSameSign || sign == nil,
      start <= firstInner || firstInner == span.range.upperBound
    else {
      write(span.range, closesBefore: isLast, to: &output)
      return
    }
    writeText(span.range.lowerBound..<start, to: &output)
    output.append(contentsOf: delimiter.utf8)
    isAtLineStart = false
    write(start..<end, closesBefore: true, to: &output)
    output.append(contentsOf: delimiter.utf8)
    lastClose = output.count
    writeText(end..<span.range.upperBound, to: &output)
  }

  private func scalarEnd(_ start: Int) -> Int {
    var end = start + 1
    while end < utf8.count, utf8[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }

  private func scalarStart(_ end: Int) -> Int {
    var start = end - 1
    while start > 0, utf8[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }
}
