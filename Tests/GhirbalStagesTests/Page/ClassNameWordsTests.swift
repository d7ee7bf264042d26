import GhirbalDocument
import Testing

@testable import GhirbalStages

/// Class and id names are read word by word, in one way for all that ask.
@Suite struct ClassNameWordsTests {
  struct Kinds: OptionSet {
    let rawValue: UInt16
    static let share = Kinds(rawValue: 1)
    static let related = Kinds(rawValue: 2)
    static let no = Kinds(rawValue: 4)
  }

  static let table = ClassNameWords<Kinds>([
    ("en", .share, ["share", "card"]), ("en", .related, ["related", "card"]), ("en", .no, ["no"]),
  ])

  static let rows: [(label: String, value: String, names: [Kinds])] = [
    ("one word", "share", [.share]),
    ("parts of a name", "post-share_bar", [.share]),
    ("a capital begins a word", "relatedPosts", [.related]),
    ("capitals alone are one word", "SHARE", [.share]),
    ("digits part words", "share2related", [[.share, .related]]),
    ("a word of two kinds", "card", [[.share, .related]]),
    ("names apart", "share\trelated  x", [.share, .related]),
    ("looks like it but is longer", "cardinal shares", []),
    ("looks like it but is shorter", "shar relate", []),
    ("letters beyond ASCII part words", "éshare", [.share]),
    ("nothing", "", []),
  ]

  @Test(arguments: rows)
  func namesSay(_ label: String, _ value: String, _ names: [Kinds]) {
    var found: [Kinds] = []
    Self.table.forEachName(in: Array(value.utf8).span) { found.append($0) }
    #expect(found == names, "\(label)")
  }

  static let elements: [(label: String, attributes: [(AttributeName, String)], kinds: Kinds)] = [
    ("class and id", [(.class, "share"), (.id, "related")], [.share, .related]),
    ("a test id", [(.dataTestID, "share")], .share),
    ("another attribute says nothing", [(.href, "share")], []),
    ("a name with a word of another kind says nothing", [(.class, "no-share related")], .related),
  ]

  @Test(arguments: elements)
  func elementsSay(
    _ label: String, _ attributes: [(AttributeName, String)], _ kinds: Kinds
  ) {
    var arena = ElementArena()
    let element = arena.append(.div, parent: nil, sourceStart: 0, firstBlock: 0)
    for (name, value) in attributes {
      Array(value.utf8).withUnsafeBufferPointer { arena.appendAttribute(name, $0) }
    }
    arena.close(element, sourceEnd: 0, endBlock: 0)
    #expect(Self.table.kinds(of: element, arena, besides: .no) == kinds, "\(label)")
  }
}
