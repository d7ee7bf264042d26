/// The attributes that the arena keeps. All others are dropped while reading.
public enum AttributeName: UInt8, Sendable, CaseIterable {
  case none
  case `class`, id, role, style, hidden, href, rel, src, alt, title, name, property, content
  case itemprop, itemtype, datetime, lang, dir, type, charset, colspan
  case rowspan, start
  case httpEquiv, ariaHidden, ariaLabel, ariaModal, dataTestID

  /// The name as it stands in markup.
  public var name: String {
    switch self {
    case .none: ""
    case .httpEquiv: "http-equiv"
    case .ariaHidden: "aria-hidden"
    case .ariaLabel: "aria-label"
    case .ariaModal: "aria-modal"
    case .dataTestID: "data-testid"
    default: String(describing: self)
    }
  }
}
