/// The changes that put the spaces of `text`, one block, where its language writes them.
///
/// What comes out gives an empty array. Left alone are tabs, the indentation of lines inside the
/// block, table rows with `|`, spaced ellipses, French spaces before `? ! : ;` and inside its
/// guillemets, straight quotation marks, hyphens and dashes, code, numbers and times written with
/// spaces, and Chinese and Japanese. Without a language `? ! : ;` stay too, because it may be French.
/// Linear.
public func spacingFaults(
  in text: Span<UInt8>, language: Language?
) -> [Replacement<SpacingFinding>] {
  settledReplacements(in: text) { bytes in
    var scan = SpacingScan(text: Scalars(bytes), language: language)
    return scan.read()
  }
}
