public import GhirbalDocument

extension PageFormat {
  /// The format that decoded text looks like, under the name it has.
  init(sniffing utf8: [UInt8], path: String) {
    self = Self.looksLikeMarkup(utf8, path: path) ? .html : .text
  }

  /// How far the sniffing looks.
  private static let sniffedUTF8Count = 64 << 10

  /// Whether a text is markup: it opens with a tag of a page, a comment or a doctype, it opens with a
  /// block's tag and closes an element, or it closes elements again and again. Under a name that ends
  /// as a page's does (`.html`) one tag is enough. NUL is passed over, so that it works on UTF-16 too.
  public static func looksLikeMarkup(_ bytes: [UInt8], path: String = "") -> Bool {
    let ending = path.utf8.lastIndex(of: UInt8(ascii: ".")).map { path[$0...].lowercased() }
    var sniffer = Sniffer(isNamedMarkup: ending.map(markupEndings.contains) ?? false)
    for byte in bytes.prefix(sniffedUTF8Count) where byte != 0 && sniffer.step(byte) {
      return true
    }
    return false
  }

  private static let markupEndings: Set<String> = [".html", ".htm", ".xhtml", ".xht", ".shtml"]

  /// Reads tags from the start and counts end tags of elements that prose does not name by chance.
  private struct Sniffer {
    private enum Place { case text, name, tag }
    private var place = Place.text
    private var sawText = false
    private var name: [UInt8] = []
    private var endTags = 0
    private let isNamedMarkup: Bool

    init(isNamedMarkup: Bool) { self.isNamedMarkup = isNamedMarkup }

    /// Enough for a page that somebody cut out of another: three are no accident.
    private var wantedEndTags = 3
    private static let endTagNames: Set<[UInt8]> = Set(
      [
        "/p", "/div", "/li", "/td", "/tr", "/h1", "/h2", "/h3", "/span", "/a", "/ul", "/table",
        "/title", "/article", "/section", "/body", "/html",
      ].map { Array($0.utf8) })
    /// What nobody begins a sentence with, unlike `b` or `a`.
    private static let blocks: Set<[UInt8]> = Set(
      [
        "p", "div", "h1", "h2", "h3", "h4", "ul", "ol", "table", "article", "section", "main",
        "header", "nav", "title", "meta",
      ].map { Array($0.utf8) })
    private static let voids: Set<[UInt8]> = Set(
      ["br", "br/", "hr", "hr/", "img", "meta", "link"].map { Array($0.utf8) })
    /// What only a page opens with.
    private static let opening: Set<[UInt8]> = Set(
      ["!doctype", "html", "head", "body", "!--"].map { Array($0.utf8) })
    private static let longestName = 8

    /// Returns whether the text is markup for sure.
    mutating func step(_ byte: UInt8) -> Bool {
      if byte == UInt8(ascii: "<") {
        place = .name
        name.removeAll(keepingCapacity: true)
        return false
      }
      switch place {
      case .text:
        if byte > 0x20, !Self.isByteOrderMark(byte) { sawText = true }
      case .tag:
        if byte == UInt8(ascii: ">") { place = .text }
      case .name:
        if byte <= 0x20 || byte == UInt8(ascii: ">") { return endName(byte) }
        name.append(byte | (byte >= 0x41 && byte <= 0x5A ? 0x20 : 0))
        if name.elementsEqual("!--".utf8) { return endName(byte) }
        // A longer name opens no page and closes nothing that is counted.
        if name.count > Self.longestName { place = .tag }
      }
      return false
    }

    private mutating func endName(_ byte: UInt8) -> Bool {
      place = byte == UInt8(ascii: ">") ? .text : .tag
      // "a < b" is no tag.
      guard !name.isEmpty else {
        place = .text
        sawText = true
        return false
      }
      if !sawText, Self.opening.contains(name) { return true }
      if !sawText, Self.blocks.contains(name) { wantedEndTags = 1 }
      if Self.endTagNames.contains(name) { endTags += 1 }
      if isNamedMarkup, endTags > 0 || isElement { return true }
      return endTags >= wantedEndTags
    }

    private var isElement: Bool {
      Self.endTagNames.contains([UInt8(ascii: "/")] + name) || Self.voids.contains(name)
    }

    private static func isByteOrderMark(_ byte: UInt8) -> Bool {
      byte == 0xEF || byte == 0xBB || byte == 0xBF || byte >= 0xFE
    }
  }
}
