import GhirbalDocument
import GhirbalText

/// Text and the white space between, folded as a browser does.
extension BlockAssembler {
  /// Adds text that stands at `offset` of the decoded page as it is.
  mutating func append(
    _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, _ place: Place, _ source: DecodingMap
  ) {
    if place.isPreformatted {
      appendPreformatted(bytes, at: offset, place, source)
      return
    }
    var index = 0
    while index < bytes.count {
      var end = index
      if isSpace(bytes[index]) {
        while end < bytes.count, isSpace(bytes[end]) { end += 1 }
        if self.place != nil { wait(for: .space(offset + index..<offset + end), in: place.unseen) }
      } else {
        // Words with single spaces between them are copied in one piece.
        while end < bytes.count {
          if !isSpace(bytes[end]) {
            end += 1
          } else if bytes[end] == 0x20, end + 1 < bytes.count, !isSpace(bytes[end + 1]) {
            end += 2
          } else {
            break
          }
        }
        begin(
          place, UnsafeBufferPointer(rebasing: bytes[index...]), at: offset + index, source)
        utf8.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[index..<end]))
        map.append(offset + index..<offset + end, decodedBy: source)
      }
      index = end
    }
  }

  /// Adds white space that is no text of its own.
  mutating func appendSpace(_ place: Place) {
    if self.place != nil, !place.isPreformatted { wait(for: .space(0..<0), in: place.unseen) }
  }

  /// Adds text that stands for a stretch of raw bytes as a whole.
  mutating func appendAtomic(
    _ bytes: UnsafeBufferPointer<UInt8>, standingFor sourceBytes: Range<Int>, isApproximate: Bool,
    _ place: Place
  ) {
    guard !bytes.isEmpty else { return }
    if place.isPreformatted {
      if self.place == nil, bytes.allSatisfy(isLineEnd) { return }
      endCodeLine(at: sourceBytes.lowerBound)
      codeLines.appendText()
    } else if bytes.allSatisfy(isSpace) {
      appendSpace(place)
      return
    }
    begin(place, bytes, sourceByte: sourceBytes.lowerBound)
    utf8.append(contentsOf: bytes)
    map.append(textCount: bytes.count, source: sourceBytes, textUnit: 0, sourceUnit: 0)
    if isApproximate { self.isApproximate = true }
  }

  /// Adds the alternative text of an image, marked by its element.
  mutating func appendAlternative(
    _ bytes: UnsafeBufferPointer<UInt8>, of element: ElementID,
    standingFor sourceBytes: Range<Int>, _ place: Place
  ) {
    openMarks.open(element)
    appendAtomic(bytes, standingFor: sourceBytes, isApproximate: false, place)
    if let mark = openMarks.close(at: utf8.count, in: contentStart) { marks.append(mark) }
    // The text after the image stands apart from it like the text before.
    seam.open(.img, style: 0)
  }

  /// A browser's rules for `pre`: the first line break is not shown, CR is a line break.
  private mutating func appendPreformatted(
    _ text: UnsafeBufferPointer<UInt8>, at textOffset: Int, _ place: Place,
    _ source: DecodingMap
  ) {
    let counting = self.place == nil ? text.indices : codeLines.textBetweenLines(text)
    let bytes = UnsafeBufferPointer(rebasing: text[counting])
    let offset = textOffset + counting.lowerBound
    guard !bytes.isEmpty else { return }
    var start = 0
    if self.place == nil {
      guard let first = bytes.firstIndex(where: { !isLineEnd($0) }) else { return }
      start = first
    } else if !isLineEnd(bytes[0]) {
      endCodeLine(at: source.sourceOffset(of: offset))
    }
    codeLines.appendText()
    begin(place, UnsafeBufferPointer(rebasing: bytes[start...]), at: offset + start, source)
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0D { end += 1 }
      utf8.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<end]))
      map.append(offset + start..<offset + end, decodedBy: source)
      guard end < bytes.count else { break }
      if end + 1 == bytes.count || bytes[end + 1] != 0x0A {
        utf8.append(0x0A)
        map.append(
          textCount: 1, source: source.sourceRange(of: offset + end..<offset + end + 1),
          textUnit: 0,
          sourceUnit: 0)
      }
      start = end + 1
    }
  }

  private mutating func begin(
    _ place: Place, _ text: UnsafeBufferPointer<UInt8>, at offset: Int, _ source: DecodingMap
  ) {
    if case .space(let range) = pending, !range.isEmpty, self.place != nil {
      let start = utf8.count
      utf8.append(0x20)
      if range.count == 1 {
        map.append(range, decodedBy: source)
      } else {
        map.append(
          textCount: 1, source: source.sourceRange(of: range), textUnit: 0, sourceUnit: 0)
      }
      unseen.enter(
        place.unseen, at: utf8.count, spaceFrom: start, in: pendingEvidence, seam, contentStart)
      pending = .none
      pendingEvidence = nil
      seam = Seam()
    }
    begin(place, text, sourceByte: source.sourceOffset(of: offset))
  }

  /// Opens a block if none is open, and writes the white space that is due before the next text.
  private mutating func begin(
    _ place: Place, _ text: UnsafeBufferPointer<UInt8>, sourceByte: Int
  ) {
    var start = utf8.count
    if self.place == nil {
      openBlock(place)
      start = contentStart
    } else {
      switch pending {
      case .none:
        if isSeparated(place, text) { appendOwn(0x20, at: sourceByte) }
      case .space: appendOwn(0x20, at: sourceByte)
      case .lineBreak(let byte): appendOwn(0x0A, at: byte)
      }
    }
    unseen.enter(
      place.unseen, at: utf8.count, spaceFrom: start, in: pendingEvidence, seam, contentStart)
    pending = .none
    pendingEvidence = nil
    seam = Seam()
    links.begin(at: utf8.count)
    openMarks.begin(at: utf8.count)
    openRewritings.begin(at: utf8.count)
  }

  /// Whether text that touches the text before stands apart on the screen, from it or from what is
  /// shown before it.
  private func isSeparated(_ place: Place, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first, Seam.isWordByte(first) else { return false }
    if seam.separates(isPreformatted: place.isPreformatted), let last = utf8.last,
      Seam.isWordByte(last)
    {
      return true
    }
    if !place.isPreformatted, !place.context.contains(.code), isBetweenNumbers(text) { return true }
    guard place.unseen == nil, let hidden = unseen.hiddenRun, hidden.start > contentStart else {
      return false
    }
    return Seam.isWordByte(utf8[hidden.start - 1])
      && hidden.seam.over(seam).separates(isPreformatted: place.isPreformatted)
  }

  /// Whether the digits before and behind the seam are two numbers.
  private func isBetweenNumbers(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard Seam.startsWithDigit(text),
      let digit = Seam.startOfLastDigit(in: utf8, before: utf8.count),
      digit >= contentStart
    else { return false }
    let isLone = Seam.startOfLastDigit(in: utf8, before: digit).map { $0 < contentStart } ?? true
    return seam.separatesDigits(isLone: isLone)
  }

  /// Writes white space that stands for no text of the page.
  mutating func appendOwn(_ byte: UInt8, at sourceByte: Int) {
    utf8.append(byte)
    map.append(textCount: 1, source: sourceByte..<sourceByte, textUnit: 0, sourceUnit: 0)
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte <= 0x0D && byte >= 0x09 && byte != 0x0B)
  }

  func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
