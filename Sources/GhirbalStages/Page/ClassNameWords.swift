import GhirbalDocument

/// Words that occur in class and id names, each with what it says, looked up without making Strings.
///
/// A name is cut into words where a letter a-z ends and where a capital follows a small letter:
/// `post-share-bar` and `relatedPosts` have the words share and related, `cardinal` has no card.
struct ClassNameWords<Kinds: OptionSet & Sendable>: Sendable
where Kinds.RawValue == UInt16, Kinds.Element == Kinds {
  /// Words in lower-case letters a-z that say the same; their language, `mul` for several,
  /// or `zxx` for names of makers.
  typealias Row = (language: String, kinds: Kinds, words: [String])

  /// The words' hashes (FNV-1a, 64 bits) in an open table, at the first free place from their low
  /// bits on; 0 where none is. That another word has the hash of one of them is left to a chance of
  /// some rows in 2^64.
  private var hashes: [UInt64]
  /// What each word stands for, at the same places.
  private var kinds: [UInt16]
  private var maxUTF8Count = 0

  init(_ rows: [Row]) {
    var placeCount = 64
    // At most a quarter full, so that most words of a page end at their first place.
    while placeCount < 4 * rows.reduce(0, { $0 + $1.words.count }) { placeCount *= 2 }
    hashes = [UInt64](repeating: 0, count: placeCount)
    kinds = [UInt16](repeating: 0, count: placeCount)
    for row in rows {
      for word in row.words {
        var hash = basis
        for byte in word.utf8 { add(byte, to: &hash) }
        let place = place(of: hash)
        hashes[place] = hash
        kinds[place] |= row.kinds.rawValue
        maxUTF8Count = max(maxUTF8Count, word.utf8.count)
      }
    }
  }

  /// What all names of an element's class, id and test id say; names that have a word of `other` say
  /// nothing.
  func kinds(of element: ElementID, _ elements: ElementArena, besides other: Kinds = []) -> Kinds {
    var kinds: Kinds = []
    for place in elements.attributes(of: element) {
      let name = elements.attributeNames[place]
      guard name == .class || name == .id || name == .dataTestID else { continue }
      forEachName(in: elements.utf8.span.extracting(elements.attributeValue(at: place))) {
        if $0.isDisjoint(with: other) { kinds.formUnion($0) }
      }
    }
    return kinds
  }

  /// Calls `body` for each name in an attribute's value that has known words, with their kinds.
  func forEachName(in value: Span<UInt8>, _ body: (Kinds) -> Void) {
    var kinds: UInt16 = 0
    var hash = basis
    var count = 0
    var last: UInt8 = 0
    for index in value.indices {
      let byte = value[index]
      let isUpper = (0x41...0x5A).contains(byte)
      let isLower = (0x61...0x7A).contains(byte)
      if count > 0, !isLower, !isUpper || last >= 0x61 {
        kinds |= self.kinds(hash, count)
        hash = basis
        count = 0
      }
      if isUpper || isLower {
        add(byte | 0x20, to: &hash)
        count += 1
      } else if byte <= 0x20 {
        if kinds != 0 { body(Kinds(rawValue: kinds)) }
        kinds = 0
      }
      last = byte
    }
    kinds |= self.kinds(hash, count)
    if kinds != 0 { body(Kinds(rawValue: kinds)) }
  }

  private func kinds(_ hash: UInt64, _ count: Int) -> UInt16 {
    count == 0 || count > maxUTF8Count ? 0 : kinds[place(of: hash)]
  }

  /// Where a hash stands, or where it would.
  private func place(of hash: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: hash) & (hashes.count - 1)
    while hashes[place] != 0, hashes[place] != hash { place = (place + 1) & (hashes.count - 1) }
    return place
  }
}

/// The kind of words that all say one thing.
struct SoleKind: OptionSet {
  let rawValue: UInt16
}

extension ClassNameWords<SoleKind> {
  init(_ language: String, _ words: [String]) {
    self.init([(language, SoleKind(rawValue: 1), words)])
  }

  /// Whether a name of an element's class, id or test id has one of the words.
  func contain(_ element: ElementID, _ elements: ElementArena) -> Bool {
    !kinds(of: element, elements).isEmpty
  }
}

private let basis: UInt64 = 0xCBF2_9CE4_8422_2325

private func add(_ byte: UInt8, to hash: inout UInt64) {
  hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
}
