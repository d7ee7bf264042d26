extension SiteRows {
  /// How likely each item is main content, 0...1, by what its site says and what the page says.
  var probabilities: [Float] {
    stride(from: 0, to: values.count, by: Self.names.count).map { values[$0] }
  }
}
