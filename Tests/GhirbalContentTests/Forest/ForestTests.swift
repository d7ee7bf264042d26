import TestSupport
import Testing

@testable import GhirbalContent

@Suite struct ForestTests {
  /// A forest of unequal trees over five features, in the layout of `Training/content/forest.py`.
  private static func table(seed: UInt64) -> [UInt8] {
    var random = SplitMix(seed: seed)
    var trees: [UInt32] = []
    var nodes: [UInt64] = []
    for leaves in [1, 2, 7, 31] {
      let first = nodes.count
      trees.append(UInt32(first))
      var deepest = 0
      func grow(_ leaves: Int, _ level: Int) -> UInt64 {
        let place = UInt64(nodes.count - first)
        let value = UInt64((Float(random.below(2000)) / 100 - 10).bitPattern)
        nodes.append(value | place << 48 | place << 56)
        deepest = max(deepest, level)
        guard leaves > 1 else { return place }
        let split = 1 + random.below(leaves - 1)
        let left = grow(split, level + 1)
        let right = grow(leaves - split, level + 1)
        nodes[first + Int(place)] = value | UInt64(random.below(5)) << 32 | left << 48 | right << 56
        return place
      }
      _ = grow(leaves, 0)
      trees.append(UInt32(deepest))
    }
    let head: [UInt32] = [0x3146_4847, UInt32(trees.count / 2), 5, UInt32(nodes.count)]
    var bytes: [UInt8] = []
    for word in head + trees { withUnsafeBytes(of: word) { bytes += $0 } }
    for node in nodes { withUnsafeBytes(of: node) { bytes += $0 } }
    return bytes + [UInt8](repeating: 0, count: nodes.count * 4)
  }

  /// A row's margin by walking down each tree.
  private static func walk(_ table: [UInt8], _ row: [Float]) -> Float {
    table.withUnsafeBytes { table in
      func word(_ index: Int) -> Int {
        Int(table.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self))
      }
      var sum: Float = 0
      for tree in 0..<word(1) {
        let first = 16 + word(1) * 8 + word(4 + tree * 2) * 8
        var place = 0
        while true {
          let node = table.loadUnaligned(fromByteOffset: first + place * 8, as: UInt64.self)
          let value = Float(bitPattern: UInt32(truncatingIfNeeded: node))
          let isLeft = row[Int(UInt16(truncatingIfNeeded: node >> 32))] <= value
          let next = Int(UInt8(truncatingIfNeeded: isLeft ? node >> 48 : node >> 56))
          if Int(UInt8(truncatingIfNeeded: node >> 48)) == place {
            sum += value
            break
          }
          place = next
        }
      }
      return sum
    }
  }

  @Test(
    "margins are those of a walk down each tree, to the bit",
    arguments: [0, 1, 15, 16, 17, 48, 100])
  func margins(rowCount: Int) {
    let table = Self.table(seed: 7)
    var rows = (0..<rowCount * 5).map { Float($0 * 37 % 211) / 10 - 10 }
    // What no comparison holds for goes right.
    if rowCount > 0 { rows[rows.count - 1] = .nan }
    let margins = table.withUnsafeBytes { Forest($0).margins(rows) }
    let walked = (0..<rowCount).map { Self.walk(table, Array(rows[$0 * 5..<($0 + 1) * 5])) }
    #expect(margins.map(\.bitPattern) == walked.map(\.bitPattern))
  }
}
