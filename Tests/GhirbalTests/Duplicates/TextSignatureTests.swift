import GhirbalText
import Testing

@testable import Ghirbal

@Suite struct TextSignatureTests {
  /// The estimate lies where its error says, and over all pairs on neither side.
  @Test(arguments: [20, 150, 2000]) func estimatesTheShareOfShingles(wordCount: Int) throws {
    var invented = InventedTexts(seed: 17)
    var bias = 0.0
    let pairCount = 300
    for pair in 0..<pairCount {
      let text = invented.text(wordCount)
      let other = invented.edited(text, edits: pair * wordCount / (10 * pairCount))
      let (one, another) = (Self.shingles(text), Self.shingles(other))
      let (set, otherSet) = (Set(one.hashes), Set(another.hashes))
      let exact = Double(set.intersection(otherSet).count) / Double(set.union(otherSet).count)
      let estimate = try #require(TextSignature(one)).similarity(
        to: #require(TextSignature(another)))
      let error = (exact * (1 - exact) / Double(TextSignature.binCount)).squareRoot()
      #expect(abs(estimate - exact) <= 4.5 * error + 0.005, "\(exact) is estimated as \(estimate)")
      bias += (estimate - exact) / Double(pairCount)
    }
    #expect(abs(bias) < 0.004)
  }

  /// Bins that are equal by chance do not count.
  @Test func textsWithNothingInCommonAreNotSimilar() throws {
    var invented = InventedTexts(seed: 1)
    var sum = 0.0
    for _ in 0..<50 {
      let one = try #require(TextSignature(Self.shingles(invented.text(1500))))
      let other = try #require(TextSignature(Self.shingles(invented.text(1500))))
      sum += one.similarity(to: other)
    }
    #expect(sum / 50 < 0.0025)
  }

  /// A pair of the least similarity shares a band, but for one in a thousand; short texts too.
  @Test(arguments: [0.5, 0.7, 0.8, 0.95], [12, 400]) func bandsFindPairs(
    minSimilarity: Double, wordCount: Int
  )
    throws
  {
    let bands = SignatureBands(minSimilarity: minSimilarity)
    var invented = InventedTexts(seed: 5)
    var (wanted, missed) = (0, 0)
    for pair in 0..<600 {
      let text = invented.text(wordCount)
      let other = invented.edited(text, edits: pair * wordCount / 6000)
      let one = try #require(TextSignature(Self.shingles(text)))
      let another = try #require(TextSignature(Self.shingles(other)))
      guard one.similarity(to: another) >= minSimilarity else { continue }
      wanted += 1
      let isFound = (0..<bands.bandCount).contains {
        bands.key(of: $0, in: one) == bands.key(of: $0, in: another)
      }
      missed += isFound ? 0 : 1
    }
    #expect(wanted > 20)
    #expect(missed <= 1, "\(missed) of \(wanted)")
  }

  @Test(arguments: [(0.5, 4, 108), (0.8, 9, 48), (1, 32, 1)])
  func bandsFollowTheSimilarity(minSimilarity: Double, rowCount: Int, bandCount: Int) {
    let bands = SignatureBands(minSimilarity: minSimilarity)
    #expect((bands.rowCount, bands.bandCount) == (rowCount, bandCount))
  }

  static func shingles(_ words: [String]) -> Shingles {
    let utf8 = Array(words.joined(separator: " ").utf8)
    return Shingles(FoldedText(utf8.span))
  }
}
