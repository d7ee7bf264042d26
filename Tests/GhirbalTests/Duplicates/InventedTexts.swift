import TestSupport

/// Texts of made-up words, the same for the same seed.
struct InventedTexts {
  private var random: SplitMix
  private let words: [String]

  init(seed: UInt64) {
    var random = SplitMix(seed: seed)
    words = (0..<4000).map { _ in
      random.text(
        of: ["ba", "lo", "mi", "tur", "sek", "na", "vi", "ro"], count: 2 + random.below(3))
    }
    self.random = random
  }

  mutating func word() -> String { random.one(of: words) }

  mutating func text(_ wordCount: Int) -> [String] { (0..<wordCount).map { _ in word() } }

  /// A text with some of its words replaced, here and there.
  mutating func edited(_ text: [String], edits: Int) -> [String] {
    var text = text
    for _ in 0..<edits { text[random.below(text.count)] = word() }
    return text
  }

  mutating func below(_ limit: Int) -> Int { random.below(limit) }

  mutating func shuffled<E>(_ elements: [E]) -> [E] { elements.shuffled(using: &random) }
}
