extension OutputFormat {
  /// Every format there is.
  public static let allCases: [OutputFormat] = [.text, .markdown]
}
