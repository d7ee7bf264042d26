/// Which encoding a source is taken to have, and why.
public struct EncodingDecision: Sendable, Equatable {
  /// What decided.
  public enum Evidence: String, Sendable, CaseIterable, Codable {
    /// The source begins with a byte order mark.
    case byteOrderMark = "byte_order_mark"
    /// The transport (HTTP, WARC) named it.
    case transportCharset = "transport_charset"
    /// A `meta` element named it.
    case metaCharset = "meta_charset"
    /// The XML declaration named it.
    case xmlDeclaration = "xml_declaration"
    /// Nothing was declared, and the bytes are UTF-8 or ASCII.
    case validUTF8 = "valid_utf8"
    /// Another encoding was declared, and the bytes are UTF-8, which other text is not by chance.
    case validUTF8OverDeclared = "valid_utf8_over_declared"
    /// UTF-8 was declared, and the bytes are not; the detector decided.
    case invalidUTF8OverDeclared = "invalid_utf8_over_declared"
    /// Another encoding was declared in which the bytes make no text; the detector decided.
    case detectedOverDeclared = "detected_over_declared"
    /// Nothing was declared; the detector decided.
    case detected
    /// Nothing was declared or detected: windows-1252.
    case fallback
  }

  public let encoding: TextEncoding
  public let evidence: Evidence
  /// The bytes of the byte order mark at the start: 0, 2 or 3. `decode` drops them itself.
  public let byteOrderMarkCount: Int
  /// What the page or its transport declared, followed or not.
  public let declared: TextEncoding?

  /// Creates a decision.
  public init(
    encoding: TextEncoding, evidence: Evidence, byteOrderMarkCount: Int = 0,
    declared: TextEncoding? = nil
  ) {
    self.encoding = encoding
    self.evidence = evidence
    self.byteOrderMarkCount = byteOrderMarkCount
    self.declared = declared
  }
}

extension TextEncoding {
  /// Decides how to decode a page: byte order mark, declaration, then what the bytes themselves say.
  ///
  /// The order is the standard's, https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding
  /// with three differences, since servers and templates often say what is not so: valid UTF-8 wins over
  /// another declaration, bytes that are not UTF-8 over a declaration of UTF-8, and bytes of a script
  /// that windows-1252 does not have over the declaration of that most common default.
  ///
  /// `transportLabel` is the charset of a `Content-Type`, or the whole header. `language` is a BCP 47 tag
  /// that the page states; it only helps the detector where it hesitates. Linear.
  public static func decide(
    _ bytes: Span<UInt8>, transportLabel: String?, isHTML: Bool, language: String? = nil
  ) -> EncodingDecision {
    let (declared, source) = declaration(bytes, transportLabel, isHTML)
    func decision(
      _ encoding: TextEncoding, _ evidence: EncodingDecision.Evidence, markCount: Int = 0
    ) -> EncodingDecision {
      EncodingDecision(
        encoding: encoding, evidence: evidence, byteOrderMarkCount: markCount, declared: declared)
    }
    if bytes.starts(with: ByteOrderMark.utf8) {
      return decision(.utf8, .byteOrderMark, markCount: 3)
    }
    if bytes.starts(with: ByteOrderMark.utf16BE) {
      return decision(.utf16BE, .byteOrderMark, markCount: 2)
    }
    if bytes.starts(with: ByteOrderMark.utf16LE) {
      return decision(.utf16LE, .byteOrderMark, markCount: 2)
    }
    let detector = EncodingDetector(bytes, language: language)
    let utf8 = detector.utf8
    if let wide = detector.utf16(bytes) {
      return decision(
        wide, declared == wide ? source : declared == nil ? .detected : .detectedOverDeclared)
    }
    guard let declared else {
      if utf8.isPlausible {
        if utf8.multiByteCount == 0, EncodingDetector.isISO2022JP(bytes) {
          return decision(TextEncoding(.iso2022JP), .detected)
        }
        return decision(.utf8, utf8.invalidCount == 0 ? .validUTF8 : .detected)
      }
      guard let detected = detector.detect(bytes) else { return decision(.windows1252, .fallback) }
      return decision(detected, .detected)
    }
    if declared == .utf8 {
      if utf8.isPlausible || utf8.invalidCount <= 2 { return decision(.utf8, source) }
      return decision(detector.detect(bytes) ?? .windows1252, .invalidUTF8OverDeclared)
    }
    if utf8.invalidCount == 0, declared == .utf16LE || declared == .utf16BE {
      // Without a zero byte it would be all ideographs, all of whose bytes happen to be UTF-8.
      return decision(.utf8, .validUTF8OverDeclared)
    }
    if utf8.multiByteCount == 0, utf8.invalidCount == 0 { return decision(declared, source) }
    // Two-byte text is UTF-8 by chance in a word or two, single-byte text never over a whole page.
    if utf8.isPlausible, declared.singleByteTable != nil || utf8.multiByteCount >= 4,
      utf8.invalidCount == 0 || utf8.multiByteCount >= 16
    {
      return decision(.utf8, .validUTF8OverDeclared)
    }
    if detector.contradict(bytes, declared), let detected = detector.detect(bytes),
      detected != declared
    {
      return decision(detected, .detectedOverDeclared)
    }
    return decision(declared, source)
  }

  private static func declaration(
    _ bytes: Span<UInt8>, _ transportLabel: String?, _ isHTML: Bool
  ) -> (TextEncoding?, EncodingDecision.Evidence) {
    if let transportLabel {
      if let encoding = TextEncoding(label: transportLabel)
        ?? EncodingDeclaration.contentType(transportLabel.lowercased().utf8.span)
      {
        return (encoding, .transportCharset)
      }
    }
    if isHTML, let encoding = EncodingDeclaration.meta(bytes) { return (encoding, .metaCharset) }
    return (EncodingDeclaration.xml(bytes), .xmlDeclaration)
  }
}
