/// An element's place in its page's arena, in document order.
public struct ElementID: Hashable, Comparable, Sendable {
  public let index: Int
  public init(_ index: Int) { self.index = index }
  public static func < (a: ElementID, b: ElementID) -> Bool { a.index < b.index }
}

/// The elements of a page as a struct of arrays, filled in one pass by the reader.
///
/// Element i's data stand at index i of each array. Parents come before their children, so a
/// question about ancestors follows `parents` upwards and never walks down.
public struct ElementArena: Sendable {
  public private(set) var tags: [Tag] = []
  /// The parent's index; -1 for a root.
  public private(set) var parents: [Int32] = []
  /// The half-open range of blocks inside each element.
  public private(set) var firstBlocks: [Int32] = []
  public private(set) var endBlocks: [Int32] = []
  /// Raw bytes: from the start tag's first byte to the end tag's last, as far as known.
  public private(set) var sourceStarts: [Int32] = []
  public private(set) var sourceEnds: [Int32] = []
  /// Index of each element's first attribute; the next element's is its end.
  private var firstAttributes: [Int32] = []
  /// The attributes of all elements, one after the other.
  public private(set) var attributeNames: [AttributeName] = []
  private var attributeStarts: [Int32] = []
  /// The attributes' values, decoded, end to end; `attributeValue` tells where each stands.
  public private(set) var utf8: [UInt8] = []
  /// Text of elements that are no blocks: `title`, JSON-LD. Sorted by element.
  private var texts: [(element: Int32, utf8Range: Range<Int32>)] = []

  /// The elements that the page does not show, ascending; those inside of them are there only where
  /// something says it of them too.
  public private(set) var unshown: [UnshownElement] = []

  public init() {}

  public var count: Int { tags.count }

  public mutating func reserveCapacity(_ elements: Int) {
    tags.reserveCapacity(elements)
    parents.reserveCapacity(elements)
    firstBlocks.reserveCapacity(elements)
    endBlocks.reserveCapacity(elements)
    sourceStarts.reserveCapacity(elements)
    sourceEnds.reserveCapacity(elements)
    firstAttributes.reserveCapacity(elements)
  }

  // MARK: Filling

  /// Adds an element; its attributes must follow before the next element is added.
  public mutating func append(
    _ tag: Tag, parent: ElementID?, sourceStart: Int, firstBlock: Int
  ) -> ElementID {
    let id = ElementID(tags.count)
    tags.append(tag)
    parents.append(Int32(parent?.index ?? -1))
    firstBlocks.append(Int32(firstBlock))
    endBlocks.append(Int32(firstBlock))
    sourceStarts.append(Int32(sourceStart))
    sourceEnds.append(Int32(sourceStart))
    firstAttributes.append(Int32(attributeNames.count))
    return id
  }

  /// Adds an attribute to the element added last.
  public mutating func appendAttribute(_ name: AttributeName, _ value: UnsafeBufferPointer<UInt8>) {
    attributeNames.append(name)
    attributeStarts.append(Int32(utf8.count))
    utf8.append(contentsOf: value)
  }

  public mutating func close(_ element: ElementID, sourceEnd: Int, endBlock: Int) {
    sourceEnds[element.index] = Int32(sourceEnd)
    endBlocks[element.index] = Int32(endBlock)
  }

  /// Keeps the text of an element that is no block.
  public mutating func appendText(_ text: UnsafeBufferPointer<UInt8>, of element: ElementID) {
    // The text lies between attribute values, so it is entered as a nameless one: an attribute's
    // end is the next one's start.
    attributeNames.append(.none)
    attributeStarts.append(Int32(utf8.count))
    let start = Int32(utf8.count)
    utf8.append(contentsOf: text)
    texts.append((Int32(element.index), start..<Int32(utf8.count)))
  }

  /// Notes which elements the page does not show.
  ///
  /// - Precondition: they are ascending.
  public mutating func setUnshown(_ unshown: [UnshownElement]) { self.unshown = unshown }

  // MARK: Asking

  public func tag(of element: ElementID) -> Tag { tags[element.index] }

  public func parent(of element: ElementID) -> ElementID? {
    let parent = parents[element.index]
    return parent < 0 ? nil : ElementID(Int(parent))
  }

  /// The indices of the blocks inside an element; what stands in a line has none.
  public func blocks(in element: ElementID) -> Range<Int> {
    let first = Int(firstBlocks[element.index])
    return first..<max(first, Int(endBlocks[element.index]))
  }

  /// The indices of the elements inside an element. Takes time linear in their count.
  public func elements(in element: ElementID) -> Range<Int> {
    var end = element.index + 1
    while end < count, Int(parents[end]) >= element.index { end += 1 }
    return element.index + 1..<end
  }

  /// The raw bytes from the start tag to the end tag.
  public func sourceBytes(of element: ElementID) -> Range<Int> {
    let start = Int(sourceStarts[element.index])
    return start..<max(start, Int(sourceEnds[element.index]))
  }

  /// The value of an attribute, decoded; nil where the element has none of that name.
  public func attribute(_ name: AttributeName, of element: ElementID) -> String? {
    attributeUTF8(name, of: element).map { String(decoding: utf8[$0], as: UTF8.self) }
  }

  /// Calls `body` with the UTF-8 of an attribute's value; nil where the element has none of that name.
  func withAttribute<R>(
    _ name: AttributeName, of element: ElementID, _ body: (Span<UInt8>) -> R
  ) -> R? {
    attributeUTF8(name, of: element).map { body(utf8.span.extracting($0)) }
  }

  private func attributeUTF8(_ name: AttributeName, of element: ElementID) -> Range<Int>? {
    for index in attributes(of: element) where attributeNames[index] == name {
      return attributeValue(at: index)
    }
    return nil
  }

  /// The places of an element's attributes in `attributeNames`.
  public func attributes(of element: ElementID) -> Range<Int> {
    let end =
      element.index + 1 < firstAttributes.count
      ? Int(firstAttributes[element.index + 1]) : attributeNames.count
    return Int(firstAttributes[element.index])..<end
  }

  /// The place in `utf8` of the value of the attribute at `index`.
  public func attributeValue(at index: Int) -> Range<Int> {
    let end = index + 1 < attributeStarts.count ? Int(attributeStarts[index + 1]) : utf8.count
    return Int(attributeStarts[index])..<end
  }

  /// The place in `utf8` of the text kept for an element that is no block; nil where none was.
  public func textRange(of element: ElementID) -> Range<Int>? {
    texts.first { Int($0.element) == element.index }.map {
      Int($0.utf8Range.lowerBound)..<Int($0.utf8Range.upperBound)
    }
  }

  /// The elements with one tag, in document order.
  public func elements(_ tag: Tag) -> some Sequence<ElementID> {
    tags.indices.lazy.filter { tags[$0] == tag }.map { ElementID($0) }
  }

  /// The text kept for an element that is no block; nil where none was.
  public func text(of element: ElementID) -> String? {
    texts.first { Int($0.element) == element.index }.map {
      String(
        decoding: utf8[Int($0.utf8Range.lowerBound)..<Int($0.utf8Range.upperBound)], as: UTF8.self)
    }
  }
}
