/// What files of a kind begin with, so that they are told whatever they are called.
struct MediaSignature: Sendable {
  let reason: PageFault.Reason
  /// The kind, for a person.
  let name: String
  /// Bytes at their places in the file.
  private let parts: [(offset: Int, bytes: [UInt8])]
  /// Whether a sentence could begin with these bytes, so that there must be others that no text has.
  private let couldBeText: Bool

  /// How far the last part of any signature reaches.
  private static let reach = 512

  fileprivate init(_ reason: PageFault.Reason, _ name: String, _ parts: (Int, [UInt8])...) {
    self.reason = reason
    self.name = name
    self.parts = parts.map { (offset: $0.0, bytes: $0.1) }
    couldBeText = parts.allSatisfy { $0.1.allSatisfy { (0x20..<0x7F).contains($0) } }
  }

  fileprivate init(_ reason: PageFault.Reason, _ name: String, _ text: String, at offset: Int = 0) {
    self.init(reason, name, (offset, Array(text.utf8)))
  }

  /// The signature that bytes have; nil for nearly all pages.
  static func first(of bytes: [UInt8]) -> MediaSignature? {
    guard let first = bytes.first, first != UInt8(ascii: "<") else { return nil }
    let hasControls = bytes.prefix(reach).contains { $0 < 0x09 }
    return all.first { signature in
      (hasControls || !signature.couldBeText)
        && signature.parts.allSatisfy { part in
          bytes.count >= part.offset + part.bytes.count
            && bytes[part.offset...].starts(with: part.bytes)
        }
    }
  }

  // From the WHATWG's MIME Sniffing Standard, section 6 and 7, and the formats' own specifications.
  private static let all: [MediaSignature] = [
    MediaSignature(.image, "PNG", (0, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A])),
    MediaSignature(.image, "JPEG", (0, [0xFF, 0xD8, 0xFF])),
    MediaSignature(.image, "GIF", "GIF87a"),
    MediaSignature(.image, "GIF", "GIF89a"),
    MediaSignature(.image, "WebP", (0, Array("RIFF".utf8)), (8, Array("WEBP".utf8))),
    MediaSignature(.image, "AVIF", "ftypavif", at: 4),
    MediaSignature(.image, "HEIC", "ftyphei", at: 4),
    MediaSignature(.image, "HEIF", "ftypmif1", at: 4),
    MediaSignature(.image, "JPEG XL", (0, [0xFF, 0x0A])),
    MediaSignature(.image, "JPEG XL", (0, [0, 0, 0, 0x0C, 0x4A, 0x58, 0x4C, 0x20])),
    MediaSignature(.image, "JPEG 2000", (0, [0, 0, 0, 0x0C, 0x6A, 0x50, 0x20, 0x20])),
    MediaSignature(.image, "TIFF", (0, [0x49, 0x49, 0x2A, 0x00])),
    MediaSignature(.image, "TIFF", (0, [0x4D, 0x4D, 0x00, 0x2A])),
    MediaSignature(.image, "icon", (0, [0x00, 0x00, 0x01, 0x00])),
    MediaSignature(.image, "icon", (0, [0x00, 0x00, 0x02, 0x00])),
    MediaSignature(.image, "Photoshop", (0, Array("8BPS".utf8) + [0])),
    MediaSignature(.image, "BMP", (0, Array("BM".utf8)), (6, [0, 0, 0, 0])),

    MediaSignature(.audio, "MP3", "ID3"),
    MediaSignature(.audio, "MP3", (0, [0xFF, 0xFB])),
    MediaSignature(.audio, "MP3", (0, [0xFF, 0xF3])),
    MediaSignature(.audio, "Ogg", "OggS"),
    MediaSignature(.audio, "FLAC", "fLaC"),
    MediaSignature(.audio, "MIDI", (0, Array("MThd".utf8) + [0])),
    MediaSignature(.audio, "WAVE", (0, Array("RIFF".utf8)), (8, Array("WAVE".utf8))),
    MediaSignature(.audio, "MP4", "ftypM4A", at: 4),

    MediaSignature(.video, "MP4", "ftyp", at: 4),
    MediaSignature(.video, "Matroska or WebM", (0, [0x1A, 0x45, 0xDF, 0xA3])),
    MediaSignature(.video, "AVI", (0, Array("RIFF".utf8)), (8, Array("AVI ".utf8))),
    MediaSignature(.video, "Flash Video", (0, Array("FLV".utf8) + [1])),
    MediaSignature(.video, "MPEG", (0, [0x00, 0x00, 0x01, 0xBA])),

    MediaSignature(.font, "WOFF", (0, Array("wOFF".utf8)), (4, [0])),
    MediaSignature(.font, "WOFF 2", "wOF2"),
    MediaSignature(.font, "OpenType", (0, Array("OTTO".utf8) + [0])),
    MediaSignature(.font, "TrueType", (0, [0x00, 0x01, 0x00, 0x00, 0x00])),
    MediaSignature(.font, "TrueType", (0, Array("ttcf".utf8) + [0])),

    MediaSignature(.archive, "ZIP", (0, [0x50, 0x4B, 0x03, 0x04])),
    MediaSignature(.archive, "ZIP", (0, [0x50, 0x4B, 0x05, 0x06])),
    MediaSignature(.archive, "gzip", (0, [0x1F, 0x8B, 0x08])),
    MediaSignature(.archive, "zstd", (0, [0x28, 0xB5, 0x2F, 0xFD])),
    MediaSignature(.archive, "bzip2", (0, Array("BZh".utf8)), (4, [0x31, 0x41, 0x59, 0x26])),
    MediaSignature(.archive, "xz", (0, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00])),
    MediaSignature(.archive, "7-Zip", (0, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C])),
    MediaSignature(.archive, "RAR", (0, Array("Rar!".utf8) + [0x1A, 0x07])),
    MediaSignature(.archive, "tar", "ustar", at: 257),
    MediaSignature(.archive, "cabinet", (0, Array("MSCF".utf8) + [0])),
    MediaSignature(.archive, "LZ4", (0, [0x04, 0x22, 0x4D, 0x18])),

    MediaSignature(.binary, "old Office document", (0, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1])),
    MediaSignature(.binary, "SQLite", (0, Array("SQLite format 3".utf8) + [0])),
    MediaSignature(.binary, "program", (0, [0x7F, 0x45, 0x4C, 0x46])),
    MediaSignature(.binary, "program", (0, [0xCF, 0xFA, 0xED, 0xFE])),
    MediaSignature(.binary, "Java class", (0, [0xCA, 0xFE, 0xBA, 0xBE])),
    MediaSignature(.binary, "WebAssembly", (0, [0x00, 0x61, 0x73, 0x6D])),
    MediaSignature(.binary, "Parquet", (0, Array("PAR1".utf8) + [0x15])),
    MediaSignature(.binary, "Flash", (0, Array("CWS".utf8))),
  ]

  /// A PDF may have nothing but ASCII where signatures are looked for; a sentence that begins with its
  /// name goes on on the same line.
  static func isPDF(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(16)
    guard head.starts(with: "%PDF-".utf8), head.count > 8 else { return false }
    let version = head.dropFirst(5)
    guard let major = version.first, (0x31...0x32).contains(major),
      version.dropFirst().first == UInt8(ascii: ".")
    else { return false }
    return version.dropFirst(3).first { $0 != 0x20 }.map { $0 == 0x0A || $0 == 0x0D } ?? false
  }
}
