/// A reader of CommonMark's inline text after the algorithm of the specification (0.31, appendix
/// "A parsing strategy"), with GitHub's strikethrough and footnotes: what the words are once all marks
/// are taken off.
struct InlineMarkdown {
  /// The text without its marks.
  private(set) var text: [UInt8] = []
  /// The addresses of its links and images, in the order in which they end.
  private(set) var addresses: [String] = []

  private enum Node {
    case text([UInt8])
    case delimiter(Delimiter)
    case bracket(isActive: Bool, isImage: Bool, delimiterBottom: Int)
  }

  private struct Delimiter {
    let sign: UInt8
    var count: Int
    let canOpen: Bool
    let canClose: Bool
    /// How many there were, for the rule of three.
    let length: Int
  }

  private let markdown: [UInt8]
  private var index = 0
  private var nodes: [Node] = []

  init(_ markdown: some Sequence<UInt8>) {
    self.markdown = Array(markdown)
    while index < self.markdown.count { step() }
    processEmphasis(from: 0)
    text = nodes.flatMap(Self.utf8)
  }

  private static func utf8(_ node: Node) -> [UInt8] {
    switch node {
    case .text(let utf8): utf8
    case .delimiter(let run): Array(repeating: run.sign, count: run.count)
    case .bracket(_, let isImage, _): Array((isImage ? "![" : "[").utf8)
    }
  }

  private func byte(_ index: Int) -> UInt8? {
    markdown.indices.contains(index) ? markdown[index] : nil
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
      || (0x7B...0x7E).contains(byte)
  }

  private mutating func step() {
    let first = markdown[index]
    switch first {
    case UInt8(ascii: "\\"):
      if let next = byte(index + 1), Self.isPunctuation(next) || next == 0x0A {
        nodes.append(.text([next == 0x0A ? 0x20 : next]))
        index += 2
      } else {
        addText()
      }
    case UInt8(ascii: "`"): readCode()
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): readDelimiters(first)
    case UInt8(ascii: "["):
      if let end = footnoteEnd() {
        nodes.append(.text(Array(markdown[index + 2..<end])))
        index = end + 1
      } else {
        nodes.append(.bracket(isActive: true, isImage: false, delimiterBottom: nodes.count + 1))
        index += 1
      }
    case UInt8(ascii: "!") where byte(index + 1) == UInt8(ascii: "["):
      nodes.append(.bracket(isActive: true, isImage: true, delimiterBottom: nodes.count + 1))
      index += 2
    case UInt8(ascii: "]"): closeBracket()
    case UInt8(ascii: "<"):
      if let end = tagEnd() { index = end } else { addText() }
    case UInt8(ascii: "&"):
      if isReference() { nodes.append(.text(Array("<reference>".utf8))) }
      addText()
    default: addText()
    }
  }

  private mutating func addText() {
    nodes.append(.text([markdown[index]]))
    index += 1
  }

  private mutating func readCode() {
    func run(_ start: Int) -> Int { markdown[start...].prefix { $0 == UInt8(ascii: "`") }.count }
    let length = run(index)
    var end = index + length
    while end < markdown.count {
      if markdown[end] != UInt8(ascii: "`") {
        end += 1
        continue
      }
      let other = run(end)
      if other == length {
        nodes.append(.text(Array(markdown[index + length..<end])))
        index = end + length
        return
      }
      end += other
    }
    nodes.append(.text(Array(markdown[index..<index + length])))
    index += length
  }

  private func footnoteEnd() -> Int? {
    guard byte(index + 1) == UInt8(ascii: "^") else { return nil }
    let end = markdown[(index + 2)...].firstIndex { $0 == UInt8(ascii: "]") || $0 <= 0x20 }
    guard let end, markdown[end] == UInt8(ascii: "]"), end > index + 2 else { return nil }
    return end
  }

  /// A tag without line ends, quotes or other tags in it: those that the writer knows are so.
  private func tagEnd() -> Int? {
    var start = index + 1
    if byte(start) == UInt8(ascii: "/") { start += 1 }
    guard let letter = byte(start), (0x61...0x7A).contains(letter | 0x20),
      let end = markdown[start...].firstIndex(where: { $0 == UInt8(ascii: ">") })
    else { return nil }
    return markdown[start..<end].contains(UInt8(ascii: "<")) ? nil : end + 1
  }

  private func isReference() -> Bool {
    let rest = markdown[(index + 1)...].prefix(33)
    let name = rest.prefix {
      (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || $0 == UInt8(ascii: "#")
    }
    return !name.isEmpty && byte(name.endIndex) == UInt8(ascii: ";")
  }

  // MARK: Links

  private mutating func closeBracket() {
    index += 1
    let open = nodes.lastIndex { if case .bracket = $0 { true } else { false } }
    guard let open, case .bracket(let isActive, let isImage, let bottom) = nodes[open] else {
      nodes.append(.text([UInt8(ascii: "]")]))
      return
    }
    guard isActive, let (address, end) = destination() else {
      nodes[open] = .text(Self.utf8(nodes[open]))
      nodes.append(.text([UInt8(ascii: "]")]))
      return
    }
    index = end
    addresses.append(address)
    processEmphasis(from: bottom)
    nodes[open] = .text([])
    guard !isImage else { return }
    for place in 0..<open {
      if case .bracket(_, false, let bottom) = nodes[place] {
        nodes[place] = .bracket(isActive: false, isImage: false, delimiterBottom: bottom)
      }
    }
  }

  private func destination() -> (String, Int)? {
    guard byte(index) == UInt8(ascii: "(") else { return nil }
    var place = index + 1
    var depth = 0
    var address: [UInt8] = []
    while let next = byte(place) {
      if next <= 0x20 { return nil }
      if next == UInt8(ascii: "\\"), let escaped = byte(place + 1), Self.isPunctuation(escaped) {
        address.append(escaped)
        place += 2
        continue
      }
      if next == UInt8(ascii: "(") { depth += 1 }
      if next == UInt8(ascii: ")") {
        if depth == 0 { return (String(decoding: address, as: UTF8.self), place + 1) }
        depth -= 1
      }
      address.append(next)
      place += 1
    }
    return nil
  }

  // MARK: Emphasis

  private enum Neighbour { case space, punctuation, word }

  private static func neighbour(_ character: Unicode.Scalar?) -> Neighbour {
    guard let character else { return .space }
    switch character.properties.generalCategory {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control: return .space
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
      .modifierSymbol, .otherSymbol:
      return .punctuation
    default: return .word
    }
  }

  private mutating func readDelimiters(_ sign: UInt8) {
    let end = markdown[index...].firstIndex { $0 != sign } ?? markdown.count
    let before = Self.neighbour(
      String(decoding: markdown[max(0, index - 8)..<index], as: UTF8.self).unicodeScalars.last)
    let after = Self.neighbour(
      String(decoding: markdown[end..<min(markdown.count, end + 8)], as: UTF8.self).unicodeScalars
        .first)
    let isLeft = after != .space && (after == .word || before != .word)
    let isRight = before != .space && (before == .word || after != .word)
    let isUnderline = sign == UInt8(ascii: "_")
    nodes.append(
      .delimiter(
        Delimiter(
          sign: sign, count: end - index,
          canOpen: isUnderline ? isLeft && (!isRight || before == .punctuation) : isLeft,
          canClose: isUnderline ? isRight && (!isLeft || after == .punctuation) : isRight,
          length: end - index)))
    index = end
  }

  private mutating func processEmphasis(from bottom: Int) {
    var closer = bottom
    while closer < nodes.count {
      guard case .delimiter(var closing) = nodes[closer], closing.canClose, closing.count > 0 else {
        closer += 1
        continue
      }
      guard let opener = opener(of: closing, at: closer, bottom),
        case .delimiter(var opening) = nodes[opener]
      else {
        closer += 1
        continue
      }
      let used: Int
      if closing.sign == UInt8(ascii: "~") {
        used = closing.count
      } else {
        used = opening.count >= 2 && closing.count >= 2 ? 2 : 1
      }
      opening.count -= used
      closing.count -= used
      nodes[opener] = .delimiter(opening)
      nodes[closer] = .delimiter(closing)
      for place in (opener + 1)..<closer {
        if case .delimiter = nodes[place] { nodes[place] = .text(Self.utf8(nodes[place])) }
      }
    }
    for place in nodes.indices[bottom...] {
      if case .delimiter = nodes[place] { nodes[place] = .text(Self.utf8(nodes[place])) }
    }
  }

  private func opener(of closing: Delimiter, at closer: Int, _ bottom: Int) -> Int? {
    nodes[bottom..<closer].lastIndex { node in
      guard case .delimiter(let opening) = node, opening.sign == closing.sign, opening.canOpen,
        opening.count > 0
      else { return false }
      if opening.sign == UInt8(ascii: "~") {
        return opening.count == closing.count && closing.count < 3
      }
      let breaksRuleOfThree =
        (opening.canClose || closing.canOpen) && (opening.length + closing.length) % 3 == 0
        && !(opening.length % 3 == 0 && closing.length % 3 == 0)
      return !breaksRuleOfThree
    }
  }
}
