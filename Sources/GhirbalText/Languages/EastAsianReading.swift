/// Counts of the letters of Chinese and Japanese, which tell the two apart.
struct EastAsianReading {
  private var han = 0
  private var kana = 0
  private var japaneseForms = 0
  private var chineseForms = 0

  /// A letter that is a syllable or a word counts for about three of an alphabet.
  var weight: Int { 3 * (han + kana) }

  /// Counts a Han character or a kana.
  mutating func count(_ value: UInt32) {
    switch value {
    case 0x3041...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F: kana += 1
    case 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      han += 1
      switch value {
      // 駅図発経済気対変応円権関読売県辺実広検総続戦鉄転伝働込
      case 0x99C5, 0x56F3, 0x767A, 0x7D4C, 0x6E08, 0x6C17, 0x5BFE, 0x5909, 0x5FDC, 0x5186, 0x6A29,
        0x95A2, 0x8AAD, 0x58F2, 0x770C, 0x8FBA, 0x5B9F, 0x5E83, 0x691C, 0x7DCF, 0x7D9A, 0x6226,
        0x9244, 0x8EE2, 0x4F1D, 0x50CD, 0x8FBC:
        japaneseForms += 1
      // 的这是们个说时为对没让还从与国发
      case 0x7684, 0x8FD9, 0x662F, 0x4EEC, 0x4E2A, 0x8BF4, 0x65F6, 0x4E3A, 0x5BF9, 0x6CA1, 0x8BA9,
        0x8FD8, 0x4ECE, 0x4E0E, 0x53D1, 0x5728, 0x9019, 0x5011, 0x500B, 0x8AAA, 0x70BA:
        chineseForms += 1
      default: break
      }
    default: break
    }
  }

  func guess(_ share: Double) -> LanguageGuess {
    if kana * 12 > han { return LanguageGuess(language: .japanese, confidence: share) }
    if kana > 0 || han < 2 { return .unknown }
    if japaneseForms > chineseForms {
      return LanguageGuess(language: .japanese, confidence: share * 0.7)
    }
    return LanguageGuess(
      language: .chinese, confidence: share * (chineseForms > 0 || han > 20 ? 1 : 0.6))
  }
}
