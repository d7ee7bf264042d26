/// An encoding of the Encoding Standard: what the bytes of a page stand for.
///
/// https://encoding.spec.whatwg.org/#names-and-labels
public struct TextEncoding: Sendable, Hashable {
  /// The encodings themselves, by their canonical names.
  enum Kind: String, Sendable, CaseIterable {
    case utf8 = "UTF-8"
    case ibm866 = "IBM866"
    case iso8859Part2 = "ISO-8859-2"
    case iso8859Part3 = "ISO-8859-3"
    case iso8859Part4 = "ISO-8859-4"
    case iso8859Part5 = "ISO-8859-5"
    case iso8859Part6 = "ISO-8859-6"
    case iso8859Part7 = "ISO-8859-7"
    case iso8859Part8 = "ISO-8859-8"
    case iso8859Part8i = "ISO-8859-8-I"
    case iso8859Part10 = "ISO-8859-10"
    case iso8859Part13 = "ISO-8859-13"
    case iso8859Part14 = "ISO-8859-14"
    case iso8859Part15 = "ISO-8859-15"
    case iso8859Part16 = "ISO-8859-16"
    case koi8R = "KOI8-R"
    case koi8U = "KOI8-U"
    case macintosh = "macintosh"
    case windows874 = "windows-874"
    case windows1250 = "windows-1250"
    case windows1251 = "windows-1251"
    case windows1252 = "windows-1252"
    case windows1253 = "windows-1253"
    case windows1254 = "windows-1254"
    case windows1255 = "windows-1255"
    case windows1256 = "windows-1256"
    case windows1257 = "windows-1257"
    case windows1258 = "windows-1258"
    case xMacCyrillic = "x-mac-cyrillic"
    case gbk = "GBK"
    case gb18030 = "gb18030"
    case big5 = "Big5"
    case eucJP = "EUC-JP"
    case iso2022JP = "ISO-2022-JP"
    case shiftJIS = "Shift_JIS"
    case eucKR = "EUC-KR"
    case replacement = "replacement"
    case utf16BE = "UTF-16BE"
    case utf16LE = "UTF-16LE"
    case xUserDefined = "x-user-defined"
  }

  let kind: Kind

  init(_ kind: Kind) { self.kind = kind }

  /// Finds the encoding a label names, without regard to case and to ASCII white space around it.
  ///
  /// Knows the labels of the standard and those that servers and editors use beside. An unknown label is nil.
  public init?(label: String) {
    self.init(label: label.utf8.span)
  }

  /// Finds the encoding a label names, as `init(label:)` does with a string.
  public init?(label: Span<UInt8>) {
    var start = 0
    var end = label.count
    while start < end, label[start].isASCIISpace { start += 1 }
    while end > start, label[end - 1].isASCIISpace { end -= 1 }
    // No label is longer; a long attribute value is not worth folding.
    guard end > start, end - start <= 32 else { return nil }
    var folded: [UInt8] = []
    for index in start..<end {
      let byte = label[index]
      folded.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
    }
    guard let kind = EncodingLabels.byLabel[String(decoding: folded, as: UTF8.self)] else {
      return nil
    }
    self.init(kind)
  }

  /// The canonical name, as the standard writes it: `UTF-8`, `windows-1256`, `Shift_JIS`.
  public var name: String { kind.rawValue }

  /// Every encoding, in the standard's order.
  public static let all: [TextEncoding] = Kind.allCases.map { TextEncoding($0) }

  public static let utf8 = TextEncoding(.utf8)
  public static let utf16LE = TextEncoding(.utf16LE)
  public static let utf16BE = TextEncoding(.utf16BE)
  public static let windows1250 = TextEncoding(.windows1250)
  public static let windows1251 = TextEncoding(.windows1251)
  public static let windows1252 = TextEncoding(.windows1252)
  public static let windows1256 = TextEncoding(.windows1256)

  /// The longest source that can be decoded, in bytes: offsets of the map have 32 bits, and one source
  /// byte stands for at most three UTF-8 bytes.
  public static let maxSourceByteCount = Int(UInt32.max) / 3

  /// Whether this system can decode the encoding: the indexes of the multi-byte encodings come from
  /// the system's `iconv`, which a stripped-down container may lack.
  ///
  /// Where it is false, every multi-byte sequence decodes to U+FFFD and is listed as replaced.
  public var isAvailable: Bool {
    switch kind {
    case .gbk, .gb18030: MultiByteIndex.gb18030.isAvailable
    case .big5: MultiByteIndex.big5.isAvailable
    case .eucJP: MultiByteIndex.jis0208.isAvailable && MultiByteIndex.jis0212.isAvailable
    case .iso2022JP, .shiftJIS: MultiByteIndex.jis0208.isAvailable
    case .eucKR: MultiByteIndex.eucKR.isAvailable
    default: true
    }
  }

  /// What bytes 0x80...0xFF stand for, when every byte is one character.
  var singleByteTable: SingleByteTable? { SingleByteTable.byKind[kind] }
}

extension TextEncoding: CustomStringConvertible {
  public var description: String { name }
}
