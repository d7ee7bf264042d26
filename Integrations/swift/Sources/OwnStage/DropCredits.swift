import Ghirbal

/// Drops lines that only credit a picture.
struct DropCredits: Stage {
  static let name: StageName = "drop_credits"
  static let summary = "Drops lines that only credit a picture."
  static let judges = StageSubject.lines

  enum Reason: String, CaseIterable, Sendable { case photoCredit = "photo_credit" }

  struct Options: StageOptions {
    /// How such a line begins.
    var openings = ["Photo:", "عکس:", "تصوير:"]
    /// Bytes of the longest such line.
    var maxBytes = 80

    static let descriptions = [
      OptionDescription("openings", .list("texts"), "how such a line begins"),
      OptionDescription("maxBytes", .count(1...1000), "bytes of the longest such line"),
    ]
  }

  private let options: Options

  init(_ options: Options) { self.options = options }

  func edits(for document: Document) -> [Edit<Reason>] {
    document.liveBlocks.compactMap { block in
      let text = document.string(of: block)
      guard text.utf8.count <= options.maxBytes,
        let opening = options.openings.first(where: text.hasPrefix)
      else { return nil }
      return .drop(block.id, .photoCredit, rule: opening)
    }
  }
}
