import GhirbalDocument

/// How much of a name is the host's: sites are called what their address says.
struct HostWords {
  /// Letters and digits of the host.
  private let letters: [UInt8]

  init(_ document: Document) {
    letters = document.host.utf8.filter { $0 >= 0x30 && $0 != 0x5F }
  }

  /// How many letters of some words in small letters are words of the host, 0...1.
  func share(of words: [Substring]) -> Float {
    let count = words.reduce(0) { $0 + $1.utf8.count }
    guard count > 0, !letters.isEmpty else { return 0 }
    let found = words.lazy.filter { $0.utf8.count >= 3 && letters.has(Array($0.utf8)) }
    return Float(found.reduce(0) { $0 + $1.utf8.count }) / Float(count)
  }
}
