extension BoundaryLanguage {
  init?(_ language: Language) {
    switch language {
    case .persian: self = .persian
    case .arabic: self = .arabic
    case .english: self = .english
    default: return nil
    }
  }
}
