import GhirbalDocument
import Testing

@Suite struct ElementArenaTests {
  private func with(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    Array(text.utf8).withUnsafeBufferPointer(body)
  }

  private var arena: ElementArena {
    var arena = ElementArena()
    let html = arena.append(.html, parent: nil, sourceStart: 0, firstBlock: 0)
    let title = arena.append(.title, parent: html, sourceStart: 6, firstBlock: 0)
    with("ltr") { arena.appendAttribute(.dir, $0) }
    with("A title") { arena.appendText($0, of: title) }
    let link = arena.append(.a, parent: html, sourceStart: 30, firstBlock: 0)
    with("") { arena.appendAttribute(.title, $0) }
    with("سلام") { arena.appendAttribute(.href, $0) }
    arena.close(link, sourceEnd: 40, endBlock: 1)
    arena.close(html, sourceEnd: 50, endBlock: 2)
    return arena
  }

  @Test func attributesAreTheElementsOwn() {
    #expect(arena.attribute(.dir, of: ElementID(0)) == nil)
    #expect(arena.attribute(.dir, of: ElementID(1)) == "ltr")
    #expect(arena.attribute(.href, of: ElementID(1)) == nil)
    #expect(arena.attribute(.title, of: ElementID(2)) == "")
    #expect(arena.attribute(.href, of: ElementID(2)) == "سلام")
  }

  @Test func textsAreTheElementsOwn() {
    #expect(arena.text(of: ElementID(1)) == "A title")
    #expect(arena.text(of: ElementID(2)) == nil)
  }

  @Test func elementsKnowTheirPlace() {
    #expect(arena.parent(of: ElementID(0)) == nil)
    #expect(arena.parent(of: ElementID(2)) == ElementID(0))
    #expect(arena.sourceBytes(of: ElementID(2)) == 30..<40)
    #expect(arena.sourceBytes(of: ElementID(1)) == 6..<6)
    #expect(arena.elements(.a).map(\.index) == [2])
    #expect(arena.endBlocks == [2, 0, 1])
  }

  @Test(arguments: AttributeName.allCases) func attributeNamesAreLowerCase(_ name: AttributeName) {
    #expect(name.name == name.name.lowercased())
  }
}
