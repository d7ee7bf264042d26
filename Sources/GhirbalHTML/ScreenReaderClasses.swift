/// The classes that frameworks and themes give to text that is read aloud and not shown.
enum ScreenReaderClasses {
  /// In small letters, with `-` for `_` too.
  private static let names: [String] = [
    // Bootstrap, Font Awesome, Tailwind, WordPress, Drupal, jQuery UI, Foundation, Angular CDK.
    "sr-only", "visually-hidden", "screen-reader-text", "element-invisible",
    "ui-helper-hidden-accessible", "show-for-sr", "cdk-visually-hidden",
    // Amazon, GOV.UK, USWDS, Shopify, Squarespace, Orbit and makers of their own.
    "a-offscreen", "govuk-visually-hidden", "usa-sr-only", "u-visually-hidden",
    "is-visually-hidden", "visuallyhidden", "visually-hidden-text", "screen-reader",
    "screen-reader-only", "screenreader", "screenreader-only", "screenreader-text", "screen-read",
    "sr-text", "sr", "sronly", "srt", "a11y-hidden", "a11y-text", "a11y-only", "assistive-text",
    "accessibility-text", "accessible-text", "accessibly-hidden", "accessible-hide",
    "hidden-accessible", "offscreen", "off-screen", "u-hidden-visually", "hidden-visually",
    "hide-visually", "visually-hide", "u-sr-only", "wp-screen-reader-text", "slds-assistive-text",
    "aural", "clip-hide", "vh-text", "visuallyhidden-text",
    // Formulas.
    "mjx-assistive-mml", "katex-mathml",
  ]

  private static let hashes = Set(names.map { hash($0.utf8.map(\.self)) })
  /// By length: whether a name of so many bytes is there. All are shorter than 32.
  private static let counts = names.reduce(UInt32(0)) { $0 | 1 << UInt32($1.utf8.count) }
  /// By the low bits of the first byte.
  private static let beginnings = names.reduce(UInt32(0)) { $0 | 1 << UInt32($1.utf8.first! & 31) }

  /// Whether one of the words of a class attribute is such a name.
  static func contain(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    while start < value.count {
      if value[start] <= 0x20 {
        start += 1
        continue
      }
      var end = start + 1
      while end < value.count, value[end] > 0x20 { end += 1 }
      if end - start < 32, counts >> UInt32(end - start) & 1 == 1,
        beginnings >> UInt32(value[start] & 31) & 1 == 1,
        hashes.contains(hash(value[start..<end]))
      {
        return true
      }
      start = end
    }
    return false
  }

  /// FNV-1a, of small letters and `-` for `_`.
  private static func hash(_ name: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name {
      let folded = byte == UInt8(ascii: "_") ? UInt8(ascii: "-") : byte | 0x20
      hash = (hash ^ UInt64(folded)) &* 0x100_0000_01B3
    }
    return hash
  }
}
