import ArgumentParser
import Foundation

/// The address of a page, where a path was wanted or as what it is.
enum PageAddress {
  /// Refuses a path that is an address: nothing is fetched here.
  ///
  /// - Parameter command: The subcommand, which takes a page from a pipe and its address as `--url`.
  static func refuse(_ paths: [String], of command: String) throws {
    for path in paths where isOne(path) && !FileManager.default.fileExists(atPath: path) {
      throw ValidationError(
        "Ghirbal does not fetch pages; hand one over:\n"
          + "  curl -L \(quoted(path)) | ghirbal \(command) --url \(quoted(path)) -")
    }
  }

  /// An address as `--url` takes it.
  static func checked(_ text: String) throws -> String {
    guard isOne(text) else {
      throw ValidationError("--url is a whole address, as https://example.org/page.")
    }
    return text
  }

  /// Whether a text is an address of the web with a host.
  private static func isOne(_ text: String) -> Bool {
    let utf8 = Array(text.utf8)
    return ["http://", "https://"].contains { scheme in
      let start = scheme.utf8.count
      return utf8.count > start && utf8[start] > 0x20 && utf8[start] != UInt8(ascii: "/")
        && zip(utf8, scheme.utf8).allSatisfy { $0 == $1 || $0 | 0x20 == $1 && $1 >= 0x61 }
        && !utf8.contains { $0 <= 0x20 || $0 == 0x7F }
    }
  }

  /// A text as a shell takes it for one word: quoted only where something in it means more.
  private static func quoted(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy {
      switch $0 {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
      default: "-._/:%@+,=".utf8.contains($0)
      }
    }
    return isPlain ? text : "'" + text.replacingOccurrences(of: "'", with: #"'\''"#) + "'"
  }
}
