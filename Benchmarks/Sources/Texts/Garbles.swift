import Foundation
import GhirbalText

/// Lines of clean text read in a wrong encoding, and how many come back whole.
///
/// A line that is touched as it stands is counted apart: XQuAD holds mojibake of its own.
enum Garbles {
  private typealias Way = (name: String, garble: @Sendable ([UInt8]) -> (meant: [UInt8], [UInt8])?)

  private static let ways: [Way] = [
    ("UTF-8 as windows-1256", { misread($0, as: "windows-1256") }),
    ("the same twice", { misread($0, as: "windows-1256", times: 2) }),
    ("UTF-8 as windows-1252", { misread($0, as: "windows-1252") }),
    ("the same twice", { misread($0, as: "windows-1252", times: 2) }),
    ("UTF-8 as Latin-1", { line in (line, latin1(line)) }),
    ("half a line as windows-1256", { halved($0, as: "windows-1256") }),
    ("half a line as windows-1252", { halved($0, as: "windows-1252") }),
    ("windows-1256 as 1252", { arabic($0) { TextEncoding.windows1252.decode($0).utf8 } }),
    ("windows-1256 as Latin-1", { arabic($0, as: latin1) }),
  ]

  static func measure(_ files: [TextFile]) {
    for file in files {
      print(file.name)
      let clean = file.lines.filter { mojibake(in: $0.span).isEmpty }
      for way in ways {
        var lines = 0
        var right = 0
        var shown = 0
        for line in clean where line.contains(where: { $0 >= 0x80 }) {
          guard let (meant, garbled) = way.garble(line), garbled != meant else { continue }
          lines += 1
          let out = garbled.applying(mojibake(in: garbled.span))
          if out == meant {
            right += 1
          } else if shows, shown < 12 {
            shown += 1
            print("    \(String(decoding: meant, as: UTF8.self))")
            print("    ← \(String(decoding: garbled, as: UTF8.self))")
            print("    → \(String(decoding: out, as: UTF8.self))")
          }
        }
        let share = 100 * Double(right) / Double(max(1, lines))
        print(
          "  " + way.name.left(32) + "\(right) of \(lines)".right(16)
            + (share.rounded(to: 2) + " %").right(10))
      }
      let touched = file.lines.count - clean.count
      print("  " + "clean lines touched".left(32) + "\(touched) of \(file.lines.count)".right(16))
    }
  }

  private static let shows = ProcessInfo.processInfo.environment["GHIRBAL_SHOW"] != nil

  private static func misread(
    _ line: [UInt8], as label: String, times: Int = 1
  ) -> (meant: [UInt8], [UInt8])? {
    guard let encoding = TextEncoding(label: label) else { return nil }
    var garbled = line
    for _ in 0..<times { garbled = encoding.decode(garbled).utf8 }
    return (line, garbled)
  }

  private static func halved(_ line: [UInt8], as label: String) -> (meant: [UInt8], [UInt8])? {
    guard let encoding = TextEncoding(label: label),
      let middle = line.indices.first(where: { $0 * 2 >= line.count && line[$0] == 0x20 })
    else { return nil }
    return (line, encoding.decode(Array(line[..<middle])).utf8 + line[middle...])
  }

  /// The line as windows-1256 can hold it; letters and digits of Persian as it was typed then.
  private static func arabic(
    _ line: [UInt8], as read: ([UInt8]) -> [UInt8]
  ) -> (meant: [UInt8], [UInt8])? {
    let meant = String(decoding: line, as: UTF8.self).unicodeScalars.reduce(into: [UInt8]()) {
      switch $1.value {
      case 0x6CC: $0 += "ي".utf8
      case 0x6A9: $0 += "ك".utf8
      case 0x660...0x669: $0.append(UInt8($1.value - 0x660 + 0x30))
      case 0x6F0...0x6F9: $0.append(UInt8($1.value - 0x6F0 + 0x30))
      default: $0 += String($1).utf8
      }
    }
    guard let bytes = TextEncoding.windows1256.encode(meant.span) else { return nil }
    return (meant, read(bytes))
  }

  private static func latin1(_ bytes: [UInt8]) -> [UInt8] {
    bytes.flatMap { Array(String(Unicode.Scalar($0)).utf8) }
  }
}
