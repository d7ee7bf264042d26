/// The attributes that the arena keeps. All others are dropped while reading.
public enum AttributeName: UInt8, Sendable, CaseIterable {
  case none
  case `class`, id, role, style, hidden, href, rel, src, alt, title, name, property, content
  case itemprop, itemtype, datetime, lang, dir, type, charset, colspan
  case rowspan, start, checked
  /// Of items of lists alone.
  case value
  case httpEquiv, ariaHidden, ariaLabel, ariaModal
  /// What makers of pages name parts of them by, for their tests, scripts and statistics.
  case dataTestID, dataComponent, dataType, dataModule, dataName, dataQA, dataBlock, dataWidget
  case dataRole, dataSection, dataArea

  /// The name as it stands in markup.
  public var name: String {
    switch self {
    case .none: ""
    case .httpEquiv: "http-equiv"
    case .ariaHidden: "aria-hidden"
    case .ariaLabel: "aria-label"
    case .ariaModal: "aria-modal"
    case .dataTestID: "data-testid"
    case .dataComponent: "data-component"
    case .dataType: "data-type"
    case .dataModule: "data-module"
    case .dataName: "data-name"
    case .dataQA: "data-qa"
    case .dataBlock: "data-block"
    case .dataWidget: "data-widget"
    case .dataRole: "data-role"
    case .dataSection: "data-section"
    case .dataArea: "data-area"
    default: String(describing: self)
    }
  }
}
