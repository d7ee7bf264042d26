/// The roles of WAI-ARIA 1.2 (section 5.3) that say what a text stands in.
public enum ARIARole: String, CaseIterable, Sendable {
  case navigation, menu, menubar, menuitem
  case main, article, banner, contentinfo, complementary
  case dialog, alertdialog, button, search, form
  case list, listitem, tabpanel

  /// Reads the value of a `role` attribute, in capitals or not; nil for any other role and for lists of
  /// roles.
  public init?(_ value: UnsafeBufferPointer<UInt8>) {
    guard let role = Self.rows.first(where: { Self.isEqual(value, $0.name) })?.role else {
      return nil
    }
    self = role
  }

  private static let rows = allCases.map { (role: $0, name: Array($0.rawValue.utf8)) }

  private static func isEqual(_ value: UnsafeBufferPointer<UInt8>, _ name: [UInt8]) -> Bool {
    guard value.count == name.count else { return false }
    for index in value.indices where value[index] | 0x20 != name[index] { return false }
    return true
  }
}
