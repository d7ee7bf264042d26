import GhirbalDocument
import GhirbalText

/// Writes a document as Markdown: headings, lists, quotations, code, tables, emphasis and links.
///
/// The text between the marks is the text of the blocks, so a parser of CommonMark reads it back
/// (`docs/writers/markdown.md`).
struct MarkdownWriter {
  private let document: Document
  private let targets: LinkTargets?
  private let images: LinkTargets
  private let notes: [ElementID: [UInt8]]
  private let containers: BlockContainers
  private var written = WrittenDocument()
  private var open: [OpenContainer] = []
  /// Whether only one line end parts the block written last from the next one in the plain text.
  private var isTight = false
  private var isFirst = true
  /// The rules behind the block written last.
  private var rules: ArraySlice<ElementID>
  private var last: Block?

  /// A container that the block written last stands in.
  private struct OpenContainer {
    var index: Int
    /// Lists that follow each other at once take turns with their bullets, or they would be one.
    var isOther: Bool
    /// What the lines after the first start with.
    var prefix: [UInt8]
  }

  static func write(
    _ document: Document, _ targets: LinkTargets?, url: String?
  ) -> WrittenDocument {
    var writer = MarkdownWriter(document, targets, url: url)
    writer.write()
    return writer.written
  }

  private init(_ document: Document, _ targets: LinkTargets?, url: String?) {
    self.document = document
    self.targets = targets
    images = targets ?? LinkTargets(document.elements, url: url)
    let footnotes = MarkdownFootnotes(document)
    notes = footnotes.marks
    containers = BlockContainers(
      document.elements, notes: footnotes.notes,
      callouts: MarkdownCallouts(document.elements).kinds)
    rules = containers.rules[...]
  }

  private mutating func write() {
    /// Tables that were looked at, and up to where blocks were written with one.
    var judged: Set<Int32> = []
    var index = 0
    while index < document.blocks.count {
      let block = document.blocks[index]
      index += 1
      guard !block.isDropped else { continue }
      if let element = block.element, block.kind != .caption {
        let table = containers.tables[element.index]
        if table >= 0, containers.cells[element.index] >= 0, judged.insert(table).inserted,
          let rows = MarkdownTable(ElementID(Int(table)), from: block.id, document, containers)
        {
          write(rows)
          index = max(index, rows.endBlock)
          continue
        }
      }
      write(block)
    }
    if !written.text.isEmpty { written.text.append(0x0A) }
  }

  // MARK: Blocks

  private mutating func write(_ block: Block) {
    guard document.utf8[block.content].contains(where: { $0 > 0x20 }) else {
      // White space alone: nothing to show, but a page that was text is restored from its rows.
      written.blocks.append(restorable(block, at: written.text.count..<written.text.count))
      return
    }
    let opensItem = beginBlock(block)
    var start = written.text.count
    if let level = Self.headingLevel(of: block) {
      written.text.append(contentsOf: repeatElement(UInt8(ascii: "#"), count: level))
      written.text.append(0x20)
      start = written.text.count
      appendInline(block, lineBreak: [0x20], opensItem: opensItem)
    } else if block.kind == .preformatted {
      start = appendFenced(block)
    } else {
      appendInline(
        block, lineBreak: [UInt8(ascii: "\\"), 0x0A] + prefix,
        paragraphBreak: [0x0A] + trimmedPrefix + [0x0A] + prefix, opensItem: opensItem)
    }
    let end = block.kind == .preformatted ? contentEndOfFence(start) : written.text.count
    written.blocks.append(restorable(block, at: start..<max(start, end)))
    isTight = document.utf8[block.gap].count { $0 == 0x0A } < 2
  }

  /// How many signs mark a block as a heading; nil for what is none.
  private static func headingLevel(of block: Block) -> Int? {
    if block.standing == .setFirst { return 1 }
    guard case .heading(let level) = block.kind else { return nil }
    // Nobody knows the level of a heading in flattened text; it is hardly the page's title.
    return level == 0 ? 2 : level
  }

  private mutating func appendInline(
    _ block: Block, lineBreak: [UInt8], paragraphBreak: [UInt8]? = nil, opensItem: Bool
  ) {
    var inline = MarkdownInline(
      block, document, targets: targets, images: images, notes: notes, lineBreak: lineBreak,
      paragraphBreak: paragraphBreak, isInItem: opensItem)
    inline.write(to: &written.text)
  }

  private var prefix: [UInt8] { open.flatMap(\.prefix) }

  /// Writes what parts a block from the last one and opens the containers it stands in; tells whether
  /// it is the first of an item.
  private mutating func beginBlock(_ block: Block) -> Bool {
    // The title stands above the text, whatever it stood in.
    beginBlock(block.standing == .setFirst ? [] : containers.path(to: block.element), block)
  }

  private mutating func beginBlock(_ path: [Int], _ block: Block) -> Bool {
    writeRules(before: block, path)
    var common = 0
    while common < min(path.count, open.count), open[common].index == path[common] { common += 1 }
    let last = open.count > common ? containers.containers[open[common].index] : nil
    let wasOther = open.count > common && open[common].isOther
    open.removeSubrange(common...)
    if !isFirst {
      written.text.append(0x0A)
      if !(isTight && canFollowDirectly(path, common, after: last)) {
        appendTrimmed(prefix)
        written.text.append(0x0A)
      }
      written.text.append(contentsOf: prefix)
    }
    isFirst = false
    for (offset, index) in path[common...].enumerated() {
      let container = containers.containers[index]
      let isOther = offset == 0 && takesOtherMarker(container, after: last, wasOther)
      let marker = Self.marker(of: container, isOther)
      written.text.append(contentsOf: marker)
      containers.box(of: index, before: block)?.withUTF8Buffer {
        written.text.append(contentsOf: $0)
      }
      let isQuotation =
        switch container.kind {
        case .quotation, .callout: true
        default: false
        }
      open.append(
        OpenContainer(
          index: index, isOther: isOther,
          prefix: isQuotation ? marker : Self.indentation(of: container, marker)))
      if case .callout(let kind) = container.kind {
        writeCallout(kind, container.element, before: block, isLast: index == path.last)
      }
    }
    guard path.count > common, let index = path.last,
      case .item = containers.containers[index].kind
    else { return false }
    return true
  }

  /// Writes what a call-out is: before its title, on a line above other text, in a paragraph above
  /// what is more than text.
  private mutating func writeCallout(
    _ kind: [UInt8], _ element: ElementID, before block: Block, isLast: Bool
  ) {
    written.text.append(contentsOf: "[!".utf8 + kind + "]".utf8)
    let isText: Bool
    switch block.kind {
    case .heading, .preformatted, .tableCell: isText = false
    default: isText = isLast
    }
    if isText, MarkdownCallouts.isTitle(block, of: element, document.elements) {
      written.text.append(0x20)
      return
    }
    written.text.append(0x0A)
    if !isText {
      appendTrimmed(prefix)
      written.text.append(0x0A)
    }
    written.text.append(contentsOf: prefix)
  }

  /// Writes a rule that stands right between the block written last and the next one, outside of
  /// what only one of them is in.
  private mutating func writeRules(before block: Block, _ path: [Int]) {
    defer { last = block }
    let start = block.sourceBytes.lowerBound
    var rule: ElementID?
    while let next = rules.first, Int(document.elements.sourceStarts[next.index]) < start {
      rules.removeFirst()
      if let last, last.id.index + 1 == block.id.index,
        Int(document.elements.sourceStarts[next.index]) >= last.sourceBytes.upperBound
      {
        rule = next
      }
    }
    guard let rule else { return }
    let around = containers.path(to: rule)
    guard around.count <= open.count, path.starts(with: around),
      around.elementsEqual(open.prefix(around.count).map(\.index))
    else { return }
    open.removeSubrange(around.count...)
    written.text.append(0x0A)
    appendTrimmed(prefix)
    written.text.append(0x0A)
    written.text.append(contentsOf: prefix)
    written.text.append(contentsOf: "* * *".utf8)
    isTight = false
  }

  /// Whether the new block opens an item that needs no blank line before it. A number other than 1
  /// would not end the paragraph above (CommonMark 0.31, section 5.3).
  private func canFollowDirectly(
    _ path: [Int], _ common: Int, after last: BlockContainers.Container?
  ) -> Bool {
    guard path.count > common,
      case .item(_, let number) = containers.containers[path[common]].kind
    else { return false }
    if case .item = last?.kind { return true }
    return number == nil || number == 1
  }

  private func takesOtherMarker(
    _ container: BlockContainers.Container, after last: BlockContainers.Container?,
    _ wasOther: Bool
  ) -> Bool {
    guard case .item(let list, let number) = container.kind, let last,
      case .item(let lastList, let lastNumber) = last.kind
    else { return false }
    if list == lastList { return wasOther }
    return (number == nil) == (lastNumber == nil) && !wasOther
  }

  private static func marker(
    of container: BlockContainers.Container, _ isOther: Bool
  ) -> [UInt8] {
    switch container.kind {
    case .quotation, .callout: Array("> ".utf8)
    case .item(_, let number?): Array("\(number)\(isOther ? ")" : ".") ".utf8)
    case .item(_, nil): Array((isOther ? "* " : "- ").utf8)
    case .note(let label): Array("[^".utf8) + label + Array("]: ".utf8)
    }
  }

  /// What the lines of an item or a note start with after the first.
  private static func indentation(
    of container: BlockContainers.Container, _ marker: [UInt8]
  ) -> [UInt8] {
    if case .note = container.kind { return [UInt8](repeating: 0x20, count: 4) }
    return [UInt8](repeating: 0x20, count: marker.count)
  }

  /// The prefix of an empty line.
  private var trimmedPrefix: [UInt8] { Self.trimmed(prefix) }

  private static func trimmed(_ prefix: [UInt8]) -> [UInt8] {
    Array(prefix[..<(prefix.lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? 0)])
  }

  private mutating func appendTrimmed(_ prefix: [UInt8]) {
    written.text.append(contentsOf: Self.trimmed(prefix))
  }

  // MARK: Code

  /// Writes a fenced code block and returns where its content starts.
  private mutating func appendFenced(_ block: Block) -> Int {
    let content = document.utf8[block.content]
    var longest = 0
    var run = 0
    for byte in content {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = [UInt8](repeating: UInt8(ascii: "`"), count: max(3, longest + 1))
    written.text.append(contentsOf: fence)
    written.text.append(contentsOf: MarkdownCode.language(of: block, in: document.elements))
    written.text.append(0x0A)
    let prefix = prefix
    let start = written.text.count
    for line in content.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == 0x0A || $0 == 0x0D })
    {
      if line.allSatisfy({ $0 == 0x20 }) {
        appendTrimmed(prefix)
      } else {
        written.text.append(contentsOf: prefix)
        written.text.append(contentsOf: line)
      }
      written.text.append(0x0A)
    }
    written.text.append(contentsOf: prefix)
    written.text.append(contentsOf: fence)
    return start
  }

  /// Where the last line inside the fence that was just written ends.
  private func contentEndOfFence(_ start: Int) -> Int {
    written.text[start...].lastIndex(of: 0x0A) ?? start
  }

  // MARK: Tables

  private mutating func write(_ table: MarkdownTable) {
    guard let first = table.rows.joined().joined().first else { return }
    _ = beginBlock(containers.path(to: table.element), document[first])
    if table.isNumberedList {
      writeList(table)
      return
    }
    let prefix = prefix
    for (number, row) in table.rows.enumerated() {
      if number > 0 {
        written.text.append(0x0A)
        written.text.append(contentsOf: prefix)
      }
      written.text.append(UInt8(ascii: "|"))
      for cell in row { writeCell(cell) }
      guard number == 0 else { continue }
      written.text.append(0x0A)
      written.text.append(contentsOf: prefix)
      written.text.append(UInt8(ascii: "|"))
      for _ in row { written.text.append(contentsOf: " --- |".utf8) }
    }
    for id in table.captions { write(document[id]) }
    isTight = false
  }

  /// Writes the rows of a table that lays out a list as its items.
  private mutating func writeList(_ table: MarkdownTable) {
    let outside = prefix
    var inside: [UInt8] = []
    for (index, row) in table.rows.enumerated() {
      if let id = row[0].first {
        if index > 0 { written.text.append(contentsOf: [0x0A] + outside) }
        let start = written.text.count
        written.text.append(contentsOf: document.utf8[document[id].content])
        written.blocks.append(.init(document[id], outputUtf8: start..<written.text.count))
        written.text.append(0x20)
        inside = outside + [UInt8](repeating: 0x20, count: written.text.count - start)
        last = document[id]
      }
      for (place, id) in row[1].enumerated() {
        if place > 0 || row[0].isEmpty {
          written.text.append(contentsOf: [0x0A] + Self.trimmed(inside) + [0x0A] + inside)
        }
        let start = written.text.count
        var inline = MarkdownInline(
          document[id], document, targets: targets, images: images, notes: notes,
          lineBreak: [UInt8(ascii: "\\"), 0x0A] + inside, isInItem: place == 0)
        inline.write(to: &written.text)
        written.blocks.append(.init(document[id], outputUtf8: start..<written.text.count))
        last = document[id]
      }
    }
    for id in table.captions { write(document[id]) }
    isTight = false
  }

  private mutating func writeCell(_ cell: [BlockID]) {
    for (number, id) in cell.enumerated() {
      written.text.append(contentsOf: (number == 0 ? " " : "<br>").utf8)
      let start = written.text.count
      var inline = MarkdownInline(
        document[id], document, targets: targets, images: images, notes: notes,
        lineBreak: Array("<br>".utf8), isInTable: true)
      inline.write(to: &written.text)
      last = document[id]
      written.blocks.append(.init(document[id], outputUtf8: start..<written.text.count))
    }
    written.text.append(contentsOf: " |".utf8)
  }

  // MARK: Rows

  /// The row of a block; for a page that was text with what taking the Markdown off it would not
  /// give back: the white space, where that is enough, otherwise the whole content.
  private func restorable(
    _ block: Block, at outputUtf8: Range<Int>
  ) -> WrittenBlock {
    var row = WrittenBlock(block, outputUtf8: outputUtf8)
    guard document.format == .text else { return row }
    row.gap = String(decoding: document.utf8[block.gap], as: UTF8.self)
    let content = document.utf8[block.content]
    if !MarkdownText.unescaped(written.text[outputUtf8]).elementsEqual(content) {
      row.content = String(decoding: content, as: UTF8.self)
    }
    return row
  }
}
