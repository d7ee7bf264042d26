extension Int {
  /// A count with its noun, as in "1 page" and "2 pages".
  ///
  /// - Parameter plural: The noun of any other count; by default the noun with an s.
  public func counted(_ noun: String, _ plural: String? = nil) -> String {
    "\(self) \(self == 1 ? noun : plural ?? noun + "s")"
  }
}
