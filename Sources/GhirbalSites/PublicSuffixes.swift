internal import CGhirbalData

/// The public suffix list: below which names people register domains (`co.uk`, `github.io`).
/// Its rules are those of <https://wiki.mozilla.org/Public_Suffix_List>; both parts of the list count.
struct PublicSuffixes: Sendable {
  private enum Rule { case plain, wildcard, exception }
  /// By what a rule says without its `*.` or `!`.
  private var rules: [String: Set<Rule>] = [:]

  static let builtIn = PublicSuffixes(
    UnsafeBufferPointer(
      start: ghirbal_public_suffixes().bytes, count: ghirbal_public_suffixes().count))

  init(_ list: some Collection<UInt8>) {
    for line in list.split(separator: 0x0A) where !line.starts(with: "//".utf8) {
      let rule = String(decoding: line.prefix { $0 > 0x20 }, as: UTF8.self)
      if rule.hasPrefix("*.") {
        rules[String(rule.dropFirst(2)), default: []].insert(.wildcard)
      } else if rule.hasPrefix("!") {
        rules[String(rule.dropFirst()), default: []].insert(.exception)
      } else if !rule.isEmpty {
        rules[rule, default: []].insert(.plain)
      }
    }
  }

  /// The label before the longest public suffix, with it; nil for a name that is one, or a number.
  ///
  /// - Parameter host: in lower case; labels of other scripts as Unicode or Punycode, as the list has both.
  func registeredDomain(of host: String) -> String? {
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 1, !labels.contains(""), labels.last?.first?.isNumber != true,
      !host.contains(":")
    else { return nil }
    // Where no rule fits, the last label is the suffix.
    var suffixCount = 1
    for start in labels.indices {
      let name = labels[start...].joined(separator: ".")
      guard let found = rules[name] else { continue }
      let count = labels.count - start
      if found.contains(.exception) {
        suffixCount = count - 1
        break
      }
      if found.contains(.wildcard), start > 0 { suffixCount = max(suffixCount, count + 1) }
      if found.contains(.plain) { suffixCount = max(suffixCount, count) }
    }
    guard suffixCount < labels.count else { return nil }
    return labels.suffix(suffixCount + 1).joined(separator: ".")
  }
}
