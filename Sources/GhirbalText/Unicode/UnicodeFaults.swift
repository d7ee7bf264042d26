/// The changes that bring `text` to its plain spelling: Normalization Form C, letters instead of
/// glyphs, and nothing invisible that does nothing.
///
/// Text that is right gives an empty array, and what comes out gives an empty array too. Left alone
/// are everything in `UnicodeOptions`, ZWNJ inside words, ZWJ, word ligatures such as ﷺ, Qur'anic
/// signs, zero-width spaces of scripts that write no spaces, French spaces before `?!:;»`, spaces that
/// group digits, and letters inside URLs, e-mail addresses and code. C1 controls are removed, so
/// ``mojibake(in:)``, to which they are evidence, goes first. One read of the text where
/// nothing is wrong; a few where something is.
/// - Parameter language: Decides between ي ك and ی ک, for Persian and Arabic only; with another
///   language or nil these letters stay as they are (Urdu ہے stays).
public func unicodeFaults(
  in text: Span<UInt8>, language: Language?, options: UnicodeOptions = UnicodeOptions()
) -> [Replacement<UnicodeFinding>] {
  let traits = traits(for: language, options)
  let stops = TraitStops.of(traits)
  return settledReplacements(in: text) { bytes in
    var scan = UnicodeScan(
      text: Scalars(bytes), traits: traits, language: language, options: options)
    return scan.look(stops)
  }
}

private func traits(for language: Language?, _ options: UnicodeOptions) -> ScalarTraits {
  var traits = ScalarTraits.always
  switch language {
  case .persian: traits.insert(.arabicForm)
  case .arabic: traits.insert(.persianForm)
  default: break
  }
  if options.harakat { traits.insert(.vowelSign) }
  if options.tatweel { traits.insert(.tatweel) }
  if options.digits { traits.insert(.digit) }
  if options.quotes { traits.insert(.quote) }
  if options.tehMarbuta { traits.insert(.tehMarbuta) }
  return traits
}
