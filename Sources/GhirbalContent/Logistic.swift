/// The logistic function of a margin, 0...1.
///
/// The C library's exponential differs in its last digit from version to version, and probabilities
/// stand in records; here only sums and products are used, which are the same everywhere.
func logistic(_ margin: Float) -> Float {
  Float(1 / (1 + exponential(-Double(max(-40, min(40, margin))))))
}

/// e to the power of `x`, for -40...40, to 12 digits.
private func exponential(_ x: Double) -> Double {
  let halvings = (x * 1.4426950408889634).rounded()
  let rest = x - halvings * 0.6931471805599453
  var sum = 1.0
  var term = 1.0
  for n in 1...14 {
    term *= rest / Double(n)
    sum += term
  }
  return sum * Double(sign: .plus, exponent: Int(halvings), significand: 1)
}
