import GhirbalDocument

extension Document {
  /// The text inside an element, without white space around it; nil where there is none, or more
  /// than `maxUTF8Count` of it.
  ///
  /// The text of an inline element is found by the raw bytes that it came from.
  func text(inside element: ElementID, maxUTF8Count: Int) -> String? {
    let first = Int(elements.firstBlocks[element.index])
    let end = Int(elements.endBlocks[element.index])
    guard first < blocks.count else { return nil }
    if elements.tag(of: element) == .a, end <= first + 1 {
      for block in blocks[first..<min(first + 2, blocks.count)] {
        guard let link = block.links.first(where: { $0.element == element }) else { continue }
        guard link.utf8Range.count <= maxUTF8Count else { return nil }
        return HeadText.collapsed(string(in: block, link.utf8Range))
      }
    }
    if end > first {
      var text = ""
      for block in blocks[first..<end] {
        guard text.utf8.count + block.content.count <= maxUTF8Count else { return nil }
        text += (text.isEmpty ? "" : " ") + string(of: block)
      }
      return text.isEmpty ? nil : HeadText.collapsed(text)
    }
    let bytes = elements.sourceBytes(of: element)
    let block = blocks[first]
    guard let range = block.sourceMap.utf8Range(inside: bytes, before: block.content.count),
      range.count <= maxUTF8Count
    else { return nil }
    let text = HeadText.collapsed(string(in: block, range))
    return text.isEmpty ? nil : text
  }
}

extension Document {
  /// The UTF-8 offsets in a block's content of what stands inside an element; nil where nothing does.
  func utf8Range(of element: ElementID, in block: Block) -> Range<Int>? {
    block.sourceMap.utf8Range(
      inside: elements.sourceBytes(of: element), before: block.content.count)
  }
}

extension SourceMap {
  /// The UTF-8 offsets before `end` of what came from some raw bytes; nil where nothing did.
  fileprivate func utf8Range(inside bytes: Range<Int>, before end: Int) -> Range<Int>? {
    var lower: Int?
    var upper = 0
    for (index, run) in runs.enumerated() {
      guard Int(run.sourceStart) < bytes.upperBound else { break }
      guard Int(run.sourceEnd) > bytes.lowerBound else { continue }
      let runEnd = min(index + 1 < runs.count ? Int(runs[index + 1].textStart) : textCount, end)
      let start = Int(run.textStart)
      guard start < runEnd else { break }
      if run.textUnit == 0 {
        guard Int(run.sourceStart) >= bytes.lowerBound else { continue }
        lower = lower ?? start
        upper = runEnd
        continue
      }
      let unit = Int(run.textUnit)
      let sourceUnit = Int(run.sourceUnit)
      let skipped = max(0, bytes.lowerBound - Int(run.sourceStart) + sourceUnit - 1) / sourceUnit
      let kept =
        max(0, min(bytes.upperBound, Int(run.sourceEnd)) - Int(run.sourceStart)) / sourceUnit
      let from = min(start + skipped * unit, runEnd)
      let to = min(start + kept * unit, runEnd)
      guard from < to else { continue }
      lower = lower ?? from
      upper = to
    }
    return lower.map { $0..<max($0, upper) }
  }
}
