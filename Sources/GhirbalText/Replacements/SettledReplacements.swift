/// The replacements after which `find` finds nothing more, as changes to `text` itself.
///
/// A text in which the first look finds nothing, or only changes that cannot meet, is read once.
/// - Parameter find: One look; what it asks for must bring the text nearer to one it leaves alone.
func settledReplacements<Reason>(
  in text: Span<UInt8>, _ find: (UnsafeBufferPointer<UInt8>) -> Look<Reason>
) -> [Replacement<Reason>] {
  let first = text.withUnsafeBufferPointer(find)
  if first.isSettled || first.replacements.isEmpty { return first.replacements }
  let original = text.withUnsafeBufferPointer { Array($0) }
  var replacements = first.replacements
  // Real pages settle in two looks. The limit bounds the work on made-up ones.
  for _ in 0..<6 {
    let current = original.applying(replacements)
    let next = current.withUnsafeBufferPointer(find)
    if next.replacements.isEmpty { return replacements }
    // What the second look takes back leaves nothing to record.
    replacements = replacements.followed(by: next.replacements, on: original)
      .filter { !original[$0.utf8Range].elementsEqual($0.text.utf8) }
    if next.isSettled { return replacements }
  }
  return replacements
}
