import Ghirbal
import GhirbalContent
import GhirbalDocument

/// What the content model takes beside reading: its features, and its forest on top of them.
enum ContentSpeed {
  private static let rounds = 5

  static func measure(_ pages: [[UInt8]]) {
    let reader = PageReader(.init())
    var (read, features, forest) = ([Double](), [Double](), [Double]())
    var (blocks, elements) = (0, 0)
    // Of all values: what is done for speed must leave it as it is.
    var fingerprint: UInt64 = 0
    let megabytes = Double(pages.reduce(0) { $0 + $1.count }) / 1e6
    for round in 0..<rounds {
      var sums = (read: Duration.zero, features: Duration.zero, judgement: Duration.zero)
      for page in pages {
        let start = ContinuousClock.now
        guard let document = try? reader.read(Page(path: "", bytes: page)).document,
          document.format == .html
        else { continue }
        let wasRead = ContinuousClock.now
        let table = FeatureTable(document)
        let hadFeatures = ContinuousClock.now
        let judgement = ContentJudgement(document, Units(document))
        let end = ContinuousClock.now
        precondition(table.rowCount == judgement.probabilities.count)
        sums.read += wasRead - start
        sums.features += hadFeatures - wasRead
        sums.judgement += end - hadFeatures
        if round == 0 {
          blocks += table.rowCount
          elements += document.elements.count
          for value in table.values {
            fingerprint = (fingerprint ^ UInt64(value.bitPattern)) &* 0x100_0000_01B3
          }
        }
      }
      read.append(sums.read / .seconds(1))
      features.append(sums.features / .seconds(1))
      // A judgement computes the features once more.
      forest.append((sums.judgement - sums.features) / .seconds(1))
    }
    print("\(pages.count) pages, \(megabytes) MB, \(blocks) blocks, \(elements) elements")
    print("features' fingerprint: \(String(fingerprint, radix: 16))")
    for (name, seconds) in [("read", read), ("features", features), ("forest", forest)] {
      let time = seconds.sorted()[rounds / 2]
      // Each beside the reading of its own round, so that a slow moment hits both.
      let ratio = zip(seconds, read).map { $0 / $1 }.sorted()[rounds / 2]
      print(
        "\(name): \(time * 1e3 / megabytes) ms/MB, \(time * 1e6 / Double(max(1, blocks))) µs/block, "
          + "\(ratio) of reading")
    }
  }
}
