import GhirbalDocument

/// The words of the texts that a scanner has read, text after text.
struct ScannedWords {
  fileprivate(set) var hashes: [UInt32] = []
  fileprivate(set) var starts: [Int32] = [0]
}

/// Reads texts once, counting traits and hashing words.
struct TextScanner {
  private(set) var words = ScannedWords()

  init() { words.hashes.reserveCapacity(4096) }

  /// Scans the next block. `links` are ascending UTF-8 ranges relative to the block's start.
  mutating func scan(
    _ utf8: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, links: [Mark]
  ) -> TextTraits {
    let traits = ScalarClass.table.withUnsafeBufferPointer { table in
      ScalarClass.smallLetters.withUnsafeBufferPointer { small in
        var pass = Pass(utf8: utf8, range: range, links: links, table: table, small: small)
        return pass.run(&words.hashes)
      }
    }
    words.starts.append(Int32(words.hashes.count))
    return traits
  }

  /// Scans text that is no block: a title, a description.
  static func words(of utf8: [UInt8]) -> [UInt32] {
    var scanner = TextScanner()
    _ = utf8.withUnsafeBufferPointer { scanner.scan($0, 0..<$0.count, links: []) }
    return scanner.words.hashes
  }
}

/// One pass over one text.
private struct Pass {
  let utf8: UnsafeBufferPointer<UInt8>
  let range: Range<Int>
  let links: [Mark]
  let table: UnsafeBufferPointer<UInt8>
  let small: UnsafeBufferPointer<UInt16>

  private var traits = TextTraits()
  private var digitRun = DigitRun()

  init(
    utf8: UnsafeBufferPointer<UInt8>, range: Range<Int>, links: [Mark],
    table: UnsafeBufferPointer<UInt8>, small: UnsafeBufferPointer<UInt16>
  ) {
    self.utf8 = utf8
    self.range = range
    self.links = links
    self.table = table
    self.small = small
  }

  mutating func run(_ hashes: inout [UInt32]) -> TextTraits {
    let firstHash = hashes.count
    var index = range.lowerBound
    var isInWord = false
    var ideographs = 0
    var word = WordHash()
    var linked = LinkWalk(links, in: range)
    var lastIdeograph: UInt32 = 0
    var lastVisible: UInt32 = 0
    var lastClosing = false
    var endMark: UInt32 = 0
    while index < range.upperBound {
      linked.move(to: index)
      let scalar = decode(&index)
      let kind = ScalarClass.of(scalar, table)
      if kind.contains(.space) {
        isInWord = false
      } else {
        traits.characters += 1
        if linked.isLinked { traits.linkedCharacters += 1 }
        if !isInWord {
          isInWord = true
          if !kind.contains(.ideograph) { traits.plainWords += 1 }
          if kind.contains(.capital) { traits.capitalWords += 1 }
        }
        if traits.characters == 1 { begin(scalar, kind) }
        lastVisible = scalar
        // Closing quotes and brackets do not hide the mark before them.
        lastClosing = kind.contains(.quote) || scalar == 0x29 || scalar == 0x5D || scalar == 0x2019
        if !lastClosing { endMark = scalar }
      }
      if kind.isWord {
        if kind.contains(.ideograph) {
          word.end(&hashes)
          ideographs += 1
          traits.letters += 1
          hashes.append(hash(scalar, lastIdeograph) | (lastIdeograph == 0 ? 0 : 1))
          lastIdeograph = scalar
        } else {
          lastIdeograph = 0
          word.add(folded(scalar))
          if kind.contains(.digit) {
            traits.digits += 1
          } else {
            traits.letters += 1
            if kind.contains(.capital) { traits.capitals += 1 }
          }
        }
      } else {
        word.end(&hashes)
        lastIdeograph = 0
        if !kind.isEmpty {
          if kind.contains(.end) { traits.ends += 1 }
          if kind.contains(.comma) { traits.commas += 1 }
          if kind.contains(.quote) { traits.quotes += 1 }
        }
        if !kind.contains(.space) { sign(scalar) }
      }
      if digitRun.step(scalar, isDigit: kind.contains(.digit)) { finishDigits() }
      if kind.isLetterAlone {
        let letters = readLetters(&index, before: min(range.upperBound, linked.change), into: &word)
        if letters.count > 0 {
          lastVisible = letters.last
          endMark = lastVisible
          if linked.isLinked { traits.linkedCharacters += letters.count }
        }
      }
    }
    word.end(&hashes)
    _ = digitRun.step(0x20, isDigit: false)
    finishDigits()
    traits.tokens = hashes.count - firstHash
    traits.words = Float(traits.plainWords) + Float(ideographs) / 1.7
    end(mark: endMark, last: lastVisible)
    return traits
  }

  /// Reads the rest of a word, as far as it is plain letters before `end`: nothing but counts changes.
  @inline(__always)
  private mutating func readLetters(
    _ index: inout Int, before end: Int, into word: inout WordHash
  ) -> (count: Int, last: UInt32) {
    var count = 0
    var last: UInt32 = 0
    while index < end {
      var next = index
      let scalar = decode(&next)
      let kind = ScalarClass.of(scalar, table)
      guard kind.isLetterAlone else { break }
      index = next
      word.add(folded(scalar))
      count += 1
      if kind.contains(.capital) { traits.capitals += 1 }
      last = scalar
    }
    traits.characters += count
    traits.letters += count
    return (count, last)
  }

  @inline(__always) private func folded(_ scalar: UInt32) -> UInt32 {
    scalar < ScalarClass.smallLetterCount ? UInt32(small[Int(scalar)]) : scalar
  }

  @inline(__always) private func hash(_ a: UInt32, _ b: UInt32) -> UInt32 {
    var mixed = (a &* 0x9E37_79B1) ^ (b &* 0x85EB_CA77)
    mixed ^= mixed >> 15
    return mixed & ~1
  }

  @inline(__always) private func decode(_ index: inout Int) -> UInt32 {
    let first = UInt32(utf8[index])
    if first < 0x80 {
      index += 1
      return first
    }
    // The text is valid UTF-8, so the bytes that follow are there.
    if first < 0xE0 {
      defer { index += 2 }
      return (first & 0x1F) << 6 | UInt32(utf8[index + 1] & 0x3F)
    }
    if first < 0xF0 {
      defer { index += 3 }
      return (first & 0x0F) << 12 | UInt32(utf8[index + 1] & 0x3F) << 6
        | UInt32(utf8[index + 2] & 0x3F)
    }
    defer { index += 4 }
    return (first & 0x07) << 18 | UInt32(utf8[index + 1] & 0x3F) << 12
      | UInt32(utf8[index + 2] & 0x3F) << 6 | UInt32(utf8[index + 3] & 0x3F)
  }

  private mutating func begin(_ scalar: UInt32, _ kind: ScalarClass) {
    if kind.contains(.capital) { traits.signs.insert(.startsWithCapital) }
    traits.beginning =
      switch scalar {
      case _ where kind.contains(.letter): 0
      case _ where kind.contains(.digit): 1
      case _ where kind.contains(.quote): 2
      case 0x2B, 0x2D, 0x2A, 0x2022, 0x25BA, 0x25B6, 0x3E, 0x2192, 0x7C, 0x5B, 0x28, 0x23, 0x40,
        0xB7,
        0x2013, 0x2014:
        3
      default: 4
      }
  }

  private mutating func sign(_ scalar: UInt32) {
    switch scalar {
    case 0x28, 0x5B: traits.brackets += 1
    case 0x2F:
      traits.slashes += 1
      if isTwice(0x2F) { traits.signs.insert(.url) }
    case 0x7C:
      traits.slashes += 1
      traits.signs.insert(.separator)
    case 0xBB, 0x203A, 0x2022, 0xB7, 0x2192, 0x25BE: traits.signs.insert(.separator)
    case 0x40: traits.signs.insert(.at)
    case 0x7B, 0x7D: traits.signs.insert(.brace)
    case 0xA9: traits.signs.insert(.copyright)
    case 0x24, 0xA3, 0xA5, 0x20A0...0x20CF: traits.signs.insert(.currency)
    case 0x3F, 0x61F, 0xFF1F: traits.signs.insert(.question)
    case 0x21, 0xFF01: traits.signs.insert(.exclamation)
    default: break
    }
    lastSign = scalar
  }

  private var lastSign: UInt32 = 0
  /// `//` after a colon: what is between them is not looked at, two slashes are rare elsewhere.
  private func isTwice(_ scalar: UInt32) -> Bool { lastSign == scalar }

  private mutating func finishDigits() {
    if digitRun.isDate { traits.signs.insert(.date) }
    if digitRun.isClock { traits.signs.insert(.clock) }
  }

  private mutating func end(mark: UInt32, last: UInt32) {
    switch mark {
    case 0x2E, 0x21, 0x3F, 0x3002, 0xFF01, 0xFF1F, 0x2026, 0x3A, 0x3B, 0x61F, 0x6D4, 0x964:
      traits.signs.insert(.endsSentence)
    default:
      if [0x22, 0x201D, 0xBB, 0x300D].contains(last) { traits.signs.insert(.endsSentence) }
    }
    if mark == 0x3A || mark == 0xFF1A { traits.signs.insert(.endsWithColon) }
    let tail =
      range.upperBound - range.lowerBound >= 3
      ? utf8[range.upperBound - 3..<range.upperBound] : utf8[range.upperBound..<range.upperBound]
    if mark == 0x2026 || tail.elementsEqual([0x2E, 0x2E, 0x2E]) {
      traits.signs.insert(.endsWithEllipsis)
    }
  }
}

/// The word that is being read, as a hash.
private struct WordHash {
  private var hash: UInt32 = 0
  private var letters = 0

  @inline(__always) mutating func add(_ folded: UInt32) {
    hash = (hash ^ folded) &* 0x0100_0193
    letters += 1
  }

  /// Ends the word, if there is one.
  @inline(__always) mutating func end(_ hashes: inout [UInt32]) {
    guard letters > 0 else { return }
    // The last mix spreads the letters over the bits, since tables take the lowest.
    var mixed = hash ^ (hash >> 15)
    mixed = mixed &* 0x2C1B_3C6D
    mixed ^= mixed >> 13
    hashes.append(mixed & ~1 | (letters >= 5 ? 1 : 0))
    hash = 0
    letters = 0
  }
}

/// Whether the place that is being read is in a link.
private struct LinkWalk {
  private let links: [Mark]
  private let start: Int
  private var link = 0
  private(set) var isLinked = false
  /// Where that changes next.
  private(set) var change: Int

  init(_ links: [Mark], in range: Range<Int>) {
    self.links = links
    start = range.lowerBound
    change = links.isEmpty ? Int.max : start + links[0].utf8Range.lowerBound
  }

  @inline(__always) mutating func move(to index: Int) {
    while index >= change {
      if isLinked {
        isLinked = false
        link += 1
        change = link < links.count ? start + links[link].utf8Range.lowerBound : Int.max
      } else {
        isLinked = true
        change = start + links[link].utf8Range.upperBound
      }
    }
  }
}

/// Follows digits and the signs between them, to tell dates and times by their shape.
private struct DigitRun {
  private var count = 0
  private var value = 0
  /// The lengths of runs that signs of one kind join: `12.5.2024`.
  private var parts = 0
  private var firstCount = 0
  private var lastCount = 0
  private var sign: UInt32 = 0
  private(set) var isDate = false
  private(set) var isClock = false

  /// Takes a scalar in; returns whether something may have been found.
  @inline(__always) mutating func step(_ scalar: UInt32, isDigit: Bool) -> Bool {
    if isDigit {
      count += 1
      // Decimal digits of any script come in tens that start at a multiple of 16 or 6 beyond one.
      value =
        value < 100_000
        ? value &* 10 &+ Int(scalar >= 0x660 && scalar < 0x700 ? scalar & 0xF : scalar &- 0x30)
        : value
      return false
    }
    guard count > 0 || parts > 0 else { return false }
    return close(scalar)
  }

  private mutating func close(_ scalar: UInt32) -> Bool {
    var found = false
    if count > 0 {
      parts += 1
      if count == 4, value >= 1900, value < 2100 {
        isDate = true
        found = true
      }
      if parts == 3, count <= 4, firstCount <= 4, lastCount <= 2,
        sign == 0x2E || sign == 0x2F || sign == 0x2D
      {
        isDate = true
        found = true
      }
      if parts == 2, sign == 0x3A || sign == 0x2E, count == 2, firstCount <= 2, value < 60 {
        isClock = sign == 0x3A || isClock
        found = true
      }
      if parts == 1 { firstCount = count }
      lastCount = count
    }
    let joins =
      count > 0 && (scalar == 0x2E || scalar == 0x2F || scalar == 0x2D || scalar == 0x3A)
      && (parts == 1 || scalar == sign)
    if joins { sign = scalar } else { parts = 0 }
    count = 0
    value = 0
    return found
  }
}
