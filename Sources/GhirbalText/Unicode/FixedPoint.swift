/// What one look at a text found, and whether what stands after the changes is known to be right.
struct Look<Reason: Sendable & Equatable> {
  var replacements: [Replacement<Reason>] = []
  /// False where a change may have brought letters together that want another look.
  var isSettled = true
}

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
    replacements = composed(replacements, then: next.replacements, from: original, by: current)
    if next.isSettled { return replacements }
  }
  return replacements
}

/// One list of replacements that does to `original` what `first` and then `second` do.
///
/// Replacements that touch the same bytes become one, which keeps the reason of the first. Linear.
/// - Parameter current: `original` with `first` applied.
func composed<Reason>(
  _ first: [Replacement<Reason>], then second: [Replacement<Reason>], from original: [UInt8],
  by current: [UInt8]
) -> [Replacement<Reason>] {
  var result: [Replacement<Reason>] = []
  result.reserveCapacity(first.count + second.count)
  var f = 0
  var s = 0
  /// original offset - current offset, behind all of `first` that is passed.
  var shift = 0

  func currentRange(_ index: Int, _ shift: Int) -> Range<Int> {
    let start = first[index].utf8Range.lowerBound - shift
    return start..<(start + first[index].text.utf8.count)
  }
  func passFirst() {
    shift += first[f].utf8Range.count - first[f].text.utf8.count
    f += 1
  }

  while f < first.count || s < second.count {
    // A group is a stretch of `current` that overlapping members of the two lists cover.
    var start = Int.max
    if f < first.count { start = currentRange(f, shift).lowerBound }
    if s < second.count { start = min(start, second[s].utf8Range.lowerBound) }
    let originalStart: Int
    var end = start
    var reason: Replacement<Reason>
    let firstSecond = s
    let beginsWithFirst: Bool
    if f < first.count, currentRange(f, shift).lowerBound == start {
      // An insertion of `second` before a non-empty stretch of `first` is a group of its own.
      let range = currentRange(f, shift)
      beginsWithFirst =
        !(s < second.count && second[s].utf8Range == start..<start && !range.isEmpty)
    } else {
      beginsWithFirst = false
    }
    if beginsWithFirst {
      reason = first[f]
      originalStart = first[f].utf8Range.lowerBound
      end = currentRange(f, shift).upperBound
      passFirst()
    } else {
      reason = second[s]
      originalStart = start + shift
      end = second[s].utf8Range.upperBound
      s += 1
    }
    while true {
      if f < first.count {
        let range = currentRange(f, shift)
        if range.lowerBound < end || (range.isEmpty && range.lowerBound == end && start == end) {
          end = max(end, range.upperBound)
          passFirst()
          continue
        }
      }
      if s < second.count {
        let range = second[s].utf8Range
        if range.lowerBound < end || (range.isEmpty && range.lowerBound == end && start == end) {
          end = max(end, range.upperBound)
          s += 1
          continue
        }
      }
      break
    }
    var text: [UInt8] = []
    var position = start
    for index in firstSecond..<s {
      text += current[position..<second[index].utf8Range.lowerBound]
      text += second[index].text.utf8
      position = second[index].utf8Range.upperBound
    }
    text += current[position..<end]
    let range = originalStart..<(end + shift)
    guard !original[range].elementsEqual(text) else { continue }
    reason.utf8Range = range
    reason.text = String(decoding: text, as: UTF8.self)
    result.append(reason)
  }
  return result
}
