import Foundation
import GhirbalDocument

/// What phrases say of the lines of a flattened text, each by itself, kept from stage to stage.
///
/// The judge of lines and the stage that drops by phrases ask the same of the same lines; the text at a
/// range of the document never changes.
final class LineHits: DerivedFromText, @unchecked Sendable {
  /// How a reader asks; what is kept answers one question only.
  struct Question: Equatable, Sendable {
    let maxWords: Int
    let alsoDrop: [String]
    let neverDrop: [String]
    let own: [ChromePhrase]
  }

  /// By the range of a line's content.
  typealias Lines = [Range<Int>: ChromeHit?]

  // Not `Mutex`, whose lock the thread sanitizer does not see.
  private let lock = NSLock()
  private var kept: (question: Question, lines: Lines)?

  init(_ document: Document, last: LineHits?) {
    kept = last.flatMap { last in last.lock.withLock { last.kept } }
  }

  /// The lines that were read for a question; none where another one was asked last.
  func lines(of question: Question) -> Lines {
    lock.withLock { kept.flatMap { $0.question == question ? $0.lines : nil } ?? [:] }
  }

  func keep(_ lines: Lines, of question: Question) {
    lock.withLock { kept = (question, lines) }
  }
}
