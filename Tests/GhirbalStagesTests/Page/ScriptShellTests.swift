import GhirbalDocument
import TestSupport
import Testing

@testable import GhirbalStages

@Suite struct ScriptShellTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    let isShell: Bool
    let fill: @Sendable (inout DocumentBuilder) -> Void
    var testDescription: String { label }
  }

  private static let note = "You need to enable JavaScript to run this app."
  private static let prose = "The ferry across the river runs again since Monday morning."

  static let rows = [
    Row(label: "an empty mount and a script", isShell: true) {
      $0.element(.script, [(.src, "/static/main.js")])
      $0.element(.div, [(.id, "root")])
    },
    Row(label: "a note in noscript", isShell: true) {
      $0.element(.script, [(.src, "/static/main.js")])
      $0.element(.noscript) { $0.block((note, nil), in: .noscript) }
    },
    Row(label: "a spinner in the mount", isShell: true) {
      $0.element(.script, [(.src, "/static/main.js")])
      $0.element(.div, [(.id, "app")]) { $0.block(("Loading…", nil)) }
    },
    Row(label: "a line above a note in another language", isShell: true) {
      $0.element(.script, [(.src, "/static/main.js")])
      $0.block(("شركة الواحة", nil))
      $0.element(.noscript) { $0.block(("يرجى تفعيل JavaScript", nil), in: .noscript) }
    },
    Row(label: "nothing but scripts fetched ahead", isShell: true) {
      $0.element(.link, [(.rel, "modulepreload"), (.href, "/a.js")])
    },
    Row(label: "an empty page", isShell: false) { $0.element(.body) },
    Row(label: "a mount without any script", isShell: false) {
      $0.element(.div, [(.id, "root")]) { $0.block(("Closed on Mondays.", nil)) }
    },
    Row(label: "a short page that counts its visitors", isShell: false) {
      $0.element(.script, [(.src, "/count.js")])
      $0.block((prose, nil))
    },
    Row(label: "a mount that was filled on the server", isShell: false) {
      $0.element(.script, [(.src, "/static/main.js")])
      $0.element(.div, [(.id, "__next")]) {
        for _ in 0..<4 { $0.block((prose, nil)) }
      }
    },
    Row(label: "a whole thread in noscript", isShell: false) {
      $0.element(.script, [(.src, "/discourse.js")])
      $0.element(.noscript) {
        $0.block((note, nil), in: .noscript)
        for _ in 0..<20 { $0.block((prose, nil), in: .noscript) }
      }
    },
    Row(label: "a text that a script unveils", isShell: false) {
      $0.element(.script, [(.src, "/unveil.js")])
      for _ in 0..<6 { $0.block((prose, nil), in: .hidden) }
    },
  ]

  @Test(arguments: rows) func isToldFromItsText(_ row: Row) {
    var sample = DocumentBuilder()
    row.fill(&sample)
    #expect(ScriptShell.isOne(sample.document) == row.isShell)
  }

  @Test func nothingIsLeftOfAShell() {
    var sample = DocumentBuilder()
    Self.rows[2].fill(&sample)
    sample.element(.noscript) { $0.block((Self.note, nil), in: .noscript) }
    let cleaned = StageSample(sample, through: SelectMainContent(.init()))
    #expect(cleaned.lines.isEmpty)
    #expect(cleaned.reasons == ["drop script_shell", "drop script_shell"])
  }

  @Test func aFlattenedTextIsNone() {
    let sample = StageSample("You need to enable JavaScript", through: SelectMainContent(.init()))
    #expect(!ScriptShell.isOne(sample.document))
  }
}
