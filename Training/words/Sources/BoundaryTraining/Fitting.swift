import Foundation

/// Multinomial logistic regression on hashed features: AdaGrad, one row at a time, in an order that a
/// fixed seed shuffles; the mean of the weights after each epoch of the second half.
///
/// Duchi, Hazan and Singer 2011, https://jmlr.org/papers/v12/duchi11a.html
struct Fitting {
  let features: [UInt32]
  let ends: [UInt32]
  let labels: [UInt8]
  let weights: [Float]

  init(_ name: String) throws {
    func read<Element>(_ kind: String, _: Element.Type) throws -> [Element] {
      let data = try Data(contentsOf: URL(fileURLWithPath: "\(name).\(kind)"))
      return [Element](
        unsafeUninitializedCapacity: data.count / MemoryLayout<Element>.stride
      ) { buffer, count in
        count =
          data.copyBytes(to: UnsafeMutableRawBufferPointer(buffer)) / MemoryLayout<Element>.stride
      }
    }
    features = try read("features", UInt32.self)
    ends = try read("ends", UInt32.self)
    labels = try read("labels", UInt8.self)
    weights = try read("weights", Float.self)
  }

  /// The label of places that are known to want no space, and of which no more is known.
  static let noSpace: UInt8 = 3

  /// Two weights a feature, non-joiner and space; the last two are the biases.
  func fit(bits: Int, epochs: Int, rate: Float, decay: Float) -> [Float] {
    let size = 2 << bits
    var model = [Float](repeating: 0, count: size + 2)
    var squares = [Float](repeating: 1e-6, count: size + 2)
    var sum = [Float](repeating: 0, count: size + 2)
    var summed: Float = 0
    var order = Array(labels.indices)
    var state: UInt64 = 42
    for epoch in 0..<epochs {
      for index in stride(from: order.count - 1, to: 0, by: -1) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        order.swapAt(index, Int((state >> 33) % UInt64(index + 1)))
      }
      var loss = 0.0
      for row in order {
        let range = Int(ends[row])..<Int(ends[row + 1])
        var nonJoiner = model[size]
        var space = model[size + 1]
        for index in range {
          let place = Int(features[index]) * 2
          nonJoiner += model[place]
          space += model[place + 1]
        }
        let top = max(0, nonJoiner, space)
        let (a, b, c) = (exp(nonJoiner - top), exp(space - top), exp(-top))
        let total = a + b + c
        let label = labels[row]
        let weight = weights[row]
        let right = label == 1 ? a : label == 2 ? b : label == Fitting.noSpace ? a + c : c
        loss -= Double(weight * log(max(1e-7, right / total)))
        let first = label == Fitting.noSpace ? 0 : weight * (a / total - (label == 1 ? 1 : 0))
        let second = weight * (b / total - (label == 2 ? 1 : 0))
        if abs(first) < 1e-4, abs(second) < 1e-4 { continue }
        func step(_ place: Int) {
          squares[place] += first * first
          squares[place + 1] += second * second
          model[place] -= rate * (first + decay * model[place]) / squares[place].squareRoot()
          model[place + 1] -=
            rate * (second + decay * model[place + 1]) / squares[place + 1].squareRoot()
        }
        for index in range { step(Int(features[index]) * 2) }
        step(size)
      }
      FileHandle.standardError.write(Data("epoch \(epoch + 1): loss \(loss)\n".utf8))
      if epoch >= epochs / 2 {
        summed += 1
        for index in model.indices { sum[index] += model[index] }
      }
    }
    return sum.map { $0 / max(summed, 1) }
  }
}
