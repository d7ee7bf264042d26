extension Forest {
  /// The judge of blocks and segments of pages whose site is known.
  static let ofSites = Forest(ForestData.ofSites, features: SiteRows.names)
}

extension SiteRows {
  /// How likely each item is main content, 0...1, by what its site says and what the page says.
  var probabilities: [Float] { Forest.ofSites.margins(values).map(logistic) }
}
