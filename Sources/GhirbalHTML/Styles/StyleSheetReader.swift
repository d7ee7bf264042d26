#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads from the text of `<style>` elements the rules that hide or show, in one pass over their bytes
/// (CSS Syntax Level 3, section 5.4, as far as rules and at-rules are told apart).
///
/// Rules inside at-rules are passed over: whether `@media` and its kin apply depends on the reader's
/// screen.
struct StyleSheetReader {
  private(set) var rules: [StyleRule] = []

  /// Rules past this many are not read. The most on 1,497 real pages (wcxb-dev) are some hundreds.
  static let maxRules = 4096

  private let text: UnsafeBufferPointer<UInt8>
  private var index = 0

  private init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

  /// The rules in the style elements at `ranges` of a page.
  static func rules(
    in page: UnsafeBufferPointer<UInt8>, _ ranges: [Range<Int>]
  ) -> [StyleRule] {
    var rules: [StyleRule] = []
    for range in ranges {
      let text = UnsafeBufferPointer(rebasing: page[range])
      guard mayHide(text) else { continue }
      var reader = StyleSheetReader(text)
      // Handed over, not copied for each sheet.
      reader.rules = rules
      rules = []
      reader.read()
      rules = reader.rules
    }
    return rules
  }

  /// Whether one of the properties is named, whose last letter is looked for.
  private static func mayHide(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = text.baseAddress else { return false }
    for letter in [UInt8(ascii: "y"), UInt8(ascii: "Y")] {
      var start = 0
      while let found = memchr(base + start, Int32(letter), text.count - start) {
        start = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
        if properties.contains(where: { ends(text[..<start], with: $0) }) { return true }
      }
    }
    return false
  }

  private static let properties: [StaticString] = ["display", "visibility"]

  private static func ends(
    _ text: Slice<UnsafeBufferPointer<UInt8>>, with word: StaticString
  ) -> Bool {
    let count = word.utf8CodeUnitCount
    guard text.count >= count else { return false }
    for index in 0..<count where text[text.endIndex - count + index] | 0x20 != word.utf8Start[index]
    {
      return false
    }
    return true
  }

  private mutating func read() {
    while rules.count < Self.maxRules {
      skipSpaceAndComments()
      guard index < text.count else { return }
      if text[index] == UInt8(ascii: "@") {
        skipAtRule()
        continue
      }
      let start = index
      guard let open = end(of: "{", "}") else { return }
      index = open + 1
      // A brace too many.
      guard text[open] == UInt8(ascii: "{") else { continue }
      let body = index
      let end = skipBlock()
      addRules(text[start..<open], UnsafeBufferPointer(rebasing: text[body..<end]))
    }
  }

  /// Adds a rule for each selector of a list where the declarations say something of it.
  private mutating func addRules(
    _ selectors: Slice<UnsafeBufferPointer<UInt8>>, _ declarations: UnsafeBufferPointer<UInt8>
  ) {
    guard Self.mayHide(declarations) else { return }
    let style = InlineStyle(declarations)
    let hides = StyleRule.Hiding(
      display: style.display.map { $0 == InlineStyle.Display.none }, visibility: style.isInvisible)
    guard hides.display != nil || hides.visibility != nil else { return }
    for selector in selectors.split(separator: UInt8(ascii: ",")) where rules.count < Self.maxRules
    {
      guard let reader = StyleSelectorReader(selector) else { continue }
      let importance = style.isImportant ? StyleRule.important : 0
      rules.append(
        StyleRule(
          compounds: reader.compounds, hides: hides, weight: importance + reader.specificity))
    }
  }

  /// Steps over `@import …;` or `@media … { … }`.
  private mutating func skipAtRule() {
    guard let end = end(of: ";", "{") else {
      index = text.count
      return
    }
    index = end + 1
    if text[end] == UInt8(ascii: "{") { skipBlock() }
  }

  /// Steps behind the brace that closes the block whose opening one was read; returns where it is.
  @discardableResult
  private mutating func skipBlock() -> Int {
    var depth = 1
    while let brace = end(of: "{", "}") {
      index = brace + 1
      depth += text[brace] == UInt8(ascii: "{") ? 1 : -1
      if depth == 0 { return brace }
    }
    index = text.count
    return index
  }

  private mutating func skipSpaceAndComments() {
    while index < text.count {
      if text[index] <= 0x20 {
        index += 1
      } else if isComment(at: index) {
        skipComment()
      } else if text[index] == UInt8(ascii: "<") || text[index] == UInt8(ascii: "-") {
        // `<!--` and `-->` are nothing between rules.
        index += 1
        while index < text.count,
          text[index] == UInt8(ascii: "!") || text[index] == UInt8(ascii: "-")
            || text[index] == UInt8(ascii: ">")
        {
          index += 1
        }
      } else {
        return
      }
    }
  }

  /// Where the next of two signs stands outside comments and strings; nil where there is none.
  private mutating func end(of first: Unicode.Scalar, _ second: Unicode.Scalar) -> Int? {
    let (first, second) = (UInt8(ascii: first), UInt8(ascii: second))
    while true {
      var place = index
      var byte: UInt8 = 0
      while place < text.count {
        byte = text[place]
        // None of the signs is a letter, a digit or a space; nearly all of a sheet is.
        if Self.isSign(byte) { break }
        place += 1
      }
      index = place
      guard place < text.count else { return nil }
      if byte == first || byte == second { return place }
      switch byte {
      case UInt8(ascii: "/") where isComment(at: place): skipComment()
      case UInt8(ascii: "\""), UInt8(ascii: "'"): skipString(byte)
      case UInt8(ascii: "\\"): index += 2
      default: index += 1
      }
    }
  }

  /// Whether a byte may end a part of a rule, or open what hides the end.
  @inline(__always) private static func isSign(_ byte: UInt8) -> Bool {
    let signs = byte < 64 ? lowSigns : byte < 128 ? highSigns : 0
    return signs >> UInt64(byte & 63) & 1 == 1
  }

  /// `"`, `'`, `/`, `;`
  private static let lowSigns: UInt64 = 1 << 34 | 1 << 39 | 1 << 47 | 1 << 59
  /// `\`, `{`, `}`, less 64.
  private static let highSigns: UInt64 = 1 << 28 | 1 << 59 | 1 << 61

  private func isComment(at index: Int) -> Bool {
    text[index] == UInt8(ascii: "/") && index + 1 < text.count
      && text[index + 1] == UInt8(ascii: "*")
  }

  private mutating func skipComment() {
    index += 2
    while index < text.count {
      if text[index] == UInt8(ascii: "/"), text[index - 1] == UInt8(ascii: "*") { break }
      index += 1
    }
    index = min(index + 1, text.count)
  }

  /// A line ends a string whose quote is missing.
  private mutating func skipString(_ quote: UInt8) {
    index += 1
    while index < text.count, text[index] != quote, text[index] != 0x0A {
      index += text[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    index = min(index + 1, text.count)
  }
}
