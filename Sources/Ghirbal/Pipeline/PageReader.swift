public import GhirbalDocument
import GhirbalHTML
import GhirbalIO
public import GhirbalText

/// A page that was decoded and cut into blocks, with what was decided on the way.
public struct PageReading: Sendable {
  public let document: Document
  public let encoding: TextEncoding
  /// How the encoding was decided, as a word.
  public let encodingEvidence: String
  /// Raw bytes of a text page that encoding its decoded text would not give back.
  public let irreversible: [RawPiece]
  /// Limits the page ran into, by name, sorted.
  public let flags: [String]
}

/// From bytes to a document: encoding, decoding, format, blocks.
public struct PageReader: Sendable {
  private let options: ReadingOptions

  public init(_ options: ReadingOptions) { self.options = options }

  public func read(_ page: Page) throws(PageProblem) -> PageReading {
    guard page.bytes.count <= options.maxPageBytes else { throw .pageTooLarge }
    let (encoding, evidence) = decideEncoding(of: page)
    guard !Self.isBinary(page.bytes, encoding) else { throw .notText }
    let decoded = encoding.decode(page.bytes)
    let positions = SourcePositions(decoded.map)
    let format = options.format ?? PageFormat(sniffing: decoded.utf8)
    var flags: [String] = []
    let document: Document
    var irreversible: [RawPiece] = []
    switch format {
    case .html:
      let reading = HTMLReader.document(decoded.utf8, source: positions)
      document = reading.document
      flags = reading.flags.map(\.rawValue).sorted()
    case .text:
      document = TextReader.document(decoded.utf8, source: positions)
      irreversible = decoded.irreversiblePieces(of: page.bytes.span)
    }
    return PageReading(
      document: document, encoding: encoding, encodingEvidence: evidence,
      irreversible: irreversible, flags: flags)
  }

  /// The encoding of a page, and what told it: a word of `EncodingDecision.Evidence`, or `override`.
  private func decideEncoding(of page: Page) -> (TextEncoding, evidence: String) {
    if let encoding = options.encoding.flatMap({ TextEncoding(label: $0) }) {
      return (encoding, "override")
    }
    let isHTML = options.format.map { $0 == .html } ?? PageFormat.looksLikeMarkup(page.bytes)
    let decision = TextEncoding.decide(
      page.bytes.span, transportLabel: page.transportCharset, isHTML: isHTML)
    return (decision.encoding, decision.evidence.rawValue)
  }

  /// Whether the bytes are no text: many control characters, in an encoding that has them as such.
  private static func isBinary(_ bytes: [UInt8], _ encoding: TextEncoding) -> Bool {
    guard encoding != .utf16LE, encoding != .utf16BE else { return false }
    let sample = bytes.prefix(4096)
    let controls = sample.reduce(0) { count, byte in
      count + (byte < 0x20 && !(0x09...0x0D).contains(byte) && byte != 0x1B ? 1 : 0)
    }
    // Text with a stray NUL has one in thousands; images and archives one in ten and more.
    return controls * 20 > sample.count
  }
}

extension PageFormat {
  /// The format that decoded text looks like.
  init(sniffing utf8: [UInt8]) { self = Self.looksLikeMarkup(utf8) ? .html : .text }

  /// How far the sniffing looks.
  private static let sniffedUTF8Count = 64 << 10

  /// Whether a text is markup: it opens with a tag, a comment or a doctype, or it closes block-level
  /// elements again and again. NUL is passed over, so that it works on UTF-16 too.
  static func looksLikeMarkup(_ bytes: [UInt8]) -> Bool {
    let sample = bytes.prefix(sniffedUTF8Count).lazy.filter { $0 != 0 }
    var state = Sniffer()
    for byte in sample where state.step(byte) { return true }
    return state.opensWithTag
  }

  /// Counts end tags of elements that prose does not name by chance.
  private struct Sniffer {
    private(set) var opensWithTag = false
    private var sawText = false
    private var name: [UInt8] = []
    private var isInTag = false
    private var endTags = 0

    /// Enough for a page that somebody cut out of another: three are no accident.
    private static let wantedEndTags = 3
    private static let names: Set<[UInt8]> = Set(
      [
        "!doctype", "html", "head", "body", "/p", "/div", "/li", "/td", "/tr", "/h1", "/h2", "/h3",
        "/span", "/a", "/ul", "/table", "/title", "/article", "/section",
      ].map { Array($0.utf8) })
    private static let opening: Set<[UInt8]> = Set(
      ["!doctype", "html", "head", "body", "!--"].map { Array($0.utf8) })

    /// Returns whether the text is markup for sure.
    mutating func step(_ byte: UInt8) -> Bool {
      if byte == UInt8(ascii: "<") {
        isInTag = true
        name.removeAll(keepingCapacity: true)
        return false
      }
      defer { if byte > 0x20, byte < 0x80 { sawText = true } }
      guard isInTag else { return false }
      let isNameEnd = byte <= 0x20 || byte == UInt8(ascii: ">")
      if isNameEnd || name.count > 8 {
        isInTag = false
        if !sawText || name.first == UInt8(ascii: "!"), Self.opening.contains(name) { return true }
        if Self.names.contains(name) { endTags += 1 }
        return endTags >= Self.wantedEndTags
      }
      name.append(byte | (byte >= 0x41 && byte <= 0x5A ? 0x20 : 0))
      if name.elementsEqual("!--".utf8) {
        isInTag = false
        if !sawText { opensWithTag = true }
      }
      return false
    }
  }
}

extension SourcePositions {
  /// The way back that decoding a page recorded.
  init(_ map: DecodingMap) {
    guard !map.isIdentity else {
      self.init(shiftedBy: 0, textCount: map.utf8Count)
      return
    }
    self.init(
      map.runs.map {
        Run(
          textStart: $0.utf8Start, sourceStart: $0.sourceStart, textUnit: $0.utf8Unit,
          sourceUnit: $0.sourceUnit)
      },
      textCount: map.utf8Count, sourceCount: map.sourceCount)
  }
}
