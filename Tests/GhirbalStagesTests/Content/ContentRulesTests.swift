import GhirbalDocument
import TestSupport
import Testing

@testable import GhirbalStages

@Suite struct ContentRulesTests {
  private static func options(
    keep: [String] = [], drop: [String] = [], comments: CommentPolicy = .auto,
    tables: RegionPolicy = .auto, lists: RegionPolicy = .auto
  ) -> SelectMainContent.Options {
    var options = SelectMainContent.Options()
    options.keep = keep
    options.drop = drop
    options.comments = comments
    options.tables = tables
    options.lists = lists
    return options
  }

  /// What is asked for each block: + for keep, - for drop, a dot for nothing.
  private static func marks(_ sample: DocumentBuilder, _ options: SelectMainContent.Options)
    -> String
  {
    let document = sample.document
    let verdicts = ContentRules(options).verdicts(for: document)
    return document.blocks.map { verdicts[$0.id].map { $0.standing == nil ? "-" : "+" } ?? "." }
      .joined()
  }

  // MARK: Selectors

  /// Blocks 0-1 in an article, 2-3 in a box in it, 4 beside it.
  private static var page: DocumentBuilder {
    var sample = DocumentBuilder()
    sample.element(.article, [(.class, "post")]) {
      $0.element(.h1) { $0.block(("Heading", nil)) }
      $0.element(.p, [(.class, "lead")]) { $0.block(("Lead", nil)) }
      $0.element(.div, [(.class, "box post-box"), (.id, "facts")]) {
        $0.element(.p) { $0.block(("Fact", nil)) }
        $0.element(.p, [(.class, "note")]) { $0.block(("Note", nil)) }
      }
    }
    sample.element(.div, [(.class, "related")]) { $0.block(("Other", nil)) }
    return sample
  }

  static let rows: [(label: String, keep: [String], drop: [String], marks: String)] = [
    ("nothing is asked", [], [], "....."),
    ("all in an element is kept", [".post"], [], "++++."),
    ("a selector matches whole classes", [".pos"], [], "....."),
    ("the nearer element wins for drop", [".post"], [".box"], "++--."),
    ("the nearer element wins for keep", [".box"], [".post"], "--++."),
    ("three deep", [".post", ".note"], ["#facts"], "++-+."),
    ("drop wins on the same element", [".box"], ["#facts"], "..--."),
    ("drop wins however it was found", ["#facts"], ["div"], "..---"),
    ("a list is one rule", [".lead, .related"], [], ".+..+"),
    ("nothing matches", [".none"], ["table"], "....."),
  ]

  @Test(arguments: rows)
  func selectorsDecide(_ label: String, _ keep: [String], _ drop: [String], _ marks: String) {
    #expect(Self.marks(Self.page, Self.options(keep: keep, drop: drop)) == marks, "\(label)")
  }

  @Test func selectorsWinAndAreNamed() {
    let cleaned = StageSample(
      Self.page,
      through: SelectMainContent(
        Self.options(keep: [".none", ".related"], drop: [".note", ".post"])))
    #expect(cleaned.lines == ["Other"])
    #expect(cleaned.reasons.last == "pin selected_by_rule")
    #expect(
      cleaned.ledger.entries.map(\.rule) == [".post", ".post", ".post", ".note", ".related"])
    #expect(cleaned.ledger.entries.allSatisfy { $0.confidence == 1 })
  }

  @Test func aKeptBlockOfAShellStays() {
    var sample = DocumentBuilder()
    sample.element(.script, [(.src, "/main.js")])
    sample.element(.div, [(.id, "root"), (.class, "x")]) { $0.block(("Loading", nil)) }
    #expect(
      StageSample(sample, through: SelectMainContent(Self.options(keep: [".x"]))).lines
        == ["Loading"])
  }

  // MARK: Comments

  static let regionRows: [(label: String, attributes: [(AttributeName, String)], isOne: Bool)] = [
    ("an id", [(.id, "comments")], true),
    ("a word of a class", [(.class, "entry post-comments")], true),
    ("two words in one", [(.class, "postComments")], true),
    ("a German word", [(.class, "leser-kommentare")], true),
    ("a maker", [(.id, "disqus_thread")], true),
    ("a property", [(.itemprop, "comment")], true),
    ("a type", [(.itemtype, "https://schema.org/Comment")], true),
    ("a test id", [(.dataTestID, "comments-section")], true),
    ("no comments", [(.class, "no-comments")], false),
    ("a count", [(.class, "comments-count")], false),
    ("a link", [(.class, "comments-link")], false),
    ("open to comments", [(.class, "comments-open")], false),
    ("the comments of other pages", [(.id, "recent-comments-2")], false),
    ("a longer word", [(.class, "commentary")], false),
    ("another type", [(.itemtype, "https://schema.org/CommentAction")], false),
    ("an answer", [(.itemtype, "https://schema.org/Answer")], false),
  ]

  @Test(arguments: regionRows)
  func commentsAreTold(_ label: String, _ attributes: [(AttributeName, String)], _ isOne: Bool) {
    var sample = DocumentBuilder()
    sample.element(.div, attributes) { $0.element(.p) { $0.block(("Well said.", nil)) } }
    let marks = isOne ? ("-", "+") : (".", ".")
    #expect(Self.marks(sample, Self.options(comments: .drop)) == marks.0, "\(label)")
    #expect(Self.marks(sample, Self.options(comments: .keep)) == marks.1, "\(label)")
    #expect(Self.marks(sample, Self.options(comments: .separate)) == marks.1, "\(label)")
    #expect(Self.marks(sample, Self.options()) == ".", "\(label)")
  }

  @Test func whatHoldsTheTitleIsNoComment() {
    var sample = DocumentBuilder()
    sample.element(.body, [(.class, "comment")]) {
      $0.element(.div, [(.class, "with comments")]) {
        $0.element(.h1) { $0.block(("Heading", nil)) }
        $0.element(.div, [(.class, "comments")]) {
          $0.element(.p) { $0.block(("Well said.", nil)) }
          $0.element(.p) { $0.block(("Spam.", nil), in: .hidden) }
          $0.element(.form) { $0.block(("Your name", nil)) }
          $0.element(.div, [(.id, "respond")]) { $0.block(("Answer", nil)) }
        }
      }
    }
    #expect(Self.marks(sample, Self.options(comments: .drop)) == ".----")
    #expect(Self.marks(sample, Self.options(comments: .keep)) == ".+...")
    #expect(
      Self.marks(sample, Self.options(keep: ["form"], comments: .drop)) == ".--+-",
      "selectors win over policies")
  }

  // MARK: Tables and lists

  @Test func tablesOfDataAreTold() {
    var sample = DocumentBuilder()
    sample.element(.table) {
      $0.element(.td) { $0.block(("12", nil), kind: .tableCell, in: .table) }
    }
    sample.element(.table, [(.role, "presentation")]) {
      $0.element(.td) { $0.block(("Menu", nil), kind: .tableCell, in: .table) }
    }
    // A table for layout around one of data.
    sample.element(.table) {
      $0.element(.td) {
        $0.block(("Text", nil), kind: .tableCell, in: .table)
        $0.element(.table) {
          $0.element(.td) { $0.block(("7", nil), kind: .tableCell, in: .table) }
        }
      }
    }
    sample.element(.table) {
      $0.element(.h2) { $0.block(("Heading in a cell", nil), kind: .heading(level: 2), in: .table) }
    }
    sample.element(.table) {
      $0.block((String(repeating: "long ", count: 40), nil), kind: .tableCell, in: .table)
    }
    sample.element(.table) {
      $0.block(("A menu", "/a"), kind: .tableCell, in: .table)
    }
    #expect(Self.marks(sample, Self.options(tables: .drop)) == "-..-..-")
    #expect(Self.marks(sample, Self.options(tables: .keep)) == "+..+...")
  }

  @Test func listsAreTold() {
    var sample = DocumentBuilder()
    sample.element(.ul) {
      $0.element(.li) { $0.block(("Two eggs", nil), kind: .listItem, in: .list) }
      $0.element(.ol) { $0.block(("Beaten", nil), kind: .listItem, in: .list) }
    }
    sample.element(.ul) { $0.block(("Home", "/"), kind: .listItem, in: .list) }
    sample.element(.dl) { $0.block(("Weight", nil), kind: .definition) }
    sample.element(.nav) {
      $0.element(.ul) { $0.block(("Town", nil), kind: .listItem, in: [.list, .navigation]) }
    }
    sample.block(("A paragraph", nil))
    #expect(Self.marks(sample, Self.options(lists: .drop)) == "-----.")
    #expect(Self.marks(sample, Self.options(lists: .keep)) == "++.+..")
    #expect(
      Self.marks(sample, Self.options(drop: ["ol"], lists: .keep)) == "+-.+..")
  }

  // MARK: Options

  static let badRows: [(keep: [String], drop: [String], option: String, says: String)] = [
    ([".post", "p >"], [], "keep", "cannot be \"p >\": at byte 3 it ends too early"),
    ([], ["[data-id]"], "drop", "at byte 1 the attribute data-id is not kept; kept are class, id"),
    ([""], [], "keep", "a selector is missing"),
  ]

  @Test(arguments: badRows)
  func badSelectorsAreNamed(_ keep: [String], _ drop: [String], _ option: String, _ says: String) {
    let problem = #expect(throws: OptionProblem.self) {
      try Self.options(keep: keep, drop: drop).validate()
    }
    #expect(problem?.option == option)
    #expect(problem?.problem.contains(says) == true, "\(problem?.problem ?? "")")
  }
}
