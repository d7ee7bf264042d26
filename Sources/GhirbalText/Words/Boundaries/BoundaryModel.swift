internal import CGhirbalData
import Foundation

/// How likely a space or a non-joiner belongs at a place: a linear model over hashed features.
///
/// Two classes against "nothing", with weights of one byte each. `Training/words/README.md` describes
/// the file, its training and its sources.
struct BoundaryModel: @unchecked Sendable {
  // Sendable: the weights are never written.
  private let weights: UnsafePointer<Int8>
  private let mask: UInt64
  private let scale: Float
  private let nonJoinerBias: Float
  private let spaceBias: Float

  static let shared = BoundaryModel(
    UnsafeRawBufferPointer(
      start: ghirbal_boundary_model(), count: ghirbal_boundary_model_size))

  /// Bytes before the weights: magic, log2 of the number of pairs, scale, two biases, and the SHA-256 of
  /// lexicon and weights.
  static let headerCount = 52
  private static let magic: UInt32 = 0x314D_4247

  /// Reads a model whose bytes outlive it.
  init(_ bytes: UnsafeRawBufferPointer) {
    func word(_ index: Int) -> UInt32 {
      UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self))
    }
    precondition(
      bytes.count > BoundaryModel.headerCount && word(0) == BoundaryModel.magic && word(1) < 28
        && bytes.count == BoundaryModel.headerCount + 2 << Int(word(1)),
      "the embedded model is whole and of this version")
    mask = 1 << UInt64(word(1)) - 1
    scale = Float(bitPattern: word(2))
    nonJoinerBias = Float(bitPattern: word(3))
    spaceBias = Float(bitPattern: word(4))
    guard let start = bytes.baseAddress else { preconditionFailure("the model has bytes") }
    weights = (start + BoundaryModel.headerCount).assumingMemoryBound(to: Int8.self)
  }

  /// Probabilities of a non-joiner and of a space; what is missing to 1 is "nothing".
  struct Odds {
    var nonJoiner: Float
    var space: Float
  }

  /// Sums the weights of the features it is given.
  struct Sum: FeatureSink {
    fileprivate let weights: UnsafePointer<Int8>
    fileprivate let mask: UInt64
    fileprivate var nonJoiner: Int32 = 0
    fileprivate var space: Int32 = 0

    @inline(__always)
    mutating func add(_ feature: UInt64) {
      let place = Int(truncatingIfNeeded: (feature & mask) << 1)
      nonJoiner &+= Int32(weights[place])
      space &+= Int32(weights[place + 1])
    }
  }

  var sum: Sum { Sum(weights: weights, mask: mask) }

  func odds(_ sum: Sum) -> Odds {
    let nonJoiner = exp(min(30, Float(sum.nonJoiner) * scale + nonJoinerBias))
    let space = exp(min(30, Float(sum.space) * scale + spaceBias))
    let total = 1 + nonJoiner + space
    return Odds(nonJoiner: nonJoiner / total, space: space / total)
  }
}
