public import GhirbalDocument

/// Builds a small HTML document by hand, element by element, with contexts and kinds that a reader
/// would have to be coaxed into.
public struct DocumentBuilder {
  private var elements = ElementArena()
  private var utf8: [UInt8] = []
  private var blocks: [Block] = []
  private var open: [ElementID] = []

  public init() {}

  /// Adds an element; what `content` adds stands inside it.
  public mutating func element(
    _ tag: Tag, _ attributes: [(AttributeName, String)] = [],
    _ content: (inout DocumentBuilder) -> Void = { _ in }
  ) {
    let id = elements.append(tag, parent: open.last, sourceStart: 0, firstBlock: blocks.count)
    for (name, value) in attributes {
      Array(value.utf8).withUnsafeBufferPointer { elements.appendAttribute(name, $0) }
    }
    open.append(id)
    content(&self)
    open.removeLast()
    elements.close(id, sourceEnd: 0, endBlock: blocks.count)
  }

  /// An element whose text is none of the page's: a script, a title.
  public mutating func element(
    _ tag: Tag, _ attributes: [(AttributeName, String)], keeping text: String
  ) {
    element(tag, attributes) { builder in
      let id = builder.open[builder.open.count - 1]
      Array(text.utf8).withUnsafeBufferPointer { builder.elements.appendText($0, of: id) }
    }
  }

  /// Keeps text for the innermost element, which is no block.
  public mutating func headText(_ text: String) {
    if let element = open.last {
      Array(text.utf8).withUnsafeBufferPointer { elements.appendText($0, of: element) }
    }
  }

  /// Adds a block of the innermost element; pieces with an address are links.
  public mutating func block(
    _ pieces: (text: String, href: String?)..., kind: BlockKind = .paragraph,
    in context: BlockContext = []
  ) {
    let owner = open.last
    let start = utf8.count
    var links: [Mark] = []
    for (text, href) in pieces {
      let pieceStart = utf8.count - start
      utf8.append(contentsOf: text.utf8)
      guard let href else { continue }
      element(.a, [(.href, href)])
      links.append(
        Mark(
          utf8Range: pieceStart..<utf8.count - start, element: ElementID(elements.count - 1)))
    }
    let end = utf8.count
    utf8.append(0x0A)
    var map = SourceMap()
    map.append(textCount: utf8.count - start, source: start..<utf8.count)
    blocks.append(
      Block(
        id: BlockID(blocks.count), kind: kind, context: context, element: owner,
        content: start..<end, gap: end..<utf8.count, links: links, sourceMap: map,
        isApproximate: false))
  }

  public var document: Document {
    Document(format: .html, elements: elements, utf8: utf8, blocks: blocks)
  }
}
