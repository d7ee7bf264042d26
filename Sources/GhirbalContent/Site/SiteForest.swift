extension Forest {
  /// The judge of blocks and segments of pages whose site is known.
  static let ofSites = Forest(ForestData.ofSites, features: SiteRows.names)
}

extension SiteRows {
  /// What the page alone takes for main content goes only where the site says so surely: labels, terms and
  /// names repeat inside of texts. In lines there is less to tell by, for the page and for the site.
  private static let minPageProbability: Float = 0.5
  private static let sureOfBlock: Float = 0.15
  private static let sureOfLine: Float = 0.3

  /// How likely each item is main content, 0...1, by what its site says and what the page says.
  var probabilities: [Float] {
    let sure = isText ? Self.sureOfLine : Self.sureOfBlock
    return zip(alone, Forest.ofSites.margins(values).lazy.map(logistic)).map { alone, known in
      alone >= Self.minPageProbability && known > sure ? max(alone, known) : known
    }
  }
}
