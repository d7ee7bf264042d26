public import GhirbalDocument
import GhirbalText

/// Drops blocks that say again, word for word, what an earlier block of the page said.
public struct DropDuplicateBlocks: Stage {
  public static let name: StageName = "drop_duplicate_blocks"
  public static let summary = "Drops a block that repeats an earlier one word for word."

  public enum Reason: String, CaseIterable, Sendable {
    /// An earlier block has the same words.
    case duplicateText = "duplicate_text"
  }

  public struct Options: StageOptions {
    /// Words below which a repetition is left alone: refrains, names of speakers, table cells.
    public var minWords = 8

    public init() {}

    public func validate() throws(OptionProblem) {
      guard minWords > 0 else { throw OptionProblem("minWords", "is below 1") }
    }
  }

  private let options: Options

  public init(_ options: Options) { self.options = options }

  public func edits(for document: Document) -> [Edit<Reason>] {
    var first: [[UInt8]: ElementID?] = [:]
    return document.liveBlocks.compactMap { block in
      guard block.kind != .preformatted, block.kind != .tableCell else { return nil }
      let words = document.withContent(of: block) { ProseShape($0).wordCount }
      guard words >= options.minWords else { return nil }
      let key = document.utf8[block.content].filter { $0 > 0x20 }
      let container = block.element.flatMap { document.elements.parent(of: $0) }
      guard let earlier = first[key] else {
        first[key] = .some(container)
        return nil
      }
      // What stands twice side by side was written twice: a refrain, an example, a form letter.
      return container != nil && container == earlier ? nil : .drop(block.id, .duplicateText)
    }
  }
}
