import TestSupport
import Testing

@testable import GhirbalDocument

/// The text of the live blocks, and that of the state before, where it was asked for.
private struct LiveText: DerivedFromText {
  let text: String
  let last: String?

  init(_ document: Document, last: LiveText?) {
    text = document.liveBlocks.map { document.string(of: $0) }.joined(separator: "|")
    self.last = last?.text
  }
}

/// One object for each time that the value was made.
private struct ElementCount: DerivedFromElements {
  final class Making: Sendable {}

  let count: Int
  let making = Making()

  init(_ elements: ElementArena) { count = elements.count }
}

@Suite struct DerivedValuesTests {
  private enum Reason: String { case test }

  private static func changed(_ document: Document, _ edits: [Edit<Reason>]) -> Document {
    var document = document
    var ledger = Ledger()
    document.apply(edits, of: "test", to: &ledger)
    return document
  }

  private static let raw = Document(flattened: "one\ntwo\nthree\n")

  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    let change: @Sendable (Document) -> Document
    let text: String
    var testDescription: String { label }
  }

  static let changes = [
    Row(
      label: "a drop", change: { changed($0, [.drop(BlockID(1), .test)]) }, text: "one|three"),
    Row(
      label: "a replacement",
      change: { changed($0, [.replace(BlockID(0), 0..<3, with: "1", .test)]) },
      text: "1|two|three"),
    Row(
      label: "a replacement that leaves nothing",
      change: { changed($0, [.replace(BlockID(0), 0..<3, with: "", .test)]) },
      text: "|two|three"),
    Row(label: "a choice of blocks", change: { $0.with { $0.id.index == 2 } }, text: "three"),
    Row(label: "no change", change: { $0 }, text: "one|two|three"),
  ]

  @Test(arguments: changes)
  func aValueOfTheTextIsThatOfItsState(_ row: Row) {
    let raw = Self.raw
    // Asked before or after the change, by either: each sees its own.
    let early = row.change(raw)
    #expect(early.derived(LiveText.self).text == row.text)
    #expect(raw.derived(LiveText.self).text == "one|two|three")
    let late = row.change(raw)
    #expect(raw.derived(LiveText.self).text == "one|two|three")
    #expect(late.derived(LiveText.self).text == row.text)
    #expect(early.derived(LiveText.self).text == row.text)
  }

  @Test func aCopyThatChangesLeavesTheValuesOfTheOther() {
    var one = Self.raw
    let other = one
    var ledger = Ledger()
    one.apply([Edit<Reason>.drop(BlockID(0), .test)], of: "test", to: &ledger)
    #expect(one.derived(LiveText.self).text == "two|three")
    #expect(other.derived(LiveText.self).text == "one|two|three")
    one.apply([Edit<Reason>.drop(BlockID(1), .test)], of: "test", to: &ledger)
    #expect(one.derived(LiveText.self).text == "three")
    #expect(one.derived(LiveText.self).last == "two|three")
    #expect(other.derived(LiveText.self).last == nil)
  }

  @Test func replayForgetsAsApplyDoes() throws {
    var document = Self.raw
    #expect(document.derived(LiveText.self).text == "one|two|three")
    var ledger = Ledger()
    var other = document
    other.apply([Edit<Reason>.drop(BlockID(2), .test)], of: "test", to: &ledger)
    try document.replay(ledger)
    #expect(document.derived(LiveText.self).text == "one|two")
  }

  @Test func aValueOfTheElementsIsMadeOnce() {
    let raw = Document(markup: "<p>One</p><p>Two</p>")
    let value = raw.derived(ElementCount.self)
    #expect(value.count == raw.elements.count)
    let changed = Self.changed(raw, [.drop(BlockID(0), .test)])
    #expect(changed.derived(ElementCount.self).making === value.making)
    let another = Document(markup: "<p>One</p>").derived(ElementCount.self)
    #expect(another.count < value.count)
  }
}
